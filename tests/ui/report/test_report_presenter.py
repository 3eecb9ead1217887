"""What happens on Report: one preview at a time, the file written, the right things kept."""

import pikepdf
import pytest

from journal.app import reports
from journal.app.check_ins import log
from journal.app.questionnaires import save_total
from journal.app.sessions import add_session
from journal.host.clock import local_now
from journal.model.errors import FileUnwritable, Interrupted, ReportFailed
from journal.report.request import AttachedFormat, Paper, Part
from journal.texts.number_tables import NumbersTable
from journal.ui.report import presenter as presenter_module
from journal.ui.report.choices import Span
from tests.support.report_pages import one_line, text_of
from tests.support.report_ui import HeldRunner, make_presenter

KEYS = ("low_mood", "anxiety", "numb", "guilt", "flashbacks", "intrusive_memories", "irritability")

TABLES = (NumbersTable("Symptoms", ("Item", "Mean"), (("Nightmares", "2.0"),)),)


@pytest.fixture
def journal(opened):
    journal, clock = opened
    for _day in range(3):
        log(journal, dict.fromkeys(KEYS, 2.0), note="Slept badly before the visit.")
        clock.forward(24 * 60)
    return journal


def log_session(journal, **fields):
    return add_session(journal, "ketamine_iv", local_now(journal.clock), **fields)


