"""Sessions, dose changes and markers on the charts: where they stand, how they are labelled, what they mean.

Sessions of treatments with a dose are filled shapes with their number, others open shapes; dose
changes and markers have letters, so that any number of them in any language can be told beside the chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from journal.model.periods import Period
from journal.report.medicines import change, name
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportSession, Treatment
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext

FRONT_EVENTS = 4
"""Dose changes and markers that are told beside the chart; all of them are told later."""

MOST_LINES = 30
"""More sessions than this are short ticks: lines through the charts would hide them."""

TOLD_SESSIONS = 12
"""More sessions than this are counted in a sentence, not named one by one."""

LETTER_WIDE = 0.02
"""The width of a figure or a letter as a share of the chart's."""

LABEL_LIMIT = 48
KINDS_NAMED = 2


@dataclass(frozen=True, slots=True)
class Event:
    """A dose change or a marker: its day, what it says, and whether it is a change of dose."""

    day: date
    text: str
    dose: bool


class Place(NamedTuple):
    """A mark on its day with its label; `kind` is session, other, dose or marker."""

    day: date
    label: str
    kind: str


def marks(told: Treatment, period: Period, words: ReportWords) -> dict[str, Any]:
    """Everything the template needs to draw the marks."""
    listed = events(told, period, words)
    letters = [letter(n) for n in range(len(listed))]
    sessions = [
        Place(one.day, str(one.number or ""), "session") if one.dosed else Place(one.day, "", "other")
        for one in told.sessions
    ]
    places = [
        Place(event.day, label, "dose" if event.dose else "marker")
        for event, label in zip(listed, letters, strict=True)
    ]
    return {
        "sessions": _placed(sessions, period),
        "dense": len(sessions) > MOST_LINES,
        "events": _placed(places, period),
        "key": key(told),
        "told": _told(listed[:FRONT_EVENTS], letters, words),
        "more": more(len(listed) - FRONT_EVENTS),
    }


def later_events(told: Treatment, period: Period, words: ReportWords, *, charted: bool) -> dict[str, Any] | None:
    """All dose changes and markers with their letters, where page one has no chart or no room for all; None else."""
    listed = events(told, period, words)
    if len(listed) <= (FRONT_EVENTS if charted else 0):
        return None
    letters = [letter(n) for n in range(len(listed))]
    return {"title": _("Dose changes and markers"), "events": _told(listed, letters, words)}


def events(told: Treatment, period: Period, words: ReportWords) -> list[Event]:
    """The dose changes and markers of the period, by day."""
    changes = [
        Event(one.day, f"{name(medicine)} {change(one, medicine, words)}", dose=True)
        for medicine in told.medicines
        for one in medicine.changes
    ]
    markers = [Event(one.day, shortened(one_line(one.label), LABEL_LIMIT), dose=False) for one in told.markers]
    within = [event for event in (*changes, *markers) if event.day in period]
    return sorted(within, key=lambda event: (event.day, event.text))


def letter(number: int) -> str:
    """The letters in order: a to z, then aa, ab and so on."""
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)


def key(told: Treatment) -> dict[str, str]:
    """The words for the two shapes; empty where there is none of them."""
    others = [one for one in told.sessions if not one.dosed]
    return {
        "session": kinds(told.dosed, _("session with a dose, with its number")),
        "other": kinds(others, _("other session")),
        "dose": _("dose change") if any(medicine.changes for medicine in told.medicines) else "",
    }


def kinds(sessions: Iterable[ReportSession], otherwise: str) -> str:
    """What the sessions are, where they are of one or two kinds."""
    names = list(Counter(shortened(one_line(one.kind), LABEL_LIMIT) for one in sessions))
    return "" if not names else ", ".join(names) if len(names) <= KINDS_NAMED else otherwise


def sentences(told: Treatment, period: Period, words: ReportWords) -> list[str]:
    """What is marked, for who does not see it."""
    said = []
    if told.sessions:
        said.append(sessions_sentence(told.sessions, words))
    listed = events(told, period, words)
    if listed:
        shown = "; ".join(f"{words.day(event.day)}, {event.text}" for event in listed[:TOLD_SESSIONS])
        said.append(_("Also marked: {list}.").format(list=shown))
    return said


def sessions_sentence(sessions: Sequence[ReportSession], words: ReportWords) -> str:
    """The sessions by name and day; beyond twelve their number, the first and the last."""
    if len(sessions) > TOLD_SESSIONS:
        return ngettext(
            "{n} session is marked, from {first} to {last}.",
            "{n} sessions are marked, from {first} to {last}.",
            len(sessions),
        ).format(n=len(sessions), first=words.day(sessions[0].day), last=words.day(sessions[-1].day))
    shown = "; ".join(f"{shortened(one_line(one.short), LABEL_LIMIT)}, {words.day(one.day)}" for one in sessions)
    return _("Sessions marked: {list}.").format(list=shown)


def more(count: int) -> str:
    """How many are told on a later page."""
    return ngettext("{n} more on a later page", "{n} more on a later page", count).format(n=count) if count > 0 else ""


def _told(listed: Sequence[Event], letters: Sequence[str], words: ReportWords) -> list[dict[str, Any]]:
    return [
        {"letter": label, "dose": event.dose, "text": f"{words.day(event.day)} {event.text}"}
        for event, label in zip(listed, letters, strict=False)
    ]


def _placed(lane: Sequence[Place], period: Period) -> list[dict[str, Any]]:
    """Where each mark of one lane stands from 0 to 1, and on which side its label has room.

    The side with more room is taken, and at the end of the chart none reaches over the figures beside it; a label
    that would touch a mark or another label is left out.
    """
    found: list[dict[str, Any]] = []
    ordered = sorted(lane)
    xs = [round(((place.day - period.first).days + 0.5) / period.length_days, 5) for place in ordered]
    taken = -1.0
    for n, (place, x) in enumerate(zip(ordered, xs, strict=True)):
        before, after = (taken if n == 0 else max(taken, xs[n - 1])), (xs[n + 1] if n + 1 < len(xs) else 1.0)
        left = x - before >= after - x
        room, needed = (x - before if left else after - x), LETTER_WIDE * (len(place.label) + 1)
        shown = place.label if place.label and room >= needed else ""
        taken = x if left or not shown else x + needed
        found.append({"x": x, "label": shown, "left": left, "kind": place.kind})
    return found
