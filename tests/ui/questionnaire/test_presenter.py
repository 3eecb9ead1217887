"""What happens while a questionnaire is answered: saved as it is given, kept over a lock, undone."""

from datetime import date, datetime, time

import pytest

from journal.app import history, questionnaires
from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.model.entries import State
from journal.model.errors import DiskFull, TimeInFuture
from journal.model.questionnaires import GivenAnswer, Span
from journal.texts.items import ItemWords
from journal.ui.questionnaire.form_questions import NTH, OTHER
from journal.ui.questionnaire.open_questionnaire import QuestionnaireParts
from journal.ui.questionnaire.presenter import QuestionnairePresenter
from journal.ui.second_try import saying_so
from tests.support.journals import reopen
from tests.support.questionnaires import EVERY_KIND, given, kept

TODAY = date(2026, 11, 22)


class View:
    """Remembers what it was told to show."""

    def __init__(self):
        self.state, self.begun, self.left = None, 0, 0

    def render_state(self, state):
        self.state = state

    def begin(self):
        self.begun += 1

    def leave(self):
        self.left += 1

    def show_total(self, questionnaire_id):
        self.total = questionnaire_id


class Answering:
    """A presenter on a real journal."""

    def __init__(self, journal, clock, heard):
        self.journal, self.clock, self.heard, self.view = journal, clock, heard, View()
        say = lambda text, actions=(): heard.bar.append((text, list(actions)))  # noqa: E731
        words = ItemWords(read_catalogue())
        failed = heard.errors.append
        parts = QuestionnaireParts(
            lambda: self.journal, ImmediateRunner(), clock, words, failed, saying_so(say, failed)
        )
        self.presenter = QuestionnairePresenter(self.view, parts)
        journal.listen(self.presenter.on_changed)

    def begin(self, instrument="", form_id="", questionnaire_id=""):
        self.presenter.on_entered(instrument, form_id, questionnaire_id)
        return self

    def rate(self, key, value):
        self.presenter.on_answered(key, float(value), State.RATED)

    def skip(self, key):
        self.presenter.on_answered(key, None, State.NOT_APPLICABLE)

    def clear(self, key):
        self.presenter.on_answered(key, None, None)

    @property
    def saved(self):
        return questionnaires.list_all(self.journal)

    def question(self, key):
        return next(each for each in self.view.state.questions if each.key == key)


@pytest.fixture
def answering(opened, heard):
    return Answering(*opened, heard)


@pytest.fixture
def form_id(journal, tmp_path):
    return kept(journal, tmp_path, *EVERY_KIND).id


def test_nothing_is_written_by_looking(answering):
    answering.begin("pcl5")
    answering.presenter.on_left()
    assert answering.saved == []
    assert answering.view.begun == 1


def test_an_answer_is_saved_as_it_is_given(answering):
    answering.begin("phq9").rate("1", 2)
    (saved,) = answering.saved
    assert saved.answers[0] == GivenAnswer("1", 2)
    assert answering.view.state.saved == "Saved 21:04"


def test_every_answer_goes_to_the_same_questionnaire(answering):
    answering.begin("phq9")
    for number in range(1, 10):
        answering.rate(str(number), 1)
    (saved,) = answering.saved
    assert [answer.value for answer in saved.answers] == [1] * 9


def test_the_usual_span_is_taken_and_another_can_be_chosen(answering):
    answering.begin("pcl5").rate("1", 2)
    assert answering.saved[0].span is Span.MONTH
    answering.presenter.on_span("week")
    assert answering.saved[0].span is Span.WEEK


def test_a_span_that_was_chosen_first_is_kept_over_a_lock_and_used(answering, heard):
    answering.begin("pcl5").presenter.on_span("week")
    assert answering.saved == []
    again = Answering(reopen(answering.journal), answering.clock, heard).begin("pcl5")
    assert again.view.state.span.chosen == "week"
    again.rate("1", 0)
    assert again.saved[0].span is Span.WEEK
    again.journal.close()


def test_skipping_alone_keeps_no_questionnaire_but_stands_there_after_a_lock(answering, heard):
    answering.begin("gad7").skip("1")
    assert answering.saved == []
    again = Answering(reopen(answering.journal), answering.clock, heard).begin("gad7")
    assert again.question("1").row.state is State.NOT_APPLICABLE
    assert again.question("2").row.state is None
    again.journal.close()


