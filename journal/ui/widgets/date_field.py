"""A field for a date, in the system's own form with the whole year."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QHBoxLayout, QWidget

from journal.texts.locales import forms, locale_in_use
from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.labels import Words

INSET_PX = 10
BETWEEN_PX = 8


class DateField(QDateEdit):
    """Shows and takes one day. `name` is what a screen reader calls it.

    One tab stop: Tab leaves it, arrows and typing go from part to part.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, least_height: int = SMALL_PX) -> None:
        super().__init__(parent)
        self.setDisplayFormat(date_pattern())
        self.setAccessibleName(name)
        self.setMinimumHeight(least_height)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # The stylesheet's padding makes the field wider but does not move the text inside.
        self.lineEdit().setTextMargins(INSET_PX, 0, 0, 0)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave the field instead of going to its next part."""
        return QAbstractSpinBox.focusNextPrevChild(self, forwards)

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show a day, but never over what is being typed; nobody is told."""
        if not self.hasFocus():
            self.blockSignals(True)
            self.setDate(QDate(day.year, day.month, day.day))
            self.blockSignals(False)


def labelled(words: str, field: QWidget) -> QWidget:
    """The field with its label, which never part when a row goes on in the next line."""
    holder, label = QWidget(), Words(words, wrap=False)
    label.setBuddy(field)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(BETWEEN_PX)
    row.addWidget(label)
    row.addWidget(field)
    return holder


def date_pattern() -> str:
    """How a date is typed here, in Qt's letters, always with the whole year."""
    pattern = str(forms(locale_in_use()).date_formats["short"].pattern)
    return re.sub("y+", "yyyy", re.sub(r"\bd\b", "dd", pattern))
