"""Showing the screen to somebody: nothing private is reached, and only the passphrase leads back."""

import json
from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from journal.app import appointments, courses, goals, markers, medicines, plans, questions
from journal.app.check_ins import log
from journal.app.items import set_hidden
from journal.app.runner import ImmediateRunner
from journal.app.sessions import add_session
from journal.host.clock import local_now
from journal.model.appointments import QuestionKind
from journal.model.errors import StorageFailed
from journal.model.plans import Heading
from journal.report.content import build_content
from journal.report.request import Part
from journal.report.wording import ReportWords
from journal.texts.errors import explain
from journal.ui.open_journal import make_context
from journal.ui.report.reading import recall
from journal.ui.showing import door
from journal.ui.showing.room import ShowingRoom
from journal.ui.showing.shown_report import gathered
from journal.ui.trends.page import TrendsPage
from journal.ui.trends.state import View
from journal.ui.widgets.chart_canvas import ChartCanvas
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.later_runner import LaterRunner
from tests.support.program import Program, take_down
from tests.support.windows import button, put_up, words_shown

MARK = "Zanzibar"
"""Stands in everything that is private."""


@pytest.fixture
def folder(tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    for key in ("suicidal_thoughts", "alcohol"):
        set_hidden(journal, key, hidden=False)
    today = journal.today()
    answers = {"low_mood": 2.0, "anxiety": 1.0, "suicidal_thoughts": 1.0, "alcohol": 3.0}
    log(journal, answers, note=f"{MARK} note", tags=[f"{MARK} tag"])
    course = courses.add_course(journal, "ketamine_iv", today, baseline=MARK, purpose=MARK, tried_earlier=MARK)
    private = {"note": MARK, "intention": MARK}
    add_session(journal, "ketamine_iv", local_now(clock) - timedelta(hours=2), course_id=course.id, dose=40, **private)
    kept = medicines.add_medicine(journal, "Sertraline", unit="mg", start=today, dose=50, purpose=MARK)
    gone = medicines.add_medicine(journal, "Prazosin", unit="mg", start=today, dose=1)
    medicines.stop_medicine(journal, gone.id, today, MARK)
    markers.add_marker(journal, today, f"{MARK} day", MARK)
    plans.add_line(journal, Heading.SIGNS, f"{MARK} plan", opened=True)
    appointments.add_appointment(journal, today, note=MARK)
    for kind in QuestionKind:
        questions.add_question(journal, kind, f"{MARK} {kind}")
    assert kept.name == "Sertraline"
    journal.close()
    return clock


@pytest.fixture
def program(qtbot, qapp, tmp_path, folder, monkeypatch):
    monkeypatch.setattr("journal.ui.report.background.Background.run", ImmediateRunner().run)
    made = Program(qtbot, qapp, tmp_path, folder)
    made.unlock()
    qtbot.waitUntil(made.running.imported)
    yield made
    take_down(made)


@pytest.fixture
def room(program):
    program.running.go("report")
    button(program.running.shell.page("report"), "Show my clinician").click()
    assert isinstance(program.window.room, ShowingRoom)
    return program.window.room


def told(widget):
    """Everything that a widget and what is in it says, to eyes and to a screen reader."""
    for each in (widget, *widget.findChildren(QWidget)):
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())
        if isinstance(each, QLabel | QLineEdit | QAbstractButton):
            yield each.text()
        if isinstance(each, QLineEdit):
            yield each.placeholderText()
        if isinstance(each, QPlainTextEdit):
            yield each.toPlainText()
        if isinstance(each, QComboBox):
            yield from (each.itemText(place) for place in range(each.count()))
        if isinstance(each, ChartCanvas):
            yield repr(each.data)


def test_no_page_in_it_tells_anything_private(program, room, qtbot):
    for key in ("report", "trends", "treatment"):
        room.go(key)
        everything = [text for text in told(room) if text]
        assert [text for text in everything if MARK in text] == []
        assert not any("lcohol" in text or "uicid" in text for text in everything if text != room.line.text)
    assert "Ketamine infusion" in " ".join(words_shown(room.pages["treatment"]))
    assert "Sertraline" in words_shown(room.pages["treatment"])
    assert room.pages["trends"].state.shown.panels


def test_every_view_of_the_charts_keeps_to_it(room):
    room.go("trends")
    page = room.pages["trends"]
    for view in (view for view, each in page.controls.views.items() if not each.isHidden()):
        page.presenter.on_view(view)
        assert not any(MARK in text or "uicid" in text for text in told(page) if text)
    page.presenter.on_words(True)
    assert not any(MARK in text or "uicid" in text for text in told(page) if text)
    for hidden in ("items", "picture", "goals", "tag", "showing"):
        assert getattr(page.controls, hidden).isHidden()


def test_a_private_item_that_was_chosen_for_trends_stays_out_and_chosen(program):
    journal = program.running.session.opened
    journal.put_setting("trends_items", ["suicidal_thoughts", "low_mood", "alcohol"])
    program.running.controls.show_to_someone("trends")
    panels = program.window.room.pages["trends"].state.shown.panels
    assert [panel.key for panel in panels] == ["low_mood"]
    assert journal.setting("trends_items") == ["suicidal_thoughts", "low_mood", "alcohol"]


def test_a_goal_stays_out_though_it_was_chosen_for_trends(program):
    journal = program.running.session.opened
    goal = goals.add_goal(journal, f"{MARK} goal")
    log(journal, {goal.item.key: 2.0})
    journal.put_setting("trends_items", ["low_mood", goal.item.key])
    program.running.controls.show_to_someone("trends")
    page = program.window.room.pages["trends"]
    for view in (View.COURSE, View.SINCE):
        page.presenter.on_view(view)
        assert [text for text in told(page) if MARK in text] == []


