"""Courses, sessions, medicines, doses, practice, markers, forms, questionnaires and own records as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.app.own_records import Own
from journal.host.clock import FixedClock
from journal.model.entries import TimeKnown
from journal.model.errors import UnknownRecord
from journal.model.questionnaires import Coded
from journal.model.sessions import Phase, SideEffect, Vital
from journal.store.journal_store import JournalStore
from journal.store.records import Records
from tests.support.own_records import OWN_RECORDS, save_own
from tests.support.stores import DAY, NIGHT, TENSE, open_store
from tests.support.treatments import (
    COURSE,
    FORM,
    INTAKE,
    MARKER,
    MEDICINE,
    PRACTICE,
    QUESTIONNAIRE,
    SESSION,
    point,
    record_id,
    save_all,
    session,
)

RECORDS = {
    "courses": COURSE,
    "sessions": SESSION,
    "medicines": MEDICINE,
    "intakes": INTAKE,
    "practices": PRACTICE,
    "markers": MARKER,
    "forms": FORM,
    "questionnaires": QUESTIONNAIRE,
    "groups": OWN_RECORDS[Own.GROUP],
    "profiles": OWN_RECORDS[Own.PROFILE],
    "goals": OWN_RECORDS[Own.GOAL],
    "clinicians": OWN_RECORDS[Own.CLINICIAN],
    "appointments": OWN_RECORDS[Own.APPOINTMENT],
    "questions": OWN_RECORDS[Own.QUESTION],
    "plan_lines": OWN_RECORDS[Own.PLAN_LINE],
    "contacts": OWN_RECORDS[Own.CONTACT],
    "calm_moments": OWN_RECORDS[Own.CALM_MOMENT],
}


@pytest.fixture
def filled(store: JournalStore) -> JournalStore:
    with store.action("treatment"):
        save_all(store)
        save_own(store)
    return store


def rows(store: JournalStore, table: str, what: str = "count(*)") -> list[tuple[object, ...]]:
    return store._ledger.rows(f"SELECT {what} FROM {table}")  # noqa: S608


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_read_back_as_it_was_written(filled: JournalStore, name: str) -> None:
    records: Records[object] = getattr(filled, name)
    record_id = RECORDS[name].id  # type: ignore[attr-defined]
    assert records.get(record_id) == RECORDS[name]
    assert records.all() == [RECORDS[name]]
    assert records.among([record_id, "another"]) == {record_id: RECORDS[name]}
    assert records.find(record_id[:5].upper()) == [record_id]
    assert records.count() == 1


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_survives_a_new_start(filled: JournalStore, folder: Path, clock: FixedClock, name: str) -> None:
    filled.close()
    again = open_store(folder, clock)
    assert getattr(again, name).all() == [RECORDS[name]]
    again.close()


@pytest.mark.parametrize("name", RECORDS)
def test_a_deleted_record_comes_back_whole_and_goes_again(filled: JournalStore, name: str) -> None:
    records: Records[object] = getattr(filled, name)
    with filled.action("delete"):
        records.delete(RECORDS[name].id)  # type: ignore[attr-defined]
    assert (records.all(), records.count()) == ([], 0)
    filled.changes.undo()
    assert records.all() == [RECORDS[name]]
    filled.changes.redo()
    assert records.all() == []


@pytest.mark.parametrize("name", RECORDS)
def test_a_tombstone_has_no_content(filled: JournalStore, name: str) -> None:
    records: Records[object] = getattr(filled, name)
    with filled.action("delete"):
        records.delete(RECORDS[name].id)  # type: ignore[attr-defined]
    ids = {"id", "hlc", "deleted", "session_id", "course_id", "medicine_id", "item_id"}
    for table in (records.table, *(part.name for part in records.parts)):
        columns = ", ".join(row[0] for row in filled._ledger.columns(table) if row[0] not in ids)
        for row in rows(filled, table, columns):
            assert set(row) <= {None, "", 0, "0001-01-01"}


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_not_there_cannot_be_deleted(store: JournalStore, name: str) -> None:
    with store.action("delete"):
        with pytest.raises(UnknownRecord):
            getattr(store, name).delete("no such id")
        with pytest.raises(UnknownRecord):
            getattr(store, name).delete_for_good("no such id")


@pytest.mark.parametrize("name", RECORDS)
def test_saving_the_same_again_is_no_step(filled: JournalStore, name: str) -> None:
    with filled.action("again"):
        getattr(filled, name).save(RECORDS[name])
    assert len(filled.changes.history()) == 1


def test_a_change_of_one_part_writes_no_other_row(filled: JournalStore) -> None:
    before = dict(rows(filled, "vital", "id, hlc") + rows(filled, "session", "id, hlc"))
    with filled.action("vital"):
        filled.sessions.save(replace(SESSION, vitals=(SESSION.vitals[0], Vital(40, 150, None, 71))))
    after = dict(rows(filled, "vital", "id, hlc") + rows(filled, "session", "id, hlc"))
    assert len([row_id for row_id, stamp in after.items() if before[row_id] != stamp]) == 1


def test_parts_are_kept_in_order_and_empty_vitals_left_out(store: JournalStore) -> None:
    with store.action("session"):
        saved = store.sessions.save(
            replace(
                SESSION,
                vitals=(Vital(40, 130), Vital(0, 120), Vital(15)),
                effects=(
                    SideEffect(NIGHT.item_id, (), Phase.STAYED),
                    SideEffect(TENSE.item_id, (point(30, 1), point(10, 2))),
                ),
            )
        )
    assert [vital.minute for vital in saved.vitals] == [0, 40]
    assert [effect.item_id for effect in saved.effects] == [TENSE.item_id, NIGHT.item_id]
    assert [each.level for each in saved.effects[0].points] == [2, 1]
    assert store.sessions.get(SESSION.id) == saved


def test_a_side_effect_that_was_taken_away_can_come_again(filled: JournalStore) -> None:
    with filled.action("away"):
        filled.sessions.save(replace(SESSION, effects=(), vitals=()))
    assert filled.sessions.get(SESSION.id) == replace(SESSION, effects=(), vitals=())
    with filled.action("again"):
        filled.sessions.save(SESSION)
    assert filled.sessions.get(SESSION.id) == SESSION


def test_sessions_are_found_by_day_time_course_and_whether_they_are_open(filled: JournalStore) -> None:
    earlier = session("earlier", at_ms=SESSION.at_ms - 60_000, open=True, kind="pe", course_id=None)
    before = session("before", at_ms=SESSION.at_ms - 86_400_000, day=DAY - timedelta(days=1))
    with filled.action("more"):
        filled.sessions.save(earlier)
        filled.sessions.save(before)
    assert filled.sessions.all() == [before, earlier, SESSION]
    assert filled.sessions.between(DAY, DAY) == [earlier, SESSION]
    assert filled.sessions.of_course(COURSE.id) == [before, SESSION]
    assert filled.sessions.open() == [earlier]
    assert filled.sessions.latest() == SESSION
    assert filled.sessions.latest(SESSION.at_ms) == earlier
    assert filled.sessions.latest(SESSION.at_ms, "ketamine_iv") == before
    assert filled.sessions.latest(kind="emdr") is None


def test_questionnaires_are_found_by_day_instrument_and_form(filled: JournalStore) -> None:
    other = replace(QUESTIONNAIRE, id=record_id("pcl5"), instrument="pcl5", form_id=None, at_ms=QUESTIONNAIRE.at_ms - 1)
    before = replace(other, id=record_id("before"), at_ms=other.at_ms - 86_400_000, day=DAY - timedelta(days=1))
    with filled.action("questionnaires"):
        filled.questionnaires.save(other)
        filled.questionnaires.save(before)
    assert filled.questionnaires.between(DAY, DAY) == [other, QUESTIONNAIRE]
    assert filled.questionnaires.of_instrument("pcl5") == [before, other]
    assert filled.questionnaires.of_form(FORM.id) == [QUESTIONNAIRE]
    assert filled.questionnaires.extent() == (DAY - timedelta(days=1), DAY)


def test_answers_keep_their_order_and_their_kinds(filled: JournalStore) -> None:
    read = filled.questionnaires.all()[0].answers
    assert [type(answer.value) for answer in read] == [int, type(None), type(None), float, bool, str, Coded, Coded]


def test_an_undone_import_takes_its_questionnaires_along(store: JournalStore) -> None:
    with store.action("import"):
        store.imports.add("diary", "table")
        store.questionnaires.save(replace(QUESTIONNAIRE, import_id="diary"))
    store.changes.undo_import("diary")
    assert store.questionnaires.all() == []
    store.changes.redo()
    assert store.questionnaires.all() == [replace(QUESTIONNAIRE, import_id="diary")]


def test_doses_are_found_by_day_and_medicine(filled: JournalStore) -> None:
    other = replace(INTAKE, id=record_id("other"), medicine_id="another", at_ms=INTAKE.at_ms - 1)
    with filled.action("dose"):
        filled.intakes.save(other)
    assert filled.intakes.between(DAY, DAY) == [other, INTAKE]
    assert filled.intakes.between(DAY, DAY, [MEDICINE.id]) == [INTAKE]
    assert filled.intakes.of_medicine("another") == [other]
    assert filled.intakes.between(DAY + timedelta(days=1), DAY + timedelta(days=9)) == []


def test_many_sessions_are_read_in_as_many_queries_as_one(
    filled: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filled.action("many", many=True):
        for number in range(30):
            filled.sessions.save(session(f"s{number}", at_ms=SESSION.at_ms - number * 60_000))
    asked: list[str] = []
    read = filled._ledger.rows
    monkeypatch.setattr(filled._ledger, "rows", lambda sql, given=(): asked.append(sql) or read(sql, given))
    assert len(filled.sessions.all()) == 31
    assert len(asked) == 4


def test_what_can_be_read_is_read_by_the_check_of_the_whole_journal(filled: JournalStore) -> None:
    assert filled.read_all() == 0
    with filled.tx():
        filled._ledger.write("UPDATE session SET went = 'no such word'")
    with pytest.raises(ValueError, match="no such word"):
        filled.read_all()


def test_an_undone_import_takes_its_medicine_along_unless_a_dose_was_taken_since(store: JournalStore) -> None:
    with store.action("import"):
        store.imports.add("diary", "table")
        store.medicines.save(replace(MEDICINE, import_id="diary"))
        store.sessions.save(replace(SESSION, import_id="diary"))
    with store.action("rename"):
        store.medicines.save(replace(MEDICINE, import_id="diary", name="My own name"))
    with store.action("dose"):
        store.intakes.save(INTAKE)
    store.changes.undo_import("diary")
    assert (store.sessions.all(), [medicine.name for medicine in store.medicines.all()]) == ([], ["My own name"])
    store.changes.undo()
    assert store.sessions.all() == [replace(SESSION, import_id="diary")]
    with store.action("no dose"):
        store.intakes.delete(INTAKE.id)
    store.changes.undo_import("diary")
    assert store.medicines.all() == []


def test_where_sessions_stand_is_told_without_reading_them(filled: JournalStore) -> None:
    with filled.tx():
        filled.sessions.save(session("earlier", at_ms=SESSION.at_ms - 1, course_id=None, time_known=TimeKnown.DAY))
        filled.sessions.save(session("gone"))
        filled.sessions.delete(record_id("gone"))
    whole = filled.sessions.all()
    told = [(s.id, s.kind, s.course_id, s.at_ms, s.day, s.time_known, s.offset_min, s.day_start_min) for s in whole]
    assert [tuple(outline) for outline in filled.sessions.outlines()] == told
    assert len(told) == 2


def test_many_new_doses_are_written_at_once_and_undone_as_one_step(filled: JournalStore) -> None:
    before = filled.intakes.all()
    doses = [replace(INTAKE, id=f"{INTAKE.id[:-4]}{number:04}", at_ms=INTAKE.at_ms + number) for number in range(1200)]
    with filled.action("import", many=True):
        filled.intakes.add_new(doses)
    assert filled.intakes.among([dose.id for dose in doses]) == {dose.id: dose for dose in doses}
    filled.changes.undo()
    assert filled.intakes.all() == before
    filled.changes.redo()
    assert filled.intakes.count() == len(before) + len(doses)


def test_records_with_parts_are_not_written_so(filled: JournalStore) -> None:
    with filled.action("import"), pytest.raises(TypeError):
        filled.medicines.add_new([MEDICINE])
