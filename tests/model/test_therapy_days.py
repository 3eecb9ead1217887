"""The days after a session with and without therapy: which session stands on which side, and when none does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.figures import Withheld
from journal.model.therapy_days import therapy_days
from tests.support.diaries import day
from tests.support.session_lines import HOUR_MS, later, session_at

TODAY = day(400)


def dosed(*days):
    return [session_at(later(number)) for number in days]


def therapy(*days):
    return [session_at(later(number), id=f"t{number}", kind="integration") for number in days]


def values(first=0, last=400, value=1.0):
    return {day(number): value for number in range(first, last + 1)}


def test_five_sessions_a_side_are_needed():
    sessions = dosed(*range(0, 200, 20))
    found = therapy_days(sessions, therapy(*range(2, 80, 20)), values(), TODAY)
    assert (found.with_therapy.n, found.without.n, found.withheld) == (4, 6, Withheld.TOO_FEW_SESSIONS)
    assert found.with_therapy.median is found.without.median is None


def test_a_sessions_value_is_the_mean_of_the_days_after_it():
    met = range(0, 100, 20)
    logged = values(value=3.0) | {day(n + since): 1.0 for n in met for since in range(1, 8)}
    found = therapy_days(dosed(*range(0, 200, 20)), therapy(*(n + 2 for n in met)), logged, TODAY)
    assert (found.with_therapy.n, found.with_therapy.median, found.with_therapy.high) == (5, 1.0, 1.0)
    assert (found.without.n, found.without.median) == (5, 3.0)


def test_therapy_counts_from_after_the_session_to_the_last_day():
    def sides(*met):
        found = therapy_days(dosed(0), met, values(), TODAY)
        return found.with_therapy.n, found.without.n

    hour = HOUR_MS / 86_400_000
    assert sides(*therapy(hour)) == sides(*therapy(7)) == (1, 0)
    assert sides(*therapy(-hour)) == sides(*therapy(8)) == (0, 1)


def test_the_days_end_where_the_next_session_is():
    logged = values(1, 2, 1.0) | values(3, 30, 4.0)
    found = therapy_days([*dosed(0, 3), *dosed(*range(60, 200, 20))], therapy(*range(61, 200, 20), 4), logged, TODAY)
    assert (found.with_therapy.n, found.without.n) == (1, 1)
    assert found.left_out == 7


def test_therapy_after_the_next_session_belongs_to_that_one():
    found = therapy_days(dosed(0, 3), therapy(4), values(), TODAY)
    assert (found.with_therapy.n, found.without.n) == (1, 1)


def test_half_of_the_days_need_a_rating():
    assert therapy_days(dosed(0), [], values(1, 3), TODAY).left_out == 1
    assert therapy_days(dosed(0), [], values(1, 4), TODAY).without.n == 1


def test_days_that_are_not_over_are_not_days_without_therapy():
    found = therapy_days(dosed(0), [], values(), day(7))
    assert (found.not_over, found.without.n) == (1, 0)
    assert therapy_days(dosed(0), [], values(), day(8)).without.n == 1


def test_sessions_of_one_day_are_one():
    again = session_at(later(0) + HOUR_MS)
    assert therapy_days([*dosed(0), again], [], values(), TODAY).without.n == 1


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(0, 120), max_size=20),
    st.lists(st.integers(0, 130), max_size=20),
    st.dictionaries(st.integers(0, 140).map(day), st.integers(0, 4).map(float), max_size=100),
    st.randoms(use_true_random=False),
)
def test_every_session_day_is_somewhere_and_the_order_does_not_matter(starts, met, logged, chance):
    sessions, meetings = dosed(*starts), therapy(*met)
    found = therapy_days(sessions, meetings, logged, day(125))
    assert found.with_therapy.n + found.without.n + found.left_out + found.not_over == len(set(starts))
    chance.shuffle(sessions)
    chance.shuffle(meetings)
    assert therapy_days(sessions, meetings, logged, day(125)) == found
    for side in (found.with_therapy, found.without):
        if side.median is not None:
            assert min(logged.values()) <= side.low <= side.median <= side.high <= max(logged.values())
