"""The sentences about ratings since a session."""

import pytest

from journal.model.since_hours import SessionTime, ratings_by_hour
from journal.model.since_session import SessionDay, SinceSession, Unit, ratings_by_day
from journal.texts import since_sessions as words
from tests.support.diaries import day
from tests.support.session_lines import HOUR_MS, NOON_MS
from tests.support.wording import banned

BASE = day(0).toordinal()


def by_day(starts, rated, last=200):
    sessions = [SessionDay(f"s{start}", BASE + start) for start in starts]
    return ratings_by_day(
        sessions, [BASE + n for n in rated], [float(n % 3) for n in rated], first=BASE, last=BASE + last
    )


def by_hour(starts):
    return ratings_by_hour([SessionTime(f"s{start}", start and NOON_MS + start * HOUR_MS) for start in starts], [])


REACH = (
    "Day 0 is the day of the session. A line runs from the session before (at most 14 days) to the next one "
    "(at most 28 days)."
)
EVERY = {
    "nothing": SinceSession(Unit.DAYS),
    "no ratings": by_day([3], []),
    "one": by_day([3], range(30)),
    "six": by_day(range(0, 42, 7), range(60)),
    "gaps": by_day(range(0, 42, 7), range(0, 38, 2)),
    "hours": by_hour([None, 5]),
}


def test_the_sentences_of_a_series():
    assert words.notes(by_day(range(0, 42, 7), range(30))) == (
        "6 sessions. Each faint line is a session.",
        "Median and quartiles stand where 3 or more sessions have a rating. From day 8 on there are fewer.",
        "1 session has no rating after it. 34 days have no rating and stay empty.",
        REACH,
    )


def test_without_sessions_that_is_all_that_is_said():
    assert words.sessions_line(EVERY["nothing"]) == "No sessions yet."
    assert words.summary_line(EVERY["nothing"]) == ""


def test_sessions_without_ratings_are_said_as_such():
    assert words.sessions_line(EVERY["no ratings"]) == "1 session, and no ratings around it."


def test_too_few_sessions_say_how_many_are_needed():
    assert words.summary_line(EVERY["one"]) == "Median and quartiles need 3 sessions with a rating at the same point."


def test_where_only_days_before_have_three_it_is_said():
    found = by_day([20, 60, 100], [10, 50, 90])
    assert words.summary_line(found).endswith("After the session there are fewer.")


def test_the_sentence_has_the_numbers_with_their_n():
    shown = words.sentence("Low mood by days since a session", EVERY["six"])
    assert "Day −1: median 0.0, quartiles 0.0 to 0.0 (n 5)" not in shown
    assert "Day 0: median 1.0, quartiles 0.2 to 1.8 (n 6)" in shown
    assert shown.startswith("Low mood by days since a session. Day ")


def test_hours_have_their_own_words():
    found = ratings_by_hour([SessionTime(str(n), NOON_MS + n * 200 * HOUR_MS) for n in range(3)], [])
    assert "6 hours or less" in words.notes(found)[-1]
    assert words.title("Low mood", "Infusions", Unit.HOURS) == "Low mood by hours since a session: Infusions"
    assert "The time of 1 session is not known, so it is left out." in words.missing_line(EVERY["hours"])


@pytest.mark.parametrize("name", EVERY)
def test_no_sentence_claims_anything(name):
    found = EVERY[name]
    for text in (*words.notes(found), words.sentence(words.title("Low mood", "Infusions", found.unit), found)):
        assert banned(text) == []
        assert "response" not in text
        assert "wearing" not in text
