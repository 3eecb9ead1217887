"""A question answered in a field: what is typed is kept when the field is left, by whatever key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from journal.ui.widgets.answer_row import AnswerRow

ONWARD = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class FieldRow(AnswerRow):
    """Enter and ↓ go on, ↑ goes back. The field itself is watched by `eventFilter`."""

    def flush(self) -> None:
        """Hand over what stands in the field."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the field with Enter or the arrows up and down; save when it is left."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._leaves_by(event) and self._leave(event.key())
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _leaves_by(self, event: QKeyEvent) -> bool:  # noqa: ARG002 for those that are left by fewer keys
        """Whether the field is left by such a key at all."""
        return True

    def _stays(self) -> bool:
        """Whether what stands in the field holds the keyboard there, because it is no answer."""
        raise NotImplementedError

    def _leave(self, key: int) -> bool:
        if key in ONWARD:
            before = self.row
            self.flush()
            if not self._stays():
                self.onward.emit(self.row.answered and (key != Qt.Key.Key_Down or self.row != before))
            return True
        if key == Qt.Key.Key_Up:
            self.flush()
            self.backward.emit(False)
            return True
        return False
