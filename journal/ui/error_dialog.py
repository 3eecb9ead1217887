"""The dialog for an error nobody expected. The journal stays open behind it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Subtitle


class ErrorDialog(QDialog):
    """Shows a trace that can be copied. More errors are added to the one that is open."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Leeward")
        self.setModal(False)
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(Subtitle(_("Something went wrong that should not have")))
        column.addWidget(
            Body(
                _(
                    "What you saved is safe and the journal stays open. "
                    "The lines below say where it happened; nothing you wrote is in them."
                )
            )
        )
        self._trace = QPlainTextEdit(trace)
        self._trace.setReadOnly(True)
        self._trace.setTabChangesFocus(True)
        self._trace.setAccessibleName(_("Where it happened"))
        column.addWidget(self._trace, 1)
        copy, close = QuietButton(_("Copy")), PrimaryButton(_("Go on"))
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.close)
        column.addWidget(FlowRow(copy, close))
        close.setFocus()

    @property
    def trace(self) -> str:
        """The lines shown."""
        return self._trace.toPlainText()

    def add(self, trace: str) -> None:
        """Add another error's lines, once."""
        if trace not in self.trace:
            self._trace.appendPlainText("\n" + trace)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.trace)
