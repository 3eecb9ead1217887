import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.app import courses, history, sessions
from journal.app.session_drafts import session_draft
from journal.model.errors import DiskFull
from journal.ui.widgets.tab_order import stops_in
from tests.support.sessions import KIND, add_points, begun, session_page
from tests.support.windows import type_keys, words_shown


def the_session(opened):
    (session,) = sessions.sessions(opened[0])
    return session


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def test_a_session_begins_where_it_is_wanted(qtbot, theme, opened, heard):
    page = session_page(qtbot, theme, opened, heard, begin=KIND)
    assert the_session(opened).open
    assert page.session.time.edit.hasFocus()


def test_enter_goes_over_the_usual_questions(page, opened):
    type_keys("1410")
    press(ENTER)
    type_keys("40")
    press(ENTER)
    type_keys("45")
    press(ENTER)
    type_keys("124/78")
    press(ENTER)
    assert page.effects.chips[0].hasFocus()
    press(Qt.Key.Key_Down)
    type_keys("2")
    type_keys("2")
    press(ENTER)
    type_keys("1")
    session = the_session(opened)
    assert (session.at.hour, session.at.minute) == (14, 10)
    assert (session.dose, session.unit, session.route, session.minutes) == (40, "mg", "intravenous", 45)
    assert (session.vitals[0].systolic, session.vitals[0].diastolic) == (124, 78)
    assert (session.went, session.clear_min, session.ride) == ("manageable", 120, True)


def test_a_side_effect_afterwards_is_a_level_and_a_time(page, opened):
    page.effects.chips[0].click()
    type_keys("3")
    type_keys("30")
    press(ENTER)
    assert page.effects.chips[0].hasFocus()
    (effect,) = the_session(opened).effects
    assert [(point.level, point.at.minute) for point in effect.points] == [(3, 35)]
    history.undo(opened[0])
    assert the_session(opened).effects == ()
    assert page.effects.rows == {}


def test_a_level_without_a_time_waits_as_a_draft(page, opened):
    page.effects.chips[0].click()
    type_keys("3")
    press(ENTER)
    assert page.effects.half.isVisible()
    assert session_draft(opened[0], the_session(opened).id)["effect"]["level"] == 3


def test_what_says_no_number_stays_and_is_there_again(qtbot, theme, opened, heard, page):
    page.session.dose.edit.setFocus()
    type_keys("4o")
    page.left()
    assert the_session(opened).dose is None
    again = session_page(qtbot, theme, opened, heard, session_id=the_session(opened).id)
    assert again.session.dose.edit.text() == "4o"
    assert again.session.dose.hint.text() == "A number such as 40."


def test_a_text_is_one_undo_step_a_visit(page, opened):
    for part in ("to let", " it", " pass"):
        page.words.intention.edit.insertPlainText(part)
        page.words.intention.flush()
    assert the_session(opened).intention == "to let it pass"
    history.undo(opened[0])
    assert the_session(opened).intention == ""
    assert page.words.intention.edit.toPlainText() == ""


def test_the_note_is_private_until_it_is_shared(page, opened):
    assert page.words.note.edit.placeholderText() == "Only you see this."
    page.words.shared.click()
    assert the_session(opened).shared
    assert page.words.note.edit.placeholderText() == "Your clinician can read this."


def test_tab_leaves_the_table_from_a_column_without_a_number(page):
    page.vitals.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget().key == "0.systolic"
    type_keys("120")
    press(TAB)
    assert QApplication.focusWidget().key == "0.diastolic"
    for _n in range(3):
        press(TAB)
    assert QApplication.focusWidget().key == "15.systolic"
    press(TAB)
    assert QApplication.focusWidget() is page.vitals.add
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().key == "0.systolic"


def test_arrows_go_from_number_to_number(page):
    page.vitals.table.edit("15.diastolic").setFocus()
    for key, place in (
        (Qt.Key.Key_Right, "30.diastolic"), (Qt.Key.Key_Down, "30.pulse"), (Qt.Key.Key_Left, "15.pulse"),
        (Qt.Key.Key_Up, "15.diastolic"),
    ):  # fmt: skip
        press(key)
        assert QApplication.focusWidget().key == place


