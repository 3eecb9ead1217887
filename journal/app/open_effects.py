"""Side effects that had not gone when they were last written down: asked about first, for 72 hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.app.journal import Journal
from journal.app.session_effects import add_point
from journal.model.items import Item
from journal.model.sessions import Session
from journal.model.side_effects import effect_course
from journal.model.side_effects import open_effects as still_open

SESSIONS_LOOKED_AT_DAYS = 30
"""A side effect can come days after its session; it is asked about for 72 hours from then."""


@dataclass(frozen=True, slots=True)
class OpenEffect:
    """A side effect that may be there still: since when (UTC milliseconds, offset), and its last level."""

    session: Session
    item: Item
    since_ms: int
    offset_min: int
    level: int


def open_effects(journal: Journal, now: datetime) -> tuple[OpenEffect, ...]:
    """The side effects to ask about, oldest first."""
    now_ms = round(now.timestamp() * 1000)
    today = journal.today()
    recent = journal.store.sessions.between(today - timedelta(days=SESSIONS_LOOKED_AT_DAYS), today)
    pairs = still_open(recent, now_ms)
    items = {item.id: item for item in journal.items()} if pairs else {}
    found = []
    for session, effect in pairs:
        onset, item = effect_course(session, effect, now_ms).onset, items.get(effect.item_id)
        if onset is not None and item is not None:
            found.append(OpenEffect(session, item, onset.at_ms, onset.offset_min, effect.points[-1].level))
    return tuple(found)


def answer_open_effect(
    journal: Journal, session_id: str, item: Item, level: int, *, at_ms: int | None = None
) -> Session:
    """Write down how strong it is now; 0 means that it has gone.

    Raises UnknownRecord, FieldOutOfRange, TimeInFuture.
    """
    return add_point(journal, session_id, item, level, at_ms=at_ms)
