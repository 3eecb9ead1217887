from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.app import (
    calm_moments,
    check_ins,
    history,
    intakes,
    markers,
    medicines,
    practices,
    questionnaires,
    sessions,
)
from journal.app.own_records import Own, save_records
from journal.model.appointments import Appointment
from journal.model.practices import PracticeKind
from journal.ui.history import front as front_module
from journal.ui.history.fronts import Front, chosen_front
from journal.ui.history.page import HistoryPage
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner
from tests.support.rows import SUPPORT, page_context
from tests.support.windows import button, put_up, words_shown

DAY = date(2026, 11, 18)


@pytest.fixture
def opened(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T20:00")
    yield journal, clock
    journal.close()


@pytest.fixture
def page(qtbot, theme, opened, heard):
    context = page_context(*opened, theme, heard)
    went = []
    context = SimpleNamespace(**{**context.__dict__, "go": lambda to, **where: went.append((to, where))})
    made = HistoryPage(context, SUPPORT)
    made.went = went
    put_up(qtbot, made, active=True)
    return made


def at(hour, day=18):
    return datetime(2026, 11, day, hour)


def full_day(journal):
    check_ins.log(journal, {"flashbacks": 2, "low_mood": 1}, at=at(9), note="a long walk")
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=DAY, dose=50, times=(480,))
    return {
        "session": sessions.add_session(journal, "pe", at(11)),
        "questionnaire": questionnaires.save_total(journal, "ISI", 14, DAY),
        "medicine": medicine,
        "dose": intakes.take(journal, medicine.id, due_min=480, day=DAY),
        "practice": practices.add_practice(journal, next(iter(PracticeKind)), at=at(12), minutes=20),
        "marker": markers.add_marker(journal, DAY, "Moved", "to the sea"),
    }


def reached(page):
    grid = page.calendar.grid
    return grid.days.cell(grid.place.index).day


def titles(page):
    return [row.title for card in page.day.state.cards for row in card.rows]


def press(page, words, about=""):
    found = [
        made
        for card in page.day.cards.values()
        for row in card.rows.values()
        for made in row.presses.buttons.values()
        if made.text() == words and about in made.accessibleName()
    ]
    found[0].click()


def test_the_calendar_stands_first_with_the_keyboard_on_today(page):
    page.entered()
    assert page.calendar.grid.hasFocus()
    assert reached(page) == date(2026, 11, 22)


def test_the_keyboard_goes_on_into_the_next_month(page):
    page.entered()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right):
        QTest.keyClick(page.calendar.grid, key)
    assert reached(page) == date(2026, 12, 1)
    assert page.calendar.title.text() == "December 2026"
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_PageUp)
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_PageUp)
    assert reached(page) == date(2026, 10, 1)
    page.calendar.this.click()
    assert reached(page) == date(2026, 11, 22)


def test_what_is_written_elsewhere_is_there_when_the_calendar_comes_back(page, journal):
    page.entered()
    markers.add_marker(journal, date(2026, 11, 22), "Moved")
    assert page.calendar.told.text() == "Sunday, 22 November 2026. Today. 1 marker"
    page.hide()
    markers.add_marker(journal, date(2026, 11, 22), "Again")
    page.show()
    page.entered()
    assert page.calendar.told.text() == "Sunday, 22 November 2026. Today. 2 markers"


def test_the_list_is_one_press_away_and_remembered(page, journal):
    check_ins.log(journal, {"flashbacks": 2})
    page.entered()
    page.front.fronts[Front.LIST].click()
    assert page.days.isVisible()
    assert page.days.lines.rowCount() == 1
    assert chosen_front(journal) is Front.LIST
    page.entered()
    assert page.days.hasFocus()
    page.front.fronts[Front.CALENDAR].click()
    assert page.calendar.grid.isVisible()
    assert chosen_front(journal) is Front.CALENDAR


def test_the_other_front_shows_the_same_days(page, journal):
    for day in (3, 20):
        check_ins.log(journal, {"flashbacks": 2}, at=at(9, day))
    page.entered()
    page.date.setDate(QDate(2026, 11, 4))
    page.front.go.click()
    assert reached(page) == date(2026, 11, 4)
    page.front.fronts[Front.LIST].click()
    assert page.days.current_line.day == date(2026, 11, 3)
    page.front.fronts[Front.CALENDAR].click()
    assert reached(page) == date(2026, 11, 3)


