from datetime import datetime

import pytest

from journal.app import sessions
from journal.host.resources import read_catalogue, read_treatments
from journal.model.sessions import Phase
from journal.texts.items import ItemWords
from journal.ui.session.effects_state import span_min
from journal.ui.session.now_state import Ask, NowInputs, build_now
from journal.ui.session.state import Inputs, Loaded, build_state
from tests.support.journals import make_journal
from tests.support.sessions import add_points, begun, effect_item

WORDS = ItemWords(read_catalogue())


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal", at="2026-11-20T18:05")
    yield made
    made.close()


def state_of(journal, session, **inputs):
    known = sessions.session(journal, session.id)
    last = sessions.last_like(journal, known.kind, before_ms=known.at_ms)
    loaded = Loaded(known, read_treatments(), sessions.effect_items(journal, known), last=last)
    return build_state(loaded, Inputs(**inputs), WORDS, journal.clock.now_ms())


def test_an_infusion_has_everything(journal):
    state = state_of(journal, begun(journal))
    assert state.title == "Ketamine infusion"
    assert state.caption == "Friday 20 November, 14:05 \u00b7 open, saved as you go"
    assert (state.dosed, state.vitals_shown, state.effects_shown, state.clear_shown) == (True,) * 4
    assert not state.weight_shown


def test_therapy_has_minutes_and_how_it_was_but_no_dose_and_no_vitals(journal):
    state = state_of(journal, begun(journal, "pe"))
    assert (state.dosed, state.vitals_shown, state.effects_shown, state.clear_shown) == (False,) * 4
    assert not state.before_shown
    assert state.choices["went"].shown
    assert not state.choices["ride"].shown
    assert [words for _value, words in state.choices["place"].choices] == ["In person", "By video or phone"]


def test_the_weight_is_asked_where_the_unit_needs_it(journal):
    session = begun(journal)
    sessions.change_session(journal, session.id, unit="mg/kg")
    assert state_of(journal, session).weight_shown


@pytest.mark.parametrize("kind", ["ketamine_im", "ketamine_oral", "ketamine_nasal", "esketamine"])
def test_every_ketamine_route_has_the_sentence_about_driving(journal, kind):
    assert state_of(journal, begun(journal, kind)).clear_shown


def test_as_last_time_is_offered_and_nothing_is_filled_by_itself(journal):
    sessions.add_session(
        journal, "ketamine_iv", datetime(2026, 11, 16, 14, 0), dose=40.0, unit="mg", route="intravenous", minutes=40
    )
    session = begun(journal)
    state = state_of(journal, session)
    assert state.last_time == "40 mg, into a vein, 40 minutes"
    assert state.texts["dose"].text == state.texts["minutes"].text == ""
    sessions.change_session(journal, session.id, dose=20.0)
    assert state_of(journal, session).last_time == ""


def test_a_side_effect_is_a_course_with_its_sentence(journal):
    session = begun(journal)
    add_points(journal, session, "nausea", (15, 1), (30, 3), (95, 0))
    (row,) = state_of(journal, session).effects.rows
    assert row.ending == "gone after 1 h 20 min"
    assert row.sentence == "Nausea: began 14:20, strongest 3, quite a bit at 14:35, gone after 1 h 20 min."
    assert [spot.level for spot in row.spots] == [1, 3, 0]
    assert not row.goes_on
    assert row.phase_found == "during"


def test_one_without_an_end_is_still_there_and_later_its_end_is_not_known(journal):
    session = begun(journal)
    add_points(journal, session, "dizziness", (30, 2))
    (row,) = state_of(journal, session).effects.rows
    assert (row.ending, row.goes_on) == ("still there", True)
    journal.clock.forward(80 * 60)
    (row,) = state_of(journal, session).effects.rows
    assert (row.ending, row.goes_on) == ("end not known", False)


def test_what_was_never_there_is_named_in_one_line_and_can_be_added(journal):
    session = begun(journal)
    add_points(journal, session, "dizziness", (30, 0))
    effects = state_of(journal, session).effects
    assert effects.rows == ()
    assert effects.none == "None: Dizziness"
    assert "Dizziness" in [chip.label for chip in effects.chips]


def test_the_line_is_as_long_as_its_last_point_needs(journal):
    session = begun(journal)
    assert span_min(session, ()) == 120
    add_points(journal, session, "nausea", (130, 1))
    known = sessions.session(journal, session.id)
    assert span_min(known, known.effects) == 240


def test_a_phase_that_was_named_stands_beside_the_one_that_was_found(journal):
    session = begun(journal)
    add_points(journal, session, "nausea", (30, 1))
    sessions.set_phase(journal, session.id, effect_item(journal, "nausea"), Phase.NEXT_DAYS)
    row = next(row for row in state_of(journal, session).effects.rows if row.label == "Nausea")
    assert row.phase is Phase.NEXT_DAYS


def test_the_now_view_asks_what_is_there_and_then_what_is_still_there(journal):
    session, items = begun(journal), sessions.effect_items(journal)
    first = build_now(session, items, WORDS, NowInputs())
    assert first.question == "Anything there?"
    assert [chip.label for chip in first.choices] == ["Dizziness", "Nausea", "Far away"]
    assert first.none == "Nothing"
    add_points(journal, session, "headache", (30, 2))
    then = build_now(sessions.session(journal, session.id), items, WORDS, NowInputs())
    assert then.question == "Anything still there?"
    assert then.choices[0].label == "Headache"
    assert len(then.choices) == 3
    assert then.none == "All gone"


def test_how_strong_has_five_words_and_a_way_back(journal):
    session, items = begun(journal), sessions.effect_items(journal)
    asked = build_now(session, items, WORDS, NowInputs(Ask.HOW_STRONG, items[0].id))
    assert (asked.about, asked.levels[2], asked.back) == ("Dizziness", "moderately", True)
