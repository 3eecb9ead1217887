"""The clinicians that a report is made for, and what each of them is shown."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from journal.app.journal import Journal
from journal.app.own_records import Own, delete_record
from journal.app.records import found
from journal.model.appointments import Clinician
from journal.model.errors import NameMissing
from journal.report.request import NEVER_REMEMBERED, Paper, Part


def clinicians(journal: Journal) -> list[Clinician]:
    """All of them, in order."""
    return journal.store.clinicians.all()


def clinician(journal: Journal, prefix: str) -> Clinician:
    """The clinician whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.clinicians, prefix)


def add_clinician(journal: Journal, name: str) -> Clinician:
    """Add one by name. Raises NameMissing without a name."""
    last = max((each.position for each in clinicians(journal)), default=-1)
    return _saved(journal, Clinician(str(uuid.uuid4()), name.strip(), position=last + 1), "add_clinician")


def rename_clinician(journal: Journal, clinician_id: str, name: str) -> Clinician:
    """Give another name, also where the old one was typed into a record. Raises UnknownRecord, NameMissing.

    A course's clinic and who gave a total are words of the person; those that are exactly the old name follow it.
    """
    known = clinician(journal, clinician_id)
    renamed = replace(known, name=name.strip())
    _check(renamed)
    if renamed == known:
        return known
    store = journal.store
    with store.action("rename_clinician"):
        saved = store.clinicians.save(renamed)
        courses = [each for each in store.courses.all() if each.clinic == known.name]
        given = [each for each in store.questionnaires.all() if each.total_by == known.name]
        for course in courses:
            store.courses.save(replace(course, clinic=saved.name))
        for total in given:
            store.questionnaires.save(replace(total, total_by=saved.name))
    journal.changed("clinicians", *(("courses",) if courses else ()), *(("questionnaires",) if given else ()))
    return saved


def remember_choices(journal: Journal, clinician_id: str, parts: Iterable[Part], paper: Paper) -> Clinician:
    """Keep what this clinician is shown, for the next report; what is chosen anew each time is left out.

    It comes with saving or printing a report and is no change that a person made: Undo passes it over.
    """
    kept = tuple(sorted(str(part) for part in parts if part not in NEVER_REMEMBERED))
    known = clinician(journal, clinician_id)
    changed = replace(known, include=kept, paper=str(paper))
    if changed == known:
        return known
    with journal.store.tx():
        saved = journal.store.clinicians.save(changed)
    journal.changed("clinicians")
    return saved


def remembered_parts(known: Clinician) -> frozenset[Part]:
    """The parts that were chosen last for a clinician; names of parts that are not known are left out."""
    return frozenset(Part(name) for name in known.include if name in tuple(Part)) - NEVER_REMEMBERED


def delete_clinician(journal: Journal, clinician_id: str) -> None:
    """Delete one; appointments stay without a name. Undo brings it back for 30 days. Raises UnknownRecord."""
    delete_record(journal, Own.CLINICIAN, clinician(journal, clinician_id).id)


def _saved(journal: Journal, changed: Clinician, what: str) -> Clinician:
    _check(changed)
    with journal.store.action(what):
        saved = journal.store.clinicians.save(changed)
    journal.changed("clinicians")
    return saved


def _check(known: Clinician) -> None:
    if not known.name:
        raise NameMissing
