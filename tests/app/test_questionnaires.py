"""Questionnaires in the journal: kept, changed, deleted, scored, and drawn as series."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal.app import history, questionnaires
from journal.app.deleting import delete_anything, find_anything
from journal.model.entries import TimeKnown
from journal.model.errors import (
    NothingAnswered,
    SpanUnknown,
    TimeInFuture,
    TotalOutOfRange,
    UnknownInstrument,
    UnknownRecord,
)
from journal.model.questionnaires import GivenAnswer, Span
from tests.support.exports import FORM


def answers(*values):
    return [GivenAnswer(str(number), value) for number, value in enumerate(values, 1)]


def pcl5(journal, day, value=2, **options):
    return questionnaires.save_answers(
        journal, "pcl5", answers(*[value] * 20), at=datetime(2026, 10, day, 10), **options
    )


def keep_form(journal):
    with journal.store.action("add_form"):
        journal.store.forms.save(FORM)


def test_answers_are_kept_with_their_time_and_the_usual_span(journal):
    kept = pcl5(journal, 20)
    assert questionnaires.list_all(journal) == [kept]
    assert (kept.day, kept.span, kept.time_known, kept.late) == (date(2026, 10, 20), Span.MONTH, TimeKnown.MINUTE, True)
    assert questionnaires.get(journal, kept.id[:6]) == kept
    assert questionnaires.scored(journal, kept).total == 40


def test_a_change_keeps_what_is_not_said_and_is_one_step(journal, opened):
    kept = pcl5(journal, 20, span=Span.WEEK)
    opened[1].set("2026-10-29T22:00")
    changed = questionnaires.save_answers(journal, "pcl5", answers(*[3] * 20), questionnaire_id=kept.id)
    assert (changed.id, changed.span, changed.at_ms, changed.changed_ms) == (kept.id, Span.WEEK, kept.at_ms, None)
    opened[1].set("2026-10-30T22:00")
    later = questionnaires.save_answers(
        journal, "pcl5", answers(*[1] * 20), questionnaire_id=kept.id, at=datetime(2026, 10, 21, 9)
    )
    assert (later.day, later.changed_ms is None) == (date(2026, 10, 21), False)
    journal.store.changes.undo()
    journal.store.changes.undo()
    assert questionnaires.list_all(journal) == [kept]


def test_digits_typed_in_one_visit_are_one_step(journal):
    kept = questionnaires.save_answers(journal, "gad7", answers(1))
    for second in (0, 1, 2):
        questionnaires.save_answers(journal, "gad7", answers(1, second), questionnaire_id=kept.id, visit="visit")
    journal.store.changes.undo()
    assert questionnaires.list_all(journal) == [kept]


def test_what_cannot_be_is_refused_and_nothing_is_kept(journal):
    for refused, call in (
        (UnknownInstrument, lambda: questionnaires.save_answers(journal, "ISI", answers(1))),
        (NothingAnswered, lambda: questionnaires.save_answers(journal, "gad7", [])),
        (SpanUnknown, lambda: questionnaires.save_answers(journal, "gad7", answers(1), span=Span.WEEK)),
        (TimeInFuture, lambda: questionnaires.save_answers(journal, "gad7", answers(1), at=datetime(2026, 10, 30, 9))),
        (UnknownRecord, lambda: questionnaires.save_answers(journal, "gad7", answers(1), questionnaire_id="nothing")),
        (UnknownRecord, lambda: questionnaires.save_form_answers(journal, "nothing", answers(1))),
        (TotalOutOfRange, lambda: questionnaires.save_total(journal, "PHQ-9", 28)),
        (TotalOutOfRange, lambda: questionnaires.save_total(journal, "ISI", 9999)),
        (TimeInFuture, lambda: questionnaires.save_total(journal, "ISI", 3, date(2026, 10, 30))),
    ):
        with pytest.raises(refused):
            call()
    assert questionnaires.list_all(journal) == []


def test_names_that_look_alike_are_told(journal):
    keep_form(journal)
    for name, meant in (("phq", "PHQ-9"), ("gad", "GAD-7"), ("rests", "Rest")):
        assert meant in questionnaires.unknown_instrument(journal, name).fields["similar"]


def test_a_total_stands_on_its_day_without_a_time_and_can_be_changed(journal):
    kept = questionnaires.save_total(journal, "  Sleep   index ", 14, date(2026, 10, 2), " Clinic ")
    assert (kept.name, kept.total, kept.total_by, kept.time_known) == ("Sleep index", 14.0, "Clinic", TimeKnown.DAY)
    changed = questionnaires.save_total(journal, "Sleep index", 12, questionnaire_id=kept.id)
    assert (changed.id, changed.day, changed.total) == (kept.id, date(2026, 10, 2), 12.0)
    (today,) = [questionnaires.save_total(journal, "phq9", 9)]
    assert (today.instrument, today.name, today.day) == ("phq9", "", journal.today())
    assert today.at_ms <= journal.clock.now_ms()


def test_weekly_and_monthly_are_two_series_and_so_are_the_two_scales_of_suds(journal):
    pcl5(journal, 1)
    pcl5(journal, 8, 1, span=Span.WEEK)
    pcl5(journal, 9, 1)
    questionnaires.save_answers(journal, "suds", answers(60), at=datetime(2026, 10, 9, 10))
    questionnaires.save_answers(journal, "suds", answers(6), maximum=10, at=datetime(2026, 10, 10, 10))
    found = questionnaires.score_series(journal)
    assert {each.key: [point.value for point in each.points] for each in found} == {
        "pcl5:month": [40.0, 20.0],
        "pcl5:week": [20.0],
        "suds:10": [6.0],
        "suds:100": [60.0],
    }
    assert [each.high for each in found] == [80, 80, 10, 100]
    assert [
        point.day.day for point in questionnaires.score_series(journal, date(2026, 10, 8), date(2026, 10, 8))[0].points
    ] == [8]


def test_named_totals_of_one_name_are_one_series_and_a_screen_is_none(journal):
    for day, (name, total) in enumerate((("ISI", 14), ("isi", 9)), 2):
        questionnaires.save_total(journal, name, total, date(2026, 10, day), "Clinic")
    questionnaires.save_answers(journal, "pc_ptsd_5", [GivenAnswer("gate", 0)])
    questionnaires.save_answers(journal, "gad7", answers(1, None))
    (series,) = questionnaires.score_series(journal)
    assert (series.key, [point.value for point in series.points]) == ("named:isi", [14.0, 9.0])
    assert (series.instrument, series.high, series.points[0].by, series.points[0].typed) == ("", None, "Clinic", True)


def test_the_pcl_5_within_seven_days_is_noted_and_no_other(journal):
    kept = pcl5(journal, 13)
    questionnaires.save_answers(journal, "gad7", answers(*[1] * 7), at=datetime(2026, 10, 13, 9))
    lately = questionnaires.taken_lately
    assert lately(journal, "pcl5", date(2026, 10, 19)) == date(2026, 10, 13)
    assert lately(journal, "pcl5", date(2026, 10, 13)) == date(2026, 10, 13)
    assert lately(journal, "pcl5", date(2026, 10, 20)) is None
    assert lately(journal, "pcl5", date(2026, 10, 12)) is None
    assert lately(journal, "pcl5", date(2026, 10, 19), but=kept.id) is None
    assert lately(journal, "gad7", date(2026, 10, 14)) is None


def test_deleting_tells_listeners_and_undo_brings_it_back(journal):
    heard = []
    kept = pcl5(journal, 13)
    journal.listen(heard.append)
    questionnaires.delete(journal, kept.id)
    history.undo(journal)
    assert questionnaires.list_all(journal) == [kept]
    assert all("questionnaires" in parts for parts in heard)
    assert len(heard) == 2


def test_a_form_goes_with_what_was_filled_in_of_it_and_comes_back_with_it(journal):
    keep_form(journal)
    kept = questionnaires.save_form_answers(journal, FORM.id, answers(1))
    assert find_anything(journal, FORM.id) == ("form", FORM.id)
    assert delete_anything(journal, FORM.id) == "form"
    assert (journal.store.forms.all(), questionnaires.list_all(journal)) == ([], [])
    journal.store.changes.undo()
    assert (journal.store.forms.all(), questionnaires.list_all(journal)) == ([FORM], [kept])
    delete_anything(journal, FORM.id, for_good=True)
    assert (questionnaires.list_all(journal), journal.store.changes.can_undo()) == ([], False)


def test_one_that_is_deleted_for_good_leaves_nothing_to_undo(journal):
    kept = pcl5(journal, 13)
    assert delete_anything(journal, kept.id, for_good=True) == "questionnaire"
    assert (questionnaires.list_all(journal), journal.store.changes.can_undo()) == ([], False)


def test_history_reaches_to_the_first_questionnaire_and_shows_it_on_its_day(journal):
    kept = pcl5(journal, 13)
    assert history.reach(journal).first == kept.day
    (day,) = history.days_with_records(journal, kept.day, journal.today())
    assert (day.entries, day.records) == ((), (kept,))
