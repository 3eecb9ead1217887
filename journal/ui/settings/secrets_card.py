"""The passphrase and the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from journal.texts.endings import forgotten_words
from journal.texts.translation import _
from journal.ui.first_start.code_step import CodeStep
from journal.ui.settings.panel_card import Panel, PanelCard
from journal.ui.settings.rows import button
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.new_passphrase import NewPassphrase


class SecretsCard(PanelCard):
    """Each thing opens in its place when it is wanted."""

    passphrase_chosen = Signal(str)
    code_tried = Signal(str)
    new_code_wanted = Signal()
    known_wanted = Signal()
    """Somebody may know the passphrase: a new one alone is not enough."""

    def __init__(self) -> None:
        super().__init__(_("Passphrase and recovery code"))
        self.change = button(_("Change the passphrase"), self._on_change)
        self.try_code = button(_("Try my recovery code"), self._on_try)
        self.new_code = button(_("New recovery code"), self._on_new)
        self.no_code = Body(_("This journal has no recovery code. If the passphrase is lost, nothing opens it."))
        self.body.addWidget(self.no_code)
        self.body.addWidget(FlowRow(self.change, self.try_code, self.new_code))
        for line in forgotten_words():
            self.body.addWidget(Caption(line))
        self.render_code(has_code=True)

    def render_code(self, *, has_code: bool) -> None:
        """Show whether there is a recovery code."""
        self.no_code.setVisible(not has_code)
        self.try_code.setVisible(has_code)
        self.new_code.setText(_("New recovery code") if has_code else _("Make a recovery code"))

    def show_code(self, code: str) -> None:
        """Show a new code until it is kept."""
        step = CodeStep(code, refusable=False)
        step.kept.connect(self.close_panel)
        self.show_panel(step, stays=True)

    def ask_for_code(self) -> None:
        """Open the place where the recovery code can be tried."""
        self._on_try()

    def _on_change(self) -> None:
        fields = NewPassphrase()
        stays = Body(
            _(
                "The entries stay as they are. Older backups, and copies of the key file made before, still open with "
                "the old passphrase."
            )
        )
        known = button(_("Someone may know my passphrase"), self.known_wanted.emit)
        panel = Panel(stays, fields)

        def enter() -> None:
            panel.say_problem(fields.problem())
            if fields.passphrase:
                self.passphrase_chosen.emit(fields.passphrase)
                self.close_panel()

        fields.confirmed.connect(enter)
        panel.column.addWidget(panel.problem)
        panel.column.addWidget(FlowRow(button(_("Change it"), enter, primary=True), known))
        panel.setFocusProxy(fields)
        self.show_panel(panel, self.change)

    def _on_try(self) -> None:
        label, field = Body(_("Recovery code")), TextField()
        label.setBuddy(field)
        field.setAccessibleName(_("Recovery code"))
        try_it = button(_("Try it"), lambda: self.code_tried.emit(field.text()), primary=True)
        field.returnPressed.connect(try_it.click)
        panel = Panel(label, field, Caption(_("This changes nothing.")), try_it)
        panel.setFocusProxy(field)
        self.show_panel(panel, self.try_code)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new(self) -> None:
        words = Body(_("The old code opens nothing any more once there is a new one."))
        make = button(_("Make a new code"), self.new_code_wanted.emit, primary=True)
        panel = Panel(words, make)
        panel.setFocusProxy(make)
        self.show_panel(panel, self.new_code)
