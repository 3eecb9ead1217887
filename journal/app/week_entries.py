"""Entering a week that was filled in on paper: one entry a day, made now, about a day whose time is not known.

What stands on a day already is never touched: only entries begun here can be written on, until the person is done.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from journal.app.answers import check_value
from journal.app.check_ins import CheckInKey, begin, touched
from journal.app.form_drafts import form_draft, keep_form_draft
from journal.app.item_versions import items_as_of
from journal.app.journal import Journal
from journal.app.week_sheets import ItemGroup, sheet_items, week_of
from journal.model.entries import Entry, EntryKind, Rating, State
from journal.model.errors import ValueOutOfRange
from journal.model.items import Item
from journal.report.week_sheet import WEEK_DAYS

DRAFT = "back-entry"
"""Names the week that is being entered and the entries begun here; outside undo, never merged."""


class Standing(StrEnum):
    """What can be done with a day: written on, only read, left to Today, or not there yet."""

    OPEN = "open"
    LOGGED = "logged"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered: a value, or a state without one."""

    value: float | None
    state: State


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the grid. `items` are in the form that held on it, by key, as are `answers`."""

    day: date
    standing: Standing
    items: Mapping[str, Item] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """The items in groups, and seven days."""

    groups: tuple[ItemGroup, ...]
    days: tuple[WeekDay, ...]

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0].day


def begun_week(journal: Journal) -> date:
    """The week that was being entered; else that of yesterday."""
    draft = form_draft(journal, DRAFT) or {}
    try:
        return date.fromisoformat(str(draft["first"]))
    except (KeyError, ValueError):
        return week_of(journal, journal.today() - timedelta(days=1))


def read_week(journal: Journal, first: date) -> WeekGrid:
    """A week of days from `first` on, with what stands there."""
    groups, begun = sheet_items(journal), _begun(journal)
    keep_form_draft(journal, DRAFT, {"first": first.isoformat(), "entries": begun})
    entries = journal.store.entries.between(first, first + timedelta(days=WEEK_DAYS - 1))
    days = (first + timedelta(days=number) for number in range(WEEK_DAYS))
    found = (_day(journal, day, groups, [entry for entry in entries if entry.day == day], begun) for day in days)
    return WeekGrid(groups, tuple(found))


def put_answer(journal: Journal, day: date, key: str, value: float | None, state: State | None = None) -> bool:
    """Save one cell as one undo step; without value and state it is taken away, as if it had not been asked.

    False where the day cannot be written on any more. Raises UnknownItem, ValueOutOfRange.
    """

    def changed(entry: Entry) -> Entry:
        (item,) = items_as_of(journal, [journal.item(key)], day, entry)
        others = tuple(rating for rating in entry.ratings if rating.item_id != item.id)
        if value is None and state is None:
            return replace(entry, ratings=others)
        if value is not None:
            check_value(item, value)
        journal.ensure_stored(item)
        kept = Rating(item.id, item.version.id, State.RATED if value is not None else state or State.RATED, value)
        return replace(entry, ratings=(*others, kept))

    return _write(journal, day, changed, "answer")


def put_note(journal: Journal, day: date, text: str) -> bool:
    """Save the note of a day. False where the day cannot be written on any more."""
    return _write(journal, day, lambda entry: replace(entry, note=text), "note")


def done(journal: Journal) -> None:
    """Nothing more is to be entered: what was is from now on like any other entry."""
    keep_form_draft(journal, DRAFT, {})


def fits(item: Item, value: float) -> bool:
    """Whether a value is on an item's scale."""
    try:
        check_value(item, value)
    except ValueOutOfRange:
        return False
    return True


def _begun(journal: Journal) -> dict[str, str]:
    """The entries begun here, by day."""
    kept = (form_draft(journal, DRAFT) or {}).get("entries", {})
    return {str(day): str(entry_id) for day, entry_id in kept.items()}


def _write(journal: Journal, day: date, change: Callable[[Entry], Entry], what: str) -> bool:
    begun = _begun(journal)
    there = journal.store.entries.between(day, day)
    if day >= journal.today() or any(entry.id != begun.get(day.isoformat()) for entry in there):
        return False
    stored = there[0] if there else None
    entry_id = stored.id if stored else str(uuid.uuid4())
    with journal.store.action(what):
        blank = stored or begin(journal, CheckInKey(entry_id, EntryKind.CHECK_IN, day))
        entry = touched(journal, change(blank))
        if entry.ratings or entry.note.strip() or entry.tags:
            journal.store.entries.save(entry)
        elif stored is not None:
            journal.store.entries.delete(entry_id)
    if stored is None:
        draft = form_draft(journal, DRAFT) or {}
        keep_form_draft(journal, DRAFT, {**draft, "entries": {**begun, day.isoformat(): entry_id}})
    journal.changed("entries")
    return True


def _day(
    journal: Journal, day: date, groups: tuple[ItemGroup, ...], entries: list[Entry], begun: Mapping[str, str]
) -> WeekDay:
    own = entries[0] if len(entries) == 1 and entries[0].id == begun.get(day.isoformat()) else None
    items = items_as_of(journal, [item for group in groups for item in group.items], day, own)
    by_id = {item.id: item.key for item in items}
    answers: dict[str, Answered] = {}
    for entry in entries:  # in the order of their times: the last answer of a day is shown
        for rating in entry.ratings:
            if rating.item_id in by_id and rating.state is not State.UNANSWERED:
                answers[by_id[rating.item_id]] = Answered(rating.value, rating.state)
    standing = _standing(day, journal.today(), logged=bool(entries) and own is None)
    note = "\n".join(entry.note for entry in entries if entry.note.strip())
    return WeekDay(day, standing, {item.key: item for item in items}, answers, note)


def _standing(day: date, today: date, *, logged: bool) -> Standing:
    if day > today:
        return Standing.LATER
    if day == today:
        return Standing.TODAY
    return Standing.LOGGED if logged else Standing.OPEN
