"""The passphrase and the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.first_start.code_step import CodeStep
from journal.ui.settings.rows import button
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption
from journal.ui.widgets.new_passphrase import NewPassphrase


class SecretsCard(Card):
    """Each thing opens in its place when it is wanted."""

    passphrase_chosen = Signal(str)
    code_tried = Signal(str)
    new_code_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Passphrase and recovery code"))
        self._open: QWidget | None = None
        self._opener: QWidget | None = None
        self.change = button(_("Change the passphrase"), self._on_change)
        self.try_code = button(_("Try my recovery code"), self._on_try)
        self.new_code = button(_("New recovery code"), self._on_new)
        self.body.addWidget(FlowRow(self.change, self.try_code, self.new_code))

    def show_code(self, code: str) -> None:
        """Show a new code until it is kept."""
        step = CodeStep(code, refusable=False)
        step.kept.connect(self.close_panel)
        self._show(step)

    def close_panel(self) -> None:
        """Put away what is open."""
        if self._open is not None:
            self.body.removeWidget(self._open)
            self._open.hide()
            self._open.deleteLater()
            self._open = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts away what is open; a new code stays until it is kept."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None and not isinstance(self._open, CodeStep):
            self.close_panel()
            if self._opener is not None:
                self._opener.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_change(self) -> None:
        panel, fields, problem = QWidget(), NewPassphrase(), Caption()
        problem.hide()

        def enter() -> None:
            problem.setText(fields.problem())
            problem.setVisible(bool(fields.problem()))
            if fields.passphrase:
                self.passphrase_chosen.emit(fields.passphrase)
                self.close_panel()

        fields.confirmed.connect(enter)
        _stack(panel, fields, problem, button(_("Change it"), enter, primary=True))
        panel.setFocusProxy(fields)
        self._opener = self.change
        self._show(panel)

    def _on_try(self) -> None:
        panel, label, field = QWidget(), Body(_("Recovery code")), TextField()
        label.setBuddy(field)
        field.setAccessibleName(_("Recovery code"))
        try_it = button(_("Try it"), lambda: self.code_tried.emit(field.text()), primary=True)
        field.returnPressed.connect(try_it.click)
        _stack(panel, label, field, Caption(_("This changes nothing.")), try_it)
        panel.setFocusProxy(field)
        self._opener = self.try_code
        self._show(panel)

    def _on_new(self) -> None:
        panel = QWidget()
        words = Body(_("The old code opens nothing any more once there is a new one."))
        make = button(_("Make a new code"), self.new_code_wanted.emit, primary=True)
        _stack(panel, words, make)
        panel.setFocusProxy(make)
        self._opener = self.new_code
        self._show(panel)

    def _show(self, panel: QWidget) -> None:
        self.close_panel()
        self._open = panel
        self.body.addWidget(panel)
        panel.show()
        panel.setFocus()


def _stack(panel: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