def test_an_empty_journal_says_so_and_offers_to_bring_a_history_in(page, journal):
    page.entered()
    assert page.front.empty.isVisible()
    button(page, "Bring a history in").click()
    assert page.went == [("bringing_in", {})]
    markers.add_marker(journal, DAY, "Moved")
    assert not page.front.empty.isVisible()


def test_search_is_offered_where_there_is_a_page_for_it(qtbot, theme, opened, heard, monkeypatch):
    for there in (True, False):
        monkeypatch.setattr(front_module, "can_search", lambda there=there: there)
        made = HistoryPage(page_context(*opened, theme, heard), SUPPORT)
        qtbot.addWidget(made)
        made.show()
        made.entered()
        assert ("Search" in words_shown(made)) is there
    heard.went.clear()
    monkeypatch.setattr(front_module, "can_search", lambda: True)
    made = HistoryPage(page_context(*opened, theme, heard), SUPPORT)
    qtbot.addWidget(made)
    made.show()
    button(made, "Search").click()
    assert heard.went == ["search"]


def test_enter_opens_a_day_with_everything_of_it(page, journal):
    full_day(journal)
    page.entered()
    page.front_presenter.on_date(DAY)
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_Return)
    assert page.day.isVisible()
    assert page.day.title.text() == "Wednesday, 18 November 2026"
    assert page.day.told.text() == (
        "1 check-in \u00b7 1 session \u00b7 1 change of a medicine \u00b7 1 dose \u00b7 1 questionnaire \u00b7 "
        "1 practice \u00b7 1 marker \u00b7 2 notes"
    )
    shown = words_shown(page.day)
    assert "Flashbacks: 2, moderately \u00b7 Low mood: 1, a little" in shown
    assert {"a long walk", "Moved", "to the sea", "Begun with 50 mg \u00b7 08:00", "Taken: 50 mg", "20 min"} <= set(
        shown
    )
    assert "total 14 \u00b7 typed in" in shown


def test_each_thing_opens_where_it_stands(page, journal):
    made = full_day(journal)
    page.entered()
    page.open_day(DAY)
    press(page, "Open", "Prolonged exposure")
    press(page, "Open", "ISI")
    press(page, "Open", "Sertraline")
    assert page.went == [
        ("session", {"session_id": made["session"].id}),
        ("questionnaire", {"questionnaire_id": made["questionnaire"].id}),
        ("treatment", {"medicine_id": made["medicine"].id}),
    ]


def test_a_check_in_opens_here_and_leads_back_to_its_day(page, journal):
    full_day(journal)
    page.open_day(DAY)
    press(page, "Open", "09:00")
    assert page.entry.isVisible()
    row = next(row for row in page.entry.form.rows if row.row.key == "flashbacks")
    row.take_focus()
    QTest.keyClicks(row, "4")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.day.isVisible()
    assert "Flashbacks: 4, extremely \u00b7 Low mood: 1, a little" in words_shown(page.day)


@pytest.mark.parametrize("about", ["09:00", "Prolonged exposure", "ISI", "Sertraline", "12:00", "Moved"])
def test_each_thing_is_deleted_and_comes_back(page, journal, heard, about):
    full_day(journal)
    page.open_day(DAY)
    before = titles(page)
    press(page, "Delete", about)
    text, actions = heard.bar[-1]
    assert (text, [words for words, _act in actions]) == ("Deleted.", ["Undo", "Delete for good"])
    assert len(titles(page)) == len(before) - 1
    actions[0][1]()
    assert titles(page) == before
    assert heard.errors == []


def test_undo_and_redo_stand_on_the_day_too(page, journal, heard):
    full_day(journal)
    page.open_day(DAY)
    page.day.undo.click()
    assert "Moved" not in titles(page)
    page.day.redo.click()
    assert "Moved" in titles(page)
    assert [text for text, _actions in heard.bar] == ["Undone.", "Done again."]


def test_a_marker_is_changed_on_its_day(page, journal):
    full_day(journal)
    page.open_day(DAY)
    press(page, "Change", "Moved")
    form = next(card.form for card in page.day.cards.values() if card.form is not None)
    page.day_presenter.on_form({"day": DAY, "label": "", "note": ""})
    assert page.day_presenter.has_form
    assert any(form.form.problems.values()) or page.day.state.cards[0].form.problems
    page.day_presenter.on_form({"day": DAY, "label": "Moved house", "note": ""})
    assert not page.day_presenter.has_form
    assert "Moved house" in titles(page)


