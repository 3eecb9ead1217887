"""The treatment in the sample journal: what happened, what was felt, and what was left empty."""

import hashlib
import json
import re
from dataclasses import asdict
from datetime import timedelta
from itertools import pairwise

import pytest

from journal.host.resources import read_catalogue, read_treatments
from journal.model.items import catalogue_item_id
from journal.model.medicines import Taken
from journal.model.sample import sample_days
from journal.model.sample_course import LAST_DAY, treatment_days
from journal.model.sample_medicines import AS_NEEDED, DOSE_CHANGED, REGULAR, sample_intakes, sample_medicines
from journal.model.sample_practices import sample_markers, sample_practices
from journal.model.sample_sessions import INFUSIONS, INTEGRATION, sample_courses, sample_sessions
from journal.model.sessions import numbers

FINGERPRINT = "4f93b428e82f43903634b391aacd7b7e4ebf25263ead220f1c3db6914c49c3d2"


@pytest.fixture(scope="module")
def intakes():
    return sample_intakes(sample_days())


def infusions():
    return [session for session in sample_sessions() if session.course_id == INFUSIONS]


def everything(intakes):
    return (
        *sample_courses(),
        *sample_sessions(),
        *sample_medicines(),
        *intakes,
        *sample_practices(),
        *sample_markers(),
    )


def test_it_is_the_same_on_every_computer(intakes):
    text = json.dumps([asdict(one) for one in everything(intakes)], default=str)
    assert hashlib.sha256(text.encode()).hexdigest() == FINGERPRINT


def test_everything_has_an_id_of_its_own(intakes):
    ids = [one.id for one in everything(intakes)]
    ids += [point.id for session in sample_sessions() for effect in session.effects for point in effect.points]
    assert len(set(ids)) == len(ids)


def test_the_infusions_are_on_the_days_whose_dose_is_felt():
    assert {session.day for session in infusions()} == treatment_days()


def test_six_in_two_weeks_then_one_every_three():
    days = [session.day for session in infusions()]
    assert (days[5] - days[0]).days <= 13
    assert {(later - earlier).days for earlier, later in pairwise(days[6:])} == {21}
    assert sample_courses()[0].plan.every_days == 21


def test_the_plan_changed_and_its_history_is_there():
    planned = [plan.sessions for plan in sample_courses()[0].plans]
    assert planned == [6, 12]
    assert max(numbers(sample_sessions()).values()) == 11


def test_integration_sessions_stand_between():
    talks = [session for session in sample_sessions() if session.course_id == INTEGRATION]
    assert len(talks) == 7
    assert treatment_days().isdisjoint(session.day for session in talks)


def test_every_kind_and_every_side_effect_is_known():
    kinds, items = read_treatments(), {catalogue_item_id(item.key) for item in read_catalogue().items}
    assert all(kinds.get(session.kind) for session in sample_sessions())
    assert {effect.item_id for session in sample_sessions() for effect in session.effects} <= items


def test_side_effects_rise_and_mostly_end():
    courses = [effect.points for session in infusions() for effect in session.effects]
    assert all(points[0].level > 0 for points in courses)
    assert all(earlier.at_ms < later.at_ms for points in courses for earlier, later in pairwise(points))
    without_end = [points for points in courses if points[-1].level]
    assert 2 <= len(without_end) <= 4


def test_one_is_still_open_on_the_last_evening():
    last = infusions()[-1]
    open_points = [effect.points for effect in last.effects if effect.points[-1].level]
    assert len(open_points) == 1
    assert last.day == LAST_DAY - timedelta(days=1)


def test_some_fields_are_left_empty():
    told = infusions()
    assert 1 <= sum(not session.vitals for session in told) <= 3
    assert any(session.dose is None for session in told)
    assert any(session.clear_min is None for session in told)
    assert any(vital.spo2 is None for session in told for vital in session.vitals)


def test_intentions_and_notes_are_not_shared():
    written = [session for session in sample_sessions() if session.note or session.intention]
    assert written
    assert not any(session.shared for session in written)


def test_one_medicine_has_a_dose_change_and_one_is_taken_as_needed():
    regular, needed = sample_medicines()
    assert [level.amount for level in regular.levels] == [50, 100]
    assert regular.levels[1].since_day == DOSE_CHANGED
    assert needed.as_needed


def test_doses_are_taken_taken_later_not_taken_and_not_written_down(intakes):
    regular = [intake for intake in intakes if intake.medicine_id == REGULAR]
    assert {intake.taken for intake in regular} == {Taken.TAKEN, Taken.LATER, Taken.NOT_TAKEN}
    assert len(regular) < 182
    assert all((intake.amount is None) is (intake.taken is Taken.NOT_TAKEN) for intake in regular)


def test_the_dose_as_needed_follows_the_weeks(intakes):
    needed = [intake.day.month for intake in intakes if intake.medicine_id == AS_NEEDED]
    assert needed.count(5) > needed.count(8)
    assert needed.count(10) > needed.count(8)


def test_practice_was_mostly_done_and_partly_told():
    practices = sample_practices()
    assert sum(not practice.done for practice in practices) == 2
    assert any(practice.done and practice.before is None for practice in practices)


def test_no_one_is_named():
    texts = json.dumps([asdict(one) for one in (*sample_courses(), *sample_sessions(), *sample_markers())], default=str)
    assert not re.search(r"\b(Dr|Mr|Mrs|Ms)\b", texts)
