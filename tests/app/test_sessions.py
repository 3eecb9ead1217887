from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from journal.app import courses, history, open_effects, sessions
from journal.app.journal import Journal
from journal.app.vaults import open_journal
from journal.model.errors import FieldOutOfRange, TimeInFuture, UnknownItem, UnknownRecord, UnknownTreatment
from journal.model.sessions import Phase, Session, SideEffect, Vital, Went
from tests.support.journals import PASSPHRASE, ZoneClock

Opened = tuple[Journal, ZoneClock]
TODAY = date(2026, 10, 29)
MINUTE_MS = 60_000


def begun(journal: Journal, kind: str = "ketamine_iv") -> Session:
    return sessions.begin_session(journal, kind)


def test_a_session_that_was_begun_is_open_until_it_is_closed(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    assert (made.day, made.open, made.zone) == (TODAY, True, journal.clock.zone())
    assert sessions.open_session(journal) == made
    sessions.close_session(journal, made.id)
    assert sessions.open_session(journal) is None
    assert sessions.session(journal, made.id[:6]).open is False


def test_the_one_open_course_of_its_kind_is_taken(opened: Opened) -> None:
    journal, _ = opened
    course = courses.add_course(journal, "ketamine_iv", TODAY, sessions=6)
    assert begun(journal).course_id == course.id
    assert begun(journal, "esketamine").course_id is None
    courses.add_course(journal, "ketamine_iv", TODAY)
    assert begun(journal).course_id is None


def test_a_course_named_by_the_beginning_of_its_id_is_taken_by_its_id(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    course = courses.add_course(journal, "ketamine_iv", TODAY)
    assert sessions.change_session(journal, made.id, course_id=course.id[:6]).course_id == course.id


def test_sessions_are_numbered_within_their_course_by_time(opened: Opened) -> None:
    journal, _ = opened
    courses.add_course(journal, "ketamine_iv", TODAY - timedelta(days=9))
    later = sessions.add_session(journal, "ketamine_iv", datetime(2026, 10, 27, 14))
    earlier = sessions.add_session(journal, "ketamine_iv", datetime(2026, 10, 27, 13, 58))
    assert sessions.numbered(journal) == {earlier.id: 1, later.id: 2}
    assert sessions.sessions(journal) == [earlier, later]
    assert sessions.last_like(journal, "ketamine_iv") == later


def test_everything_of_a_session_is_read_back(opened: Opened) -> None:
    journal, _ = opened
    nausea = journal.item("nausea")
    made = sessions.add_session(
        journal,
        "ketamine_iv",
        datetime(2026, 10, 28, 14),
        minutes=40,
        dose=0.5,
        unit="mg/kg",
        weight_kg=71.5,
        went=Went.HARD,
        accompanied=False,
        note="long",
        vitals=(Vital(40, 141, 88), Vital(0, 120, 80, 66, 98), Vital(15)),
        effects=(SideEffect(nausea.id, (), Phase.DURING),),
    )
    assert [vital.minute for vital in made.vitals] == [0, 40]
    assert sessions.session(journal, made.id) == made


def test_a_session_in_the_future_is_refused_but_not_a_planned_one(opened: Opened) -> None:
    journal, clock = opened
    with pytest.raises(TimeInFuture):
        sessions.begin_session(journal, "pe", at=datetime(2026, 10, 30))
    ahead = clock.now_ms() + 60 * MINUTE_MS
    made = begun(journal, "pe")
    assert sessions.change_session(journal, made.id, planned_ms=ahead).planned_ms == ahead


@pytest.mark.parametrize(
    ("field", "value"),
    [("dose", -1), ("dose", 100_001), ("weight_kg", 0), ("weight_kg", 701), ("minutes", 1441), ("worked_with", 5)],
)
def test_impossible_numbers_are_refused(opened: Opened, field: str, value: float) -> None:
    journal, _ = opened
    made = begun(journal)
    with pytest.raises(FieldOutOfRange) as error:
        sessions.change_session(journal, made.id, **{field: value})  # type: ignore[arg-type]
    assert error.value.fields["field"] == field
    assert sessions.session(journal, made.id) == made


@pytest.mark.parametrize("vital", [Vital(0, 401), Vital(0, spo2=101), Vital(-1, 120), Vital(0, pulse=-1)])
def test_impossible_vitals_are_refused(opened: Opened, vital: Vital) -> None:
    journal, _ = opened
    with pytest.raises(FieldOutOfRange):
        sessions.set_vital(journal, begun(journal).id, vital)


def test_extreme_numbers_are_taken(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    made = sessions.set_vital(journal, made.id, Vital(0, 60, 20, 190, 40))
    assert sessions.change_session(journal, made.id, dose=900, unit="mg", minutes=1440).dose == 900


def test_empty_vitals_are_taken_away(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    sessions.set_vital(journal, made.id, Vital(15, 120, 80))
    assert sessions.set_vital(journal, made.id, Vital(15)).vitals == ()


def test_unknown_kinds_sessions_courses_and_items_are_told(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    with pytest.raises(UnknownTreatment):
        begun(journal, "no such")
    with pytest.raises(UnknownRecord):
        sessions.session(journal, "ffffff")
    with pytest.raises(UnknownRecord):
        sessions.change_session(journal, made.id, course_id="ffffff")
    with pytest.raises(UnknownItem):
        sessions.change_session(journal, made.id, effects=(SideEffect("no item"),))


def test_a_side_effect_is_points_of_time_and_level(opened: Opened) -> None:
    journal, clock = opened
    made, dizzy = begun(journal), journal.item("dizziness")
    sessions.add_point(journal, made.id, dizzy, 2)
    clock.ms += 10 * MINUTE_MS
    point = sessions.add_point(journal, made.id, dizzy, 3).effects[0].points[-1]
    sessions.change_point(journal, made.id, point.id, level=4, at_ms=point.at_ms - MINUTE_MS)
    found = sessions.set_phase(journal, made.id, dizzy, Phase.DURING).effects
    assert [(each.level, each.at_ms - made.at_ms) for each in found[0].points] == [(2, 0), (4, 9 * MINUTE_MS)]
    assert found[0].phase is Phase.DURING
    sessions.remove_point(journal, made.id, point.id)
    assert sessions.remove_effect(journal, made.id, dizzy).effects == ()


def test_a_second_level_at_the_same_instant_replaces_the_first(opened: Opened) -> None:
    journal, _ = opened
    made, dizzy = begun(journal), journal.item("dizziness")
    sessions.add_point(journal, made.id, dizzy, 2)
    assert [point.level for point in sessions.add_point(journal, made.id, dizzy, 1).effects[0].points] == [1]


def test_the_last_point_of_a_side_effect_takes_it_along(opened: Opened) -> None:
    journal, _ = opened
    made = sessions.add_point(journal, begun(journal).id, journal.item("nausea"), 1)
    assert sessions.remove_point(journal, made.id, made.effects[0].points[0].id).effects == ()


def test_an_open_side_effect_is_asked_about_until_it_has_gone(opened: Opened) -> None:
    journal, clock = opened
    made, dizzy = begun(journal), journal.item("dizziness")
    sessions.add_point(journal, made.id, dizzy, 2)
    clock.ms += 60 * MINUTE_MS

    def now() -> datetime:
        return datetime.fromtimestamp(clock.ms / 1000, UTC)

    (found,) = open_effects.open_effects(journal, now())
    assert (found.item.key, found.level, found.since_ms) == ("dizziness", 2, made.at_ms)
    open_effects.answer_open_effect(journal, made.id, dizzy, 0)
    assert open_effects.open_effects(journal, now()) == ()


def test_the_usual_side_effects_stand_first_then_those_of_the_course(opened: Opened) -> None:
    journal, _ = opened
    made = sessions.add_point(journal, begun(journal).id, journal.item("tremor"), 1)
    keys = [item.key for item in sessions.effect_items(journal, made)]
    assert keys[:4] == ["dizziness", "nausea", "dissociation", "tremor"]


def test_a_text_is_one_undo_step_a_visit(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    for text in ("h", "he", "her"):
        sessions.change_session(journal, made.id, visit="note", note=text)
    history.undo(journal)
    assert sessions.session(journal, made.id).note == ""


def test_undo_and_redo_tell_what_changed(opened: Opened) -> None:
    journal, _ = opened
    begun(journal)
    told: list[frozenset[str]] = []
    journal.listen(told.append)
    history.undo(journal)
    history.redo(journal)
    assert all("sessions" in parts for parts in told)
    assert len(told) == 2


def test_a_deleted_session_comes_back_with_its_parts(opened: Opened) -> None:
    journal, _ = opened
    made = sessions.set_vital(journal, begun(journal).id, Vital(0, 120))
    made = sessions.add_point(journal, made.id, journal.item("nausea"), 1)
    sessions.delete_session(journal, made.id)
    assert sessions.sessions(journal) == []
    history.undo(journal)
    assert sessions.sessions(journal) == [made]


def test_a_session_changed_on_the_same_evening_is_not_marked_but_one_changed_later_is(opened: Opened) -> None:
    journal, clock = opened
    made = begun(journal)
    sessions.close_session(journal, made.id)
    assert sessions.change_session(journal, made.id, minutes=40).changed_ms is None
    clock.ms += 26 * 60 * MINUTE_MS
    assert sessions.change_session(journal, made.id, minutes=45).changed_ms == clock.ms


def test_a_session_moves_to_another_time_and_day(opened: Opened) -> None:
    journal, _ = opened
    made = begun(journal)
    moved = sessions.change_session(journal, made.id, at=datetime(2026, 10, 29, 3, 59))
    assert moved.day == TODAY - timedelta(days=1)
    assert replace(moved, at_ms=0, day=TODAY) == replace(made, at_ms=0)


def test_a_session_begun_before_midnight_belongs_to_the_evening_and_one_before_four_to_the_night(
    opened: Opened,
) -> None:
    journal, clock = opened
    clock.set("2026-10-29T23:59")
    before = begun(journal, "other")
    clock.forward(2)
    after = begun(journal, "other")
    assert (before.day, after.day) == (TODAY, TODAY)
    clock.set("2026-10-30T04:00")
    assert begun(journal, "other").day == TODAY + timedelta(days=1)


def test_a_later_start_of_the_day_leaves_sessions_on_their_day(opened: Opened) -> None:
    journal, clock = opened
    clock.set("2026-10-30T02:00")
    made = begun(journal)
    journal.put_setting("day_start_min", 0)
    assert sessions.change_session(journal, made.id, minutes=40).day == TODAY
    assert begun(journal).day == TODAY + timedelta(days=1)


@pytest.mark.parametrize("fold", [0, 1])
def test_in_the_hour_that_comes_twice_minutes_stay_minutes(opened: Opened, fold: int) -> None:
    journal, clock = opened
    clock.set("2026-10-25T02:30", fold=fold)
    made = begun(journal)
    assert (made.day, made.offset_min) == (date(2026, 10, 24), 60 if fold else 120)
    clock.forward(45)
    point = sessions.add_point(journal, made.id, journal.item("nausea"), 1).effects[0].points[0]
    assert point.at_ms - made.at_ms == 45 * MINUTE_MS
    assert point.offset_min == 60


def test_a_time_in_the_hour_that_never_came_stands_as_it_was_typed(opened: Opened) -> None:
    journal, _ = opened
    made = sessions.add_session(journal, "pe", datetime(2026, 3, 29, 2, 30))
    assert (made.at.hour, made.at.minute, made.day) == (2, 30, date(2026, 3, 28))


def test_an_open_session_with_half_its_parts_survives_a_crash(opened: Opened, tmp_path: Path) -> None:
    journal, _ = opened
    made = sessions.set_vital(journal, begun(journal).id, Vital(0, 120))
    made = sessions.add_point(journal, made.id, journal.item("nausea"), 1)
    crashed = tmp_path / "after the crash"
    shutil.copytree(journal.folder, crashed)
    again = open_journal(crashed, journal.clock, passphrase=PASSPHRASE)
    assert sessions.open_session(again) == made
    again.close()
