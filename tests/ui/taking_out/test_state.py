"""What the page says of a choice, and of a file that was written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat
from journal.app.record_exports import Notes
from journal.app.taking_out import Offer, SensitiveItem, TakenOut
from journal.model.periods import Period
from journal.report.request import Part
from journal.ui.taking_out.choices import Choices, begun_with, wanted_of, within
from journal.ui.taking_out.state import build_state, kind_words, parts_of, written_words

ALCOHOL = SensitiveItem("alcohol", "Alcohol (drinks)")
SUICIDE = SensitiveItem("suicidal_thoughts", "Thoughts of suicide")
OFFER = Offer(
    date(2026, 10, 29),
    date(2026, 8, 1),
    date(2026, 10, 29),
    frozenset({Part.SESSIONS, Part.SCORES}),
    (ALCOHOL, SUICIDE),
)
OWN = Period(date(2026, 9, 1), date(2026, 9, 30))


def test_nothing_beside_the_check_ins_is_ticked_at_first():
    state = build_state(Choices(), OFFER)
    assert [tick.ticked for tick in state.parts] == [False] * 4
    assert state.choices.notes is Notes.NONE


def test_only_parts_that_hold_something_are_offered():
    assert [tick.words for tick in build_state(Choices(), OFFER).parts] == [
        "Courses, sessions, side effects and practice",
        "Questionnaires",
        "Alcohol (drinks)",
        "Thoughts of suicide",
    ]


def test_what_stays_out_unless_ticked_stands_under_its_own_heading():
    groups = [tick.group for tick in build_state(Choices(), OFFER).parts]
    assert groups == ["", "", "Left out unless ticked", "Left out unless ticked"]


def test_all_of_it_begins_with_all_of_it():
    choices = begun_with(ExportFormat.JSON, Choices(own=OWN), OFFER)
    assert wanted_of(choices, OFFER).everything
    assert "whole journal" in build_state(choices, OFFER).whole_words


@pytest.mark.parametrize("kind", [ExportFormat.CSV, ExportFormat.FHIR])
def test_other_kinds_begin_with_the_check_ins_and_keep_the_days(kind):
    choices = begun_with(kind, begun_with(ExportFormat.JSON, Choices(), OFFER), OFFER)
    assert choices == Choices(kind)
    assert begun_with(kind, Choices(own=OWN), OFFER).own == OWN


@pytest.mark.parametrize(
    "change", [{"own": OWN}, {"notes": Notes.SHARED}, {"parts": frozenset()}, {"items": frozenset({"alcohol"})}]
)
def test_less_than_all_is_said_to_be_a_part(change):
    choices = replace(begun_with(ExportFormat.JSON, Choices(), OFFER), **change)
    assert not wanted_of(choices, OFFER).everything
    assert "part of the journal" in build_state(choices, OFFER).whole_words


def test_an_item_is_ticked_apart_from_the_part_of_its_name():
    ticks = build_state(Choices(items=frozenset({"alcohol"})), OFFER).parts
    keys = tuple(tick.key for tick in ticks if tick.ticked)
    assert parts_of(keys) == {"parts": frozenset(), "items": frozenset({"alcohol"})}
    assert wanted_of(Choices(items=frozenset({"alcohol"})), OFFER).include == frozenset()


def test_thoughts_of_suicide_take_the_answers_of_questionnaires_along():
    assert wanted_of(Choices(items=frozenset({"suicidal_thoughts"})), OFFER).include == {"suicidal_thoughts"}


def test_what_is_no_longer_there_is_no_longer_chosen():
    gone = within(Choices(parts=frozenset({Part.MEDICINES, Part.SCORES}), items=frozenset({"drugs"})), OFFER)
    assert (gone.parts, gone.items) == (frozenset({Part.SCORES}), frozenset())


@pytest.mark.parametrize(
    ("kind", "locked", "name"),
    [
        (ExportFormat.CSV, False, "Notes 2026-10-29.zip"),
        (ExportFormat.JSON, False, "Notes 2026-10-29.json"),
        (ExportFormat.JSON, True, "Notes 2026-10-29.zip"),
    ],
)
def test_the_name_of_the_file_says_nothing(kind, locked, name):
    assert build_state(Choices(kind), OFFER).file_name(locked=locked) == name


def test_every_kind_has_its_words():
    assert set(kind_words()) == set(ExportFormat)


def taken(**wanted):
    return TakenOut(Path("/desk/a.zip"), ExportFormat.CSV, Wanted(**wanted), 12, locked=False, whole=False)


def test_what_was_left_out_is_listed():
    words = written_words(taken(include=frozenset({"sessions"}), notes=Notes.SHARED), OFFER)
    assert words.title == "Saved as a.zip"
    assert words.inside[1:] == (
        "12 check-ins",
        "Courses, sessions, side effects and practice",
        "Notes marked to share",
    )
    assert words.left_out == (
        "Questionnaires",
        "Alcohol (drinks)",
        "Thoughts of suicide",
        "All other notes",
        "Settings of the journal",
    )


def test_the_days_of_a_period_are_named_and_the_others_left_out():
    words = written_words(taken(first=OWN.first, last=OWN.last), OFFER)
    assert "Sep" in words.inside[0]
    assert words.left_out[0] == "All other days"


def test_of_the_whole_nothing_is_left_out():
    wanted = wanted_of(begun_with(ExportFormat.JSON, Choices(), OFFER), OFFER)
    done = TakenOut(Path("/desk/a.json"), ExportFormat.JSON, wanted, 12, locked=True, whole=True)
    words = written_words(done, OFFER)
    assert words.left_out == ()
    assert "password" in words.readers
