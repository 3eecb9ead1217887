"""Tags on check-ins and sessions: which there are, given, renamed everywhere, removed everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.app import moments
from journal.app.check_ins import CheckInKey, begin, touched
from journal.model.tags import TagCount, renamed, same_tag, tidy_tag, tidy_tags

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.entries import Entry
    from journal.model.sessions import Session


def all_tags(journal: Journal) -> list[TagCount]:
    """Every tag with how often it is used, the most used first."""
    return journal.store.tags.counts()


def tag_days(journal: Journal, tag: str) -> frozenset[date]:
    """The days with a check-in or a session that has a tag."""
    return frozenset(journal.store.tags.days(tag))


def set_tags(journal: Journal, key: CheckInKey, tags: Iterable[str]) -> Entry | None:
    """Give a check-in these tags. Tags alone make an entry, as a note does; none do not."""
    wanted, stored = _spelled(journal, tags), journal.store.entries.get(key.entry_id)
    if stored is None and not wanted:
        return None
    if stored is not None and stored.tags == wanted:
        return stored
    with journal.store.action("tags", merge_key=f"tags:{key.entry_id}"):
        entry = touched(journal, replace(stored or begin(journal, key), tags=wanted))
        journal.store.entries.save(entry)
    journal.changed("entries")
    return entry


def set_session_tags(journal: Journal, session_id: str, tags: Iterable[str]) -> Session:
    """Give a session these tags. Raises UnknownRecord."""
    from journal.app.session_saving import changed_session, session

    known = session(journal, session_id)
    after = replace(known, tags=_spelled(journal, tags))
    return known if after == known else changed_session(journal, known, after, f"tags:{known.id}", "tags")


def rename_tag(journal: Journal, tag: str, new: str) -> int:
    """Call a tag otherwise wherever it stands, as one undo step; how many check-ins and sessions had it.

    A name that another tag has joins the two.
    """
    return _changed_everywhere(journal, tag, tidy_tag(new) or tag)


def remove_tag(journal: Journal, tag: str) -> int:
    """Take a tag away wherever it stands, as one undo step; how many check-ins and sessions had it."""
    return _changed_everywhere(journal, tag, "")


def _changed_everywhere(journal: Journal, tag: str, new: str) -> int:
    store, holders = journal.store, journal.store.tags.holders(tag)
    with store.action("tags"):
        for entry_id in holders["entry"]:
            entry = store.entries.get(entry_id)
            if entry is not None:
                changed = replace(entry, tags=renamed(entry.tags, tag, new))
                store.entries.save(touched(journal, changed) if changed != entry else entry)
        for session in store.sessions.among(holders["session"]).values():
            after = replace(session, tags=renamed(session.tags, tag, new))
            store.sessions.save(after if after.open or after == session else moments.touched(journal, after, session))
    journal.changed("entries", "sessions")
    return sum(map(len, holders.values()))


def _spelled(journal: Journal, tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are kept, each spelled as it is elsewhere in the journal."""
    known = [each.tag for each in journal.store.tags.counts()]
    return tuple(next((each for each in known if same_tag(each, tag)), tag) for tag in tidy_tags(tags))
