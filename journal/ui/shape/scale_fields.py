"""The fields of how an item is answered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker

from journal.app.item_scales import Scale
from journal.model.items import Asked, Better, Kind
from journal.texts.translation import _
from journal.ui.widgets.combo_box import ComboBox, choice_box
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labelled_rows import LabelledRows


class ScaleFields:
    """Lowest and highest step, words, direction, when asked, unit, as rows of a form. Only what fits is shown."""

    def __init__(self, rows: LabelledRows, *, own: bool = True) -> None:
        self.lowest, self.highest, self.words, self.unit = TextField("0"), TextField("4"), TextField(), TextField()
        self.words.setPlaceholderText(_("lowest, …, highest"))
        self.better, self.asked = better_box(), asked_box()
        self._own, self._rows = own, rows
        for words, field in (
            (_("Lowest step"), self.lowest),
            (_("Highest step"), self.highest),
            (_("Words, if you like"), self.words),
            (_("Unit, if you like"), self.unit),
            (_("Which way is better"), self.better),
            (_("Asked"), self.asked),
        ):
            rows.add(words, field)
        self.show_kind(Kind.SCALE)

    def show_kind(self, kind: Kind) -> None:
        """Show the fields that an item of this kind has."""
        steps = kind is Kind.SCALE
        for field in (self.lowest, self.highest, self.words):
            self._rows.setRowVisible(field, steps)
        self._rows.setRowVisible(self.unit, kind is Kind.COUNT)
        self._rows.setRowVisible(self.asked, self._own)

    def set_values(self, lowest: str, highest: str, words: str, unit: str, better: Better) -> None:
        """Show what holds."""
        for field, text in ((self.lowest, lowest), (self.highest, highest), (self.words, words), (self.unit, unit)):
            field.setText(text)
        set_choice(self.better, better)

    def texts(self) -> Mapping[str, TextField]:
        """The fields to type in, by name."""
        return {"lowest": self.lowest, "highest": self.highest, "words": self.words, "unit": self.unit}

    def choices(self) -> Mapping[str, ComboBox]:
        """The lists, by name."""
        return {"better": self.better, "asked": self.asked}

    def scale(self, kind: Kind) -> Scale | None:
        """What stands in the fields, or None where a step is no whole number."""
        better, unit = Better(self.better.currentData()), self.unit.text().strip()
        asked = Asked(self.asked.currentData()) if self._own else None
        if kind is not Kind.SCALE:
            return Scale(better=better, unit=unit, asked=asked)
        lowest, highest = whole_number(self.lowest.text()), whole_number(self.highest.text())
        if lowest is None or highest is None:
            return None
        return Scale(lowest, highest, words=words_of(self.words.text()), better=better, asked=asked)


def better_box() -> ComboBox:
    """Which end of a scale is the better one."""
    return choice_box(
        (_("Lower is better"), Better.LOWER),
        (_("Higher is better"), Better.HIGHER),
        (_("Neither"), Better.NONE),
        wide=True,
    )


def asked_box() -> ComboBox:
    """When an item is asked."""
    return choice_box(
        (_("At every check-in"), Asked.EVERY),
        (_("About the night"), Asked.NIGHT),
        (_("In the evening"), Asked.EVENING),
        (_("In the monthly look"), Asked.MONTH),
        wide=True,
    )


def set_choice(box: ComboBox, value: object) -> None:
    """Show the choice that holds; nobody is told."""
    with QSignalBlocker(box):
        box.setCurrentIndex(max(0, box.findData(value)))


def words_of(text: str) -> tuple[str, ...]:
    """The words between commas, without empty ones."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def whole_number(text: str) -> float | None:
    """A whole number, or None."""
    stripped = text.strip().replace("−", "-")
    return float(stripped) if re.fullmatch(r"-?\d{1,6}", stripped) else None
