"""Somebody may know the passphrase: everything that opens the journal is made new in one action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from journal.texts.translation import _
from journal.ui.announcement import announce
from journal.ui.first_start.code_step import CodeStep
from journal.ui.settings.keys_state import KeysState, KnownState, known_steps
from journal.ui.settings.panel_card import Panel, PanelCard
from journal.ui.settings.rows import button
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.new_passphrase import NewPassphrase


class KnownCard(PanelCard):
    """`wanted` carries the new passphrase."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("If someone may know the passphrase"))
        self.begun = Body(_("This was begun and did not come to its end. Please do it once more."))
        self.begun.hide()
        self.open = button(_("Someone may know my passphrase"), self.ask)
        self.body.addWidget(self.begun)
        self.body.addWidget(
            Body(_("A new passphrase alone would leave older backups open to them. This makes everything new at once."))
        )
        self.body.addWidget(self.open)

    def render_state(self, state: KeysState) -> None:
        """Show whether it was begun and not ended."""
        self.begun.setVisible(state.begun and not isinstance(self.panel, _Result))

    def ask(self) -> None:
        """Say what will be done, and ask for the new passphrase."""
        self.show_panel(_Asking(self.wanted), self.open)

    def say_problem(self, words: str) -> None:
        """It was not done; say why."""
        if isinstance(self.panel, _Asking):
            self.panel.set_busy(False)
            self.panel.say_problem(words)
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self, state: KnownState) -> None:
        """Show the new code until it is kept, and what still opens with the old secrets."""
        result = _Result(state)
        result.done.connect(self.put_away)
        self.show_panel(result, self.open, stays=True)
        announce(result, " ".join(state.sentences))


class _Asking(Panel):
    def __init__(self, wanted: object) -> None:
        fields = NewPassphrase()
        super().__init__(
            Body(_("You get:")),
            *(Body(f"·  {line}") for line in known_steps()),
            Caption(_("Entries stay as they are. It takes some seconds, and longer where backups are many.")),
            fields,
        )
        self._fields, self._wanted = fields, wanted
        self.go = button(_("Make everything new"), self._on_go, primary=True)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.go)
        fields.confirmed.connect(self._on_go)
        self.setFocusProxy(fields)

    def _on_go(self) -> None:
        passphrase = self._fields.passphrase
        self.say_problem(self._fields.problem())
        if passphrase:
            self.set_busy(True)
            self._wanted.emit(passphrase)  # type: ignore[attr-defined]


class _Result(Panel):
    done = Signal()

    def __init__(self, state: KnownState) -> None:
        super().__init__(*(Strong(line) for line in state.sentences))
        self.column.addWidget(Body(_("These may still open with what is known. Destroy them when you can:")))
        for line in state.remaining:
            self.column.addWidget(Body(f"·  {line}"))
        if state.code:
            step = CodeStep(state.code, refusable=False)
            step.kept.connect(self.done)
            self.column.addWidget(step)
            self.setFocusProxy(step)
        else:
            done = button(_("Done"), self.done.emit, primary=True)
            self.column.addWidget(done)
            self.setFocusProxy(done)