def test_an_extreme_number_is_asked_about_once_and_kept(page, opened):
    page.vitals.table.edit("30.systolic").setFocus()
    type_keys("260")
    press(ENTER)
    assert the_session(opened).vital(30).systolic == 260
    assert page.vitals.asked.isVisibleTo(page)
    page.vitals.asked.yes.click()
    assert not page.vitals.asked.isVisibleTo(page)
    page.entered(the_session(opened).id)
    assert not page.vitals.asked.isVisibleTo(page)


def test_another_time_can_be_added(page, opened):
    page.vitals.add.click()
    type_keys("75")
    press(ENTER)
    type_keys("130")
    press(ENTER)
    assert the_session(opened).vital(75).systolic == 130


def test_the_fixed_sentences_stand_under_what_they_are_about(page):
    words = words_shown(page)
    assert any(each.startswith("Nobody is watching these numbers. Follow your clinic's plan.") for each in words)
    assert any(each.startswith("Feeling like yourself does not mean it is safe to drive.") for each in words)


def test_a_second_press_takes_an_answer_back(page, opened):
    row = page.after.rows["went"]
    row.step_buttons[0].click()
    assert the_session(opened).went == "easy"
    row.step_buttons[0].click()
    assert the_session(opened).went is None


def test_a_row_opens_the_list_of_its_points(page, opened):
    add_points(opened[0], the_session(opened), "nausea", (30, 2), (60, 0))
    (row,) = page.effects.rows.values()
    row.click()
    assert page.effects.details.isVisible()
    page.effects.details.remove.click()
    assert the_session(opened).effects == ()


def test_the_now_view_writes_down_the_time_and_takes_the_last_press_back(page, opened):
    page.header.now.click()
    page.now.buttons[0].click()
    page.now.buttons[3].click()
    ((point,),) = [effect.points for effect in the_session(opened).effects]
    assert (point.level, point.at_ms) == (3, opened[1].now_ms())
    assert page.now.said.text() == "Written down at 18:05: Dizziness, 3, quite a bit"
    assert page.now.question.text() == "Anything still there?"
    page.now.take_back.click()
    assert the_session(opened).effects == ()
    assert page.now.question.text() == "Anything there?"


def test_all_gone_ends_everything_in_one_step(page, opened):
    journal, clock = opened
    add_points(journal, the_session(opened), "nausea", (30, 2))
    add_points(journal, the_session(opened), "dizziness", (30, 1))
    page.header.now.click()
    clock.forward(1)
    page.now.buttons[-1].click()
    assert [effect.points[-1].level for effect in the_session(opened).effects] == [0, 0]
    history.undo(journal)
    assert sorted(effect.points[-1].level for effect in the_session(opened).effects) == [1, 2]


def test_nothing_is_a_zero_for_what_was_asked(page, opened):
    page.header.now.click()
    page.now.buttons[-1].click()
    assert [effect.points[0].level for effect in the_session(opened).effects] == [0, 0, 0]


def test_digits_press_the_large_answers(page, opened):
    page.header.now.click()
    type_keys("24")
    (effect,) = the_session(opened).effects
    assert effect.points[0].level == 4


def test_a_digit_beyond_the_levels_answers_nothing(page, opened):
    page.header.now.click()
    type_keys("2")
    question = page.now.question.text()
    type_keys("5")
    assert page.now.question.text() == question
    assert the_session(opened).effects == ()


def test_the_dose_beside_the_large_question_says_its_unit(page):
    page.header.now.click()
    assert page.now.dose.edit.accessibleName() == "Dose (mg)"


def test_close_closes_and_can_be_taken_back(page, opened, heard):
    page.footer.close_button.click()
    assert not the_session(opened).open
    assert heard.went == ["treatment"]
    words, ((again, reopen),) = heard.bar[-1]
    assert (words, again) == ("Closed and saved. It can still be changed.", "Open it again")
    reopen()
    assert the_session(opened).open


def test_deleting_can_be_undone_from_the_calm_bar(page, opened, heard):
    page.deleting.delete.click()
    assert sessions.sessions(opened[0]) == []
    _words, ((_undo, undo),) = heard.bar[-1]
    undo()
    assert the_session(opened).kind == KIND


