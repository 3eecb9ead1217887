"""What the plan of the medicines says about one day: begun, changed, taken for the last time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from journal.model.medicines import DoseLevel, Medicine


class ChangeKind(StrEnum):
    """What happened to a medicine."""

    BEGUN = "begun"
    CHANGED = "changed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class MedicineChange:
    """A medicine on a day that changed something. `level` is the dose from then on, None on its last day.

    `before` is the dose until then, None on its first day.
    """

    medicine: Medicine
    kind: ChangeKind
    level: DoseLevel | None = None
    before: DoseLevel | None = None


def medicine_changes(medicines: Iterable[Medicine], day: date) -> Iterator[MedicineChange]:
    """What happened to each medicine on a day, as the calendar counts it."""
    for medicine in medicines:
        for before, level in pairwise((None, *medicine.levels)):
            if level is not None and level.since_day == day:
                kind = ChangeKind.BEGUN if before is None else ChangeKind.CHANGED
                yield MedicineChange(medicine, kind, level, before)
        if medicine.stopped_on == day:
            yield MedicineChange(medicine, ChangeKind.STOPPED, before=medicine.levels[-1] if medicine.levels else None)
