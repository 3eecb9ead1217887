"""What stands on Today beside the questions, on a real journal."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.app import courses, history, intakes, medicines, sessions
from journal.app.forms import SectionKind
from journal.model.entries import EntryKind, State
from journal.model.errors import TimeInFuture
from journal.ui.today.page import TodayPage
from journal.ui.today.presenter import TodayPresenter
from journal.ui.widgets.labels import Body
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner
from tests.support.rows import SUPPORT, check_in_parts, page_context
from tests.support.windows import button, put_up, words_shown

DAY = date(2026, 11, 22)


class Shown:
    """Remembers what it was told to show."""

    def render_state(self, state):
        self.state = state

    def begin(self):
        pass


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-20T14:30")
    yield journal, clock
    journal.close()


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def shown(day=None, at="2026-11-22T21:04"):
        opened[1].set(at)
        page = TodayPage(page_context(*opened, theme, heard), SUPPORT)
        put_up(qtbot, page, active=True)
        page.entered(day)
        return page

    return shown


def infusion(journal, clock, **levels):
    """A session on Friday at 14:30 with side effects from 15:10 on."""
    session = sessions.begin_session(journal, "ketamine_iv")
    clock.set("2026-11-20T15:10")
    for key, level in levels.items():
        sessions.add_point(journal, session.id, journal.item(key), level)
    return session


def levels(journal, session, key):
    effect = journal.store.sessions.get(session.id).effect(journal.item(key).id)
    return [point.level for point in effect.points] if effect else []


def test_saved_stands_as_soon_as_a_side_effect_is_saved_and_all_beside_is_read_once(opened, theme, heard):
    journal, clock = opened
    infusion(journal, clock, dizziness=2)
    later = LaterRunner()
    view = Shown()
    presenter = TodayPresenter(view, replace(check_in_parts(journal, clock, heard), runner=later))
    journal.listen(presenter.on_changed)
    presenter.on_entered()
    later.work()
    row = view.state.card(SectionKind.STILL_THERE).rows[0]
    presenter.on_answered(row.key, 2.0, State.RATED)
    later.work()
    clock.set("2026-11-20T15:11")
    presenter.on_answered(row.key, 1.0, State.RATED)
    later.jobs.pop(0)()
    assert view.state.saved == "Saved 15:11"
    assert len(later.jobs) == 1
    later.work()
    assert view.state.card(SectionKind.STILL_THERE).rows[0].value == 1.0


def focused():
    return QApplication.focusWidget()


def test_a_side_effect_from_before_is_asked_first_and_a_digit_answers_it(opened, show):
    journal, clock = opened
    session = infusion(journal, clock, dizziness=2, nausea=1)
    page = show()
    card = page.state.card(SectionKind.STILL_THERE)
    assert [row.label for row in card.rows] == [
        "Dizziness since Friday 15:10 – still there?",
        "Nausea since Friday 15:10 – still there?",
    ]
    assert [step.word for step in card.rows[0].steps][:2] == ["gone", "a little"]
    assert focused() is page.form.rows[0]
    QTest.keyClicks(focused(), "1")
    QTest.keyClicks(focused(), "0")
    assert focused().row.key == "nightmares"
    assert (levels(journal, session, "dizziness"), levels(journal, session, "nausea")) == ([2, 1], [1, 0])
    assert page.footer.saved.text() == "Saved 21:04"


def test_an_answer_can_be_taken_back_with_backspace_and_by_undo(opened, show):
    journal, clock = opened
    session = infusion(journal, clock, dizziness=2)
    page = show()
    QTest.keyClicks(focused(), "0")
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert levels(journal, session, "dizziness") == [2]
    assert page.form.rows[0].row.value is None
    QTest.keyClicks(focused(), "3")
    history.undo(journal)
    assert levels(journal, session, "dizziness") == [2]
    assert page.form.rows[0].row.value is None


def test_an_answer_makes_no_entry_and_done_says_that_it_is_saved(opened, show):
    journal, clock = opened
    infusion(journal, clock, dizziness=2)
    page = show()
    QTest.keyClicks(focused(), "0")
    page.footer.done_button.click()
    assert page.ended_view.words == "Saved 21:04"
    assert journal.store.entries.between(DAY, DAY) == []


def test_skip_goes_on_to_the_questions_and_asks_nothing_twice(opened, show):
    journal, clock = opened
    infusion(journal, clock, dizziness=2)
    page = show()
    button(page, "Skip").click()
    assert page.state.card(SectionKind.STILL_THERE) is None
    assert focused().row.key == "nightmares"
    QTest.keyClicks(focused(), "1")
    page.left()
    page.entered()
    assert page.state.card(SectionKind.STILL_THERE) is None
    page.presenter.on_another()
    assert page.state.card(SectionKind.STILL_THERE) is not None


def test_the_arrow_down_leaves_it_as_it_was(opened, show):
    journal, clock = opened
    session = infusion(journal, clock, dizziness=2)
    show()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClicks(focused(), "-")
    assert levels(journal, session, "dizziness") == [2]


def test_just_three_and_an_earlier_day_ask_about_no_side_effect(opened, show):
    journal, clock = opened
    infusion(journal, clock, dizziness=2)
    page = show()
    page.presenter.on_short(short=True)
    assert page.state.card(SectionKind.STILL_THERE) is None
    page.entered(date(2026, 11, 21))
    assert page.state.card(SectionKind.STILL_THERE) is None


def test_three_questions_are_offered_and_end_by_saying_that_it_is_enough(opened, show, heard):
    journal, clock = opened
    journal.put_setting("after_hours", [54])
    infusion(journal, clock)
    page = show()
    assert "Three short questions for now." in words_shown(page.header)
    button(page, "Answer").click()
    assert (page.header.title.text(), len(page.form.rows)) == ("Right now", 3)
    QTest.keyClicks(focused(), "1")
    QTest.keyClicks(focused(), "2")
    QTest.keyClicks(focused(), "3")
    assert page.footer.enough.text() == "Saved. That is enough."
    (entry,) = journal.store.entries.between(DAY, DAY)
    assert entry.kind is EntryKind.AFTER_SESSION
    page.entered()
    assert page.state.offers == ()


def test_not_this_time_takes_the_line_away_and_brings_the_keyboard_to_the_questions(opened, show):
    journal, clock = opened
    journal.put_setting("after_hours", [54])
    infusion(journal, clock)
    page = show()
    button(page, "Not this time").click()
    assert "Three short questions for now." not in words_shown(page)
    assert focused() is page.form.rows[0]
    page.entered()
    assert page.state.offers == ()


def test_the_monthly_look_is_offered_and_every_question_can_be_left(opened, show):
    journal, _clock = opened
    courses.add_course(journal, "esketamine", date(2026, 11, 1))
    page = show()
    button(page, "Answer").click()
    assert page.header.title.text() == "The monthly look"
    assert [row.row.key for row in page.form.rows][:2] == ["urination_pain", "urgency"]
    QTest.keyClicks(focused(), "1")
    page.footer.done_button.click()
    (entry,) = journal.store.entries.between(DAY, DAY)
    assert entry.kind is EntryKind.MONTHLY
    page.entered()
    assert page.state.offers == ()


def test_the_words_of_an_offer_are_whole_at_any_text_size(opened, show, theme):
    courses.add_course(opened[0], "ketamine_iv", date(2026, 10, 1))
    page = show()
    page.resize(760, 860)
    theme.choose_scale(2.0)
    QApplication.processEvents()
    words = page.header.offers.lines[0].findChild(Body)
    high, needed = words.height(), words.heightForWidth(words.width())
    theme.choose_scale(1.0)
    assert high >= needed


def test_one_line_is_offered_at_a_time(opened, show):
    journal, clock = opened
    journal.put_setting("after_hours", [54])
    courses.add_course(journal, "esketamine", date(2026, 11, 1))
    infusion(journal, clock)
    page = show()
    button(page, "Not this time").click()
    assert [offer.words for offer in page.state.offers] == [
        "The monthly look: a few questions about the last four weeks."
    ]
    button(page, "Not this month").click()
    assert page.state.offers == ()


def test_there_is_no_card_of_medicines_without_a_medicine(show):
    page = show()
    assert not page.form.doses.isVisible()


def sertraline(journal):
    medicines.add_medicine(journal, "Sertraline", unit="mg", start=date(2026, 1, 1), dose=50, times=(480,))


def test_a_planned_dose_is_answered_by_a_press_and_taken_back_by_the_same(opened, show):
    journal, _clock = opened
    sertraline(journal)
    page = show()
    assert "Sertraline 50 mg, 08:00" in words_shown(page.form.doses)
    button(page, "Taken later").click()
    (dose,) = intakes.day_doses(journal, DAY).planned
    assert dose.intake.taken == "later"
    assert button(page, "Taken later").isChecked()
    button(page, "Taken later").click()
    (dose,) = intakes.day_doses(journal, DAY).planned
    assert dose.intake is None
    assert not button(page, "Taken later").isChecked()


def test_the_time_of_a_dose_can_be_corrected_and_one_to_come_is_refused(opened, show, heard):
    journal, _clock = opened
    sertraline(journal)
    page = show()
    button(page, "Taken").click()
    (block,) = page.form.doses.blocks
    (line,) = block._times.values()
    for text, shown in (("07:40", "07:40"), ("23:30", "07:40")):
        hour, minute = map(int, text.split(":"))
        line.field.setTime(line.field.time().__class__(hour, minute))
        line.field.editingFinished.emit()
        (dose,) = intakes.day_doses(journal, DAY).planned
        assert dose.intake.at.strftime("%H:%M") == shown
    assert [type(error) for error in heard.errors] == [TimeInFuture]
    page.form.doses.setFocus()
    assert line.field.wall.strftime("%H:%M") == "07:40"


def test_one_as_needed_is_taken_now_each_time_it_is_pressed(opened, show):
    journal, clock = opened
    medicines.add_medicine(journal, "Prazosin", unit="mg", start=date(2026, 1, 1), dose=1, as_needed=True)
    page = show()
    button(page, "Taken now").click()
    clock.forward(5)
    button(page, "Taken now").click()
    (needed,) = intakes.day_doses(journal, DAY).as_needed
    assert [each.at.strftime("%H:%M") for each in needed.intakes] == ["21:04", "21:09"]
    button(page, "Remove").click()
    (needed,) = intakes.day_doses(journal, DAY).as_needed
    assert [each.at.strftime("%H:%M") for each in needed.intakes] == ["21:09"]


def test_an_earlier_day_shows_its_own_doses(opened, show):
    journal, _clock = opened
    sertraline(journal)
    medicine = medicines.medicine(journal, "Sertraline")
    medicines.change_dose(journal, medicine.id, date(2026, 11, 22), dose=100)
    page = show(date(2026, 11, 21))
    assert "Sertraline 50 mg, 08:00" in words_shown(page.form.doses)
    button(page, "Not taken").click()
    (dose,) = intakes.day_doses(journal, date(2026, 11, 21)).planned
    assert (dose.intake.taken, dose.intake.day) == ("not-taken", date(2026, 11, 21))


def test_the_card_says_nothing_of_what_was_not_written_down(opened, show):
    journal, _clock = opened
    sertraline(journal)
    page = show()
    assert words_shown(page.form.doses) == [
        "Medicines", "Sertraline 50 mg, 08:00", "Taken", "Taken later", "Not taken",
    ]  # fmt: skip


def test_every_control_beside_the_questions_has_a_name_and_a_place_for_the_keyboard(opened, show):
    journal, clock = opened
    journal.put_setting("after_hours", [54])
    sertraline(journal)
    infusion(journal, clock, dizziness=2)
    page = show()
    stops = [*page.header.offers.buttons, page.form.skip, *page.form.doses.stops]
    assert all(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in stops)
    assert all(stop.accessibleName() or stop.text() for stop in stops)
    assert all(stop.height() >= 44 for stop in stops)
    assert button(page, "Taken").accessibleName() == "Sertraline 50 mg, 08:00: Taken"


def test_tab_goes_from_the_line_at_the_top_through_the_rows_to_the_medicines_and_the_note(opened, show):
    journal, clock = opened
    journal.put_setting("after_hours", [54])
    sertraline(journal)
    infusion(journal, clock, dizziness=2)
    page = show()
    page.header.offers.buttons[-1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is page.form.rows[0]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is page.form.skip
    page.form.doses.stops[-1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is page.form.note.edit
