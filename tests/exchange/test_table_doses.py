"""Doses in a table: the usual dose of each day, and the days on which it changed."""

from __future__ import annotations

import random
from datetime import date

import pytest

from journal.exchange.table_mapping_file import parse_mapping
from journal.model.errors import InvalidMapping
from tests.support.tables import LONG, WIDE, read

DOSE = '[[dose]]\ncolumn = "mg"\nmedicine = "An antidepressant"\nunit = "mg"\n'
DOSES = WIDE + DOSE
ONLY_DOSES = 'zone = "Europe/Amsterdam"\n[date]\ncolumn = "date"\n[time]\ncolumn = "time"\n' + DOSE


def table(*rows: str) -> str:
    return "\n".join(["date,time,mood,mg", *rows]) + "\n"


def levels(folder, text, mapping=DOSES):
    (found,) = read(folder, text, mapping).survey.doses
    return [(day.isoformat(), amount) for day, amount in found.levels]


def test_each_change_is_a_level_from_its_day_on(tmp_path):
    text = table("2026-03-01,10:00,3,150", "2026-03-02,10:00,3,150", "2026-03-03,10:00,3,75")
    assert levels(tmp_path, text) == [("2026-03-01", 150), ("2026-03-03", 75)]


def test_a_dose_of_nothing_is_a_dose(tmp_path):
    text = table("2026-03-01,10:00,3,150", "2026-03-02,10:00,3,0")
    assert levels(tmp_path, text) == [("2026-03-01", 150), ("2026-03-02", 0)]


def test_days_without_a_cell_change_nothing(tmp_path):
    text = table("2026-03-01,10:00,3,150", "2026-03-02,10:00,3,", "2026-04-01,10:00,3,150")
    (found,) = read(tmp_path, text, DOSES).survey.doses
    assert (found.levels, found.cells, found.last) == (((date(2026, 3, 1), 150.0),), 2, date(2026, 4, 1))


def test_the_last_cell_of_a_day_counts_whatever_the_order_of_the_rows(tmp_path):
    rows = ["2026-03-01,10:00,3,150", "2026-03-02,09:00,3,150", "2026-03-02,22:00,3,100", "2026-03-03,10:00,3,100"]
    assert levels(tmp_path, table(*rows)) == [("2026-03-01", 150), ("2026-03-02", 100)]
    random.Random(3).shuffle(rows)
    assert levels(tmp_path, table(*rows)) == [("2026-03-01", 150), ("2026-03-02", 100)]


def test_a_dose_in_the_night_belongs_to_the_day_before(tmp_path):
    assert levels(tmp_path, table("2026-03-02,02:00,3,20")) == [("2026-03-01", 20)]


def test_the_words_for_missing_are_no_doses(tmp_path):
    assert read(tmp_path, table("2026-03-01,10:00,3,NA"), 'missing = ["NA"]\n' + DOSES).survey.doses == ()


@pytest.mark.parametrize(
    ("cell", "why"),
    [("two", "not a number"), ("-5", "below 0"), ("1e9", "outside 0 to 1000000"), ("nan", "not a number")],
)
def test_a_cell_that_is_no_dose_is_listed_and_the_row_kept(tmp_path, cell, why):
    found = read(tmp_path, table(f"2026-03-01,10:00,3,{cell}"), DOSES)
    assert found.why == [(2, "mg", cell, why)]
    assert (found.values("own_mood"), found.survey.doses) == ([3], ())


def test_doses_are_none_of_the_cells_that_could_not_be_read(tmp_path):
    assert read(tmp_path, table("2026-03-01,10:00,3,150"), DOSES).why == []


def test_a_row_without_a_date_gives_no_dose(tmp_path):
    assert read(tmp_path, table(",10:00,3,150"), DOSES).survey.doses == ()


def test_a_long_table_has_doses_in_its_rows(tmp_path):
    text = "when,name,value,mg\n2026-03-01T10:00,Tired,3,50\n2026-03-02T10:00,,,25\n"
    found = read(tmp_path, text, LONG + DOSE)
    assert [amount for _, amount in found.survey.doses[0].levels] == [50, 25]
    assert len(found.drafts) == 1


def test_a_mapping_of_doses_alone_makes_no_entries(tmp_path):
    found = read(tmp_path, table("2026-03-01,10:00,3,150", "2026-03-02,10:00,3,75"), ONLY_DOSES)
    assert (found.drafts, len(found.survey.doses[0].levels)) == ([], 2)


def test_one_medicine_has_one_column():
    with pytest.raises(InvalidMapping) as told:
        parse_mapping(DOSES + DOSE.replace('"An antidepressant"', '" an ANTIDEPRESSANT"').replace('"mg"\nm', '"x"\nm'))
    assert told.value.fields["where"] == "dose 2.medicine"


@pytest.mark.parametrize("name", ['" "', f'"{"x" * 81}"'])
def test_a_medicine_has_a_name_of_a_bearable_length(name):
    with pytest.raises(InvalidMapping):
        parse_mapping(DOSES.replace('"An antidepressant"', name))
