from datetime import datetime

import pytest

from journal.app import check_ins
from journal.app.tags import remove_tag
from journal.charts.typeface import load_fonts
from journal.ui.trends.page_factory import create
from journal.ui.trends.state import View
from tests.support.journals import make_journal
from tests.support.rows import Heard, page_context
from tests.support.windows import put_up

NOTE = "Only days with the tag “visit” are drawn and counted: 3 of 9 days with entries. The others are left out."


@pytest.fixture
def journal(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    for day in range(20, 29):
        tags = ["visit"] if day % 3 == 0 else []
        check_ins.log(journal, {"anxiety": 2}, at=datetime(2026, 10, day, 20), tags=tags)
    yield journal
    journal.close()


@pytest.fixture
def page(qtbot, theme, journal):
    load_fonts()
    made = create(page_context(journal, journal.clock, theme, Heard()))
    put_up(qtbot, made, 824, 700)
    made.entered()
    qtbot.waitUntil(lambda: made.canvas.drawing is not None)
    return made


def test_the_days_of_a_tag_can_be_chosen_and_it_is_said_how_many(page):
    tag = page.controls.tag
    assert [tag.box.itemText(n) for n in range(tag.box.count())] == ["All days", "Tagged “visit”"]
    tag.chosen.emit("visit")
    assert NOTE in page.notes.text()
    assert page.state.sentences[0] == NOTE
    assert all("days tagged “visit”" in panel.label for panel in page.state.shown.panels)
    assert tag.box.currentText() == "Tagged “visit”"
    tag.chosen.emit("")
    assert "visit" not in page.notes.text()


def test_without_any_tag_there_is_nothing_to_choose(page, journal):
    remove_tag(journal, "visit")
    page.entered()
    assert page.controls.tag.isHidden()


def test_the_days_of_a_tag_can_be_marked_beside_all_others(page):
    marked = page.controls.marked
    assert [marked.box.itemText(n) for n in range(marked.box.count())] == ["No days", "Tagged “visit”"]
    marked.chosen.emit("visit")
    assert {mark.label for mark in page.state.shown.marks} == {"#visit"}
    assert marked.box.currentText() == "Tagged “visit”"
    assert any("days with the tag #visit" in words for words in page.state.sentences)
    page.presenter.on_view(View.WEEK)
    assert marked.isHidden()
    page.presenter.on_view(View.COURSE)
    marked.chosen.emit("")
    assert page.state.shown.marks == ()
