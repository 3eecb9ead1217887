"""Cells that could not be read: where each stands, what it says, and why it was left out.

The reasons are message ids: the command line's JSON gives them in English for scripts, everything
else in the language in use.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journal.texts.translation import _, mark

NOT_A_NUMBER = mark("not a number")
NOT_A_DATE = mark("not a date; the row was left out")
NOT_A_TIME = mark("not a time; the entry is kept for the whole day")
NOT_A_MOMENT = mark("not a date with a time; the row was left out")
NO_DATE = mark("no date; the row was left out")
TOO_EARLY = mark("before the year 1900; the row was left out")
IN_FUTURE = mark("in the future; the row was left out")
OUTSIDE = mark("outside {low} to {high}")
BELOW = mark("below {low}")
DIFFERS = mark("differs from the first answer of the day, {first}")
EXTRA_CELL = mark("more cells than the first line has columns")

LONGEST_TEXT = 200
"""A cell is listed with at most so many characters of its text."""


@dataclass(frozen=True, slots=True)
class Unread:
    """One cell that was not taken. `line` counts from 1, as an editor shows it."""

    line: int
    column: str
    text: str
    reason: str
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def why(self) -> str:
        """The reason in English, the same for every language: for scripts."""
        return self.reason.format(**dict(self.fields))

    def why_shown(self) -> str:
        """The reason in the language in use."""
        return _(self.reason).format(**dict(self.fields))

    def as_json(self) -> dict[str, object]:
        """The form of the command line's contract."""
        return {"line": self.line, "column": self.column, "text": self.text, "why": self.why}


Report = Callable[[Unread], None]


def unreported(cell: Unread) -> None:
    """Take an unread cell and say nothing: it was reported in the pass before."""


def unread(line: int, column: str, text: str, reason: str, **fields: object) -> Unread:
    """An unread cell, with its text cut to a length that can be shown."""
    shown = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    return Unread(line, column, shown, reason, tuple((name, str(value)) for name, value in fields.items()))


def plain_number(value: float) -> str:
    """A number as short as it can be said: 7, 3.5."""
    return f"{value:.10g}"
