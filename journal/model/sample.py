"""The sample journal: 26 weeks of one invented person, the same byte for byte on every computer.

Nothing of it is anyone's. It shows what a real journal has: gaps, several check-ins on some days,
days added later, questions left or not applicable, and plain notes.
"""

from __future__ import annotations

import math
import random
import uuid
from dataclasses import replace
from datetime import date, timedelta

from journal.model.catalogue import Catalogue, CatalogueItem
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.model.items import Asked, Kind, catalogue_item_id, catalogue_version_id
from journal.model.sample_course import (
    FIRST_DAY,
    TRAITS,
    TREATED_FROM_WEEK,
    CourseDay,
    course,
    spread,
)
from journal.model.sample_times import ZONE, Moment, moments

SEED = 20261029
JUST_THREE = ("anxiety", "unreal", "low_mood")

_NAMESPACE = uuid.UUID("0c1c0a5e-6a6c-5d0f-8a63-6f1c7b1f2a44")
_LONGEST_WINDOW_MIN = 24 * 60
_NIGHT_ENDS_MIN = 240
_LEFT = 0.015
_NOT_APPLICABLE = {"avoid_reminders": 0.03, "connection": 0.02, "functioning": 0.015}
_OPENS_COUNT, _COUNT_KEY = "nightmares", "nightmares_count"
_THREE = frozenset({EntryKind.SHORT, EntryKind.AFTER_SESSION})
_A_DAY_MS = 24 * 60 * 60 * 1000

_NOTES: dict[date, tuple[str, bool]] = {
    date(2026, 5, 12): ("Slept with the window open. Woke twice.", False),
    date(2026, 6, 3): ("Long week. Two appointments moved.", False),
    date(2026, 6, 30): ("Dizzy on the way home, gone by the evening.", True),
    date(2026, 7, 19): ("Cooked for the first time in a while.", False),
    date(2026, 8, 9): ("Walked along the river before breakfast.", False),
    date(2026, 9, 14): ("Building work next door all day.", False),
    date(2026, 10, 6): ("The mornings are harder again. Would like to talk about sleep.", True),
    date(2026, 10, 25): ("Quiet Sunday.", False),
}
"""Note by day, and whether it is shared with the clinician."""

_CHANGED_LATER = frozenset({date(2026, 7, 8), date(2026, 9, 22)})


def sample_keys() -> tuple[str, ...]:
    """The items that the person is asked, in no order."""
    return (*TRAITS, _COUNT_KEY)


def sample_days(seed: int = SEED) -> list[CourseDay]:
    """How each day of the 26 weeks went."""
    return course(random.Random(seed))  # noqa: S311 an invented course, not a secret


def sample_entries(catalogue: Catalogue, seed: int = SEED) -> list[Entry]:
    """Every entry in order of time. `catalogue` must hold the items of `sample_keys`."""
    chance = random.Random(seed)  # noqa: S311 an invented course, not a secret
    days = course(chance)
    by_day = {each.day: each for each in days}
    marked: set[date] = set()
    nights: set[date] = set()
    entries: list[Entry] = []
    before_ms: int | None = None
    for moment in moments(days, chance):
        ratings = _ratings(_asked(catalogue, moment, nights), by_day[moment.day], chance)
        entry = _entry(f"{seed}:{moment.at_ms}", moment, before_ms, ratings)
        entries.append(entry if moment.day in marked or moment.kind in _THREE else _marked(entry))
        marked.add(moment.day)
        before_ms = before_ms if moment.whole_day else moment.at_ms
    return entries


def _asked(catalogue: Catalogue, moment: Moment, nights: set[date]) -> list[CatalogueItem]:
    """What a check-in asks: the night once, after 04:00; the body since the treatment began."""
    known = [item for item in catalogue.items if item.key in TRAITS]
    if moment.kind in _THREE:
        return [item for item in known if item.key in JUST_THREE]
    night = moment.wall_min >= _NIGHT_ENDS_MIN and moment.day not in nights
    if night:
        nights.add(moment.day)
    body = moment.day >= FIRST_DAY + timedelta(weeks=TREATED_FROM_WEEK)
    return [
        item for item in known if (night or item.asked is not Asked.NIGHT) and (body or item.asked is not Asked.BODY)
    ]


def _ratings(items: list[CatalogueItem], course_day: CourseDay, chance: random.Random) -> tuple[Rating, ...]:
    found: list[Rating] = []
    for item in items:
        answered = _answer(item, course_day, chance)
        found.append(answered)
        if item.key == _OPENS_COUNT and answered.value:
            count = 1.0 + (answered.value >= 3) + (chance.random() < 0.25)
            found.append(_rating(_COUNT_KEY, State.RATED, count))
    return tuple(found)


def _answer(item: CatalogueItem, course_day: CourseDay, chance: random.Random) -> Rating:
    """One answer; the same numbers are drawn whatever comes of it, so that one change moves nothing else."""
    skipped, wavering = chance.random(), 0.35 * spread(chance)
    if skipped < _NOT_APPLICABLE.get(item.key, 0.0):
        return _rating(item.key, State.NOT_APPLICABLE)
    if skipped > 1 - _LEFT:
        return _rating(item.key, State.UNANSWERED)
    return _rating(item.key, State.RATED, _on_scale(item, course_day.leaning(item.key) + wavering))


def _on_scale(item: CatalogueItem, leaning: float) -> float:
    """The nearest step, inside the scale; hours in quarters, from two to ten."""
    if item.kind is Kind.HOURS:
        return min(10.0, max(2.0, math.floor(leaning * 4 + 0.5) / 4))
    highest = leaning if item.maximum is None else item.maximum
    return min(highest, max(item.minimum, float(math.floor(leaning + 0.5))))


def _rating(key: str, state: State, value: float | None = None) -> Rating:
    return Rating(catalogue_item_id(key), catalogue_version_id(key), state, value)


def _entry(name: str, moment: Moment, before_ms: int | None, ratings: tuple[Rating, ...]) -> Entry:
    return Entry(
        id=str(uuid.uuid5(_NAMESPACE, name)),
        kind=moment.kind,
        at_ms=moment.at_ms,
        offset_min=moment.offset_min,
        zone=ZONE,
        day=moment.day,
        time_known=TimeKnown.DAY if moment.whole_day else TimeKnown.MINUTE,
        recall=Recall.NOW if moment.now else Recall.SINCE,
        covers_min=None if moment.now else _covers_min(moment, before_ms),
        made_ms=moment.made_ms,
        made_offset_min=moment.made_offset_min,
        ratings=ratings,
    )


def _covers_min(moment: Moment, before_ms: int | None) -> int:
    """The time since the check-in before, at most 24 hours."""
    if before_ms is None or moment.whole_day:
        return _LONGEST_WINDOW_MIN
    return min(_LONGEST_WINDOW_MIN, (moment.at_ms - before_ms) // 60_000)


def _marked(entry: Entry) -> Entry:
    """The entry with what this day holds beside answers: a note, or a change made the day after."""
    note, shared = _NOTES.get(entry.day, ("", False))
    changed_ms = entry.at_ms + _A_DAY_MS if entry.day in _CHANGED_LATER else None
    return replace(entry, note=note, note_shared=shared, changed_ms=changed_ms)
