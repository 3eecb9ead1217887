"""The real diary of 238 days: every entry comes in, and every number is what the file itself says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from journal.app.imports import preview, run_import
from journal.app.journal import Journal
from journal.app.medicines import medicines
from journal.app.summaries import summary
from journal.model.dose_steps import dose_changes, dose_steps
from journal.model.entries import EntryKind, Recall
from journal.model.periods import Period
from tests.support.diary import (
    DIARY,
    ENTRIES,
    OWN_SCALES,
    RESCALED,
    columns,
    dose_levels,
    expected,
    mapping,
    needs_diary,
)
from tests.support.journals import make_journal

pytestmark = needs_diary

PERIODS = [
    (date(2012, 8, 13), date(2013, 4, 8)),
    (date(2012, 10, 1), date(2012, 10, 31)),
    (date(2013, 3, 25), date(2013, 4, 7)),
    (date(2012, 12, 24), date(2012, 12, 24)),
    (date(2013, 1, 1), date(2013, 3, 31)),
]
MAPPINGS = {"own scales": OWN_SCALES, "rescaled": RESCALED}


@pytest.fixture(scope="module", params=MAPPINGS)
def imported(request, tmp_path_factory) -> Iterator[tuple[Journal, Path]]:
    journal, _ = make_journal(tmp_path_factory.mktemp("diary") / "journal")
    run_import(journal, DIARY, mapping=MAPPINGS[request.param])
    yield journal, MAPPINGS[request.param]
    journal.close()


def test_every_entry_comes_in(imported):
    journal, _ = imported
    assert journal.store.entries.count() == ENTRIES


def test_entries_are_momentary_and_their_made_time_is_not_known(imported):
    journal, _ = imported
    entries = journal.store.entries.between(date(2012, 8, 13), date(2012, 8, 20))
    assert {(entry.kind, entry.recall, entry.made_ms) for entry in entries} == {(EntryKind.IMPORTED, Recall.NOW, None)}


def test_nothing_is_left_out(imported):
    journal, path = imported
    result = preview(journal, DIARY, mapping=path).result
    assert (result.not_read, result.not_read_count) == ((), 0)
    assert [(doses.medicine, doses.cells, doses.levels) for doses in result.doses] == [("Antidepressant", ENTRIES, 10)]


def test_the_doses_are_ten_levels_on_the_days_that_the_file_says(imported):
    journal, _ = imported
    (medicine,) = medicines(journal)
    found = [(level.since_day, level.amount) for level in medicine.levels]
    assert found == dose_levels()
    assert (len(found), found[0][1], found[-1][1]) == (10, 150, 0)


def test_the_last_dose_is_nothing_and_no_stop(imported):
    journal, _ = imported
    (medicine,) = medicines(journal)
    last = medicine.levels[-1].since_day
    assert (medicine.stopped_on, medicine.level_on(date(2013, 4, 8))) == (None, medicine.levels[-1])
    assert [step.amount for step in dose_steps(medicine, last, date(2013, 4, 8))] == [0]


def test_there_are_nine_changes(imported):
    journal, _ = imported
    (medicine,) = medicines(journal)
    levels = dose_levels()
    wanted = [(day, before, after) for (_, before), (day, after) in pairwise(levels)]
    changes = [(change.day, change.before, change.after) for change in dose_changes(medicine)]
    assert [change for change in changes if change[1] is not None] == wanted
    assert len(wanted) == 9


def test_the_file_again_changes_nothing(imported):
    journal, path = imported
    before = journal.store.entries.between(date(2012, 8, 13), date(2013, 4, 8))
    again = run_import(journal, DIARY, mapping=path)
    assert (again.entries.new, again.entries.known, again.entries.changed) == (0, ENTRIES, 0)
    assert again.import_id is None
    assert journal.store.entries.between(date(2012, 8, 13), date(2013, 4, 8)) == before


def test_no_entry_is_lost_when_the_clocks_change(imported):
    journal, _ = imported
    for night, offsets in ((date(2012, 10, 28), (120, 60)), (date(2013, 3, 31), (60, 120))):
        before, after = (journal.store.entries.between(day, day) for day in (date(2012, 10, 27), date(2012, 10, 29)))
        on_day = journal.store.entries.between(night, night)
        assert on_day
        assert all(entry.day == night and entry.offset_min == offsets[1] for entry in on_day)
        assert before
        assert after


@pytest.mark.parametrize(("first", "last"), PERIODS)
def test_the_summary_is_what_the_file_says(imported, first, last):
    journal, path = imported
    items = {item.key: item for item in journal.items()}
    scales = {key: (item.version.minimum, item.version.maximum, item.version.better) for key, item in items.items()}
    parts = {part["key"]: part for part in summary(journal, Period(first, last)).as_json()["items"]}
    checked = 0
    for key, column in columns(path, scales).items():
        version = items[key].version
        wanted = expected(column, first, last, version.combine, (version.minimum, version.maximum))
        if wanted.n_days == 0 and key not in parts:
            continue
        _check(parts[key], wanted)
        checked += 1
    assert checked > 15


def test_the_load_needs_the_items_on_the_journals_own_scale(imported):
    journal, path = imported
    load = summary(journal, Period(*PERIODS[0])).as_json()["load"]
    assert load["items"] == (9 if path == RESCALED else 0)


def test_the_rescaled_mapping_keeps_the_files_number():
    rescaled = [table for table in mapping(RESCALED)["item"] if table.get("rescale")]
    assert len(rescaled) >= 15


def _check(part, wanted):
    assert (part["n_days"], part["n_ratings"]) == (wanted.n_days, wanted.n_ratings)
    for name, value in (("mean", wanted.mean), ("median", wanted.median)):
        assert part[name] == (None if value is None else pytest.approx(value, abs=1e-9))
    for name, value in (("min", wanted.minimum), ("max", wanted.maximum)):
        assert part[name] == (None if value is None else pytest.approx(value, abs=1e-9))
    lower, higher = (part["scale"]["better"] == better and wanted.is_scale for better in ("lower", "higher"))
    assert (part["days_high"] is not None, part["days_low"] is not None) == (lower, higher)
    if part["days_high"] is not None:
        assert part["days_high"] == wanted.days_high
    if part["days_low"] is not None:
        assert part["days_low"] == wanted.days_low
