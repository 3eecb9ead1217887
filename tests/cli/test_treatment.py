"""Courses, sessions, practice and markers from the command line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Leeward

SESSION = ("session", "add", "ketamine-iv", "--at", "2026-05-02T14:00")


def sessions(made: Leeward) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = made("session", "list", "--json").json["sessions"]
    return found


def add(made: Leeward, *arguments: str) -> str:
    result = made(*arguments)
    assert result.code == 0, result.err
    return result.out.strip()


@pytest.mark.parametrize(
    "name",
    ["ketamine_iv", "ketamine-iv", "Ketamine infusion", "KETAMINE IV", "iv ketamine", "infusion"],
)
def test_a_kind_of_treatment_has_several_names(made: Leeward, name: str) -> None:
    add(made, "course", "add", name, "--start", "2026-05-01")
    assert made("course", "list", "--json").json["courses"][0]["kind"] == "ketamine_iv"


@pytest.mark.parametrize(
    ("name", "near"), [("ketamine", "ketamine_im"), ("injection", "ketamine_sc"), ("emrd", "emdr")]
)
def test_a_name_that_says_too_little_is_told_what_it_could_be(made: Leeward, name: str, near: str) -> None:
    result = made("course", "add", name, "--start", "2026-05-01")
    assert (result.code, result.out) == (1, "")
    assert near in result.err
    assert "counselling" not in result.err


def test_a_course_is_begun_listed_and_ended(made: Leeward) -> None:
    course = add(made, "course", "add", "esketamine", "--start", "2026-05-01", "--sessions", "8", "--every", "3")
    assert "0 of 8 sessions" in made("course", "list").out
    assert add(made, "course", "end", course[:6], "--on", "2026-05-20", "--reason", "Moved") == course
    (found,) = made("course", "list", "--json").json["courses"]
    assert (found["ended_on"], found["end_reason"], found["next_day"]) == ("2026-05-20", "Moved", None)
    assert found["plans"] == [{"since": "2026-05-01", "sessions": 8, "every_days": 3}]
    assert "ended on 2026-05-20" in made("course", "list").out


def test_a_course_cannot_end_before_it_begins(made: Leeward) -> None:
    course = add(made, "course", "add", "pe", "--start", "2026-05-01")
    assert made("course", "end", course, "--on", "2026-04-01").code == 1


def test_a_session_keeps_everything_that_was_typed(made: Leeward) -> None:
    course = add(made, "course", "add", "ketamine-iv", "--start", "2026-05-01", "--sessions", "6")
    session = add(
        made, *SESSION, "--dose", "0,5", "--unit", "mg/kg", "--weight-kg", "80", "--route", "iv", "--minutes", "40",
        "--planned", "2026-05-02T13:30", "--place", "clinic", "--accompanied", "yes", "--shortened", "slowed",
        "--why", "Nausea", "--other-medicines", "Ondansetron", "--ate", "2026-05-02T08:00", "--alcohol", "no",
        "--calming", "no", "--held-back", "Lamotrigine", "--vital", "before=128/82/71/98", "--vital", "60=138/84//",
        "--effect", "dizziness@+20=2", "--effect", "dizziness@15:10=0", "--phase", "dizziness=during",
        "--went", "too-much", "--clear-min", "120", "--worked-with", "3", "--ride", "yes",
        "--intention", "Let go", "--note", "Rain", "--tag", "music", "--share",
    )  # fmt: skip
    (found,) = sessions(made)
    assert (found["id"], found["course"], found["number"], found["planned"]) == (session, course, 1, 6)
    assert found["title"] == "Ketamine infusion 1 of 6"
    said = {
        "dose": 0.5, "unit": "mg/kg", "weight_kg": 80, "route": "intravenous", "minutes": 40, "place": "clinic",
        "accompanied": True, "shortened": "slowed", "shortened_why": "Nausea", "other_medicines": "Ondansetron",
        "alcohol": False, "calming": False, "held_back": "Lamotrigine", "went": "too-much", "clear_min": 120,
        "worked_with": 3, "ride": True, "intention": "Let go", "note": "Rain", "tags": ["music"],
        "shared": True, "open": False,
    }  # fmt: skip
    assert {name: found[name] for name in said} == said
    assert [vital["minute"] for vital in found["vitals"]] == [0, 60]
    assert found["vitals"][1] == {"minute": 60, "systolic": 138, "diastolic": 84, "pulse": None, "spo2": None}
    (effect,) = found["effects"]
    assert (effect["key"], effect["phase"]) == ("dizziness", "during")
    assert [(point["at"][11:16], point["level"]) for point in effect["points"]] == [("14:20", 2), ("15:10", 0)]
    assert found["planned_at"][11:16] == "13:30"


def test_what_was_not_said_is_nothing_and_never_zero(made: Leeward) -> None:
    add(made, *SESSION)
    (found,) = sessions(made)
    silent = ("dose", "minutes", "went", "clear_min", "ride", "worked_with", "place", "accompanied", "weight_kg")
    assert {found[name] for name in silent} == {None}
    assert (found["vitals"], found["effects"], found["note"], found["shared"]) == ([], [], "", False)


def test_a_session_is_changed_field_by_field(made: Leeward) -> None:
    session = add(made, *SESSION, "--dose", "40", "--unit", "mg", "--note", "Rain", "--vital", "0=120/80/70/98")
    assert (
        add(made, "session", "edit", session[:5], "--dose", "45", "--vital", "0=///97", "--vital", "40=150/90")
        == session
    )
    (found,) = sessions(made)
    assert (found["dose"], found["unit"], found["note"]) == (45, "mg", "Rain")
    assert found["vitals"][0] == {"minute": 0, "systolic": 120, "diastolic": 80, "pulse": 70, "spo2": 97}
    assert found["vitals"][1]["systolic"] == 150


def test_an_empty_value_clears_its_field(made: Leeward) -> None:
    session = add(
        made, *SESSION, "--dose", "40", "--unit", "mg", "--note", "Rain", "--went", "hard", "--ride", "no",
        "--vital", "40=150/90", "--effect", "nausea@+5=1", "--effect", "dizziness@+5=1", "--effect", "dizziness@+9=0",
        "--planned", "2026-05-02T13:30", "--route", "iv",
    )  # fmt: skip
    add(
        made, "session", "edit", session, "--dose", "", "--unit", "", "--note", "", "--went", "", "--ride", "",
        "--vital", "40=", "--effect", "nausea=", "--effect", "dizziness@+9=", "--planned", "", "--route", "",
    )  # fmt: skip
    (found,) = sessions(made)
    assert [found[name] for name in ("dose", "went", "ride", "planned_at")] == [None] * 4
    assert [found[name] for name in ("unit", "note", "route", "vitals")] == ["", "", "", []]
    assert [(effect["key"], len(effect["points"])) for effect in found["effects"]] == [("dizziness", 1)]


def test_changing_a_session_is_one_step_to_undo(made: Leeward) -> None:
    session = add(made, *SESSION, "--note", "Rain")
    add(made, "session", "edit", session, "--note", "Sun", "--went", "easy", "--effect", "nausea@+5=1")
    assert made("undo").code == 0
    (found,) = sessions(made)
    assert (found["note"], found["went"], found["effects"]) == ("Rain", None, [])


def test_a_second_level_at_one_time_takes_the_place_of_the_first(made: Leeward) -> None:
    session = add(made, *SESSION, "--effect", "nausea@14:30=1")
    add(made, "session", "edit", session, "--effect", "nausea@2026-05-02T14:30=3")
    assert [point["level"] for point in sessions(made)[0]["effects"][0]["points"]] == [3]


def test_a_time_of_day_before_the_start_is_the_next_day(made: Leeward) -> None:
    add(made, "session", "add", "pe", "--at", "2026-05-02T22:00", "--effect", "nausea@00:30=1")
    assert sessions(made)[0]["effects"][0]["points"][0]["at"].startswith("2026-05-03T00:30")


def test_a_session_is_left_open_and_closed(made: Leeward) -> None:
    session = add(made, *SESSION, "--open")
    assert sessions(made)[0]["open"] is True
    assert ", still open" in made("session", "list").out
    add(made, "session", "edit", session, "--close")
    assert sessions(made)[0]["open"] is False


def test_a_session_moves_to_another_time_and_kind(made: Leeward) -> None:
    session = add(made, *SESSION)
    add(made, "session", "edit", session, "--at", "2026-05-03T02:00", "--kind", "ketamine-im")
    (found,) = sessions(made)
    assert (found["kind"], found["day"], found["at"][:16]) == ("ketamine_im", "2026-05-02", "2026-05-03T02:00")


def test_sessions_are_listed_by_days_and_course(made: Leeward) -> None:
    course = add(made, "course", "add", "pe", "--start", "2026-05-01")
    add(made, "session", "add", "pe", "--at", "2026-05-02T10:00")
    alone = add(made, "session", "add", "pe", "--at", "2026-05-04T10:00", "--course", "")
    assert [each["id"] for each in made("session", "list", "--from", "2026-05-03", "--json").json["sessions"]] == [
        alone
    ]
    (found,) = made("session", "list", "--course", course[:4], "--json").json["sessions"]
    assert found["course"] == course


def test_the_unit_of_a_dose_must_be_known(made: Leeward) -> None:
    result = made(*SESSION, "--dose", "40")
    assert (result.code, result.out) == (2, "")
    assert "mg, mg/kg" in result.err
    add(made, "session", "add", "ketamine-oral", "--at", "2026-05-02T14:00", "--dose", "200")
    assert sessions(made)[0]["unit"] == "mg"


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        (("--vital", "40=350/90"), "350/90"),
        (("--vital", "40=120/80/70/60"), "70/60"),
        (("--dose", "84", "--unit", "mg/kg"), "84 mg/kg"),
        (("--dose", "400", "--unit", "mg"), "400 mg"),
        (("--vital", "40=80/120"), "80/120"),
        (("--weight-kg", "800"), ""),
        (("--weight-kg", "300"), "300"),
    ],
)
def test_an_extreme_value_is_asked_about_and_kept(made: Leeward, option: tuple[str, ...], shown: str) -> None:
    result = made(*SESSION, *option)
    if not shown:
        assert (result.code, sessions(made)) == (1, [])
        return
    assert result.code == 0
    (line,) = result.err.splitlines()
    assert line.startswith("Is this what you meant to type?")
    assert shown in line
    assert len(sessions(made)) == 1


def test_another_unit_asks_about_the_dose_it_makes_of_the_number(made: Leeward) -> None:
    made(*SESSION, "--dose", "40", "--unit", "mg")
    (session,) = sessions(made)
    result = made("session", "edit", str(session["id"]), "--unit", "mg/kg")
    assert "40 mg/kg" in result.err
    assert made("session", "edit", str(session["id"]), "--minutes", "45").err == ""


def test_usual_values_are_not_asked_about(made: Leeward) -> None:
    assert made(*SESSION, "--vital", "40=150/95/110/94", "--dose", "40", "--unit", "mg").err == ""


def test_practice_is_written_down_and_listed(made: Leeward) -> None:
    at = ("--at", "2026-05-02T17:00")
    add(made, "practice", "add", "in life", *at, "--minutes", "45", "--distress", "40/75/30", "--name", "Supermarket")
    add(made, "practice", "add", "worksheet", "--at", "2026-05-03T17:00", "--not-done", "--distress", "//")
    first, second = made("practice", "list", "--json").json["practices"]
    assert (first["kind"], first["minutes"], first["done"]) == ("in-life", 45, True)
    assert first["distress"] == {"before": 40, "highest": 75, "after": 30}
    assert (second["done"], second["distress"]["highest"]) == (False, None)
    assert "Supermarket, 45 min, distress 40/75/30" in made("practice", "list").out


def test_a_marker_is_set_and_listed(made: Leeward) -> None:
    marker = add(made, "mark", "add", "--on", "2026-05-02", "--label", "Moved", "--note", "To the sea")
    assert made("mark", "list", "--json").json == {
        "marks": [{"id": marker, "on": "2026-05-02", "label": "Moved", "note": "To the sea"}]
    }


@pytest.mark.parametrize("for_good", [(), ("--for-good",)])
def test_anything_is_deleted_by_the_beginning_of_its_id(made: Leeward, for_good: tuple[str, ...]) -> None:
    add(made, "medicine", "add", "Prazosin", "--dose", "1", "--unit", "mg", "--as-needed", "--start", "2026-01-01")
    ids = [
        add(made, "log", "anxiety=1"),
        add(made, "course", "add", "pe", "--start", "2026-05-01"),
        add(made, *SESSION),
        add(made, "medicine", "dose", "Prazosin"),
        add(made, "practice", "add", "breathing", "--at", "2026-05-02T17:00"),
        add(made, "mark", "add", "--on", "2026-05-02", "--label", "Moved"),
        made("medicine", "list", "--json").json["medicines"][0]["id"],
    ]
    for each in ids:
        assert made("delete", each[:8], *for_good).code == 0
        assert made("delete", each[:8]).code == 1
    assert made("session", "list", "--json").json == {"sessions": []}
    assert made("medicine", "list", "--json").json == {"medicines": []}
    assert made("undo").code == (1 if for_good else 0)


def test_a_deleted_session_comes_back_whole(made: Leeward) -> None:
    session = add(made, *SESSION, "--vital", "40=150/90", "--effect", "nausea@+5=1", "--note", "Rain")
    before = sessions(made)
    add(made, "delete", session)
    assert sessions(made) == []
    add(made, "undo")
    assert sessions(made) == before


def test_an_id_too_short_or_of_nothing_is_told(made: Leeward) -> None:
    session = add(made, *SESSION)
    for command in (
        ("delete", session[:3]),
        ("session", "edit", "zzzz", "--note", "x"),
        ("course", "end", session[:8], "--on", "2026-05-02"),
    ):
        result = made(*command)
        assert (result.code, result.out) == (1, "")
        assert len(result.err.strip().splitlines()) == 1


def test_names_of_several_words_need_no_quotation_marks(made: Leeward) -> None:
    add(made, "course", "add", "prolonged", "exposure", "--start", "2026-05-01")
    add(made, "practice", "add", "in", "imagination", "--at", "2026-05-02T17:00")
    assert made("course", "list", "--json").json["courses"][0]["kind"] == "pe"
    assert made("practice", "list", "--json").json["practices"][0]["kind"] == "in-imagination"


def test_a_side_effect_is_found_by_its_name_too(made: Leeward) -> None:
    add(made, *SESSION, "--effect", "Blurred vision@+5=1", "--went", "Too much")
    assert sessions(made)[0]["effects"][0]["key"] == "blurred_vision"
    assert "dizziness" in made(*SESSION, "--effect", "dizzy@+5=1").err


@pytest.mark.parametrize(
    ("typed", "meant"), [("sessions", "session"), ("medicines", "medicine"), ("sumary", "summary")]
)
def test_a_command_that_is_nearly_right_is_helped(made: Leeward, typed: str, meant: str) -> None:
    result = made(typed, "list")
    assert (result.code, result.out) == (2, "")
    assert f"“{meant}”" in result.err


def test_a_number_that_does_not_fit_is_named_in_words(made: Leeward) -> None:
    assert made(*SESSION, "--worked-with", "9").err.startswith("Could work with what came up: 9 does not fit.")


@pytest.mark.parametrize("group", ["course", "session", "practice"])
def test_the_help_of_adding_lists_the_kinds(made: Leeward, group: str) -> None:
    assert "KIND is one of these" in made(group, "add", "--help").out
