"""The form of a check-in: which questions stand on it, in which section, with the answers so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from journal.app.check_ins import (
    LONGEST_WINDOW_MIN,
    CheckInKey,
    new_key,
    shown_items,
    window_min,
)
from journal.app.item_versions import items_as_of
from journal.app.journal import Journal
from journal.app.profile_forms import continued, kind_by_profile, narrowed, profile_for
from journal.app.treatment_days import body_stands_open
from journal.host.clock import local_now
from journal.model.entries import Entry, EntryKind, Reading, Recall
from journal.model.items import Asked, Better, Cluster, Item, Kind
from journal.model.profiles import Profile

NIGHT_ENDS_MIN = 240
"""Before 04:00 the night is not over, so it is not asked about yet, whatever the start-of-day hour."""

EVENING_BEGINS_MIN = 17 * 60


SMALL_KINDS = (EntryKind.SHORT, EntryKind.AFTER_SESSION, EntryKind.MONTHLY)
"""Forms of a few questions in one card, without a note."""


class SectionKind(StrEnum):
    """Where a question stands on the page, in the order of the page.

    `STILL_THERE` is about side effects that were there before; it holds no items of the check-in.
    """

    STILL_THERE = "still_there"
    SYMPTOMS = "symptoms"
    GOALS = "goals"
    NIGHT = "night"
    LIFE = "life"
    BODY = "body"
    MONTH = "month"
    EVENING = "evening"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class FormSection:
    """Questions that stand together. `open` is false for a section that is one line to open."""

    kind: SectionKind
    items: tuple[Item, ...]
    open: bool = True


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """What Today shows: `covers_min` is the window the questions are about, up to `until_ms`.

    `entry` is None until something is answered. `others` are the day's other entries. `late` is
    true for an earlier day. `profiles` are those that can be chosen; `key.profile` is the one it asks by.
    """

    key: CheckInKey
    entry: Entry | None
    day: date
    today: date
    until_ms: int
    offset_min: int
    covers_min: int
    sections: tuple[FormSection, ...]
    others: tuple[Entry, ...] = ()
    profiles: tuple[Profile, ...] = ()

    @property
    def small(self) -> bool:
        """True for a form of a few questions in one card, without a note."""
        return self.key.kind in SMALL_KINDS and not self.key.profile

    @property
    def late(self) -> bool:
        """True when what is written now is added to an earlier day."""
        return self.day < self.today

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of the open sections, in the order of the page."""
        return tuple(item for section in self.sections if section.open for item in section.items)


def form(
    journal: Journal,
    *,
    day: date | None = None,
    short: bool = False,
    another: bool = False,
    kind: EntryKind | None = None,
    key: CheckInKey | None = None,
    profile: str | None = None,
) -> CheckInForm:
    """The form for now, or for an earlier day.

    `short` gives the "Just three" items; `another` begins a new check-in though one is going on;
    `kind` begins a form of that kind (after a session, the monthly look), about now;
    `key` shows that very check-in (after an answer, or to change an entry);
    `profile` asks by the one of this id, "" all that is asked; unless said, by the day's own.
    """
    today = journal.today()
    asked_day = day or (key.day if key and key.day else today)
    kind = EntryKind.SHORT if short else kind or EntryKind.CHECK_IN
    key = key or _key(journal, asked_day, today, kind, another=another, profile=profile)
    entry = journal.store.entries.get(key.entry_id)
    if entry is not None and entry.kind in (EntryKind.AFTER_SESSION, EntryKind.MONTHLY):
        key = replace(key, kind=entry.kind)
    now_ms = journal.clock.now_ms()
    until_ms = entry.at_ms if entry else now_ms
    shown_day = entry.day if entry else asked_day
    key, sections = _by_profile(journal, key, entry, _sections(journal, key, entry, shown_day))
    live = [other for other in journal.store.entries.between(shown_day, shown_day) if other.id != key.entry_id]
    return CheckInForm(
        key=key,
        entry=entry,
        day=shown_day,
        today=today,
        until_ms=until_ms,
        offset_min=entry.offset_min if entry else journal.clock.offset_min(now_ms),
        covers_min=_covers(journal, entry, shown_day, today, until_ms),
        sections=sections,
        others=tuple(live),
        profiles=tuple(journal.store.profiles.all()) if key.profile is not None else (),
    )


def _key(
    journal: Journal, day: date, today: date, kind: EntryKind, *, another: bool, profile: str | None
) -> CheckInKey:
    if kind is not EntryKind.CHECK_IN:
        return new_key(kind, None if day == today else day)
    chosen = profile_for(journal, day, profile)
    begun = None if another else continued(journal, chosen) if day == today else _written(journal, day)
    key = new_key() if begun is None else CheckInKey(begun.id)
    return replace(key, day=None if day == today else day, profile=chosen.id if chosen else "")


def _written(journal: Journal, day: date) -> Entry | None:
    """The last check-in of an earlier day, which is gone on with."""
    entries = journal.store.entries.between(day, day)
    own = [entry for entry in entries if entry.kind is EntryKind.CHECK_IN and entry.recall is Recall.SINCE]
    return own[-1] if own else None


