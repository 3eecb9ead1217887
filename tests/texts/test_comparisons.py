"""The sentences about before and after, and with and without therapy."""

import pytest

from journal.model.figures import Withheld
from journal.model.items import Better
from journal.model.phases import before_after, withheld
from journal.model.therapy_days import therapy_days
from journal.texts import comparisons as words
from tests.support.diaries import day
from tests.support.session_lines import later, session_at
from tests.support.wording import banned

CHANGE_BACK = "People often start or change treatment when things are worst; some change back is to be expected anyway."

OVERLAP = (
    "In 100% of 168 pairs of one earlier and one later day, the later day is lower (NAP; ties count half): "
    "overlap, not proof."
)


def around(n_before, n_after, better=Better.LOWER):
    values = {day(-1 - n): 3.0 for n in range(n_before)} | {day(n): float(n % 3) for n in range(n_after)}
    return words.before_after_lines(before_after(values, day(0), 14, better), better)


def days_after(n_with, n_without):
    starts = [20 * n for n in range(n_with + n_without)]
    met = [session_at(later(start + 1), id=f"t{start}") for start in starts[:n_with]]
    values = {day(n): float(n % 4) for n in range(20 * (n_with + n_without))}
    return therapy_days([session_at(later(start)) for start in starts], met, values, day(20 * len(starts) - 20))


def test_a_comparison_in_full():
    assert around(12, 14) == (
        "Before: median 3.0, from 3 to 3 (n 12 of 14 days).",
        "After: median 1.0, from 0 to 2 (n 14 of 14 days).",
        OVERLAP,
        CHANGE_BACK,
    )


def test_higher_is_said_where_higher_is_better():
    assert "the later day is higher" in around(12, 14, Better.HIGHER)[2]


def test_without_a_direction_there_is_no_overlap():
    assert len(around(12, 14, Better.NONE)) == 3


def test_too_few_days_say_how_many_are_missing_and_no_other_number():
    assert around(3, 12) == (
        "Both sides need 5 days with a rating. There are 3 before and 12 after.",
        CHANGE_BACK,
    )


def test_a_changed_scale_is_the_reason():
    found = withheld(day(0), 14, 9, 9, Withheld.SCALE_CHANGED)
    assert words.before_after_lines(found, Better.LOWER)[0].startswith("The scale changed in these days")


def test_therapy_days_in_full():
    assert words.therapy_lines(days_after(5, 6)) == (
        "With therapy: median 1.7, from 1.7 to 1.7 (n 5 sessions).",
        "Without: median 1.7, from 1.7 to 1.7 (n 5 sessions).",
        "The days after 1 session are not over yet.",
        CHANGE_BACK,
    )


def test_too_few_sessions_say_how_many_there_are():
    assert words.therapy_lines(days_after(2, 6))[0] == (
        "Both sides need 5 sessions. There are 2 with therapy after them and 5 without."
    )


@pytest.mark.parametrize(
    "lines",
    [
        around(12, 14),
        around(3, 3),
        around(9, 9, Better.HIGHER),
        *map(words.therapy_lines, (days_after(5, 5), days_after(1, 1))),
    ],
)
def test_change_back_stands_under_each_and_no_sentence_claims_anything(lines):
    assert lines[-1] == words.change_back() == CHANGE_BACK
    assert [found for line in lines[:-1] for found in banned(line)] == []


def test_headings_name_the_days_and_the_item():
    found = before_after({}, day(0), 14)
    assert words.before_after_title("Low mood", found) == "Low mood, 14 days before and 14 days from 2 Mar 2026 on"
    assert words.therapy_title("Low mood", "Infusions", days_after(1, 1)).startswith("Low mood in the 7 days after")
