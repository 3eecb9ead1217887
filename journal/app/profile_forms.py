"""A check-in by a profile: which one, what it asks, and what kind of check-in that makes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from journal.app.check_ins import OWN_KINDS, current
from journal.app.journal import Journal
from journal.app.profiles import ALL_OF_IT, profile_of_day
from journal.model.entries import Entry, EntryKind
from journal.model.items import Item
from journal.model.loads import symptom_items
from journal.model.profiles import Profile


def profile_for(journal: Journal, day: date, wanted: str | None) -> Profile | None:
    """The profile that was chosen, if it is still there; without a choice the day's own."""
    if wanted is None:
        return profile_of_day(journal, day)
    return None if wanted == ALL_OF_IT else journal.store.profiles.get(wanted)


def continued(journal: Journal, chosen: Profile | None) -> Entry | None:
    """The check-in of today that is gone on with: a full one, or a short one that asked nothing beyond the profile."""
    short = current(journal, OWN_KINDS) if chosen is not None else None
    if short is not None and chosen is not None and short.kind is EntryKind.SHORT:
        ids = {item.id for item in journal.items() if item.key in chosen.items}
        if all(rating.item_id in ids for rating in short.ratings):
            return short
    return current(journal)


def narrowed(items: Sequence[Item], chosen: Profile, asked: Collection[str]) -> tuple[Item, ...]:
    """Those of a section's items that the profile asks, in its order, then what was asked already (`asked`, by id)."""
    place = {key: number for number, key in enumerate(chosen.items)}
    kept = [item for item in items if item.key in place or item.id in asked]
    opened = [item for item in items if item not in kept and item.opened_by in place]
    last = len(place)
    return tuple(sorted([*kept, *opened], key=lambda item: place.get(item.key, place.get(item.opened_by, last))))


def kind_by_profile(full: Iterable[Item], shown: Iterable[Item]) -> EntryKind:
    """A check-in if every symptom of the full list that is due now is asked, else a short form.

    Without the full list a day has no average symptom rating (clinical.md, section 4): it would be the mean of
    other items than on other days.
    """
    here = {item.id for item in shown}
    whole = all(item.id in here for item in symptom_items(full))
    return EntryKind.CHECK_IN if whole else EntryKind.SHORT