def test_what_is_own_is_hidden_before_the_days_are_read(program, qtbot):
    later = LaterRunner()
    page = TrendsPage(replace(make_context(program.running), runner=later), for_someone=True)
    put_up(qtbot, page, 984, 800)
    page.entered()
    controls = page.controls
    own = (controls.items, controls.picture, controls.goals, controls.showing, controls.views[View.AROUND])
    assert [each for each in own if each.isVisible()] == []
    controls.views[View.AROUND].click()
    later.work()
    assert [text for text in told(page) if MARK in text] == []


def test_the_report_in_it_leaves_out_notes_and_thoughts_of_suicide_though_they_were_chosen(program, room):
    journal = program.running.session.opened
    choices = recall(journal, program.running.shell.page("report").presenter.choices.paper)
    note = journal.store.entries.between(journal.today(), journal.today())[0].id
    chosen = replace(choices, parts=frozenset({Part.SUICIDAL_THOUGHTS, Part.SESSIONS}), note_ids=frozenset({note}))
    made = gathered(journal, chosen)
    content = json.dumps(build_content(made.request, made.data, ReportWords()))
    assert MARK not in content
    assert MARK not in repr(asdict(made.request))
    assert made.data.suicidal_thoughts is None
    assert not any("suicide" in line for line in made.included)


def test_the_report_in_it_is_the_one_that_was_chosen(program):
    program.running.go("report")
    page = program.running.shell.page("report")
    page.presenter.on_chosen(parts=frozenset({Part.QUESTIONS}))
    program.running.controls.show_to_someone("report")
    assert "1 question to ask" in program.window.room.pages["report"].accessibleDescription()


def test_the_line_names_nothing_of_what_it_hides(room):
    assert room.line.text == "Shown to someone. Some parts stay hidden until the passphrase is typed."


def test_no_key_of_the_journal_leads_out(program, room):
    before = program.running.shell.current
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+6", "Ctrl+F", "Ctrl+Z", "Ctrl+Shift+Z", "F1", "F9"):
        QTest.keySequence(program.window, QKeySequence(keys))
        assert program.window.room is room
        assert program.running.shell.current == before


def test_the_only_keys_of_its_own_are_those_that_lock(room):
    own = [each.key().toString() for each in room.findChildren(QShortcut)]
    assert own == ["Ctrl+L"]


def test_pages_asked_for_from_elsewhere_change_only_what_lies_behind(program, room):
    program.running.go("today")
    assert program.window.room is room


def test_the_passphrase_leads_back_and_another_one_does_not(program, room):
    button(room, "Show all again").click()
    room.unlock.field.edit.setText("something else")
    room.unlock.send.click()
    assert program.window.room is room
    assert room.unlock.field.text() == ""
    assert room.unlock.field.isEnabled()
    room.unlock.field.edit.setText(PASSPHRASE)
    room.unlock.send.click()
    assert program.window.room is program.running.shell


def test_the_window_is_not_held_up_while_the_passphrase_is_looked_at(program, room, monkeypatch):
    waiting = []
    room.unlock.begin()
    room.unlock.field.edit.setText(PASSPHRASE)
    with monkeypatch.context() as held:
        held.setattr(program.running.runner, "run", lambda job, then, failed: waiting.append((job, then)))
        room.unlock.send.click()
    assert "One moment…" in words_shown(room)
    assert not room.unlock.send.isEnabled()
    job, then = waiting[0]
    then(job())
    assert program.window.room is program.running.shell


def test_cancel_forgets_what_was_typed(room):
    room.unlock.begin()
    room.unlock.field.edit.setText("half")
    QTest.keyClick(room.unlock.field.edit, Qt.Key.Key_Escape)
    assert (room.unlock.isHidden(), room.unlock.field.text()) == (True, "")


def test_a_lock_ends_it(program, room):
    button(room, "Lock now").click()
    assert program.running.session.journal is None
    assert len(program.replaced) == 1


def test_hiding_ends_it_too(program, room):
    button(room, "Hide").click()
    assert program.running.session.journal is None
    assert len(program.ended) == 1


def test_the_line_before_an_idle_close_is_seen_here(program, room):
    program.running.idle.closing_soon.emit()
    assert room.closing.text == "Closing soon. Any key keeps it open"
    program.running.idle.kept_open.emit()
    assert room.closing.text == ""


def test_what_fails_in_it_is_said_in_it_and_not_in_the_bar_behind(program, room, monkeypatch):
    def broken(*_args, **_more):
        raise StorageFailed(path="journal.db", reason="disk I/O error")

    before = program.running.shell.bar.text
    monkeypatch.setattr("journal.ui.showing.shown_treatment.read", broken)
    room.go("treatment")
    assert room.told.text == explain(StorageFailed(path="journal.db", reason="disk I/O error"))
    assert program.running.shell.bar.text == before
    room.told.button.click()
    assert room.told.text == ""


def test_a_change_after_it_is_over_reaches_no_page_of_it(program, room):
    room.go("trends")
    room.unlock.begin()
    room.unlock.field.edit.setText(PASSPHRASE)
    room.unlock.send.click()
    log(program.running.session.opened, {"low_mood": 1.0})
    assert program.window.room is program.running.shell


def test_what_was_half_typed_on_the_report_is_there_again(program):
    program.running.go("report")
    page = program.running.shell.page("report")
    page.options.lines.fields[0].setText("Half a line")
    program.running.controls.show_to_someone("report")
    program.window.room.passphrase_typed.emit(PASSPHRASE)
    assert page.options.lines.fields[0].text() == "Half a line"


def test_there_is_one_room_at_a_time(program, room):
    assert door.show_to_someone(program.running, "trends") is None
