"""The sentences about ratings since a session: what is drawn, from how many, and what is missing.

They say what was logged around a session, never what a session did (clinical.md, section 4).
"""

from __future__ import annotations

from journal.model.since_session import (
    DAYS_AFTER,
    DAYS_BEFORE,
    NEEDED_SESSIONS,
    SincePoint,
    SinceSession,
    Unit,
)
from journal.texts import numbers
from journal.texts.locales import Locale
from journal.texts.translation import _, ngettext

TOLD_DAYS = (0, 1, 2, 3, 7, 14, 21, 28)
"""The days whose medians are said in the sentence for those who do not see the chart."""


def title(label: str, sessions: str, unit: Unit) -> str:
    """The heading over the lines: "Low mood by days since a session: Ketamine infusion"."""
    if unit is Unit.HOURS:
        return _("{item} by hours since a session: {sessions}").format(item=label, sessions=sessions)
    return _("{item} by days since a session: {sessions}").format(item=label, sessions=sessions)


def notes(found: SinceSession, locale: Locale | None = None) -> tuple[str, ...]:
    """The sentences beneath the lines, in order.

    `locale` is whose numbers are written here and below; the one in use where none is given.
    """
    lines = [
        sessions_line(found, locale),
        summary_line(found, locale),
        missing_line(found, locale),
        reach_line(found.unit),
    ]
    return tuple(line for line in lines if line)


def sessions_line(found: SinceSession, locale: Locale | None = None) -> str:
    """How many sessions there are and what a line is."""
    if not found.n_sessions:
        return _("No sessions yet.")
    if found.empty:
        return ngettext(
            "{n} session, and no ratings around it.", "{n} sessions, and no ratings around them.", found.n_sessions
        ).format(n=numbers.count(found.n_sessions, locale))
    return ngettext(
        "{n} session. Each faint line is a session.", "{n} sessions. Each faint line is a session.", found.n_sessions
    ).format(n=numbers.count(found.n_sessions, locale))


def summary_line(found: SinceSession, locale: Locale | None = None) -> str:
    """Where the median and the quartiles are drawn, and from when on there are fewer sessions."""
    if found.empty:
        return ""
    if found.fewer_from is None and not found.summarised:
        return _("Median and quartiles need {needed} sessions with a rating at the same point.").format(
            needed=NEEDED_SESSIONS
        )
    drawn = _("Median and quartiles stand where {needed} or more sessions have a rating.").format(
        needed=NEEDED_SESSIONS
    )
    return " ".join(part for part in (drawn, _fewer(found, locale)) if part)


def _fewer(found: SinceSession, locale: Locale | None) -> str:
    if found.fewer_from is None:
        return _("After the session there are fewer.")
    if found.unit is Unit.HOURS:
        return ngettext(
            "From {n} hour after it on there are fewer.",
            "From {n} hours after it on there are fewer.",
            found.fewer_from,
        ).format(n=numbers.count(found.fewer_from, locale))
    if found.fewer_from > DAYS_AFTER:
        return ""
    return _("From day {n} on there are fewer.").format(n=numbers.count(found.fewer_from, locale))


def missing_line(found: SinceSession, locale: Locale | None = None) -> str:
    """What is missing, in short sentences; empty where nothing is."""
    missing = found.missing
    parts = [
        (missing.sessions, _sessions_without),
        (missing.untimed, _untimed),
        (missing.days, _days_without),
        (missing.spanning, _spanning),
    ]
    return " ".join(say(n, locale) for n, say in parts if n)


def _sessions_without(n: int, locale: Locale | None) -> str:
    return ngettext("{n} session has no rating after it.", "{n} sessions have no rating after them.", n).format(
        n=numbers.count(n, locale)
    )


def _untimed(n: int, locale: Locale | None) -> str:
    return ngettext(
        "The time of {n} session is not known, so it is left out.",
        "The time of {n} sessions is not known, so they are left out.",
        n,
    ).format(n=numbers.count(n, locale))


def _days_without(n: int, locale: Locale | None) -> str:
    return ngettext("{n} day has no rating and stays empty.", "{n} days have no rating and stay empty.", n).format(
        n=numbers.count(n, locale)
    )


def _spanning(n: int, locale: Locale | None) -> str:
    return ngettext(
        "{n} rating is about the time before and after a session, and is left out.",
        "{n} ratings are about the time before and after a session, and are left out.",
        n,
    ).format(n=numbers.count(n, locale))


def reach_line(unit: Unit) -> str:
    """How far a line runs, and what its points are."""
    if unit is Unit.HOURS:
        return _(
            "Only ratings of the moment and those about 6 hours or less, at the middle of their time. A line "
            "stops at the session before and at the next one."
        )
    return _(
        "Day 0 is the day of the session. A line runs from the session before (at most {before} days) to the "
        "next one (at most {after} days)."
    ).format(before=DAYS_BEFORE, after=DAYS_AFTER)


def night_line(label: str) -> str:
    """Why an item about the night has no hours."""
    return _("{item} is about the night, so it has no hours.").format(item=label)


def point_text(point: SincePoint, unit: Unit, locale: Locale | None = None) -> str:
    """One point with its numbers: "Day 3: median 1.5, quartiles 1.0 to 2.0 (n 5)"."""
    place = _hour_name(point.x, locale) if unit is Unit.HOURS else _("Day {n}").format(n=_signed(point.x, locale))
    if point.median is None or point.q1 is None or point.q3 is None:
        return _("{place}: too few sessions (n {n})").format(place=place, n=numbers.count(point.n_sessions, locale))
    return _("{place}: median {median}, quartiles {q1} to {q3} (n {n})").format(
        place=place,
        median=numbers.one_decimal(point.median, locale),
        q1=numbers.one_decimal(point.q1, locale),
        q3=numbers.one_decimal(point.q3, locale),
        n=numbers.count(point.n_sessions, locale),
    )


def sentence(heading: str, found: SinceSession, locale: Locale | None = None) -> str:
    """What the chart shows, with its numbers, for those who do not see it."""
    told = [
        point_text(point, found.unit, locale)
        for point in found.points
        if point.median is not None and (found.unit is Unit.HOURS or point.x in TOLD_DAYS or point.x == -1)
    ]
    lines = [f"{heading}.", *([f"{'; '.join(told)}."] if told else []), *notes(found, locale)]
    return " ".join(lines)


def _hour_name(middle: int, locale: Locale | None) -> str:
    return _("{first} to {last} hours").format(first=_signed(middle - 3, locale), last=_signed(middle + 3, locale))


def _signed(value: int, locale: Locale | None) -> str:
    return numbers.amount(value, locale)
