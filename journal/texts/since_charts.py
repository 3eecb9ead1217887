"""The words on the charts of a session's days and of before and after, and the headings of their tables."""

from __future__ import annotations

from collections.abc import Sequence

from journal.model.phases import BeforeAfter, Side
from journal.model.since_session import SincePoint, Unit
from journal.texts import numbers
from journal.texts.translation import _, ngettext


def axis(unit: Unit) -> str:
    """What the numbers under the chart count."""
    return _("hours since the session") if unit is Unit.HOURS else _("days since the session")


def session_mark() -> str:
    """The line at 0."""
    return _("Session")


def counted() -> str:
    """Before the row of numbers of sessions."""
    return _("n")


def sessions(n: int) -> str:
    """At the right over the chart."""
    return ngettext("n {n} session", "n {n} sessions", n).format(n=numbers.count(n))


def since_columns(unit: Unit) -> tuple[str, ...]:
    """The headings of the table of a session's days or hours."""
    place = _("Hours") if unit is Unit.HOURS else _("Day")
    return (place, _("Sessions"), _("Median"), _("Quartiles"))


def since_rows(points: Sequence[SincePoint], unit: Unit) -> tuple[tuple[str, ...], ...]:
    """Every point; no numbers where there are too few sessions."""
    return tuple(
        (place(point.x, unit), numbers.count(point.n_sessions), _number(point.median), _range(point.q1, point.q3))
        for point in points
    )


def place(x: int, unit: Unit) -> str:
    """A day, or the stretch of hours around a middle."""
    if unit is Unit.DAYS:
        return numbers.amount(x)
    return _("{first} to {last}").format(first=numbers.amount(x - 3), last=numbers.amount(x + 3))


def around_columns() -> tuple[str, ...]:
    """The headings of the table of before and after."""
    return ("", _("Days"), _("Median"), _("Range"))


def around_rows(found: BeforeAfter) -> tuple[tuple[str, ...], ...]:
    """Both sides; only the numbers of days where the rest is withheld."""
    return (_side(_("Before"), found.before, found.days_each), _side(_("After"), found.after, found.days_each))


def _side(name: str, side: Side, days: int) -> tuple[str, ...]:
    n = _("{n} of {of}").format(n=numbers.count(side.n), of=numbers.count(days))
    return (name, n, _number(side.median), _range(side.low, side.high))


def side_line(found: BeforeAfter, *, after: bool) -> str:
    """Over one side of the chart: "Before: median 2.0 (n 12)"."""
    side, name = (found.after, _("After")) if after else (found.before, _("Before"))
    if side.median is None:
        return _("{side} (n {n})").format(side=name, n=numbers.count(side.n))
    return _("{side}: median {median} (n {n})").format(
        side=name, median=numbers.one_decimal(side.median), n=numbers.count(side.n)
    )


def side_line_short(found: BeforeAfter, *, after: bool) -> str:
    """The same where there is little room: "Before: 2.0 (n 12)"."""
    side, name = (found.after, _("After")) if after else (found.before, _("Before"))
    if side.median is None:
        return side_line(found, after=after)
    return _("{side}: {median} (n {n})").format(
        side=name, median=numbers.one_decimal(side.median), n=numbers.count(side.n)
    )


def _number(value: float | None) -> str:
    return "–" if value is None else numbers.one_decimal(value)


def _range(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return _number(None)
    return _("{low} to {high}").format(low=_number(low), high=_number(high))


def course_start(title: str) -> str:
    """A day that can be chosen: "Ketamine infusion, start"."""
    return _("{course}, start").format(course=title)


def event(label: str, day: str) -> str:
    """A day to choose in the list: "Moved house, 5 Oct 2026"."""
    return _("{event}, {day}").format(event=label, day=day)


def another_day() -> str:
    """The last choice in the list of days."""
    return _("Another day")


def days_each(n: int) -> str:
    """A length to choose: "14 days each side"."""
    return ngettext("{n} day each side", "{n} days each side", n).format(n=numbers.count(n))
