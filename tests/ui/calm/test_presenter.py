from dataclasses import replace

import pytest

from journal.host.clock import FixedClock
from journal.model.breathing import Part as BreathPart
from journal.ui.calm.place import CalmPlace, Part
from journal.ui.calm.state import Known
from tests.support.calm import OPEN, Visit
from tests.support.windows import EVENING

GERMANY = FixedClock(EVENING.ms, 60, "Europe/Berlin")
AMERICA = FixedClock(EVENING.ms, -300, "America/New_York")


@pytest.fixture
def visit():
    return Visit()


@pytest.fixture
def room(visit, tmp_path):
    made = visit.presenter(tmp_path, GERMANY)
    made.on_entered(CalmPlace(), "Back to Today")
    return made


def titles(visit):
    return [group.title for group in visit.state.talk.groups]


def test_the_first_screen_says_time_date_with_its_year_and_place(visit, room):
    assert visit.state.time == "It is 22:04"
    assert "2026" in visit.state.date
    assert visit.state.place_words == "I am at home."
    assert visit.state.place_hint == ""


def test_nothing_starts_by_itself(visit, room):
    for part in Part:
        room.on_part(part)
        assert not visit.state.place.running


def test_without_place_words_a_quiet_line_says_how_to_add_them(visit, tmp_path):
    visit.known = replace(OPEN, place_words="")
    visit.presenter(tmp_path).on_entered(CalmPlace(), "")
    assert "Settings" in visit.state.place_hint


def test_stop_ends_breathing_then_leads_to_the_first_screen_then_out(visit, room):
    room.on_part(Part.BREATHING)
    room.on_start()
    assert visit.state.place == CalmPlace(Part.BREATHING, running=True)
    room.on_stop()
    assert visit.state.place == CalmPlace(Part.BREATHING)
    room.on_stop()
    assert visit.state.place == CalmPlace()
    assert not visit.left
    room.on_stop()
    assert visit.left == 1


def test_back_leaves_from_anywhere_and_stops_what_goes_on(visit, room):
    room.on_part(Part.BREATHING)
    room.on_start()
    room.on_back()
    assert visit.left == 1
    assert not visit.state.place.running


def test_the_senses_go_on_and_back_at_ones_own_pace(visit, room):
    room.on_part(Part.SENSES)
    asked = [visit.state.sense.question]
    for _ in range(4):
        room.on_step(1)
        asked.append(visit.state.sense.question)
    assert len(set(asked)) == 5
    assert visit.state.last_sense
    room.on_step(-1)
    assert visit.state.sense.question == asked[3]


def test_the_pace_is_kept_in_the_settings(visit, room):
    room.on_pace(BreathPart.OUT, 1)
    room.on_pace(BreathPart.IN, -1)
    assert (visit.state.pace.in_s, visit.state.pace.out_s) == (3, 7)
    assert (room._parts.settings.settings.breath_in_s, room._parts.settings.settings.breath_out_s) == (3, 7)


def test_the_shape_moves_unless_the_person_or_the_system_wants_less(visit, room, tmp_path):
    room.on_part(Part.BREATHING)
    assert visit.state.moves
    room.on_motion(on=False)
    assert not visit.state.moves
    still = Visit(still=True)
    still.presenter(tmp_path / "other").on_entered(CalmPlace(Part.BREATHING), "")
    assert not still.state.moves
    assert not still.state.may_move


def test_the_system_is_asked_once_and_only_for_breathing(visit, room):
    room.on_part(Part.PLAN)
    assert visit.asked_system == 0
    for _ in range(3):
        room.on_part(Part.BREATHING)
    assert visit.asked_system == 1


def test_the_plan_stands_under_its_headings_without_empty_ones(visit, room):
    assert [(group.title, group.lines) for group in visit.state.plan] == [
        ("Signs that it is getting hard", ("I stop answering messages.",)),
        ("What I can do myself", ("Walk to the harbour and back.",)),
    ]
    assert visit.state.may_edit


def test_before_the_journal_opens_nothing_can_be_changed_or_kept(visit, room):
    visit.known = Known("", OPEN.lines[1:], (), locked=True)
    room.reload()
    assert not visit.state.may_edit
    assert "passphrase" in visit.state.plan_note
    room.on_rated(7)
    room.on_rated(4)
    assert not visit.state.may_keep
    assert visit.state.distress_words == "Before: 7. Now: 4. This is not kept: the journal is closed."


def test_the_emergency_number_is_first_then_own_contacts_then_lines_by_kind(visit, room):
    assert visit.state.talk.emergency == ("112",)
    assert titles(visit) == ["My own contacts", "In a crisis", "Violence at home, sexual violence"]
    assert visit.state.talk.groups[-1].foot == "Calls can show on the phone and the bill."
    assert "Checked November 2026." in visit.state.talk.notes


def test_another_countrys_numbers_can_be_shown(visit, room):
    room.on_country("US")
    assert visit.state.talk.emergency == ("911",)
    assert "For veterans" in titles(visit)
    words = [way.words for group in visit.state.talk.groups for line in group.lines for way in line.ways]
    assert {"Call 988, then 1", "Text START to 88788", "Text 741741"} < set(words)
    room.on_country("")
    assert "findahelpline.com" in " ".join(visit.state.talk.notes)


def test_a_number_nobody_verified_is_to_be_checked(visit, room):
    assert visit.state.talk.emergency_note == ""
    room.on_country("IN")
    assert "check" in visit.state.talk.emergency_note


def test_after_a_year_numbers_may_have_changed(visit, tmp_path):
    later = FixedClock(EVENING.ms + 400 * 86_400_000, 60, "Europe/Berlin")
    visit.presenter(tmp_path, later).on_entered(CalmPlace(), "")
    assert "Numbers may have changed." in visit.state.talk.notes


def test_distress_is_offered_quietly_and_kept_only_when_chosen(visit, room):
    assert visit.state.distress_words == ""
    room.on_part(Part.DISTRESS)
    room.on_rated(7)
    assert (visit.state.distress_words, visit.state.place) == ("Before: 7", CalmPlace())
    room.on_part(Part.BREATHING)
    room.on_part(Part.DISTRESS)
    room.on_rated(4)
    assert visit.state.distress_words == "Before: 7. Now: 4."
    assert not visit.kept
    room.on_keep()
    assert visit.kept == [("breathing", 7, 4)]
    assert visit.state.distress_words == ""


def test_what_was_noted_is_forgotten_where_it_is_not_to_be_kept(visit, room):
    room.on_rated(7)
    room.on_rated(4)
    room.on_forget()
    assert visit.kept == []
    assert visit.state.distress_words == ""


def test_the_first_screen_says_nothing_that_sounds_like_praise_or_an_alarm(visit, room):
    from journal.ui.calm.words import part_words, senses

    words = [part_words(part) for part in Part] + [text for each in senses() for text in (each.question, each.help)]
    assert not any("!" in text for text in words)