def test_what_was_begun_is_gone_on_with_where_it_was(answering, heard):
    answering.begin("gad7").rate("1", 3)
    answering.skip("2")
    (saved,) = answering.saved
    again = Answering(reopen(answering.journal), answering.clock, heard).begin(questionnaire_id=saved.id)
    assert again.question("1").row.value == 3.0
    assert again.question("2").row.spoken_answer == "skipped"
    assert again.question("3").row.state is None
    again.rate("3", 1)
    assert [each.id for each in again.saved] == [saved.id]
    again.journal.close()


def test_a_half_typed_number_is_kept_over_a_lock(answering, heard):
    answering.begin("suds").presenter.on_typed("1", "5x")
    again = Answering(reopen(answering.journal), answering.clock, heard).begin("suds")
    assert again.question("1").text == "5x"
    assert again.question("1").hint == "A whole number."
    again.presenter.on_typed("1", "55")
    assert again.saved[0].answers == (GivenAnswer("1", 55),)
    assert again.question("1").hint == ""
    again.journal.close()


def test_another_end_of_the_scale_begins_anew(answering):
    answering.begin("suds").presenter.on_typed("1", "55")
    answering.presenter.on_highest("10")
    assert answering.saved == []
    answering.rate("1", 5)
    assert answering.saved[0].maximum == 10.0


def test_taking_the_last_answer_away_takes_the_questionnaire_and_undo_brings_it_back(answering):
    answering.begin("gad7").rate("1", 3)
    answering.clear("1")
    assert answering.saved == []
    history.undo(answering.journal)
    assert len(answering.saved) == 1


def test_undoing_the_first_answer_shows_an_empty_form(answering):
    answering.begin("gad7").rate("1", 3)
    history.undo(answering.journal)
    assert answering.question("1").row.state is None
    answering.rate("1", 1)
    assert answering.saved[0].answers[0].value == 1


def test_one_undo_takes_back_one_answer(answering):
    answering.begin("gad7").rate("1", 3)
    answering.rate("2", 2)
    history.undo(answering.journal)
    assert answering.question("1").row.value == 3.0
    assert answering.question("2").row.state is None


def test_the_day_and_time_can_be_changed(answering):
    answering.begin("gad7").rate("1", 3)
    answering.presenter.on_time(date(2026, 11, 20), time(9, 30))
    (saved,) = answering.saved
    assert saved.at.replace(tzinfo=None) == datetime(2026, 11, 20, 9, 30)
    assert saved.day == date(2026, 11, 20)


def test_a_day_chosen_first_is_that_of_the_first_answer(answering):
    answering.begin("gad7").presenter.on_time(date(2026, 11, 20), time(9, 30))
    answering.rate("1", 3)
    answering.rate("2", 3)
    (saved,) = answering.saved
    assert saved.day == date(2026, 11, 20)
    assert saved.late


def test_a_time_to_come_is_refused_in_words_and_what_holds_is_shown(answering, heard):
    answering.begin("gad7").rate("1", 3)
    answering.presenter.on_time(TODAY, time(23, 0))
    assert isinstance(heard.errors[0], TimeInFuture)
    assert answering.view.state.wall == time(21, 4)
    answering.rate("2", 1)
    assert answering.saved[0].answers[1].value == 1


def test_the_note_about_the_last_time_follows_the_day(answering):
    questionnaires.save_answers(answering.journal, "pcl5", given(*[1] * 20), at=datetime(2026, 11, 18, 20, 0))
    answering.begin("pcl5")
    assert "4 days before" in answering.view.state.note
    answering.presenter.on_time(date(2026, 11, 17), time(9, 0))
    assert answering.view.state.note == ""


def test_the_change_is_counted_from_the_last_total_of_the_same_span(answering):
    questionnaires.save_answers(answering.journal, "pcl5", given(*[1] * 20), at=datetime(2026, 10, 1, 20, 0))
    week = datetime(2026, 11, 1, 20, 0)
    questionnaires.save_answers(answering.journal, "pcl5", given(*[3] * 20), at=week, span=Span.WEEK)
    answering.begin("pcl5")
    for number in range(1, 21):
        answering.rate(str(number), 2)
    assert "20 points higher than on 1 October 2026." in answering.view.state.result.lines


def test_what_could_not_be_saved_is_tried_again(answering, heard, monkeypatch):
    answering.begin("gad7")

    def full(*_given, **_more):
        raise DiskFull()

    with monkeypatch.context() as broken:
        broken.setattr(questionnaires, "save_answers", full)
        answering.rate("1", 3)
        assert answering.view.state.saved == ""
        assert answering.question("1").row.value == 3.0
    heard.press("Try again")
    assert answering.saved[0].answers[0].value == 3
    assert answering.view.state.saved == "Saved 21:04"