def test_entering_shows_the_pages_of_the_usual_report(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    assert view.state.choices.paper is Paper.LETTER
    assert len(view.state.pages) == 2
    assert not view.state.busy
    assert len(view.state.notes) == 3


def test_a_choice_makes_the_pages_again(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    before = view.state.pages
    presenter.on_chosen(parts=frozenset({Part.COMPARISON}))
    assert view.state.pages != before
    assert "Comparison with the period before" in view.state.included


def test_the_same_choice_again_makes_nothing(journal):
    setter = HeldRunner()
    presenter, view = make_presenter(journal, setter)
    presenter.on_entered()
    setter.step()
    presenter.on_chosen(paper=view.state.choices.paper)
    assert setter.jobs == []


def test_while_a_preview_is_made_later_choices_make_one_more(journal):
    setter = HeldRunner()
    presenter, view = make_presenter(journal, setter)
    presenter.on_entered()
    for name in ("A", "B", "C"):
        presenter.on_chosen(parts=frozenset({Part.NAME}), name=name)
    assert len(setter.jobs) == 1
    setter.step()
    assert len(setter.jobs) == 1
    setter.step()
    assert setter.jobs == []
    assert view.state.choices.name == "C"
    assert not view.state.busy


def test_a_picked_note_is_in_the_file_and_no_other(journal, tmp_path):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_chosen(note_ids=frozenset({view.state.notes[0].key}), lines=("A question", "", ""))
    presenter.on_save(tmp_path / "Notes.pdf", "")
    text = one_line(text_of((tmp_path / "Notes.pdf").read_bytes()))
    assert view.files == [tmp_path / "Notes.pdf"]
    assert text.count("Slept badly") == 1
    assert "A question" in text


def test_a_note_outside_the_period_leaves_with_it(journal, tmp_path):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_chosen(note_ids=frozenset(note.key for note in view.state.notes))
    first = view.state.period.first
    presenter.on_chosen(span=Span.OWN, own=type(view.state.period)(first, first))
    assert view.state.notes == ()
    assert "Notes" in view.state.left_out


def test_a_password_locks_the_file(journal, tmp_path):
    presenter, _view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_save(tmp_path / "Notes.pdf", "four words")
    assert "Report" in text_of((tmp_path / "Notes.pdf").read_bytes(), password="four words")
    assert presenter.state.choices.name == ""


def test_a_file_that_cannot_be_written_is_told(journal, tmp_path):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_save(tmp_path / "none" / "Notes.pdf", "")
    assert [type(error) for error in view.errors] == [FileUnwritable]


def test_printing_gets_every_page(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_print()
    assert [len(pages) for pages in view.printed] == [len(view.state.pages)]


def test_lines_and_choices_wait_for_the_next_time(journal):
    presenter, _view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_chosen(lines=("Ask about sleep", "", ""), parts=frozenset({Part.COMPARISON, Part.NAME}), name="A")
    presenter.on_left()
    again, view = make_presenter(journal)
    again.on_entered()
    assert view.state.choices.lines == ("Ask about sleep", "", "")
    assert view.state.choices.parts == frozenset({Part.COMPARISON})
    assert view.state.choices.name == ""


def test_new_entries_elsewhere_are_shown(journal):
    presenter, view = make_presenter(journal)
    journal.listen(presenter.on_changed)
    presenter.on_entered()
    before = view.state.notes
    log(journal, {"low_mood": 1.0}, note="One more.")
    assert len(view.state.notes) == len(before) + 1


def test_after_leaving_nothing_is_made_again(journal):
    setter = HeldRunner()
    presenter, _view = make_presenter(journal, setter)
    presenter.on_entered()
    presenter.on_chosen(paper=Paper.A4)
    presenter.on_left()
    setter.step()
    assert setter.jobs == []


def test_a_preview_that_fails_leaves_no_old_pages_to_hand_over(journal):
    setter = HeldRunner()
    presenter, view = make_presenter(journal, setter)
    presenter.on_entered()
    setter.step()
    assert view.state.pages
    presenter.on_chosen(paper=Paper.A4)
    _job, _then, failed = setter.jobs.pop(0)
    failed(ReportFailed(detail="OSError"))
    assert view.state.failed
    assert view.state.pages == ()
    presenter.on_chosen(paper=Paper.LETTER)
    setter.step()
    assert not view.state.failed
    assert view.state.pages


def test_treatment_is_in_the_report_from_the_start_and_can_be_taken_out(journal):
    log_session(journal)
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    assert view.state.treated == {Part.SESSIONS}
    assert "1 session" in view.state.included
    presenter.on_chosen(parts=view.state.choices.parts - {Part.SESSIONS})
    assert "Sessions, side effects and practice" in view.state.left_out


def test_the_note_of_a_session_is_offered_and_in_only_when_ticked(journal):
    log_session(journal, note="Held on to the chair.")
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    (tick,) = [tick for tick in view.state.notes if "Ketamine infusion" in tick.words]
    assert "Notes" in view.state.left_out
    presenter.on_chosen(note_ids=frozenset({tick.key}))
    assert "1 note" in view.state.included


def test_a_session_that_is_added_elsewhere_makes_the_pages_again(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    log_session(journal)
    presenter.on_changed(frozenset({"sessions"}))
    assert "1 session" in view.state.included


def test_a_questionnaire_that_is_filled_in_elsewhere_is_in_the_report_until_taken_out(journal):
    presenter, view = make_presenter(journal)
    journal.listen(presenter.on_changed)
    presenter.on_entered()
    assert view.state.treated == frozenset()
    save_total(journal, "PHQ-9", 11)
    assert view.state.treated == {Part.SCORES}
    assert "1 questionnaire" in view.state.included
    presenter.on_chosen(parts=view.state.choices.parts - {Part.SCORES})
    assert "Questionnaire scores" in view.state.left_out


def test_the_data_is_in_the_file_and_not_in_the_next_one(journal, tmp_path):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_chosen(attach=frozenset(AttachedFormat))
    presenter.on_save(tmp_path / "with.pdf", "")
    presenter.on_chosen(attach=frozenset())
    presenter.on_save(tmp_path / "without.pdf", "")
    assert view.errors == []
    with pikepdf.open(tmp_path / "with.pdf") as document:
        assert {"values.csv", "journal-fhir-r4.json"} <= set(document.attachments)
    with pikepdf.open(tmp_path / "without.pdf") as document:
        assert not document.attachments


def test_data_that_cannot_be_read_is_told_and_nothing_is_written(journal, tmp_path, monkeypatch):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_chosen(attach=frozenset({AttachedFormat.FHIR}))

    def fails(*_args: object) -> None:
        raise Interrupted

    monkeypatch.setattr(reports, "attached", fails)
    presenter.on_save(tmp_path / "notes.pdf", "")
    assert [type(error) for error in view.errors] == [Interrupted]
    assert not (tmp_path / "notes.pdf").exists()


def test_tables_are_made_only_when_they_are_wanted(journal, monkeypatch):
    made = []
    monkeypatch.setattr(presenter_module, "figure_tables", lambda *told: made.append(told) or TABLES)
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    assert (made, view.state.figures, view.state.tabled) == ([], (), True)
    presenter.on_words(True)
    assert view.state.figures == TABLES
    presenter.on_words(False)
    assert view.state.figures == ()
    assert len(made) == 1


def test_while_tables_are_wanted_they_follow_the_choices(journal):
    presenter, view = make_presenter(journal)
    presenter.on_entered()
    presenter.on_words(True)
    assert "Day by day" not in [table.title for table in view.state.figures]
    presenter.on_chosen(parts=frozenset({Part.DAILY_TABLE}))
    assert "Day by day" in [table.title for table in view.state.figures]
    presenter.on_chosen(parts=frozenset())
    assert "Day by day" not in [table.title for table in view.state.figures]


def test_tables_that_come_too_late_are_not_shown(journal):
    setter = HeldRunner()
    presenter, view = make_presenter(journal, setter)
    presenter.on_entered()
    setter.step()
    presenter.on_words(True)
    presenter.on_words(False)
    setter.step()
    assert view.state.figures == ()
    presenter.on_words(True)
    presenter.on_chosen(parts=frozenset({Part.DAILY_TABLE}))
    setter.step()
    assert view.state.figures == ()


def test_an_empty_journal_has_no_tables_to_offer(opened):
    presenter, view = make_presenter(opened[0])
    presenter.on_entered()
    assert not view.state.tabled
