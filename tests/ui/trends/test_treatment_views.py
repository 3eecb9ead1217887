""" "Since a session" and "Before and after", used as a person does."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journal.app.courses import add_course
from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.model.since_session import Unit
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.trends.around_state import ANOTHER_DAY, LENGTHS
from journal.ui.trends.page_factory import create
from journal.ui.trends.state import View
from tests.support.journals import make_journal
from tests.support.windows import put_up, words_shown


def shown(qtbot, theme, journal):
    heard = SimpleNamespace(said=[], failed=[])
    context = PageContext(
        runner=ImmediateRunner(),
        session=OpenSession(journal),
        clock=journal.clock,
        theme=theme,
        settings=None,
        words=ItemWords(read_catalogue()),
        say=lambda text, actions=(): heard.said.append(text),
        failed=heard.failed.append,
        announce=lambda widget, text: None,
        go=lambda *where, **how: None,
    )
    page = create(context)
    put_up(qtbot, page, 824, 700)
    qtbot.waitExposed(page)
    page.entered()
    assert not heard.failed
    return page


@pytest.fixture
def page(qtbot, theme, sample):
    return shown(qtbot, theme, sample)


def choose(labelled, number):
    labelled.box.setCurrentIndex(number)
    labelled.box.activated.emit(number)


def test_the_session_view_shows_lines_and_their_sentences(page):
    page.controls.views[View.SINCE].click()
    assert page.state.since.chart is page.canvas.data
    assert page.canvas.isVisibleTo(page)
    assert "Each faint line is a session." in page.notes.text()
    assert "therapy" in page.notes.text()
    assert "some change back is to be expected" in page.notes.text()


def test_keys_read_one_point_after_the_other(page):
    page.controls.views[View.SINCE].click()
    assert page.read_out.isVisibleTo(page)
    read = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(page.canvas, key)
        read.append(page.read_out.text().partition(":")[0])
    assert read == ["Day 0", "Day 1", "Day 0", "Day \u22121", "Day \u221214", "Day \u221214"]
    points = {point.x: point for point in page.state.since.chart.found.points}
    assert f"(n {points[-14].n_sessions})" in page.read_out.text()


def test_a_point_that_is_read_is_left_with_the_view(page):
    page.controls.views[View.SINCE].click()
    QTest.keyClick(page.canvas, Qt.Key.Key_End)
    page.controls.views[View.AROUND].click()
    assert not page.read_out.isVisibleTo(page)
    page.controls.views[View.SINCE].click()
    assert "read one point" in page.read_out.text()


def test_the_period_has_no_place_where_there_is_none(page):
    page.controls.views[View.SINCE].click()
    assert not page.controls.earlier.isVisibleTo(page)
    assert not page.controls.items.isVisibleTo(page)
    page.controls.views[View.COURSE].click()
    assert page.controls.earlier.isVisibleTo(page)


def test_sessions_item_and_hours_are_chosen(page):
    page.controls.views[View.SINCE].click()
    choose(page.since.sessions, 1)
    assert page.state.since.chart.sessions == page.since.sessions.box.currentText()
    choose(page.since.items, page.since.items.box.findText("Flashbacks"))
    assert page.state.since.chart.label == "Flashbacks"
    page.since.units[True].click()
    assert page.state.since.chart.found.unit is Unit.HOURS


def test_an_item_of_the_night_has_no_hours_and_says_so(page):
    page.controls.views[View.SINCE].click()
    choose(page.since.items, page.since.items.box.findText("Nightmares"))
    page.since.units[True].click()
    assert "has no hours" in page.empty.text()
    assert not page.canvas.isVisibleTo(page)


def test_every_point_stands_in_the_table(page):
    page.controls.views[View.SINCE].click()
    page.controls.in_words.click()
    points = page.state.since.chart.found.points
    assert page.numbers.isVisibleTo(page)
    table = page.numbers.views[0].numbers
    assert table.rowCount() == len(points)
    assert not page.canvas.isVisibleTo(page)
    assert [table.index(row, 0).data() for row in range(len(points))] == [str(p.n_sessions) for p in points]
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_the_chart_is_described_by_its_sentences(page):
    page.controls.views[View.SINCE].click()
    told = page.canvas.accessibleDescription()
    assert "by days since a session" in told
    assert "median" in told
    assert page.canvas.accessibleName() == page.state.since.table.title


def test_without_sessions_it_says_where_they_are_written_down(qtbot, theme, tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    page = shown(qtbot, theme, journal)
    page.controls.views[View.SINCE].click()
    assert "No sessions yet" in page.empty.text()
    assert not page.since.sessions.isEnabled()
    journal.close()


def test_a_day_to_look_around_is_chosen(page):
    page.controls.views[View.AROUND].click()
    choose(page.around.events, page.around.events.box.findText("Moved to another flat", flags=_starting()))
    assert page.state.around.chart.event == "Moved to another flat"
    assert "overlap, not proof" in page.notes.text()
    assert "some change back is to be expected" in page.notes.text()


def _starting():
    from PySide6.QtCore import Qt

    return Qt.MatchFlag.MatchStartsWith


def test_any_day_can_be_looked_around(page):
    page.controls.views[View.AROUND].click()
    choose(page.around.events, page.around.events.box.count() - 1)
    assert page.state.around.event == ANOTHER_DAY
    assert page.around.day.isVisibleTo(page)
    page.around.day.setDate(QDate(2026, 8, 1))
    page.around.day.editingFinished.emit()
    assert page.state.around.on.isoformat() == "2026-08-01"
    choose(page.around.events, 0)
    assert not page.around.day.isVisibleTo(page)


def test_the_length_of_both_sides_is_chosen(page):
    page.controls.views[View.AROUND].click()
    choose(page.around.lengths, 2)
    assert page.state.around.chart.found.days_each == LENGTHS[2]


def test_too_few_days_are_refused_with_the_reason(page):
    page.controls.views[View.AROUND].click()
    choose(page.around.events, page.around.events.box.count() - 1)
    page.around.day.setDate(QDate(2026, 10, 28))
    page.around.day.editingFinished.emit()
    assert "Both sides need 5 days" in page.notes.text()
    assert "NAP" not in page.notes.text()


def test_both_sides_stand_in_the_table(page):
    page.controls.views[View.AROUND].click()
    page.controls.in_words.click()
    table = page.numbers.views[0].numbers
    assert table.rowCount() == 2
    assert table.index(0, 0).data().endswith("of 14")


def test_pictures_of_both_views_are_saved(page, tmp_path):
    for view in (View.SINCE, View.AROUND):
        page.controls.views[view].click()
        page.save(tmp_path / f"{view}.svg", "svg")
        assert (tmp_path / f"{view}.svg").read_bytes().startswith(b"<?xml")


def test_every_list_has_a_name(page):
    lists = (page.since.sessions, page.since.items, page.around.events, page.around.items, page.around.lengths)
    assert all(each.box.accessibleName() == each.label.text() != "" for each in lists)


def test_marks_and_doses_of_a_day_are_read_out(page):
    page.canvas.setFocus()
    mark = page.state.shown.marks[-1]
    from journal.charts.trends import Spot

    page.canvas.point(Spot(0, mark.day))
    assert mark.label in page.read_out.text()
    assert "Usual doses:" in page.read_out.text()


def test_marks_and_doses_are_in_the_words(page):
    page.controls.in_words.click()
    told = " ".join(words_shown(page))
    assert all(mark.label in told for mark in page.state.shown.marks if mark.day >= page.state.period.first.toordinal())
    assert "usual dose" in told


def test_a_treatment_that_changes_is_read_again(page, sample):
    reads = page.presenter._asked
    add_course(sample, "emdr", sample.today())
    page.presenter.on_changed(frozenset({"courses"}))
    assert page.presenter._asked > reads
