"""A field for a time of day, in the system's own form."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QTimeEdit, QWidget

from journal.texts.locales import forms, locale_in_use
from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.date_field import INSET_PX


class TimeField(QTimeEdit):
    """Shows and takes hours and minutes. One tab stop: Tab leaves it, arrows and typing go from part to part."""

    def __init__(self, wall: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(str(forms(locale_in_use()))))
        self.setDisplayFormat(self.locale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setMinimumHeight(SMALL_PX)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # The stylesheet's padding makes the field wider but does not move the text inside.
        self.lineEdit().setTextMargins(INSET_PX, 0, 0, 0)
        self.setTime(QTime(wall.hour, wall.minute))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave the field instead of going to its next part."""
        return QAbstractSpinBox.focusNextPrevChild(self, forwards)

    @property
    def wall(self) -> time:
        """The time that stands in the field."""
        shown = self.time()
        return time(shown.hour(), shown.minute())
