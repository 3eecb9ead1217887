"""The doses that a file brings, against the medicines and doses of the journal.

A dose is known by its source key, so reading the file again adds nothing; one that the person
changed or deleted since stays as it is. A medicine that is in the journal takes the doses of its name
and keeps its own usual doses. One that is not is made, with the usual doses that the file shows.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from journal.app.dose_imports import read_days, read_days_setting
from journal.app.imported_medicines import FoundMedicine, with_usual_doses
from journal.app.journal import Journal
from journal.exchange.drafts import DoseDraft
from journal.exchange.results import MedicineCounts
from journal.model.medicines import Intake, Medicine, Taken
from journal.model.periods import Period

BATCH = 500


class IntakeWriting:
    """Settles the doses of one file, some hundreds at a time.

    With `write` they are written inside the open action; without, they are only counted. `finish`
    comes last: it writes the usual doses of the medicines that were made.
    """

    def __init__(self, journal: Journal, form: str, import_id: str, *, write: bool) -> None:
        self._journal = journal
        self._form = form
        self._import_id = import_id
        self._write = write
        self._namespace = uuid.UUID(journal.journal_id)
        self._day_start_min = journal.day_start_min
        self._gone = frozenset(journal.store.intakes.deleted())
        self._gone_medicines = frozenset(journal.store.medicines.deleted())
        self._found: dict[str, FoundMedicine] = {}

    @property
    def anything(self) -> bool:
        """Whether there was anything to write."""
        return any(found.new or found.changed or found.made for found in self._found.values())

    def take(self, doses: Sequence[DoseDraft]) -> None:
        """Settle the next doses, in the order of the file."""
        for start in range(0, len(doses), BATCH):
            self._take(doses[start : start + BATCH])

    def finish(self) -> tuple[MedicineCounts, ...]:
        """Settle the usual doses of medicines that the file brought; what came in of each medicine."""
        for found in self._found.values():
            if found.ours and found.medicine is not None:
                self._settle_levels(found, found.medicine)
        return tuple(found.counts() for found in self._found.values())

    def _take(self, doses: Sequence[DoseDraft]) -> None:
        ids = [self._id(dose.source_key) for dose in doses]
        known = self._journal.store.intakes.among(ids)
        founds = [self._medicine(dose) for dose in doses]
        answered = self._answered(doses, founds)
        wanted: dict[str, Intake] = {}
        for intake_id, dose, found in zip(ids, doses, founds, strict=True):
            medicine = found.add(dose)
            own = (found.id, dose.day, dose.due_min)
            gone = medicine is None or intake_id in self._gone or intake_id in wanted
            if medicine is None or gone or (intake_id not in known and own in answered):
                found.known += 1
            else:
                intake = _settled(found, self._intake(intake_id, dose, found, medicine), known.get(intake_id))
                wanted |= {} if intake is None else {intake_id: intake}
        if self._write:
            self._save(wanted)

    def _save(self, wanted: dict[str, Intake]) -> None:
        there = self._journal.store.intakes.in_any_form(wanted)
        self._journal.store.intakes.add_new([each for intake_id, each in wanted.items() if intake_id not in there])
        for intake_id in there:
            self._journal.store.intakes.save(wanted[intake_id])

    def _intake(self, intake_id: str, dose: DoseDraft, found: FoundMedicine, medicine: Medicine) -> Intake:
        """The dose as it is kept. Of a medicine of the person's own it answers only times that are planned there."""
        same_unit = dose.unit.strip().casefold() == medicine.unit.casefold()
        said = "" if same_unit or dose.amount is None else f"{dose.amount:.10g} {dose.unit}".strip()
        amount = dose.amount if same_unit and dose.taken is not Taken.NOT_TAKEN else None
        return Intake(
            id=intake_id,
            medicine_id=medicine.id,
            taken=dose.taken,
            at_ms=dose.at_ms,
            offset_min=dose.offset_min,
            day=dose.day,
            amount=amount,
            due_min=_due_min(found, medicine, dose),
            day_start_min=self._day_start_min,
            zone=dose.zone,
            time_known=dose.time_known,
            note="\n".join(part for part in (said, dose.note) if part),
            import_id=self._import_id,
            source_key=dose.source_key,
        )

    def _medicine(self, dose: DoseDraft) -> FoundMedicine:
        """The medicine of a dose: one of the file's before, one of the journal, or a new one."""
        name = dose.medicine.strip()
        found = self._found.get(name.casefold())
        if found is None:
            found = self._found[name.casefold()] = self._first_met(name, dose)
        if found.made and found.medicine is not None and not found.medicine.unit and dose.unit.strip():
            found.medicine = self._saved(replace(found.medicine, unit=dose.unit.strip()))
        return found

    def _first_met(self, name: str, dose: DoseDraft) -> FoundMedicine:
        source_key = f"{self._form}:medicine:{name.casefold()}"
        medicine_id = self._id(source_key)
        kept = self._journal.store.medicines.get(medicine_id)
        if kept is not None or medicine_id in self._gone_medicines:
            return FoundMedicine(medicine_id, name, kept, ours=True)
        named = [one for one in self._journal.store.medicines.all() if one.name.casefold() == name.casefold()]
        if named:
            own = max(named, key=lambda one: (one.taken_on(dose.day), one.start))
            return FoundMedicine(own.id, own.name, own)
        made = Medicine(
            medicine_id, name, dose.unit.strip(), dose.day, import_id=self._import_id, source_key=source_key
        )
        return FoundMedicine(medicine_id, name, self._saved(made), ours=True, made=True)

    def _saved(self, medicine: Medicine) -> Medicine:
        return self._journal.store.medicines.save(medicine) if self._write else medicine

    def _answered(
        self, doses: Sequence[DoseDraft], founds: Sequence[FoundMedicine]
    ) -> set[tuple[str, date, int | None]]:
        """The planned doses that the person has written down already, by medicine, day and minute."""
        own = {found.id for found in founds if not found.made}
        if not own or not doses:
            return set()
        days = [dose.day for dose in doses]
        here = self._journal.store.intakes.between(min(days), max(days), own)
        return {
            (each.medicine_id, each.day, each.due_min)
            for each in here
            if each.source_key is None and each.due_min is not None and each.taken is not Taken.EXTRA
        }

    def _settle_levels(self, found: FoundMedicine, kept: Medicine) -> None:
        """Write the usual doses that no import has read yet; those that are there stay as they are."""
        read = read_days(self._journal, kept.id)
        medicine = with_usual_doses(kept, found.days, read, self._journal.today())
        last = max(found.days)
        if medicine == kept and read is not None and read.last >= last:
            return
        if self._write and (found.new or found.changed or found.made):
            found.medicine = self._journal.store.medicines.save(medicine)
            first = min(found.days)
            days = Period(first, last) if read is None else Period(min(read.first, first), max(read.last, last))
            self._journal.store.settings.put(*read_days_setting(kept.id, days))

    def _id(self, source_key: str) -> str:
        return str(uuid.uuid5(self._namespace, source_key))


def _due_min(found: FoundMedicine, medicine: Medicine, dose: DoseDraft) -> int | None:
    """The planned time that a dose answers; None beyond the plan."""
    if dose.taken is Taken.EXTRA:
        return None
    if found.ours:
        return dose.due_min
    level = medicine.level_on(dose.day)
    return dose.due_min if level is not None and dose.due_min in level.times else None


def _settled(found: FoundMedicine, now: Intake, before: Intake | None) -> Intake | None:
    """The dose to be written, None for one that is here as the file has it, or as the person does."""
    if before is None:
        found.new += 1
        return now
    changed = _of_file(before, now)
    if before.changed_ms is not None or changed == before:
        found.known += 1
        return None
    found.changed += 1
    return changed


def _of_file(before: Intake, now: Intake) -> Intake:
    """The dose as it is kept, with what the file says of it now."""
    return replace(
        before,
        taken=now.taken,
        amount=now.amount,
        at_ms=now.at_ms,
        offset_min=now.offset_min,
        day=now.day,
        zone=now.zone,
        time_known=now.time_known,
        due_min=now.due_min,
        note=now.note,
    )
