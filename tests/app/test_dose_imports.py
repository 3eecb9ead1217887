"""Doses of a file in the journal: dated levels of a medicine, once however often the file is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journal.app.history import redo, undo
from journal.app.imports import preview, run_import, undo_import
from journal.app.intakes import take
from journal.app.journal import Journal
from journal.app.medicines import (
    add_medicine,
    change_dose,
    delete_medicine,
    delete_medicine_for_good,
    medicines,
    remove_level,
    stop_medicine,
)
from journal.model.errors import InvalidMapping
from tests.support.journals import reopen
from tests.support.tables import WIDE, write

DOSES = WIDE + '[[dose]]\ncolumn = "mg"\nmedicine = "Zoloft"\nunit = "mg"\n'
SHORT = {"2026-03-01": 50, "2026-03-08": 100, "2026-03-20": 100}
LONGER = {"2026-02-01": 25, **SHORT, "2026-04-01": 150}


def table(folder: Path, doses: dict[str, float]) -> Path:
    rows = "".join(f"{day},10:00,3,{amount}\n" for day, amount in doses.items())
    return write(folder, "date,time,mood,mg\n" + rows)


def levels(journal: Journal) -> list[tuple[str, float]]:
    (medicine,) = medicines(journal)
    return [(level.since_day.isoformat(), level.amount) for level in medicine.levels]


def test_the_doses_come_in_as_one_medicine(journal, tmp_path):
    result = run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    (medicine,) = medicines(journal)
    assert (medicine.name, medicine.unit, medicine.start, medicine.as_needed) == (
        "Zoloft", "mg", date(2026, 3, 1), False,
    )  # fmt: skip
    assert levels(journal) == [("2026-03-01", 50), ("2026-03-08", 100)]
    assert result.as_json()["doses"] == [
        {"medicine": "Zoloft", "unit": "mg", "column": "mg", "cells": 3, "levels": 2, "new": 2, "known": 0}
    ]


def test_a_preview_counts_them_and_writes_nothing(journal, tmp_path):
    result = preview(journal, table(tmp_path, SHORT), mapping=DOSES).result
    assert (result.doses[0].levels, result.doses[0].new) == (2, 2)
    assert medicines(journal) == []


def test_entries_that_came_in_without_their_doses_get_them_later(journal, tmp_path):
    file = table(tmp_path, SHORT)
    run_import(journal, file, mapping=WIDE)
    result = run_import(journal, file, mapping=DOSES)
    assert (result.entries.new, result.entries.known, result.entries.changed) == (0, 3, 0)
    assert len(levels(journal)) == 2
    undo_import(journal, result.import_id)
    assert (medicines(journal), journal.store.entries.count()) == ([], 3)


def test_the_file_again_changes_nothing(journal, tmp_path):
    file = table(tmp_path, SHORT)
    run_import(journal, file, mapping=DOSES)
    before = medicines(journal)
    again = run_import(journal, file, mapping=DOSES)
    assert (again.import_id, again.doses[0].new) == (None, 0)
    assert medicines(journal) == before


def test_undo_takes_the_doses_back_and_redo_brings_them(journal, tmp_path):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    undo(journal)
    assert medicines(journal) == []
    redo(journal)
    assert len(levels(journal)) == 2


@pytest.mark.parametrize("later", [False, True])
def test_an_import_that_was_undone_can_be_made_again(journal, tmp_path, later):
    file = table(tmp_path, SHORT)
    first = run_import(journal, file, mapping=DOSES)
    if later:
        journal.put_setting("just_three", [])
        add_medicine(journal, "Other", unit="mg", start=date(2026, 1, 1), dose=1)
    undo_import(journal, first.import_id)
    assert run_import(journal, file, mapping=DOSES).doses[0].new == 2


def test_a_longer_file_adds_what_is_before_and_after(journal, tmp_path):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    longer = run_import(journal, table(tmp_path, LONGER), mapping=DOSES)
    assert (longer.doses[0].levels, longer.doses[0].new) == (4, 2)
    assert levels(journal) == [("2026-02-01", 25), ("2026-03-01", 50), ("2026-03-08", 100), ("2026-04-01", 150)]
    assert medicines(journal)[0].start == date(2026, 2, 1)
    undo_import(journal, longer.import_id)
    assert levels(journal) == [("2026-03-01", 50), ("2026-03-08", 100)]


def test_a_file_that_goes_on_at_the_same_dose_adds_no_level(journal, tmp_path):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    result = run_import(journal, table(tmp_path, {"2026-04-01": 100, "2026-04-09": 50}), mapping=DOSES)
    assert result.doses[0].new == 1
    assert levels(journal) == [("2026-03-01", 50), ("2026-03-08", 100), ("2026-04-09", 50)]


def test_what_the_person_changed_since_stays(journal, tmp_path):
    file = table(tmp_path, SHORT)
    run_import(journal, file, mapping=DOSES)
    (medicine,) = medicines(journal)
    remove_level(journal, medicine.levels[1].id)
    change_dose(journal, medicine.id, date(2026, 3, 5), dose=75)
    assert run_import(journal, file, mapping=DOSES).doses[0].new == 0
    assert levels(journal) == [("2026-03-01", 50), ("2026-03-05", 75)]


def test_a_stop_stays_a_stop(journal, tmp_path):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    stop_medicine(journal, medicines(journal)[0].id, date(2026, 3, 25))
    run_import(journal, table(tmp_path, LONGER), mapping=DOSES)
    assert medicines(journal)[0].stopped_on == date(2026, 3, 25)


@pytest.mark.parametrize("delete", [delete_medicine, delete_medicine_for_good])
def test_a_medicine_that_the_person_deleted_does_not_come_back(journal, tmp_path, delete):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    delete(journal, medicines(journal)[0].id)
    journal = reopen(journal)
    result = run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    assert (result.doses[0].new, medicines(journal)) == (0, [])
    journal.close()


def test_a_medicine_of_ones_own_is_never_written_over(journal, tmp_path):
    add_medicine(journal, "zoloft", unit="mg", start=date(2026, 1, 1), dose=20)
    with pytest.raises(InvalidMapping) as told:
        run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    assert told.value.fields["where"] == "dose.medicine = Zoloft"
    assert (levels(journal), journal.store.entries.count()) == ([("2026-01-01", 20)], 0)


def test_two_computers_that_read_one_file_make_one_medicine(journal, tmp_path):
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    (first,) = medicines(journal)
    undo(journal)
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    (second,) = medicines(journal)
    assert (first.id, [level.id for level in first.levels]) == (second.id, [level.id for level in second.levels])


def test_a_medicine_whose_doses_were_written_down_stays_when_its_import_goes(journal, tmp_path):
    result = run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    take(journal, medicines(journal)[0].id)
    undo_import(journal, result.import_id)
    assert (levels(journal), journal.store.entries.count()) == ([("2026-03-01", 50), ("2026-03-08", 100)], 0)
    assert run_import(journal, table(tmp_path, SHORT), mapping=DOSES).entries.new == 3
    assert len(levels(journal)) == 2


def test_a_medicine_that_was_only_changed_goes_with_its_import(journal, tmp_path):
    result = run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    stop_medicine(journal, medicines(journal)[0].id, date(2026, 3, 25))
    undo_import(journal, result.import_id)
    assert medicines(journal) == []
    run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    assert (len(levels(journal)), medicines(journal)[0].stopped_on) == (2, None)


def test_a_medicine_that_was_deleted_is_not_brought_back_by_undoing_its_import(journal, tmp_path):
    result = run_import(journal, table(tmp_path, SHORT), mapping=DOSES)
    delete_medicine(journal, medicines(journal)[0].id)
    undo_import(journal, result.import_id)
    assert medicines(journal) == []
