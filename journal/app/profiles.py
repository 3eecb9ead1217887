"""Profiles: which items are asked on which kind of day."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date

from journal.app.courses import session_planned
from journal.app.journal import Journal
from journal.app.own_records import Own, delete_record, save_records
from journal.model.errors import InvalidProfile, UnknownRecord
from journal.model.profiles import Profile

LONGEST_NAME = 60
ALL_OF_IT = ""
"""In place of a profile's id: every item that is asked."""


@dataclass(frozen=True, slots=True)
class ProfileWish:
    """What a person says of a profile; `items` are keys in the order in which they are asked."""

    name: str
    items: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
    session_day: bool = False


def profiles(journal: Journal) -> list[Profile]:
    """Every profile, in order."""
    return journal.store.profiles.all()


def add_profile(journal: Journal, wish: ProfileWish) -> Profile:
    """Make a profile; it stands last. Raises InvalidProfile, UnknownItem."""
    position = max((each.position for each in profiles(journal)), default=-1) + 1
    made = _profile(journal, Profile(str(uuid.uuid4()), "", position=position), wish)
    save_records(journal, Own.PROFILE, [made])
    return made


def change_profile(journal: Journal, profile_id: str, wish: ProfileWish) -> Profile:
    """Let a profile be as wished. Raises InvalidProfile, UnknownItem, UnknownRecord."""
    changed = _profile(journal, profile(journal, profile_id), wish)
    save_records(journal, Own.PROFILE, [changed])
    return changed


def delete_profile(journal: Journal, profile_id: str) -> None:
    """Delete a profile; what was logged with it stays, and undo brings it back. Raises UnknownRecord."""
    delete_record(journal, Own.PROFILE, profile_id)


def move_profile(journal: Journal, profile_id: str, by: int) -> bool:
    """Let a profile stand one place earlier (-1) or later (1); of two that fit a day the first is taken."""
    found = profiles(journal)
    here = [each.id for each in found].index(profile(journal, profile_id).id)
    if not 0 <= here + by < len(found):
        return False
    found.insert(here + by, found.pop(here))
    save_records(journal, Own.PROFILE, [replace(each, position=place) for place, each in enumerate(found)])
    return True


def profile(journal: Journal, profile_id: str) -> Profile:
    """One profile. Raises UnknownRecord."""
    found = journal.store.profiles.get(profile_id)
    if found is None:
        raise UnknownRecord(kind="profile", prefix=profile_id)
    return found


def profile_named(journal: Journal, name: str) -> Profile:
    """The profile of this name, whatever its capitals. Raises UnknownRecord."""
    wanted = name.strip().casefold()
    found = next((each for each in profiles(journal) if each.name.casefold() == wanted), None)
    if found is None:
        raise UnknownRecord(kind="profile", prefix=name)
    return found


def profile_of_day(journal: Journal, day: date) -> Profile | None:
    """The profile that a day takes by itself: the first for session days on one, else the first of its weekday.

    A session day is one with a session, or one on which the plan of a course has the next one.
    """
    found = profiles(journal)
    of_session = next((each for each in found if each.session_day), None)
    if of_session is not None and (journal.store.sessions.between(day, day) or session_planned(journal, day)):
        return of_session
    return next((each for each in found if day.weekday() in each.weekdays), None)


def _profile(journal: Journal, known: Profile, wish: ProfileWish) -> Profile:
    name, items = wish.name.strip(), tuple(dict.fromkeys(wish.items))
    if not 0 < len(name) <= LONGEST_NAME:
        raise InvalidProfile(name=name, reason="name")
    if any(each.name.casefold() == name.casefold() and each.id != known.id for each in profiles(journal)):
        raise InvalidProfile(name=name, reason="taken")
    if not items:
        raise InvalidProfile(name=name, reason="items")
    journal.named(items)
    weekdays = tuple(sorted({day for day in wish.weekdays if day in range(7)}))
    return replace(known, name=name, items=items, weekdays=weekdays, session_day=wish.session_day)
