from datetime import date, datetime

import pytest

from journal.app import check_ins, forms
from journal.app.forms import SectionKind, form
from journal.app.items import set_hidden
from journal.host.resources import read_catalogue
from journal.model.entries import State
from journal.texts.items import ItemWords
from journal.ui.today.rows import Answer
from journal.ui.today.state import Inputs, build_state, saved_line

TEXTS = ItemWords(read_catalogue())


def state_of(journal, *, answers=None, day=None, short=False, **inputs):
    return build_state(form(journal, day=day, short=short), Inputs(answers=answers or {}, **inputs), TEXTS)


def test_the_groups_have_their_screen_names_and_their_clinical_ones(opened):
    card = state_of(opened[0]).card(SectionKind.SYMPTOMS)
    assert card.title == "How much did each of these trouble you?"
    names = [(group.title, group.description) for group in card.groups[:4]]
    assert names[0] == ("Memories and nights", "Re-experiencing")
    assert [name for name, _clinical in names] == [
        "Memories and nights",
        "Keeping away",
        "Mood and thinking",
        "On edge",
    ]
    assert card.ends == ("not at all", "extremely")


def test_life_stands_in_its_own_card_with_its_own_words(opened):
    card = state_of(opened[0]).card(SectionKind.LIFE)
    assert card.title == "How life went (higher is better)"
    assert card.ends == ("not at all", "fully")


def test_a_step_says_its_number_and_its_word(opened):
    row = state_of(opened[0]).rows[0]
    assert [step.spoken for step in row.steps][2] == "2, moderately"


def test_nothing_is_filled_in_beforehand(opened):
    assert all(row.state is None and row.value is None for row in state_of(opened[0]).rows)


def test_how_many_nightmares_opens_with_last_night_when_there_were_some(opened):
    journal, _clock = opened
    set_hidden(journal, "nightmares_count", hidden=False)
    closed = state_of(journal, answers={"nightmares": Answer(0.0, State.RATED)})
    assert "nightmares_count" not in [row.key for row in closed.rows]
    asked = state_of(journal, answers={"nightmares": Answer(2.0, State.RATED)})
    assert "nightmares_count" in [row.key for row in asked.card(SectionKind.NIGHT).rows]
    assert "nightmares_count" not in [row.key for row in asked.card(SectionKind.SYMPTOMS).rows]


def test_the_window_is_the_last_24_hours_at_first(opened):
    assert state_of(opened[0]).caption == "The last 24 hours"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("2026-11-22T08:10", "Since 08:10 this morning"),
        ("2026-11-22T14:00", "Since 14:00 this afternoon"),
        ("2026-11-22T19:30", "Since 19:30 this evening"),
        ("2026-11-21T22:15", "Since 22:15 yesterday evening"),
    ],
)
def test_the_window_begins_at_the_check_in_before(opened, before, words):
    journal, clock = opened
    now = clock.ms
    clock.set(before)
    check_ins.answer(journal, check_ins.new_key(), journal.item("flashbacks"), 1)
    clock.ms = now
    current = form(journal, another=True)
    assert build_state(current, Inputs(), TEXTS).caption == words


def test_an_earlier_day_says_that_it_is_added_later(opened):
    state = state_of(opened[0], day=date(2026, 11, 20))
    assert state.title == "Friday 20 November"
    assert state.late == "What you enter now is marked as added later."
    assert (state.earlier, state.later) == ("Thursday", "Saturday")


def test_today_has_no_day_after(opened):
    state = state_of(opened[0])
    assert (state.earlier, state.later) == ("Saturday", "")
    assert state_of(opened[0], day=date(2026, 11, 21)).later == "Today"


def test_the_body_is_one_line_to_open_until_it_is_opened(opened):
    journal, _clock = opened
    set_hidden(journal, "dizziness", hidden=False)
    closed = state_of(journal).card(SectionKind.BODY)
    assert (closed.open, closed.rows) == (False, ())
    assert closed.caption == "You don't have to know what it comes from."
    assert state_of(journal, body_open=True).card(SectionKind.BODY).rows[0].key == "dizziness"


def test_just_three_ends_by_saying_that_it_is_enough(opened):
    journal, _clock = opened
    at = datetime.fromisoformat("2026-11-22T21:04")
    short = state_of(journal, short=True)
    assert len(short.rows) == 3
    answers = {row.key: Answer(1.0, State.RATED) for row in short.rows}
    assert short.enough == ""
    assert state_of(journal, short=True, answers=answers, saved_at=at).enough == "Saved. That is enough."
    assert state_of(journal, short=True, answers=answers).enough == ""


def test_saved_says_when(opened):
    assert saved_line(None) == ""
    assert saved_line(datetime.fromisoformat("2026-11-22T21:04")) == "Saved 21:04"


def test_no_words_of_the_page_count_the_answers(opened):
    answers = {"flashbacks": Answer(1.0, State.RATED)}
    state = state_of(opened[0], answers=answers)
    assert not any(character.isdigit() for character in state.caption.replace("24", "") + state.late + state.enough)


def test_the_safety_question_is_asked_only_where_it_was_chosen(opened):
    journal, _clock = opened
    assert state_of(journal).card(SectionKind.SAFETY) is None
    set_hidden(journal, "suicidal_thoughts", hidden=False)
    assert [row.key for row in state_of(journal).card(SectionKind.SAFETY).rows] == ["suicidal_thoughts"]


def test_an_item_on_a_scale_of_a_hundred_is_typed(opened):
    from journal.app.items import OwnItem, add_own
    from journal.ui.widgets.row_state import RowKind

    journal, _clock = opened
    add_own(journal, OwnItem("pressure", "Pressure", maximum=100.0))
    add_own(journal, OwnItem("tension", "Tension", maximum=10.0))
    kinds = {row.key: row.kind for row in state_of(journal).rows}
    assert (kinds["pressure"], kinds["tension"]) == (RowKind.NUMBER, RowKind.STEPS)
    assert forms.section_of(journal.item("tension")) is SectionKind.SYMPTOMS
