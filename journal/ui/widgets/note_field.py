"""A note: private unless it is shared, saved when typing rests and when it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import LARGE_PX
from journal.ui.widgets.checks import CheckBox

REST_MS = 1000
LEAST_LINES = 4


class NoteEdit(QPlainTextEdit):
    """The field itself: Tab leaves it, as on any page."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """As high as it is at least; where there is more room it takes it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Stay high enough for a few lines at any text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing() + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is left to the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class NoteField(QWidget):
    """The field and the tick that shares it."""

    written = Signal(str, bool)
    """The note as it stands: its text, and whether it is shared with the clinician."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = NoteEdit()
        self.edit.setObjectName("note")
        self.edit.setAccessibleName(_("Note"))
        self.shared = CheckBox(_("Share with my clinician"))
        self.shared.setObjectName("note_shared")
        self.shared.setMinimumHeight(LARGE_PX)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._rest.start)
        self.edit.left.connect(self.flush)
        self.shared.toggled.connect(self._on_shared)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.edit, 1)
        box.addWidget(self.shared)
        self._say_who_sees_it()

    def render_note(self, text: str, *, shared: bool) -> None:
        """Show another note. What is being typed is never replaced by the same words."""
        if self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
        self.shared.setChecked(shared)
        self._rest.stop()

    def flush(self) -> None:
        """Hand the note over as it stands, now."""
        self._rest.stop()
        self.written.emit(self.edit.toPlainText(), self.shared.isChecked())

    def _on_shared(self) -> None:
        self._say_who_sees_it()
        self.flush()

    def _say_who_sees_it(self) -> None:
        private = _("Anything to note. Only you see this.")
        words = _("Anything to note. Your clinician can read this.") if self.shared.isChecked() else private
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleDescription(words)
