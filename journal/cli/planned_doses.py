"""Which planned dose a dose from the command line answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from journal.model.entries import day_of, local_time

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.medicines import Medicine

DAY_MIN = 24 * 60


def open_due(journal: Journal, medicine: Medicine, at: datetime | None) -> int | None:
    """The planned time nearest to `at` (now) that has no answer on that day, in minutes after midnight.

    None where nothing is planned for set times, or all of it is answered. Raises TimeInFuture.
    """
    from journal.app.intakes import day_doses

    local = _local(journal, at)
    planned = day_doses(journal, day_of(local, journal.day_start_min)).planned
    open_times = [
        dose.due_min
        for dose in planned
        if dose.medicine.id == medicine.id and dose.intake is None and dose.due_min is not None
    ]
    minute = local.hour * 60 + local.minute
    return min(open_times, key=lambda due: _apart(due, minute), default=None)


def day_at(journal: Journal, at: datetime | None) -> date:
    """The day that a time (now) belongs to. Raises TimeInFuture."""
    return day_of(_local(journal, at), journal.day_start_min)


def _local(journal: Journal, at: datetime | None) -> datetime:
    from journal.app.moments import moment

    when = moment(journal, at)
    return local_time(when.at_ms, when.offset_min)


def _apart(one: int, other: int) -> int:
    """How many minutes two times of day are apart, over midnight if that is shorter."""
    apart = abs(one - other)
    return min(apart, DAY_MIN - apart)