def test_a_questionnaire_that_is_not_there_leads_back(answering, heard):
    answering.begin("no such one")
    assert answering.view.left == 1
    assert len(heard.errors) == 1


def test_without_anything_open_the_page_leads_back(answering):
    answering.begin()
    assert answering.view.left == 1


@pytest.mark.parametrize("name", ["gad7", "ISI"])
def test_a_total_that_was_typed_in_is_shown_where_it_can_be_changed(answering, name):
    total = questionnaires.save_total(answering.journal, name, 12)
    answering.begin(questionnaire_id=total.id)
    assert answering.view.total == total.id
    assert answering.presenter.open.loaded is None


class TestForms:
    def test_answers_of_every_kind_are_saved(self, answering, form_id):
        answering.begin(form_id=form_id)
        answering.rate("calm", 1)
        answering.rate("out", 1)
        answering.presenter.on_typed("how_far", "12")
        answering.presenter.on_ticked("boats", (0, 2))
        answering.presenter.on_typed("harbour" + OTHER, "The old pier")
        answering.presenter.on_typed("since", "2026-10-29")
        answering.rate("swell", 40)
        answering.presenter.on_typed("hours[1]", "4")
        (saved,) = answering.saved
        told = [(answer.item, getattr(answer.value, "code", answer.value)) for answer in saved.answers]
        assert told == [
            ("calm", "b"),
            ("out", True),
            ("how_far", 12),
            ("boats", "x"),
            ("boats", "z"),
            ("harbour", "The old pier"),
            ("since", "2026-10-29"),
            ("swell", 40),
            ("hours[1]", 4),
        ]

    def test_an_answer_that_is_hidden_is_not_saved_and_comes_back_with_its_question(self, answering, form_id):
        answering.begin(form_id=form_id).rate("out", 1)
        answering.presenter.on_typed("how_far", "12")
        answering.rate("out", 0)
        assert [answer.item for answer in answering.saved[0].answers] == ["out"]
        answering.rate("out", 1)
        assert answering.question("how_far").text == "12"
        assert [answer.item for answer in answering.saved[0].answers] == ["out", "how_far"]

    def test_a_group_asked_once_more_is_there_after_a_lock(self, answering, form_id, heard):
        answering.begin(form_id=form_id).presenter.on_once_more("watch")
        again = Answering(reopen(answering.journal), answering.clock, heard).begin(form_id=form_id)
        again.presenter.on_typed("hours[2]", "3")
        assert again.saved[0].answers == (GivenAnswer("hours[2]", 3),)
        again.journal.close()

    def test_half_typed_words_are_kept_over_a_lock(self, answering, form_id, heard):
        answering.begin(form_id=form_id).presenter.on_typed("since", "29 Oct")
        again = Answering(reopen(answering.journal), answering.clock, heard).begin(form_id=form_id)
        assert again.question("since").text == "29 Oct"
        assert again.question("since").hint.startswith("A day such as")
        again.journal.close()

    def test_typing_in_one_field_is_one_undo_step(self, answering, form_id):
        answering.begin(form_id=form_id).presenter.on_typed("log", "A calm")
        answering.presenter.on_typed("log", "A calm morning")
        history.undo(answering.journal)
        assert answering.saved == []

    def test_a_total_stands_beside_the_form(self, answering, form_id):
        answering.begin(form_id=form_id).rate("calm", 2)
        assert answering.view.state.result.total == "1 of 2 answered; a total needs all."
        answering.rate("wind", 1)
        assert answering.view.state.result.total == "Total 3 of 3."

    def test_several_typed_answers_keep_their_places(self, answering, journal, tmp_path):
        names = {"linkId": "names", "type": "string", "text": "Names", "repeats": True}
        answering.begin(form_id=kept(journal, tmp_path, names, title="Crew").id)
        answering.presenter.on_typed(f"names{NTH}0", "Ada")
        answering.presenter.on_typed(f"names{NTH}1", "Bo")
        answering.presenter.on_typed(f"names{NTH}0", "Cy")
        assert [answer.value for answer in answering.saved[0].answers] == ["Cy", "Bo"]
        answering.presenter.on_typed(f"names{NTH}0", "")
        assert [answer.value for answer in answering.saved[0].answers] == ["Bo"]