def _by_profile(
    journal: Journal, key: CheckInKey, entry: Entry | None, full: tuple[FormSection, ...]
) -> tuple[CheckInKey, tuple[FormSection, ...]]:
    """The key and the sections with the questions of the key's profile, if it has one that is still there."""
    if key.profile is None:
        return key, full
    chosen = journal.store.profiles.get(key.profile)
    if chosen is None:
        return replace(key, kind=EntryKind.CHECK_IN, profile=""), full
    asked = {rating.item_id for rating in entry.ratings} if entry else set()
    narrow = ((section, narrowed(section.items, chosen, asked)) for section in full)
    sections = tuple(FormSection(section.kind, items) for section, items in narrow if items)
    kind = kind_by_profile(_items_of(full), _items_of(sections))
    return replace(key, kind=kind), sections


def _items_of(sections: tuple[FormSection, ...]) -> list[Item]:
    return [item for section in sections for item in section.items]


def _covers(journal: Journal, entry: Entry | None, day: date, today: date, until_ms: int) -> int:
    if entry is not None:
        return entry.covers_min or 0
    return window_min(journal, until_ms) if day == today else LONGEST_WINDOW_MIN


def _sections(journal: Journal, key: CheckInKey, entry: Entry | None, day: date) -> tuple[FormSection, ...]:
    answered = {rating.item_id for rating in entry.ratings} if entry else set()
    items = items_as_of(journal, journal.items(), day, entry)
    visible = [item for item in items if not item.hidden or item.id in answered]
    if key.kind is EntryKind.MONTHLY:
        monthly = tuple(item for item in items if item.asked is Asked.MONTH or item.id in answered)
        return (FormSection(SectionKind.MONTH, monthly),)
    if key.kind in SMALL_KINDS:
        chosen = {*just_three(journal)}
        asked = [item for item in visible if item.key in chosen or (entry is not None and item.id in answered)]
        return (FormSection(SectionKind.SYMPTOMS, tuple(asked)),)
    night = _night_due(journal, entry, day)
    evening = _evening_due(journal, entry, day)
    by_kind: dict[SectionKind, list[Item]] = {kind: [] for kind in SectionKind}
    for item in visible:
        due = (item.asked is not Asked.NIGHT or night) and (item.asked is not Asked.EVENING or evening)
        if (due and item.asked is not Asked.MONTH) or item.id in answered:
            by_kind[section_of(item)].append(item)
    body_open = _body_open(journal, by_kind[SectionKind.BODY], answered, day)
    return tuple(
        FormSection(kind, tuple(found), open=body_open if kind is SectionKind.BODY else True)
        for kind, found in by_kind.items()
        if found and not (kind is SectionKind.BODY and journal.setting("body_shown", "auto") == "hidden")
    )


def section_of(item: Item) -> SectionKind:
    """The section of the page on which an item stands."""
    if item.cluster is Cluster.SAFETY:
        return SectionKind.SAFETY
    if item.cluster is Cluster.GOAL:
        return SectionKind.GOALS
    if item.cluster is Cluster.LIFE or _own_for_life(item):
        return SectionKind.LIFE
    if item.asked is Asked.MONTH:
        return SectionKind.MONTH
    if item.asked is Asked.BODY or item.cluster is Cluster.BODY:
        return SectionKind.BODY
    if item.asked is Asked.EVENING:
        return SectionKind.EVENING
    if item.asked is Asked.NIGHT and item.kind is not Kind.SCALE and not item.opened_by:
        return SectionKind.NIGHT
    return SectionKind.SYMPTOMS


def _own_for_life(item: Item) -> bool:
    """An own scale on which higher is better is no answer to how much it troubled."""
    own = item.cluster is Cluster.OWN and item.asked is Asked.EVERY
    return own and item.kind is Kind.SCALE and item.version.better is Better.HIGHER


def just_three(journal: Journal) -> tuple[str, ...]:
    """Keys of the three items the person chose; the first three symptoms until then."""
    chosen = journal.setting("just_three")
    if chosen:
        return tuple(chosen)
    shown = [item.key for item in shown_items(journal.items()) if item.symptom and item.asked is Asked.EVERY]
    return tuple(shown[:3])


def _night_due(journal: Journal, entry: Entry | None, day: date) -> bool:
    """Night items are asked once, at the first check-in after the night (clinical.md, Windows)."""
    if entry is not None:
        wall = entry.at
    elif day != journal.today():
        wall = None
    else:
        wall = local_now(journal.clock)
    night_day = wall.date() if wall else day
    if wall is not None and wall.hour * 60 + wall.minute < NIGHT_ENDS_MIN:
        return False
    return not any(reading.entry_id != (entry.id if entry else None) for reading in _night_readings(journal, night_day))


def _night_readings(journal: Journal, night_day: date) -> list[Reading]:
    ids = [item.id for item in journal.items() if item.asked is Asked.NIGHT]
    return journal.store.entries.readings(night_day, night_day, ids)


def _evening_due(journal: Journal, entry: Entry | None, day: date) -> bool:
    if entry is None and day != journal.today():
        return True
    wall = entry.at if entry else local_now(journal.clock)
    return not NIGHT_ENDS_MIN <= wall.hour * 60 + wall.minute < EVENING_BEGINS_MIN


def _body_open(journal: Journal, items: list[Item], answered: set[str], day: date) -> bool:
    if journal.setting("body_shown", "auto") == "always" or any(item.id in answered for item in items):
        return True
    return bool(journal.setting("treatments", [])) or body_stands_open(journal, day)


def neighbours(shown: CheckInForm) -> tuple[date, date | None]:
    """The day before and the day after; None after today."""
    after = shown.day + timedelta(days=1)
    return shown.day - timedelta(days=1), after if after <= shown.today else None
