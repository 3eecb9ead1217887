"""Scores over time: what makes a series, and what never does."""

from __future__ import annotations

from datetime import date

from journal.host.resources import read_instruments
from journal.model.questionnaires import Questionnaire, Span
from journal.model.score_series import score_series, series_key
from journal.model.scoring import Scored, Withheld

ALL = read_instruments()
NAMES = {"f": "Rest"}


def filled(number: int, **fields) -> Questionnaire:
    instrument = fields.pop("instrument", "")
    return Questionnaire(f"q{number}", instrument, number * 86_400_000, 0, date(2026, 1, 1 + number), **fields)


def series(*rows):
    """The series of questionnaires with what each came to."""
    totals = {questionnaire.id: scored for questionnaire, scored in rows}
    return score_series(
        [questionnaire for questionnaire, _ in rows], ALL, lambda each: totals[each.id], lambda form_id: NAMES[form_id]
    )


def came_to(total, possible=None):
    return Scored(total, possible, 3, 4)


def test_a_withheld_total_is_no_point_and_never_a_0():
    (one,) = series(
        (filled(1, instrument="gad7"), came_to(0.0)),
        (filled(2, instrument="gad7"), Scored(None, 21, 5, 7, Withheld.SKIPPED)),
    )
    assert [(point.value, point.day.day, point.n_answered, point.n_items) for point in one.points] == [(0.0, 2, 3, 4)]


def test_a_series_has_the_lines_of_its_instrument():
    (one,) = series((filled(1, instrument="pcl5", span=Span.WEEK), came_to(40.0)))
    assert (one.key, one.span, one.low, one.high) == ("pcl5:week", Span.WEEK, 0, 80)
    assert [line.source for line in one.change_lines] == ["Blanchard 2023", "Marx 2022"]
    assert (one.cuts[0].least, one.cuts[0].most) == (31, 33)


def test_shipped_instruments_come_first_in_their_order_then_the_others_by_name():
    found = series(
        (filled(1, name="zeta"), came_to(1.0)),
        (filled(2, form_id="f"), came_to(2.0, 6.0)),
        (filled(3, instrument="who5"), came_to(40.0)),
        (filled(4, instrument="phq9"), came_to(9.0)),
    )
    assert [each.name for each in found] == ["PHQ-9", "WHO-5", "Rest", "zeta"]


def test_a_form_has_a_highest_only_where_it_was_always_the_same():
    same = series((filled(1, form_id="f"), came_to(2.0, 6.0)), (filled(2, form_id="f"), came_to(3.0, 6.0)))
    other = series((filled(1, form_id="f"), came_to(2.0, 6.0)), (filled(2, form_id="f"), came_to(3.0, 8.0)))
    assert ([each.high for each in same], [each.high for each in other]) == ([6.0], [None])


def test_a_name_written_otherwise_is_the_same_series():
    assert series_key(filled(1, name="Sleep  Index"), None) == series_key(filled(2, name="sleep index"), None)


def test_one_of_an_instrument_that_this_version_does_not_know_is_kept_apart():
    (one,) = series((filled(1, instrument="one to come"), came_to(5.0)))
    assert (one.instrument, one.name, one.high) == ("", "one to come", None)
