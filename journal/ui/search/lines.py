"""A result as a line of the list: its day where that is new, its time, what it is, and its texts. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.model.searches import Excerpt, Found, Place
from journal.texts.dates import clock_time
from journal.texts.searches import place_word
from journal.texts.translation import _
from journal.ui.history.lines import DOT, day_heading


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result. `heading` is the day's name on the day's first line, else empty."""

    found: Found
    heading: str
    over: str

    @property
    def title(self) -> Excerpt:
        """What it is called."""
        return self.found.title

    @property
    def excerpt(self) -> Excerpt:
        """The piece of its text."""
        return self.found.excerpt

    @property
    def spoken(self) -> str:
        """Everything on the line, for a screen reader."""
        return ". ".join(part for part in (self.heading, self.over, self.title.text, self.excerpt.text) if part)


def lines_of(results: Iterable[Found], before: date | None, this_year: int, *, first: bool) -> tuple[ResultLine, ...]:
    """The lines of results as they come; `before` is the day of the line above, unless this is the `first` page."""
    lines = []
    fresh, day = first, before
    for found in results:
        heading = _heading(found.day, this_year) if fresh or found.day != day else ""
        lines.append(ResultLine(found, heading, _over(found)))
        fresh, day = False, found.day
    return tuple(lines)


def _heading(day: date | None, this_year: int) -> str:
    return day_heading(day, this_year) if day is not None else _("Items without an answer yet")


def _over(found: Found) -> str:
    """The time of day where there is one, and what it is; of an item that its day is that of its last answer."""
    word = place_word(found.place)
    if found.place is Place.ITEM and found.day is not None:
        word = _("Item, last answered on this day")
    return DOT.join((clock_time(found.at), word)) if found.at is not None else word
