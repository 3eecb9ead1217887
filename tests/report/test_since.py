"""The panel of ratings by days since a session."""

import re
from dataclasses import replace

from journal.model.since_session import SinceSession, Unit
from journal.report.since import since_panel
from journal.report.wording import ReportWords
from journal.texts.locales import Locale
from tests.support.report_data import full_data, period_of
from tests.support.report_pages import WORDS
from tests.support.report_treatment import since_of, spread

PERIOD = period_of()


def panel(count=5):
    return since_panel(since_of(full_data(compare=False), spread(PERIOD, count), PERIOD), WORDS)


def test_every_session_is_a_line_and_every_point_has_its_number():
    found = panel()
    told = since_of(full_data(compare=False), spread(PERIOD, 5), PERIOD).found
    assert len(found["lines"]) == 5
    assert [count["text"] for count in found["counts"]] == [str(point.n_sessions) for point in told.points]


def test_a_median_is_drawn_only_where_three_sessions_stand():
    two = panel(2)
    assert (two["median"], two["band"]) == ([], [])
    assert "Median and quartiles need 3 sessions" in " ".join(two["notes"])
    assert panel()["median"]


def test_it_says_from_which_day_on_there_are_fewer():
    assert re.search(r"From day \d+ on there are fewer\.", " ".join(panel()["notes"]))


def test_points_stay_inside_the_panel():
    found = panel()
    points = [point for run in (*found["median"], *(run for line in found["lines"] for run in line)) for point in run]
    assert points
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in points)


def test_its_sentence_holds_its_numbers():
    alt = panel()["alt"]
    assert re.search(r"Day 0: median \d\.\d of \d sessions", alt)
    assert alt.endswith(".")


def test_words_about_what_a_session_did_are_not_used():
    said = f"{panel()}"
    assert not re.search(r"\b(response|wear(s|ing)? off|effect of|works)\b", said, re.IGNORECASE)


def test_without_ratings_there_is_no_panel():
    assert since_panel(None, WORDS) is None
    empty = replace(since_of(full_data(compare=False), spread(PERIOD, 5), PERIOD), found=SinceSession(Unit.DAYS))
    assert since_panel(empty, WORDS) is None


def test_its_numbers_are_those_of_the_report_and_not_of_the_window():
    told = since_of(full_data(compare=False), spread(PERIOD, 5), PERIOD)
    many = replace(told, found=replace(told.found, missing=replace(told.found.missing, days=1234)))
    english, french = (
        since_panel(many, ReportWords(Locale(code, place))) for code, place in (("en", "GB"), ("fr", "FR"))
    )
    assert "1,234 days" in " ".join(english["notes"])
    assert "1,234 days" in english["alt"]
    assert "1\u202f234 days" in " ".join(french["notes"])
