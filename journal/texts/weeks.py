"""The words of the typical week."""

from __future__ import annotations

from journal.model.series import WeekPanel
from journal.model.week import PARTS, Part, WeekCell
from journal.texts.dates import heading, weekday_name
from journal.texts.translation import _
from journal.texts.trends import decimal, ends

NARROW_BELOW = 2.7
"""Weekdays are written with one letter where their column is narrower than this many text sizes."""

EMPTY = "–"


def basis(panel: WeekPanel) -> str:
    """What the numbers are made of, over a table."""
    if not panel.table.filled:
        return _("4 ratings needed for a weekday")
    return _("means by part of the day") if panel.table.by_part else _("means by weekday")


def note() -> str:
    """What a typical week is made of."""
    return _(
        "By part of the day from ratings of the moment and windows of 6 hours or less, else by weekday. "
        "A cell needs 4 ratings."
    )


def part(which: Part) -> str:
    """A part of the day with its hours."""
    return {
        Part.NIGHT: _("0–6 h"),
        Part.MORNING: _("6–12 h"),
        Part.AFTERNOON: _("12–18 h"),
        Part.EVENING: _("18–24 h"),
    }[which]


def cell(shown: WeekCell) -> str:
    """A cell: its mean, or a dash."""
    return EMPTY if shown.value is None else decimal(shown.value)


def count(shown: WeekCell) -> str:
    """How many ratings or days a cell is the mean of."""
    return _("n {n}").format(n=shown.n)


def weekday(number: int, room: float = 10.0) -> str:
    """The name of a weekday, Monday being 0, as short as the room (in text sizes) asks."""
    return heading(weekday_name(number, width="narrow" if room < NARROW_BELOW else "abbreviated"))


def sentence(panel: WeekPanel) -> str:
    """The typical week of one item as a sentence, each number with its n."""
    if not panel.table.filled:
        return _("{item}, a typical week: 4 ratings are needed for a weekday, and no weekday has them yet.").format(
            item=panel.label
        )
    told = [_told(panel, row, column) for row in range(len(panel.table.rows)) for column in range(7)]
    text = _("{item}, a typical week: {cells}.").format(item=panel.label, cells="; ".join(t for t in told if t))
    scale = ends(panel.scale)
    return _("{sentence} Scale: {scale}.").format(sentence=text, scale=scale) if scale else text


def _told(panel: WeekPanel, row: int, column: int) -> str:
    shown = panel.table.rows[row][column]
    if shown.value is None:
        return ""
    name = weekday_name(column)
    if panel.table.by_part:
        name = _("{weekday} {hours}").format(weekday=name, hours=part(PARTS[row]))
    return _("{weekday} {mean} (n {n})").format(weekday=name, mean=decimal(shown.value), n=shown.n)
