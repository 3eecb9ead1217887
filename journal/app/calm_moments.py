"""Calm moments that a person chose to keep: distress before and after, nothing else."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from journal.app.own_records import Own, save_records
from journal.model.calm_moments import CalmMoment
from journal.model.entries import day_of, local_time

if TYPE_CHECKING:
    from journal.app.journal import Journal

MOST = 10


def keep_moment(journal: Journal, choice: str, before: int | None, after: int | None) -> CalmMoment:
    """Keep a calm moment as of now, as one undo step. Distress is 0 to 10; raises ValueError outside that."""
    for value in (before, after):
        if value is not None and not 0 <= value <= MOST:
            raise ValueError(f"distress {value} is not 0 to {MOST}")
    at_ms = journal.clock.now_ms()
    offset = journal.clock.offset_min(at_ms)
    moment = CalmMoment(
        id=str(uuid.uuid4()),
        at_ms=at_ms,
        offset_min=offset,
        day=day_of(local_time(at_ms, offset), journal.day_start_min),
        day_start_min=journal.day_start_min,
        zone=journal.clock.zone(),
        choice=choice,
        before=before,
        after=after,
    )
    save_records(journal, Own.CALM_MOMENT, [moment])
    return moment
