"""What the Questionnaires page shows and does: what can be filled in, what was, files, totals, undo."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.app import history, questionnaires
from journal.app.forms_kept import forms
from journal.app.runner import ImmediateRunner
from journal.model.questionnaires import Coded, GivenAnswer, Span
from journal.ui.questionnaires.loaded import ROWS_AT_FIRST
from journal.ui.questionnaires.presenter import QuestionnairesParts, QuestionnairesPresenter
from journal.ui.questionnaires.wishes import Do
from journal.ui.treatment.deeds import Deed
from tests.support.journals import reopen
from tests.support.later_runner import LaterRunner
from tests.support.questionnaires import EVERY_KIND, given, kept, write_form


class View:
    """Remembers what it was told to show, and what it was asked for."""

    def __init__(self):
        self.state, self.announced, self.asked, self.offered = None, [], 0, []

    def render_state(self, state):
        self.state = state

    def announce(self, words):
        self.announced.append(words)

    def ask_for_file(self):
        self.asked += 1

    def ask_where(self, name, then):
        self.offered.append((name, then))


class Listing:
    """A presenter on a real journal."""

    def __init__(self, journal, heard, runner=None):
        self.journal, self.heard, self.view = journal, heard, View()
        say = lambda text, actions=(): heard.bar.append((text, list(actions)))  # noqa: E731
        go = lambda page, **where: heard.went.append((page, where))  # noqa: E731
        parts = QuestionnairesParts(lambda: self.journal, runner or ImmediateRunner(), say, heard.errors.append, go)
        self.presenter = QuestionnairesPresenter(self.view, parts)
        journal.listen(self.presenter.on_changed)
        self.presenter.on_entered()

    def card(self, key):
        return next(card for card in self.view.state.cards if card.key == key)

    def row(self, card, key):
        return next(row for row in self.card(card).rows if row.key == key)

    def press(self, do, about="", also=""):
        self.presenter.on_press(Deed(do, about, also))

    @property
    def filled(self):
        return self.card("filled").rows


@pytest.fixture
def listing(journal, heard):
    return Listing(journal, heard)


def words_of(row):
    return [press.words for press in row.presses]


def test_every_instrument_can_be_filled_in(listing):
    rows = listing.card("to_answer").rows
    assert [row.title for row in rows] == ["PCL-5", "PC-PTSD-5", "PHQ-9", "GAD-7", "WHO-5", "B-IPF", "SUDS"]
    assert {tuple(words_of(row)) for row in rows} == {("Fill in",)}
    assert listing.row("to_answer", "gad7").lines == ("Anxiety and worry · Not filled in yet",)


def test_it_is_said_once_where_the_sentences_are(listing):
    assert "Answer from the paper form that your clinic gave you." in listing.view.state.caption


def test_filling_in_leads_to_the_page_of_the_instrument(listing, heard):
    listing.press(Do.FILL_IN, "gad7")
    assert heard.went == [("questionnaire", {"instrument": "gad7", "form_id": ""})]


def test_the_last_one_is_named_with_its_day_and_total(listing, journal):
    questionnaires.save_answers(journal, "gad7", given(*[1] * 7), at=datetime(2026, 11, 20, 9, 0))
    assert listing.row("to_answer", "gad7").lines == ("Anxiety and worry · Last on 20 November 2026: total 7 of 21",)


def test_one_that_has_open_questions_can_be_gone_on_with(listing, journal, heard):
    begun = questionnaires.save_answers(journal, "gad7", given(1, 2))
    assert words_of(listing.row("to_answer", "gad7")) == ["Go on", "Fill in"]
    listing.press(Do.GO_ON, begun.id)
    assert heard.went == [("questionnaire", {"questionnaire_id": begun.id})]


def test_one_of_last_week_with_open_questions_is_not_pressed_on(listing, journal):
    questionnaires.save_answers(journal, "gad7", given(1, 2), at=datetime(2026, 11, 10, 9, 0))
    assert words_of(listing.row("to_answer", "gad7")) == ["Fill in"]


def test_what_was_filled_in_stands_newest_first(listing, journal):
    questionnaires.save_answers(journal, "pcl5", given(*[2] * 20), at=datetime(2026, 11, 1, 20, 0), span=Span.WEEK)
    questionnaires.save_total(journal, "ISI", 14, date(2026, 11, 2), "Dr. Reed")
    isi, pcl5 = listing.filled
    assert (isi.title, isi.lines) == (
        "ISI",
        ("Monday, 2 November 2026 · added later", "Total 14 · typed in, given by Dr. Reed"),
    )
    assert pcl5.title == "PCL-5 (past week)"
    assert pcl5.lines[1] == "Total 40 of 80 · 20 of 20 answered"
    assert words_of(isi) == ["Change", "Delete"]
    assert words_of(pcl5) == ["Open", "Save as FHIR…", "Delete"]


def test_more_are_shown_on_request(listing, journal):
    for day in range(1, ROWS_AT_FIRST + 2):
        questionnaires.save_total(journal, "ISI", day, date(2026, 10, day))
    assert len(listing.filled) == ROWS_AT_FIRST
    assert [press.words for press in listing.card("filled").presses] == ["Show 1 more"]
    listing.press(Do.SHOW_MORE)
    assert len(listing.filled) == ROWS_AT_FIRST + 1


def test_deleting_can_be_undone_and_done_again(listing, journal, heard):
    one = questionnaires.save_answers(journal, "gad7", given(*[1] * 7))
    listing.press(Do.DELETE, one.id)
    assert listing.filled == ()
    assert [words for words, _act in heard.bar[-1][1]] == ["Undo", "Delete for good"]
    heard.press("Undo")
    assert [row.key for row in listing.filled] == [one.id]
    heard.press("Redo")
    assert listing.filled == ()


def test_deleting_for_good_leaves_nothing_to_undo_it_with(listing, journal, heard):
    one = questionnaires.save_answers(journal, "gad7", given(*[1] * 7))
    listing.press(Do.DELETE, one.id)
    heard.press("Delete for good")
    assert heard.bar[-1][0].startswith("Deleted for good.")
    assert heard.errors == []


class TestTotals:
    def send(self, listing, **values):
        listing.presenter.on_form({"name": "", "by": "", "day": date(2026, 11, 2), **values})

    def test_a_total_is_typed_in_with_its_day_and_who_gave_it(self, listing, journal, heard):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="pcl5:week", total="45", by="Dr. Reed")
        (saved,) = questionnaires.list_all(journal)
        assert (saved.instrument, saved.span, saved.total, saved.total_by) == ("pcl5", Span.WEEK, 45.0, "Dr. Reed")
        assert heard.bar[-1][0] == "Added."
        assert listing.card("files").form is None

    def test_another_one_needs_a_name(self, listing, journal):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="another", total="14")
        assert listing.card("files").form.problems == {"name": "Type what the questionnaire is called."}
        self.send(listing, which="another", name="ISI", total="14")
        assert questionnaires.list_all(journal)[0].name == "ISI"

    @pytest.mark.parametrize("total", ["", "much"])
    def test_a_total_is_a_number(self, listing, journal, total):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="gad7", total=total)
        assert listing.card("files").form.problems == {"total": "Type a number such as 12."}
        assert questionnaires.list_all(journal) == []

    def test_a_total_that_cannot_be_says_so_at_its_field(self, listing):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="gad7", total="22")
        assert listing.card("files").form.problems["total"].startswith("22 cannot be a total of GAD-7.")

    def test_a_total_outside_the_range_of_a_known_name_says_so_at_its_field(self, listing):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="another", name="ISI", total="9999")
        problem = listing.card("files").form.problems["total"].replace(",", "")
        assert problem == "9999 cannot be a total of ISI. Choose 0 to 28."

    def test_a_day_to_come_says_so_at_its_field(self, listing):
        listing.press(Do.ADD_TOTAL)
        self.send(listing, which="gad7", total="12", day=date(2026, 11, 23))
        assert list(listing.card("files").form.problems) == ["day"]

    def test_a_total_is_changed_under_its_row(self, listing, journal):
        one = questionnaires.save_total(journal, "suds", 7, date(2026, 11, 2), maximum=10.0)
        listing.press(Do.CHANGE_TOTAL, one.id)
        form = listing.card("filled").form
        assert form.under == one.id
        assert {field.key: field.value for field in form.fields}["which"] == "suds:10"
        self.send(listing, which="suds:10", total="6")
        (changed,) = questionnaires.list_all(journal)
        assert (changed.id, changed.total) == (one.id, 6.0)

    def test_a_total_from_elsewhere_is_opened_to_be_changed(self, listing, journal):
        for day in range(1, ROWS_AT_FIRST + 2):
            questionnaires.save_total(journal, "ISI", day, date(2026, 10, day))
        oldest = questionnaires.list_all(journal)[0]
        listing.presenter.on_entered(oldest.id)
        assert listing.card("filled").form.under == oldest.id

    def test_a_half_filled_form_stands_again_after_a_lock(self, listing, journal, heard):
        listing.press(Do.ADD_TOTAL)
        listing.presenter.on_left({"which": "gad7", "total": "1", "name": "", "by": "Dr.", "day": date(2026, 11, 2)})
        again = Listing(reopen(journal), heard)
        values = {field.key: field.value for field in again.card("files").form.fields}
        assert (values["which"], values["total"], values["by"]) == ("gad7", "1", "Dr.")
        assert values["day"] == date(2026, 11, 2)
        again.journal.close()

    def test_a_total_that_is_sent_twice_before_it_is_kept_is_kept_once(self, journal, heard):
        listing = Listing(journal, heard, later := LaterRunner())
        later.work()
        listing.press(Do.ADD_TOTAL)
        for _press in range(2):
            listing.presenter.on_form({"which": "gad7", "total": "1", "name": "", "by": "", "day": date(2026, 11, 2)})
        later.work()
        assert len(listing.filled) == 1

    def test_a_total_that_is_led_to_leaves_it_for_later(self, listing, journal):
        known = questionnaires.save_total(journal, "gad7", 3, date(2026, 11, 1))
        listing.press(Do.ADD_TOTAL)
        listing.presenter.on_left({"which": "gad7", "total": "1", "name": "", "by": "Dr.", "day": date(2026, 11, 2)})
        listing.presenter.on_entered(known.id)
        assert listing.card("filled").form.under == known.id
        listing.presenter.on_form_left()
        listing.presenter.on_left()
        listing.presenter.on_entered()
        assert {field.key: field.value for field in listing.card("files").form.fields}["by"] == "Dr."


class TestFiles:
    def test_a_form_from_a_file_is_kept_and_begun(self, listing, journal, heard, tmp_path):
        listing.press(Do.OPEN_FILE)
        assert listing.view.asked == 1
        listing.presenter.on_file(write_form(tmp_path, *EVERY_KIND))
        (form,) = forms(journal)
        assert heard.went == [("questionnaire", {"form_id": form.id})]
        assert listing.row("files", form.id).title == "At sea"

    def test_every_reason_why_a_file_stays_closed_is_listed_in_place(self, listing, journal, tmp_path):
        path = write_form(
            tmp_path,
            {"linkId": "a", "type": "attachment", "text": "A picture"},
            {"linkId": "b", "type": "choice", "text": "B", "answerValueSet": "http://example.org/list"},
        )
        listing.presenter.on_file(path)
        told = listing.card("files").words[-1]
        assert told.startswith("“form.json” was not opened:")
        assert "attachment" in told
        assert "http://example.org/list" in told
        assert told.count("\n• ") == 2
        assert forms(journal) == []
        assert len(listing.view.announced) == 1
        listing.press(Do.PUT_AWAY)
        assert len(listing.card("files").words) == 1

    def test_a_file_that_is_no_json_says_line_and_column(self, listing, tmp_path):
        path = tmp_path / "broken.json"
        path.write_text('{"resourceType": "Questionnaire",}')
        listing.presenter.on_file(path)
        told = listing.card("files").words[-1]
        assert "The file is damaged at line 1, column 34" in told
        assert told.endswith("Ask the clinic for it once more.")
        assert str(tmp_path) not in told

    def test_a_file_that_is_gone_says_so(self, listing, tmp_path):
        listing.presenter.on_file(tmp_path / "gone.json")
        assert len(listing.card("files").words) == 2

    def test_the_answers_are_saved_as_fhir_under_a_neutral_name(self, listing, journal, heard, tmp_path):
        one = questionnaires.save_answers(journal, "gad7", given(*[1] * 7))
        listing.press(Do.SAVE, one.id)
        ((name, then),) = listing.view.offered
        assert name == "Notes 2026-11-22.json"
        then(tmp_path / name)
        written = json.loads((tmp_path / name).read_text(encoding="utf-8"))
        assert written["resourceType"] == "QuestionnaireResponse"
        assert "not encrypted" in heard.bar[-1][0]

    def test_nothing_is_written_into_the_journals_own_folder(self, listing, journal, heard):
        one = questionnaires.save_answers(journal, "gad7", given(*[1] * 7))
        listing.presenter.on_save(one.id, Path(journal.folder) / "a.json")
        assert len(heard.errors) == 1
        assert not (Path(journal.folder) / "a.json").exists()

    def test_a_form_is_deleted_with_its_answers_and_both_come_back(self, listing, journal, heard, tmp_path):
        form = kept(journal, tmp_path, *EVERY_KIND)
        questionnaires.save_form_answers(journal, form.id, ())
        listing.press(Do.DELETE_FORM, form.id)
        assert listing.card("files").rows == ()
        assert listing.filled == ()
        heard.press("Undo")
        assert len(listing.card("files").rows) == 1
        assert len(listing.filled) == 1

    def test_a_form_with_open_questions_can_be_gone_on_with(self, listing, journal, tmp_path):
        items = ({"linkId": "a", "type": "boolean", "text": "A?"}, {"linkId": "b", "type": "boolean", "text": "B?"})
        form = kept(journal, tmp_path, *items, title="Two")
        first = questionnaires.save_form_answers(journal, form.id, (GivenAnswer("a", True),))
        assert words_of(listing.row("files", form.id))[0] == "Go on"
        answers = (GivenAnswer("a", True), GivenAnswer("b"))
        questionnaires.save_form_answers(journal, form.id, answers, questionnaire_id=first.id)
        assert words_of(listing.row("files", form.id))[0] == "Fill in"

    def test_the_total_of_a_form_stands_in_its_row(self, listing, journal, tmp_path):
        form = kept(journal, tmp_path, *EVERY_KIND)
        answers = (GivenAnswer("calm", Coded("urn:ours", "c")), GivenAnswer("wind", Coded("urn:ours", "s")))
        questionnaires.save_form_answers(journal, form.id, answers)
        (row,) = listing.filled
        assert row.lines[1] == "Total 3 of 3 · 2 of 2 answered"


def test_a_change_elsewhere_is_shown_at_once_and_not_while_away(listing, journal):
    questionnaires.save_answers(journal, "gad7", given(*[1] * 7))
    assert len(listing.filled) == 1
    listing.presenter.on_left()
    history.undo(journal)
    assert len(listing.filled) == 1
    listing.presenter.on_entered()
    assert listing.filled == ()
