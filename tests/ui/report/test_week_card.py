"""A week on paper, offered on the Report page: saved, printed, and entered afterwards."""

import pytest

from journal.report.request import Paper
from journal.ui.report.week_card import WeekCard
from journal.ui.report.week_presenter import Heads
from tests.support.journals import make_journal
from tests.support.report_pages import one_line, text_of
from tests.support.rows import page_context


@pytest.fixture
def card(qtbot, theme, tmp_path, heard):
    journal, clock = make_journal(tmp_path / "journal")
    context = page_context(journal, clock, theme, heard)
    made = WeekCard(context, context.runner, lambda: Paper.LETTER)
    qtbot.addWidget(made)
    yield made
    journal.close()


def written(card, path):
    card.presenter.on_save(path, card.chosen)
    return one_line(text_of(path.read_bytes()))


def test_the_sheet_is_saved_with_weekdays_at_first(card, tmp_path, heard):
    assert "Mon Tue Wed" in written(card, tmp_path / "sheet.pdf")
    assert heard.bar[-1][0] == "Saved as sheet.pdf."


def test_with_the_dates_of_this_week_or_the_next(card, tmp_path):
    card.heads[Heads.THIS_WEEK].click()
    assert "26 Oct" in written(card, tmp_path / "this.pdf")
    card.heads[Heads.NEXT_WEEK].click()
    assert "2 Nov" in written(card, tmp_path / "next.pdf")


def test_it_is_printed_on_the_paper_chosen_for_the_report(card, monkeypatch):
    printed = []
    monkeypatch.setattr(card.dialogs, "print_pages", lambda pages, paper: printed.append((len(pages), paper)))
    card.print.click()
    assert printed == [(1, Paper.LETTER)]


def test_the_file_has_a_neutral_name(card, monkeypatch):
    asked = []
    monkeypatch.setattr(card.dialogs, "ask_where", lambda name, _chosen: asked.append(name))
    card.save.click()
    assert asked == ["Notes 2026-10-29.pdf"]


def test_a_sheet_is_entered_from_here(card, heard):
    card.enter.click()
    assert heard.went == ["back_entry"]