def test_escape_closes_the_form_then_the_day(page, journal):
    full_day(journal)
    page.entered()
    page.open_day(DAY)
    press(page, "Change", "Moved")
    assert page.day_presenter.has_form
    QTest.keyClick(page.day, Qt.Key.Key_Escape)
    assert not page.day_presenter.has_form
    assert page.day.isVisible()
    QTest.keyClick(page.day, Qt.Key.Key_Escape)
    assert page.calendar.grid.hasFocus()
    assert reached(page) == DAY


def test_the_days_beside_are_one_press_away_and_the_calendar_follows(page, journal):
    full_day(journal)
    page.entered()
    page.open_day(DAY)
    page.day.later.click()
    assert page.day.title.text() == "Thursday, 19 November 2026"
    for _ in range(20):
        QTest.keyClick(page.day, Qt.Key.Key_PageUp)
    assert page.day.title.text() == "Friday, 30 October 2026"
    page.day.back.click()
    assert reached(page) == date(2026, 10, 30)
    assert page.calendar.title.text() == "October 2026"


def test_a_check_in_can_be_added_to_a_day_that_was(page):
    page.open_day(DAY)
    assert "Nothing is written down here." in words_shown(page.day)
    button(page.day, "Add a check-in for this day").click()
    assert page.went == [("today", {"day": DAY})]


def test_nothing_is_added_to_a_day_to_come(page):
    page.open_day(date(2026, 11, 23))
    assert "Nothing is written down here." in words_shown(page.day)
    assert not [words for words in words_shown(page.day) if words.startswith("Add")]


def test_a_day_without_an_entry_is_never_called_anything(page):
    page.open_day(DAY)
    shown = " ".join(words_shown(page)).lower()
    assert not [word for word in ("missed", "late", "failed", "streak") if word in shown.split()]


def test_a_named_day_or_entry_opens_at_once(page, journal):
    entry = check_ins.log(journal, {"flashbacks": 2}, at=at(9))
    page.entered(day=DAY)
    assert page.day.isVisible()
    page.entered(entry_id=entry.id)
    assert page.entry.isVisible()
    page.entered()
    assert page.front.isVisible()


def test_a_day_that_is_open_shows_what_changes(page, journal):
    full_day(journal)
    page.open_day(DAY)
    entry = check_ins.log(journal, {"flashbacks": 0}, at=at(21))
    assert "21:00 \u00b7 added later" in titles(page)
    history.delete(journal, entry.id)
    assert "21:00 \u00b7 added later" not in titles(page)


def test_the_keyboard_never_stays_on_what_is_gone(page, journal):
    marker = markers.add_marker(journal, DAY, "Moved")
    page.open_day(DAY)
    page.day.cards["markers"].rows[marker.id].take_focus()
    press(page, "Delete", "Moved")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert page.day.isAncestorOf(focused)


def typed_form(page, about):
    press(page, "Change", about)
    form = next(card.form for card in page.day.cards.values() if card.form is not None)
    form.fields["label"].control.setText("Moved to the sea")
    return form


def shown_form(page):
    return next((card.form for card in page.day.cards.values() if card.form is not None), None)


def test_a_half_filled_form_stands_there_when_its_day_is_opened_again(page, journal):
    full_day(journal)
    page.open_day(DAY)
    typed_form(page, "Moved")
    page.day.later.click()
    assert shown_form(page) is None
    page.day.earlier.click()
    assert shown_form(page).values["label"] == "Moved to the sea"


def test_a_half_filled_form_outlasts_a_lock(qtbot, theme, page, opened, journal, heard):
    full_day(journal)
    page.entered()
    page.open_day(DAY)
    typed_form(page, "Moved")
    page.left()
    again = HistoryPage(page_context(*opened, theme, heard), SUPPORT)
    qtbot.addWidget(again)
    again.show()
    again.entered()
    assert again.day.isVisible()
    assert shown_form(again).values["label"] == "Moved to the sea"
    again.day.form_left.emit()
    assert shown_form(again) is None
    assert journal.store.drafts.get("history-form") is None


def test_a_form_in_which_nothing_was_typed_leaves_nothing(page, journal):
    full_day(journal)
    page.open_day(DAY)
    press(page, "Change", "Moved")
    page.left()
    assert journal.store.drafts.get("history-form") is None


def test_a_form_that_was_sent_is_not_kept(page, journal):
    full_day(journal)
    page.open_day(DAY)
    typed_form(page, "Moved")
    page.left()
    assert journal.store.drafts.get("history-form") is not None
    page.open_day(DAY)
    shown_form(page).send()
    assert "Moved to the sea" in titles(page)
    assert journal.store.drafts.get("history-form") is None


