"""Before and after each change of dose in the real diary, against csv and numpy straight from the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product

import numpy as np
import pytest

from journal.app import comparisons, medicines
from journal.app.imports import run_import
from journal.app.journal import Journal
from journal.app.summaries import summary
from journal.model.dose_steps import dose_changes
from journal.model.periods import Period
from tests.support.diary import DIARY, OWN_SCALES, columns, diary_rows, needs_diary
from tests.support.journals import make_journal

pytestmark = needs_diary

FROM, TO = date(2012, 8, 13), date(2013, 4, 8)
LEVELS = [150, 105, 73, 51, 37, 25, 18, 12, 9, 0]
DAYS = (7, 14, 28)


@pytest.fixture(scope="module")
def diary(tmp_path_factory) -> Iterator[Journal]:
    journal, _ = make_journal(tmp_path_factory.mktemp("doses") / "journal")
    run_import(journal, DIARY, mapping=OWN_SCALES)
    yield journal
    journal.close()


@pytest.fixture(scope="module")
def values_of_the_file(diary) -> dict[str, dict[date, float]]:
    """The day values of each column by item."""
    versions = {item.key: item.version for item in diary.items()}
    scales = {key: (version.minimum, version.maximum, version.better) for key, version in versions.items()}
    found = columns(OWN_SCALES, scales)
    return {key: _day_values(column.by_day, versions[key].combine) for key, column in found.items()}


def doses_of_the_file() -> list[tuple[date, float]]:
    """Each new dose with the day of the first row that has it."""
    found: list[tuple[date, float]] = []
    for row in diary_rows():
        dose = float(row["concentrat"])
        if not found or found[-1][1] != dose:
            found.append((date.fromisoformat(row["date"]), dose))
    return found


def test_the_dose_column_is_a_medicine_with_ten_levels_the_last_of_them_0(diary):
    medicine = medicines.medicine(diary, "Antidepressant")
    assert [level.amount for level in medicine.levels] == LEVELS
    assert [(level.since_day, level.amount) for level in medicine.levels] == doses_of_the_file()
    assert medicine.stopped_on is None


def test_there_are_nine_changes_and_no_stop(diary):
    changes = dose_changes(medicines.medicine(diary, "Antidepressant"))
    assert changes[0].start
    assert [(change.before, change.after) for change in changes[1:]] == list(pairwise(LEVELS))
    assert not any(change.stop for change in changes)


@pytest.mark.parametrize("days", DAYS)
def test_before_and_after_each_change_is_what_the_file_says(diary, values_of_the_file, days):
    checked = 0
    for on, _dose in doses_of_the_file()[1:]:
        for key, values in values_of_the_file.items():
            found = comparisons.compare_around(diary, key, on, days).found
            checked += _check(found, values, on, days, diary.item(key).version.better)
    assert checked > 100


def test_the_summary_has_its_steps(diary):
    data = summary(diary, Period(FROM, TO)).as_json()
    (medicine,) = data["medicines"]
    assert [step["dose"] for step in medicine["steps"]] == LEVELS
    assert [step["from"] for step in medicine["steps"]] == [day.isoformat() for day, _ in doses_of_the_file()]
    assert (medicine["steps"][-1]["to"], medicine["stopped_on"]) == (None, None)
    assert (data["sessions"], data["since_session"]) == ([], [])


def _day_values(by_day: dict[date, list[float]], combine: str) -> dict[date, float]:
    combined = {"mean": np.mean, "last": lambda values: values[-1], "max": np.max, "sum": np.sum}[combine]
    return {day: float(combined(values)) for day, values in by_day.items()}


def _check(found, values: dict[date, float], on: date, days: int, better: str) -> bool:
    """Compare one with the file; True where both sides had days enough."""
    window = timedelta(days=days)
    before = np.array([value for day, value in values.items() if on - window <= day < on])
    after = np.array([value for day, value in values.items() if on <= day < on + window])
    assert (found.before.n, found.after.n) == (len(before), len(after))
    if min(len(before), len(after)) < 5:
        assert found.withheld is not None
        assert {found.before.median, found.after.median, found.nap} == {None}
        return False
    for side, own in ((found.before, before), (found.after, after)):
        assert (side.median, side.low, side.high) == pytest.approx((np.median(own), own.min(), own.max()))
    if better == "none":
        assert found.nap is None
        return True
    sign = 1 if better == "higher" else -1
    assert found.nap == pytest.approx(np.mean([0.5 + 0.5 * np.sign(sign * (b - a)) for a, b in product(before, after)]))
    assert found.n_pairs == len(before) * len(after)
    return True
