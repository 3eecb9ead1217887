"""The dialog for an error nobody expected. The journal stays open behind it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import PrimaryButton, QuietButton
from journal.ui.widgets.labels import Body
from journal.ui.widgets.reading_dialog import ReadingDialog

LINES_SEEN = 5
"""So many lines of the trace are seen at least; where that leaves no room for the words, all of it scrolls."""


class ErrorDialog(ReadingDialog):
    """Shows a trace that can be copied. More errors are added to the one that is open."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Something went wrong that should not have"), parent)
        self.setModal(False)
        self.resize(640, 420)
        self.column.addWidget(
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
        self._trace.setMinimumHeight(LINES_SEEN * self._trace.fontMetrics().lineSpacing())
        self._trace.setAccessibleName(_("Where it happened"))
        self.column.addWidget(self._trace, 1)
        copy = QuietButton(_("Copy"))
        copy.clicked.connect(self._on_copy)
        self.put_below(PrimaryButton(_("Go on")), copy)

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