@pytest.mark.parametrize(
    "payload", [{}, {"day": "x"}, {"place": ["now", "", ""], "deed": ["change-marker", "a", ""], "typed": {}}]
)
def test_a_draft_of_another_version_is_let_be(page, journal, payload):
    with journal.store.tx():
        journal.store.drafts.put("history-form", payload)
    page.entered()
    assert page.front.isVisible()


def test_a_form_about_what_is_gone_for_good_is_nowhere_kept(page, journal):
    made = full_day(journal)
    page.open_day(DAY)
    typed_form(page, "Moved")
    page.day.later.click()
    markers.delete_marker_for_good(journal, made["marker"].id)
    page.left()
    assert journal.store.drafts.get("history-form") is None
    page.open_day(DAY)
    assert shown_form(page) is None
    assert not page.day_presenter.has_form


def test_another_month_or_day_is_heard_where_the_keyboard_stays_on_its_button(page, journal, heard):
    full_day(journal)
    page.entered()
    page.calendar.back.setFocus()
    page.calendar.back.click()
    page.open_day(date(2026, 11, 17))
    page.day.later.setFocus()
    page.day.later.click()
    assert heard.said[0] == "October 2026"
    assert heard.said[1] == "Tuesday, 17 November 2026"
    assert heard.said[2].startswith("Wednesday, 18 November 2026. 1 check-in")
    assert len(heard.said) == 3


def test_a_month_reached_by_the_keyboard_is_said_by_its_day_alone(page, heard):
    page.entered()
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_PageUp)
    assert heard.said == []


def test_a_calm_moment_that_was_kept_stands_on_its_day_and_can_be_deleted(page, journal, heard):
    calm_moments.keep_moment(journal, "breathing", 7, 4)
    page.open_day(journal.today())
    assert titles(page) == ["20:00 \u00b7 Breathing"]
    assert "distress before 7, after 4" in words_shown(page.day)
    press(page, "Delete", "Breathing")
    assert titles(page) == []
    heard.bar[-1][1][0][1]()
    assert titles(page) == ["20:00 \u00b7 Breathing"]


def test_an_appointment_stands_on_its_day_without_its_note(page, journal):
    kept = Appointment("a0000000-0000-4000-8000-000000000000", DAY, "09:30", note="about sleep")
    save_records(journal, Own.APPOINTMENT, [kept])
    page.entered()
    page.open_day(DAY)
    assert titles(page) == ["09:30"]
    assert "about sleep" not in " ".join(words_shown(page.day))
    press(page, "Delete", "09:30")
    assert titles(page) == []


def test_a_day_is_never_shown_with_what_another_one_holds(page, journal):
    full_day(journal)
    page.entered()
    page.open_day(DAY)
    page.entered()
    later = LaterRunner()
    page.day_presenter._parts = replace(page.day_presenter._parts, runner=later)
    page.open_day(date(2026, 11, 3))
    assert page.front.isVisible()
    later.work()
    assert page.day.title.text() == "Tuesday, 3 November 2026"
    assert page.day.isVisible()


def test_history_pressed_again_hands_over_what_is_half_typed(page, journal):
    full_day(journal)
    page.entered()
    page.open_day(DAY)
    typed_form(page, "Moved")
    page.entered()
    assert page.front.isVisible()
    assert journal.store.drafts.get("history-form") is not None


def test_a_day_is_opened_without_the_keyboard_or_a_click_on_it(page, journal):
    full_day(journal)
    page.entered()
    page.date.setDate(QDate(2026, 11, 18))
    page.front.go.click()
    opener = button(page.calendar, "Open the day")
    assert opener.accessibleDescription().startswith("Wednesday, 18 November 2026. 1 check-in")
    opener.click()
    assert page.day.title.text() == "Wednesday, 18 November 2026"


def test_the_calendar_is_one_stop_of_the_tab_key(page):
    page.entered()
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_Tab)
    assert page.calendar.open.hasFocus()
    QTest.keyClick(page.calendar.open, Qt.Key.Key_Backtab)
    assert page.calendar.grid.hasFocus()
    assert reached(page) == date(2026, 11, 22)
    QTest.keyClick(page.calendar.grid, Qt.Key.Key_Backtab)
    assert page.calendar.in_words.hasFocus()
    QTest.keyClick(page.calendar.in_words, Qt.Key.Key_Backtab)
    assert page.calendar.this.hasFocus()
