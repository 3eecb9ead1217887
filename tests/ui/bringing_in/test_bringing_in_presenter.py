import csv
from dataclasses import replace
from datetime import date

import pytest

from journal.app.history import undo
from journal.app.unread_lists import write_unread
from journal.exchange.unread import NOT_A_NUMBER, unread
from journal.model.errors import FileUnwritable
from journal.ui.bringing_in.names_state import LEFT_OUT, NEW
from journal.ui.bringing_in.state import Step
from tests.support.report_ui import HeldRunner
from tests.ui.bringing_in.conftest import Presented


def count(journal):
    return journal.store.entries.count()


def test_a_diary_is_told_before_anything_is_written(shown, daylio):
    shown.presenter.on_chosen(daylio)
    state = shown.state
    assert (state.step, state.name) == (Step.FOUND, "export.csv")
    assert state.format == "An export from Daylio."
    assert state.counts == "3 entries, 1 place not read"
    assert state.shape.zone == "Europe/Amsterdam"
    assert count(shown.journal) == 0


def test_a_diary_goes_in_and_comes_out_again(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_bring_in()
    assert shown.state.step is Step.DONE
    assert shown.state.result == "Brought in: 3 new entries."
    assert count(shown.journal) == 3
    shown.presenter.on_undo()
    assert count(shown.journal) == 0
    assert shown.state.result.startswith("Taken back.")
    assert not shown.state.can_undo


def test_the_same_file_again_would_change_nothing(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_bring_in()
    shown.presenter.on_chosen(daylio)
    assert shown.state.counts == "3 entries, 3 already here, 1 place not read"
    assert "All of it is here already. Nothing would change." in shown.state.more
    assert not shown.state.can_bring_in


def test_the_first_entries_look_as_they_will_in_history(shown, daylio):
    shown.presenter.on_chosen(daylio)
    first = shown.state.first[0]
    assert first.heading
    assert first.note == "Am Kanal"
    assert "Yoga: yes" in first.answers


def test_an_unknown_word_waits_for_its_number(shown, daylio):
    shown.presenter.on_chosen(daylio)
    row = shown.state.names.rows[shown.row("unwell")]
    assert row.lacking
    assert row.becomes == "Left out until you give its number"
    assert "1 needs a number" in shown.state.names.summary


def test_a_number_for_a_word_is_taken(shown, daylio):
    shown.presenter.on_chosen(daylio)
    row = shown.state.names.rows[shown.row("unwell")]
    shown.presenter.on_answer(with_value(row, 2.0))
    assert not shown.state.names.rows[shown.row("unwell")].lacking
    shown.presenter.on_bring_in()
    moods = sorted(rating.value for entry in entries(shown.journal) for rating in entry.ratings if rating.value > 1)
    assert moods == [2.0, 5.0, 5.0]


def test_a_name_that_is_left_out_does_not_come_in(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Yoga"), LEFT_OUT)
    assert all("Yoga" not in line.answers for line in shown.state.first)
    shown.presenter.on_bring_in()
    assert "Yoga" not in {item.version.label for item in shown.journal.items()}


def test_a_name_can_go_to_an_item_that_exists_with_a_number(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Arbeit"), "anxiety")
    row = shown.state.names.rows[shown.row("Arbeit")]
    assert row.lacking
    shown.presenter.on_answer(with_value(row, 3.0))
    assert shown.state.names.rows[shown.row("Arbeit")].becomes.startswith("To Anxiety, as 3")
    assert any("Anxiety: 3" in line.answers for line in shown.state.first)


def test_a_number_beyond_the_steps_is_said_in_place_and_keeps_the_file(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Arbeit"), "anxiety")
    row = shown.state.names.rows[shown.row("Arbeit")]
    shown.presenter.on_answer(with_value(row, 30.0))
    assert "Arbeit" in shown.state.problem
    assert shown.state.step is Step.FOUND
    assert not shown.state.can_bring_in
    shown.presenter.on_answer(with_value(row, 3.0))
    assert shown.state.problem == ""
    assert shown.state.can_bring_in


def test_a_name_can_make_a_new_item_again(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Yoga"), LEFT_OUT)
    shown.presenter.on_way(shown.row("Yoga"), NEW)
    assert "To a new item: Yoga" in shown.state.names.rows[shown.row("Yoga")].becomes


def test_what_was_not_chosen_can_be_left_out_at_once(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Yoga"), "anxiety")
    shown.presenter.on_all_left_out()
    ways = {row.question.name: row.way for row in shown.state.names.rows}
    assert ways == {"Super": "", "unwell": "", "Arbeit": "", "Yoga": "anxiety"}


def test_what_was_said_of_names_holds_for_the_next_file(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_way(shown.row("Yoga"), LEFT_OUT)
    shown.presenter.on_bring_in()
    daylio.write_text(daylio.read_text().replace("2026-10-19", "2026-10-18"))
    shown.presenter.on_chosen(daylio)
    row = shown.state.names.rows[shown.row("Yoga")]
    assert (row.way, row.question.answered) == (LEFT_OUT, True)


def test_another_zone_moves_the_entries(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_shape("zone", "America/New_York")
    assert shown.state.shape.zone == "America/New_York"
    shown.presenter.on_bring_in()
    assert {entry.zone for entry in entries(shown.journal)} == {"America/New_York"}


def test_the_question_that_the_file_cannot_answer_is_asked_and_taken(shown, daylio):
    shown.presenter.on_chosen(daylio)
    [question] = shown.state.questions
    assert question.chosen == "missing"
    assert all(choice.consequence for choice in question.choices)
    shown.presenter.on_shape("blank", "zero")
    assert shown.state.questions[0].chosen == "zero"
    assert any("Yoga: no" in line.answers for line in shown.state.first)


def test_a_file_that_is_none_is_said_in_place(shown, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 20)
    shown.presenter.on_chosen(tmp_path / "photo.jpg")
    assert shown.state.step is Step.START
    assert shown.state.problem.startswith("photo.jpg is in no format")


def test_a_file_that_is_gone_is_said_by_its_name_alone(shown, tmp_path):
    shown.presenter.on_chosen(tmp_path / "gone.csv")
    assert "gone.csv" in shown.state.problem
    assert str(tmp_path) not in shown.state.problem


def test_a_file_that_is_too_large_is_refused_with_the_limit(shown, tmp_path):
    with (tmp_path / "large.csv").open("wb") as file:
        file.truncate(257 * 1024 * 1024)
    shown.presenter.on_chosen(tmp_path / "large.csv")
    assert "256" in shown.state.problem


def test_what_is_no_error_of_the_file_is_handed_on(shown, daylio, monkeypatch):
    def broken(*_given, **_more):
        raise RuntimeError("a bug")

    monkeypatch.setattr("journal.ui.bringing_in.looking.preview", broken)
    shown.presenter.on_chosen(daylio)
    assert [str(error) for error in shown.errors] == ["a bug"]
    assert shown.state.step is Step.START


def test_cancel_writes_nothing_and_keeps_the_file(journal, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("day,calm\n" + "2026-10-01,3\n" * 3000)
    shown = Presented(journal, journal.clock)
    shown.presenter.on_chosen(path)
    shown.view.show_progress = lambda progress: shown.presenter.on_stop()
    shown.presenter.on_bring_in()
    assert count(journal) == 0
    assert shown.state.step is Step.FOUND
    assert shown.state.result == "Stopped. Nothing was written."
    assert shown.state.can_bring_in


def test_progress_is_told_in_lines(journal, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("day,calm\n" + "2026-10-01,3\n" * 3000)
    shown = Presented(journal, journal.clock)
    shown.presenter.on_chosen(path)
    shown.view.progress.clear()
    shown.presenter.on_bring_in()
    shares = [progress.share for progress in shown.view.progress]
    assert shown.view.progress[0].words == "1,000 of 3,000 lines"
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_only_the_last_look_is_shown(journal, daylio, table):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(table)
    shown.presenter.on_chosen(daylio)
    runner.step()
    assert shown.state.step is Step.READING
    runner.step()
    assert shown.state.format == "An export from Daylio."


def test_a_look_can_be_stopped(journal, daylio):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_stop()
    runner.step()
    assert shown.state.step is Step.START


def test_leaving_the_page_stops_a_look_and_coming_back_takes_it_up(journal, daylio):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_left()
    runner.step()
    assert shown.state.step is Step.READING
    shown.presenter.on_entered()
    runner.step()
    assert shown.state.step is Step.FOUND


def test_an_import_goes_on_when_the_page_is_left_and_is_told_in_the_bar(journal, daylio):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(daylio)
    runner.step()
    shown.presenter.on_bring_in()
    shown.presenter.on_left()
    runner.step()
    [(text, [(words, take_back)])] = shown.said
    assert (text, words) == ("Brought in: 3 new entries.", "Undo this import")
    take_back()
    runner.step()
    assert count(journal) == 0


def test_at_the_close_of_the_journal_an_import_is_stopped(journal, daylio):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(daylio)
    runner.step()
    shown.presenter.on_bring_in()
    shown.presenter.on_left(closing=True)
    runner.step()
    assert count(journal) == 0


def test_an_import_that_was_undone_elsewhere_is_taken_back_already(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_bring_in()
    undo(shown.journal)
    shown.presenter.on_undo()
    assert shown.state.result == "This import was taken back already."
    assert shown.errors == []


def test_while_it_is_written_no_other_file_can_be_chosen(journal, daylio, table):
    runner = HeldRunner()
    shown = Presented(journal, journal.clock, runner)
    shown.presenter.on_chosen(daylio)
    runner.step()
    shown.presenter.on_bring_in()
    shown.presenter.on_chosen(table)
    shown.presenter.on_left_alone()
    assert shown.state.step is Step.WRITING
    assert len(runner.jobs) == 1


def test_a_file_can_be_left_alone(shown, daylio):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_left_alone()
    assert (shown.state.step, shown.state.name) == (Step.START, "")


def test_the_whole_list_of_what_is_not_read_can_be_saved(shown, daylio, tmp_path):
    shown.presenter.on_chosen(daylio)
    shown.presenter.on_save_unread(tmp_path / "rest.csv")
    rows = list(csv.reader((tmp_path / "rest.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert rows[0] == ["line", "column", "text", "reason"]
    assert rows[1][:3] == ["5", "full_date", "2026-02-31"]
    assert shown.said == [("Saved as rest.csv.", [])]


def test_the_list_does_not_run_in_a_spreadsheet(journal, tmp_path):
    write_unread(journal, tmp_path / "list.csv", lambda report: report(unread(2, "=a", "=1+1", NOT_A_NUMBER)))
    assert "2,'=a,'=1+1,not a number" in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")


def test_the_list_never_goes_into_the_journals_folder(journal):
    with pytest.raises(FileUnwritable):
        write_unread(journal, journal.folder / "list.csv", lambda _report: None)


def entries(journal):
    return journal.store.entries.between(date(2026, 1, 1), date(2026, 12, 31))


def with_value(row, value):
    return replace(row.answer, value=value)
