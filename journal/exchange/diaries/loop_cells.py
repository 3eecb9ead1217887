"""The cells that Loop Habit Tracker writes: words, numbers in thousandths, and the codes of old versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journal.exchange.table_cells import number

HABIT, NUMBER = "habit", "number"
"""The two kinds of habit: answered by yes and no, or by a number."""

WORDS = {"YES_MANUAL": 1.0, "YES_AUTO": 1.0, "NO": 0.0, "SKIP": None, "UNKNOWN": None}
"""None says nothing of the day."""

CODES = {2.0: 1.0, 1.0: 1.0, 0.0: 0.0, -1.0: None, -3.0: None}
"""The same as numbers, in old versions."""

_WHOLE = re.compile(r"-?\d{1,15}")
_THOUSANDTHS = 1000
_LEAST_THOUSANDTHS = 100
"""A habit whose numbers are all below this is not in thousandths: nobody counts in less than tenths."""


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether cells without words are Loop's: thousandths, or the codes of old versions with their 2 for a yes."""
    told = [text for text in cells if text]
    if not told or not all(_WHOLE.fullmatch(text) for text in told):
        return False
    found = {int(text) for text in told}
    codes = found <= CODES.keys() and 2 in found
    return codes or (found != {0} and all(value % 10 == 0 and (value == 0 or value >= 100) for value in found))


@dataclass(slots=True)
class Numbers:
    """The numbers of one habit in all of its cells, which tell what it counts in."""

    sure: bool = False
    """Whether the file itself says that the habit is answered by a number."""

    counted: bool = False
    pointed: bool = False
    """Whether one is written with a decimal point: then they are no thousandths."""

    broken: bool = False
    highest: float = 0.0

    def add(self, text: str) -> None:
        """Take one more cell."""
        value = None if text in WORDS else number(text, ".", {})
        if value is None or value in CODES:
            return
        self.counted = True
        self.pointed = self.pointed or "." in text
        self.broken = self.broken or value % 10 != 0
        self.highest = max(self.highest, value)

    @property
    def kind(self) -> str:
        """What the habit is answered by."""
        return NUMBER if self.sure or self.counted else HABIT

    @property
    def unit(self) -> int:
        """What its numbers are divided by."""
        likely = self.sure or (not self.broken and self.highest >= _LEAST_THOUSANDTHS)
        return _THOUSANDTHS if likely and not self.pointed else 1


def cell_value(text: str, habit: Numbers) -> float | None:
    """What a cell says of its day, None for nothing. Raises ValueError for what is no checkmark."""
    if not text:
        return None
    if text in WORDS:
        return WORDS[text]
    value = number(text, ".", {})
    if value is None:
        raise ValueError(text)
    if value < 0 or habit.kind == HABIT:
        if value not in CODES:
            raise ValueError(text)
        return CODES[value]
    return value / habit.unit
