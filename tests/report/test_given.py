"""What one session says in the cells of a table."""

from dataclasses import replace

from journal.model.sessions import Shortened, Vital
from journal.report import given
from journal.report.treatment_data import ReportEffect
from tests.support.report_data import LAST
from tests.support.report_pages import WORDS
from tests.support.report_treatment import infusion, session_on, talk


def vitals(*rows, minutes=None):
    return session_on(LAST, vitals=tuple(Vital(*row) for row in rows), minutes=minutes)


def test_a_dose_is_told_with_its_route_and_its_minutes():
    assert given.dose(infusion(LAST), WORDS) == "40 mg IV, 40 min"


def test_a_therapy_session_tells_its_minutes_alone():
    assert given.dose(talk(LAST), WORDS) == "50 min"


def test_devices_are_told_with_what_they_hold():
    told = replace(infusion(LAST, dose=2.0, unit="device", route="intranasal", minutes=None), device_mg=28.0)
    assert given.dose(told, WORDS) == "2 devices (56 mg) intranasal"


def test_a_route_in_own_words_is_cut():
    assert len(given.dose(infusion(LAST, route="word " * 30), WORDS)) < 50


def test_nothing_given_is_told_as_nothing():
    assert given.dose(infusion(LAST, dose=None, route="", minutes=None), WORDS) == ""


def test_blood_pressure_is_told_before_at_its_highest_and_after():
    found = given.pressures(vitals((0, 124, 79), (15, 139, 86), (40, 148, 92), (60, 133, 83), minutes=40))
    assert found == ("124/79", "148/92", "133/83")


def test_one_reading_during_the_session_is_no_reading_after_it():
    assert given.pressures(vitals((0, 124, 79), (15, 139, 86), minutes=40)) == ("124/79", "139/86", "")


def test_the_highest_is_never_the_one_before():
    assert given.pressures(vitals((0, 180, 79), (40, 139, 86)))[1] == "139/86"


def test_without_any_reading_nothing_is_told():
    assert given.pressures(vitals()) == ("", "", "")
    assert given.pressures(vitals((0, None, None, 70))) == ("", "", "")


def test_half_a_reading_says_which_half_is_missing():
    assert given.pressures(vitals((0, 120, None)))[0] == "120/–"


def test_vitals_are_told_by_their_minutes():
    plain = given.vitals(vitals((0, 124, 79, 74, 98), (15, 139, 86), (30, None, None, None, 97)), WORDS).replace(
        given.NO_BREAK, " "
    )
    assert plain == "0: 124/79, 74, 98%; 15: 139/86; 30: –, –, 97%"


def test_a_side_effect_has_its_level_and_three_times():
    assert given.effect_times(ReportEffect("Nausea", 2, 15, 40, 180)).replace(given.NO_BREAK, " ") == "2: 15–40–180"


def test_an_end_that_is_not_known_is_never_made_up():
    assert given.effect_times(ReportEffect("Nausea", 2, 15, 40)).endswith("–?")
    assert given.effect_times(ReportEffect("Nausea", 2, 15, 40, still_there=True)).endswith("–…")


def test_circumstances_tell_only_what_was_said():
    assert given.circumstances(session_on(LAST), WORDS) == ""
    told = session_on(LAST, ride=True, shortened=Shortened.SLOWED, shortened_why="too strong", held_back="Lorazepam")
    assert given.circumstances(told, WORDS) == "slowed down: too strong; held back: Lorazepam; a way home arranged"
