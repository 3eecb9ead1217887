"""The words of the charts."""

from datetime import timedelta

import pytest

from journal.model.items import Better
from journal.model.panels import item_panel
from journal.model.periods import Period
from journal.model.series import TrendsData
from journal.texts import trends as words
from journal.texts import weeks as week_words
from tests.support.trends_data import HOURS, LAST, LIFE, SYMPTOM, YES_NO, trends, weeks

DAY = LAST.toordinal()
FIRST = DAY - 27


def data(values, scale=SYMPTOM, *, compare=False):
    panel = item_panel(
        "nightmares", "Nightmares", scale, {LAST - timedelta(days=n): values[n] for n in sorted(values, reverse=True)}
    )
    period = Period(LAST - timedelta(days=27), LAST)
    return TrendsData(period, period, period, (panel,), compare), panel


def test_the_numbers_come_with_their_n():
    shown, panel = data({0: 3.0, 1: 2.0})
    assert words.numbers_line(panel, shown, FIRST, DAY) == "Mean 2.5 (n 2 days)"


def test_one_day_is_one_day():
    shown, panel = data({0: 3.0})
    assert words.numbers_line(panel, shown, FIRST, DAY) == "Mean 3.0 (n 1 day)"


def test_before_is_said_only_when_comparing():
    shown, panel = data({0: 2.0, 28: 4.0, 29: 2.0}, compare=True)
    assert words.numbers_line(panel, shown, FIRST, DAY) == "Mean 2.0 (n 1 day) · before 3.0 (n 2)"


def test_nothing_before_is_not_zero_before():
    shown, panel = data({0: 2.0}, compare=True)
    assert words.numbers_line(panel, shown, FIRST, DAY).endswith("before: nothing logged")


def test_yes_and_no_are_counted_not_averaged():
    shown, panel = data({0: 1.0, 1: 0.0, 2: 0.0}, YES_NO)
    assert words.numbers_line(panel, shown, FIRST, DAY) == "Yes on 1 of 3 days"
    assert words.reading(panel, DAY).startswith("29 Oct: yes")


def test_what_is_missing_is_said():
    assert words.missing_line(data({})[1], FIRST, DAY) == "Nothing logged in these days"
    assert words.missing_line(data({0: 1.0})[1], FIRST, DAY) == "4 of the 7 days needed for the line"
    assert words.missing_line(data({0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0})[1], FIRST, DAY) == ""


def test_a_day_is_read_with_its_word_and_its_line():
    _shown, panel = data({0: 3.0, 1: 2.0, 2: 2.0, 3: 1.0})
    assert words.read_out(panel, DAY) == "Thursday, 29 October 2026. Nightmares: 3, quite a bit; 7-day mean 2.0."
    assert words.reading(panel, DAY) == "29 Oct: 3 · 7-day 2.0"
    assert words.reading(panel, DAY, short=True) == "29 Oct: 3"


def test_a_day_that_was_not_logged_says_so():
    text = words.read_out(data({0: 3.0})[1], DAY - 1)
    assert "not logged" in text
    assert "4 of the 7 days needed" in text


def test_hours_are_read_with_their_unit():
    assert words.reading(data({0: 7.5}, HOURS)[1], DAY) == "29 Oct: 7.5 h"


@pytest.mark.parametrize(("scale", "direction"), [(SYMPTOM, "lower is better"), (LIFE, "higher is better")])
def test_a_sentence_has_the_direction_the_range_and_the_course(scale, direction):
    shown, panel = data({0: 3.0, 1: 2.0, 2: 2.0, 3: 1.0}, scale)
    sentence = words.sentence(panel, shown)
    for part in ("Nightmares", "29 Oct 2026", "Mean 2.0 (n 4 days)", "from 1 to 3 on a scale of 0 to 4", direction):
        assert part in sentence
    assert "7-day mean goes from 2.0 to 2.0" in sentence


def test_the_sentence_of_an_empty_chart_has_no_number():
    shown, panel = data({})
    assert words.sentence(panel, shown).endswith("nothing logged.")


def test_every_direction_has_a_heading_of_its_own():
    assert len({words.heading(better) for better in Better}) == 3


def test_no_sentence_praises_or_blames():
    for panel in trends(8, 90, life=2, load=True).panels:
        sentence = words.sentence(panel, trends(1, 90)).lower()
        assert not any(word in sentence for word in ("improv", "worse", "worst", "missed", "failed", "%"))


def test_a_week_is_told_cell_by_cell():
    panel = weeks(1, by_part=False).panels[0]
    sentence = week_words.sentence(panel)
    assert sentence.count("(n 9)") == panel.table.filled
    assert "0 not at all – 4 extremely" in sentence