def test_deleting_for_good_is_asked_about_and_takes_the_draft_along(page, opened):
    session_id = the_session(opened).id
    page.session.dose.edit.setFocus()
    type_keys("4o")
    page.flush()
    page.deleting.for_good.click()
    assert page.deleting.keep.hasFocus()
    page.deleting.yes.click()
    assert sessions.sessions(opened[0]) == []
    assert session_draft(opened[0], session_id) is None


def test_undoing_the_beginning_leads_back_to_all_sessions(page, opened, heard):
    history.undo(opened[0])
    assert heard.went == ["treatment"]


def test_a_full_disk_loses_nothing(page, opened, heard, monkeypatch):
    def full(*args, **kwargs):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr(sessions, "change_session", full)
        page.after.rows["went"].choose(2)
    assert isinstance(heard.errors[-1], DiskFull)
    assert page.state.choices["went"].value == "hard"
    assert "Saved" not in page.state.saved
    page.after.rows["ride"].choose(0)
    session = the_session(opened)
    assert (session.went, session.ride) == ("hard", True)


def test_the_hours_after_are_the_persons_own(page, opened):
    assert opened[0].setting("after_hours") is None
    page.days.ticks[24].click()
    assert opened[0].setting("after_hours") == [24]
    page.days.change.click()
    page.days.edit.setText("8, 24, 48")
    press(ENTER)
    assert opened[0].setting("after_hours") == [8, 24, 48]
    assert "8 h, 24 h and 48 h" in page.days.words.text()


def test_staying_open_is_asked_each_time(page):
    page.stay.hours_chosen.emit(2)
    assert page._context.controls.held == [120]


def test_every_stop_has_a_name_and_is_large_enough(page):
    for part in (page.header, page.session, page.effects, page.after, page.days, page.deleting, page.footer):
        for stop in stops_in(part):
            named = QAccessible.queryAccessibleInterface(stop)
            assert named.text(QAccessible.Text.Name), stop
            if stop.isVisibleTo(page):
                assert stop.height() >= 44, stop


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [640, 829, 1100])
def test_nothing_is_cut_off_sideways(page, opened, theme, width, scale):
    add_points(opened[0], the_session(opened), "dissociation", (10, 1), (80, 0))
    theme.choose_scale(scale)
    page.resize(width, 700)
    QApplication.processEvents()
    needed = page.columns.widget().minimumSizeHint().width()
    room = page.columns.viewport().width()
    theme.choose_scale(1.0)
    assert needed <= room


def test_the_now_view_fits_without_scrolling(page):
    page.resize(829, 640)
    page.header.now.click()
    QApplication.processEvents()
    area = page.now.area
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0


def test_a_session_of_therapy_shows_no_dose(qtbot, theme, opened, heard):
    page = session_page(qtbot, theme, opened, heard, session_id=begun(opened[0], "emdr").id)
    assert not page.session.dose.isVisibleTo(page)
    assert not page.vitals.isVisibleTo(page)
    assert page.session.minutes.isVisibleTo(page)


def test_control_and_enter_close_the_session_wherever_the_keyboard_is(page, opened):
    page.header.now.setFocus()
    press(ENTER, Qt.KeyboardModifier.ControlModifier)
    assert not the_session(opened).open


def test_an_extreme_dose_is_asked_about_once_and_kept(page, opened):
    page.session.dose.edit.setFocus()
    type_keys("4000")
    press(ENTER)
    assert the_session(opened).dose == 4000
    assert page.session.asked.words.text() == "Dose: 4000. Is this what you meant to type?"
    page.session.asked.change.click()
    assert page.session.dose.edit.hasFocus()
    page.session.asked.yes.click()
    assert not page.session.asked.isVisibleTo(page)


def test_a_session_is_put_into_a_course_and_taken_out_of_it(page, opened):
    journal = opened[0]
    assert not page.session.course.isVisibleTo(page)
    made = courses.add_course(journal, KIND, the_session(opened).day, name="Spring")
    page.entered(the_session(opened).id)
    listed = page.session.course.box
    assert [listed.itemText(n).split(",")[0] for n in range(listed.count())] == ["No course", "Spring"]
    for place, course_id in ((1, made.id), (0, None)):
        listed.setCurrentIndex(place)
        listed.activated.emit(place)
        assert the_session(opened).course_id == course_id
