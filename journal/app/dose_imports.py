"""The doses of a table against the medicines of the journal: which levels are new, which are known."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from journal.app.journal import Journal
from journal.exchange import mapping_faults as faults
from journal.exchange.drafts import DoseColumn
from journal.exchange.formats import Format
from journal.exchange.results import DoseCounts
from journal.model.errors import InvalidMapping
from journal.model.medicines import DoseLevel, Medicine
from journal.model.periods import Period

READ_DAYS = "doses_read:{medicine_id}"
"""The setting that keeps which days of a medicine were read from a file; undone with its import."""


@dataclass(frozen=True, slots=True)
class SettledDoses:
    """The doses of one column as the journal would have them. `medicine` is None when nothing is to be written."""

    counts: DoseCounts
    medicine: Medicine | None = None
    read_days: Period | None = None


class DoseWriting:
    """Compares the doses of one file with the journal's medicines.

    A medicine is known by its name in the file, so reading the file again finds it. What the person
    did since stays: days that were read before are theirs, whether they changed a dose, took a level
    out, or deleted the medicine. Only days that no import has read add levels.
    """

    def __init__(self, journal: Journal, source: str, import_id: str, path: str) -> None:
        self._journal = journal
        self._source = source
        self._import_id = import_id
        self._path = path

    def settle(self, columns: Iterable[DoseColumn]) -> tuple[SettledDoses, ...]:
        """What becomes of the doses. Raises InvalidMapping for a name that a medicine of the person's own has."""
        return tuple(self._settle(column) for column in columns)

    def write(self, settled: Iterable[SettledDoses]) -> bool:
        """Write the medicines inside the open action; whether there was anything to write."""
        written = False
        for each in settled:
            if each.medicine is not None and each.read_days is not None:
                self._journal.store.medicines.save(each.medicine)
                self._journal.store.settings.put(*read_days_setting(each.medicine.id, each.read_days))
                written = True
        return written

    def _settle(self, column: DoseColumn) -> SettledDoses:
        source_key = f"{Format.TABLE}:{self._source}:medicine:{column.medicine.casefold()}"
        medicine_id = str(uuid.uuid5(uuid.UUID(self._journal.journal_id), source_key))
        kept = self._journal.store.medicines.get(medicine_id)
        read = read_days(self._journal, medicine_id)
        if kept is None and read is not None:
            return SettledDoses(_counts(column, 0))
        if kept is None:
            self._check_name(column)
            kept = self._blank(column, medicine_id, source_key)
        added = [
            DoseLevel(str(uuid.uuid5(uuid.UUID(medicine_id), day.isoformat())), day, amount)
            for day, amount in column.levels
            if read is None or not read.first <= day <= read.last
        ]
        levels = _joined(kept.levels, added)
        if levels == kept.levels:
            return SettledDoses(_counts(column, 0))
        days = Period(column.levels[0][0], column.last)
        medicine = replace(kept, levels=levels, start=min(kept.start, levels[0].since_day))
        return SettledDoses(_counts(column, len(set(levels) - set(kept.levels))), medicine, _both(read, days))

    def _blank(self, column: DoseColumn, medicine_id: str, source_key: str) -> Medicine:
        return Medicine(
            id=medicine_id,
            name=column.medicine,
            unit=column.unit,
            start=column.levels[0][0],
            import_id=self._import_id,
            source_key=source_key,
        )

    def _check_name(self, column: DoseColumn) -> None:
        name = column.medicine.casefold()
        if any(medicine.name.casefold() == name for medicine in self._journal.store.medicines.all()):
            where = f"dose.medicine = {column.medicine}"
            raise InvalidMapping(path=self._path, where=where, reason=faults.MEDICINE_HERE)


def _joined(kept: tuple[DoseLevel, ...], added: list[DoseLevel]) -> tuple[DoseLevel, ...]:
    """Both in order of days; where old and new meet, a level that changes nothing is left out."""
    new = set(added)
    taken = {level.since_day for level in kept}
    levels: list[DoseLevel] = []
    for level in sorted([*kept, *(one for one in added if one.since_day not in taken)], key=lambda one: one.since_day):
        before = levels[-1] if levels else None
        if before is not None and before.amount == level.amount and (level in new) != (before in new):
            continue
        levels.append(level)
    return tuple(levels)


def _both(read: Period | None, days: Period) -> Period:
    return days if read is None else Period(min(read.first, days.first), max(read.last, days.last))


def _counts(column: DoseColumn, new: int) -> DoseCounts:
    return DoseCounts(column.column, column.medicine, column.unit, column.cells, len(column.levels), new)


def read_days(journal: Journal, medicine_id: str) -> Period | None:
    """The days of a medicine that were read from files, None if there are none."""
    value = journal.setting(READ_DAYS.format(medicine_id=medicine_id))
    if not isinstance(value, dict):
        return None
    return Period(date.fromisoformat(value["first"]), date.fromisoformat(value["last"]))


def read_days_setting(medicine_id: str, days: Period) -> tuple[str, dict[str, str]]:
    """The setting that keeps which days of a medicine were read: its name and its content."""
    content = {"first": days.first.isoformat(), "last": days.last.isoformat()}
    return READ_DAYS.format(medicine_id=medicine_id), content
