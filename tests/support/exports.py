"""Exports for tests: a journal with treatment in it, taken out and read back."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from journal.app import courses, intakes, markers, medicines, practices, questionnaires, sessions
from journal.app.imports import run_import
from journal.app.journal import Journal
from journal.model.practices import PracticeKind
from journal.model.questionnaires import Coded, GivenAnswer, KeptForm
from journal.model.sessions import Vital
from tests.support.journals import make_journal
from tests.support.tables import write

ALL_PARTS = ("sessions", "medicines", "markers", "scores")
FORM = KeptForm("00000000-0000-0000-0000-0000000000f0", "urn:example:rest", "1", "Rest", "{}", 0)


def zipped(data: bytes) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: list(csv.DictReader(io.StringIO(archive.read(name).decode()))) for name in archive.namelist()}


def read_back(data: bytes, folder: Path) -> Journal:
    other, _ = make_journal(folder / "other")
    run_import(other, write(folder, data, "journal.json"))
    return other


def treat(journal: Journal) -> None:
    """One of each record of treatment, with something private in every text, and a form that was filled in."""
    course = courses.add_course(
        journal, "ketamine_iv", date(2026, 10, 15), sessions=6, clinic="private clinic", baseline="private start"
    )
    session = sessions.begin_session(journal, "ketamine_iv", at=datetime(2026, 10, 28, 14), course_id=course.id)
    sessions.set_vital(journal, session.id, Vital(40, 141, 88))
    sessions.add_point(journal, session.id, journal.item("nausea"), 2)
    sessions.change_session(
        journal, session.id, dose=0.5, unit="mg/kg", intention="private intention", note="=private session"
    )
    medicine = medicines.add_medicine(
        journal, "+Prazosin", unit="mg", start=date(2026, 10, 1), dose=1, times=(480, 1320)
    )
    taken = intakes.take(journal, medicine.id, due_min=480)
    intakes.change_intake(journal, taken.id, note="private dose")
    practices.add_practice(journal, PracticeKind.IN_LIFE, before=70, after=0, note="private practice")
    markers.add_marker(journal, date(2026, 11, 3), "Moved", "private marker")
    with journal.store.action("keep_form"):
        journal.store.forms.save(FORM)
    rest = (GivenAnswer("/1", Coded("", "a", "=A")), GivenAnswer("/2", None))
    questionnaires.save_form_answers(journal, FORM.id, rest, at=datetime(2026, 10, 28, 9))
