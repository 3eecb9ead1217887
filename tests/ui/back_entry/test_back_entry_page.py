"""A week typed in from paper, on a real journal."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from journal.app.check_ins import log
from journal.model.entries import State
from journal.ui.back_entry.page import BackEntryPage
from journal.ui.back_entry.state import Direction
from tests.support.journals import make_journal
from tests.support.rows import page_context
from tests.support.windows import put_up, words_shown


@pytest.fixture
def opened(tmp_path):
    """Thursday evening, with an entry of Tuesday."""
    journal, clock = make_journal(tmp_path / "journal")
    log(journal, {"nightmares": 2.0}, at=datetime.combine(journal.today() - timedelta(days=2), time(20)))
    yield journal, clock
    journal.close()


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made():
        page = BackEntryPage(page_context(*opened, theme, heard))
        put_up(qtbot, page, 984, 800, active=True)
        page.entered()
        return page

    return made


def values(journal, days_ago):
    day = journal.today() - timedelta(days=days_ago)
    keys = {item.id: item.key for item in journal.items()}
    return {
        keys[rating.item_id]: rating.value if rating.state is State.RATED else rating.state
        for entry in journal.store.entries.between(day, day)
        for rating in entry.ratings
    }


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.table, key)


def row_of(page, key):
    return next(number for number, row in enumerate(page.state.rows) if row.key == key)


def put_keyboard(page, key, column):
    page.table.setCurrentIndex(page.table.days.index(row_of(page, key), column))


def test_digits_fill_a_cell_and_move_down(show, journal):
    page = show()
    press(page, "2", "3")
    assert values(journal, 3) == {"nightmares": 2.0, "sleep_trouble": 3.0}
    assert page.state.at == (row_of(page, "hours_slept"), 0)


def test_or_across_to_the_next_day_that_is_open(show, journal):
    page = show()
    page.directions[Direction.RIGHT].click()
    press(page, "2", "1")
    assert (values(journal, 3), values(journal, 1)) == ({"nightmares": 2.0}, {"nightmares": 1.0})
    assert values(journal, 2) == {"nightmares": 2.0}  # Tuesday was logged before
    assert show().state.direction is Direction.RIGHT


def test_a_number_of_several_digits_waits_for_enter(show, journal):
    page = show()
    put_keyboard(page, "hours_slept", 0)
    press(page, "6", ",", "5")
    assert values(journal, 3) == {}
    press(page, Qt.Key.Key_Return)
    assert values(journal, 3) == {"hours_slept": 6.5}


def test_arrows_move_past_headings_and_minus_and_backspace_work(show, journal):
    page = show()
    put_keyboard(page, "hours_slept", 0)
    press(page, Qt.Key.Key_Down)
    assert page.state.rows[page.state.at[0]].key == "flashbacks"
    press(page, "-")
    assert values(journal, 3) == {"flashbacks": State.NOT_APPLICABLE}
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert values(journal, 3) == {}


def test_a_day_with_entries_is_only_read_and_can_be_opened(show, journal, heard):
    page = show()
    put_keyboard(page, "nightmares", 1)
    press(page, "0", Qt.Key.Key_Backspace)
    assert values(journal, 2) == {"nightmares": 2.0}
    assert "This day has entries already. They are shown as they are." in words_shown(page)
    page.foot.open.click()
    assert heard.went == ["history"]


def test_today_is_entered_on_its_own_page_and_later_days_cannot_be_reached(show, heard):
    page = show()
    put_keyboard(page, "nightmares", 3)
    press(page, Qt.Key.Key_Return)
    assert heard.went == ["today"]
    press(page, Qt.Key.Key_Right)
    assert page.state.at[1] == 3


def test_a_note_belongs_to_the_day_of_the_keyboard(show, journal):
    page = show()
    page.foot.note.setText("rain all day")
    put_keyboard(page, "nightmares", 2)
    day = journal.today() - timedelta(days=3)
    assert [entry.note for entry in journal.store.entries.between(day, day)] == ["rain all day"]
    assert page.foot.note.text() == ""
    put_keyboard(page, "nightmares", 0)
    assert page.foot.note.text() == "rain all day"


def test_undo_takes_back_one_cell(show, journal):
    page = show()
    press(page, "2", "3")
    page.undo.click()
    assert values(journal, 3) == {"nightmares": 2.0}
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert values(journal, 3) == {}
    assert page.table.days.cell(page.table.days.index(row_of(page, "nightmares"), 0)).text == ""


def test_undo_takes_back_nothing_that_was_done_elsewhere(show, journal):
    page = show()
    assert not page.undo.isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert values(journal, 2) == {"nightmares": 2.0}


def test_what_is_half_typed_is_saved_when_the_journal_closes_and_gone_on_with(show, journal):
    page = show()
    put_keyboard(page, "hours_slept", 0)
    press(page, "7")
    page.left()
    assert values(journal, 3) == {"hours_slept": 7.0}
    again = show()
    assert again.state.days[0].open
    again.done.click()
    assert not show().state.days[0].open


def test_a_key_beside_the_scale_is_said(show, heard, journal):
    page = show()
    press(page, "7")
    assert heard.said[-1] == "7 is not on this scale."
    assert values(journal, 3) == {}


def test_every_step_is_told_once(show, heard):
    page = show()
    press(page, "2")
    assert heard.said == ["Nightmares, 2, moderately"]


def test_every_cell_has_a_name_with_its_value_in_a_table(show):
    page = show()
    press(page, "2")
    table = QAccessible.queryAccessibleInterface(page.table)
    assert table.role() == QAccessible.Role.Table
    spoken = page.table.days.data(
        page.table.days.index(row_of(page, "nightmares"), 0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert spoken == "Nightmares, Monday 26 October: 2, moderately"
    heads = page.table.days.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert heads == "Tuesday 27 October. This day has entries already. They are shown as they are."


def test_weeks_before_can_be_shown_but_none_that_is_still_to_come(show):
    page = show()
    assert not page.later.isEnabled()
    page.earlier.click()
    assert page.later.isEnabled()
    assert page.state.days[0].day.isoformat() == "2026-10-19"


def test_an_arrow_saves_what_is_half_typed_and_goes_where_it_points(show, journal, heard):
    page = show()
    put_keyboard(page, "hours_slept", 0)
    press(page, "6", Qt.Key.Key_Down)
    assert values(journal, 3) == {"hours_slept": 6.0}
    assert page.state.rows[page.state.at[0]].key == "flashbacks"
    assert page.table.place.index.row() == page.state.at[0]
    assert heard.said == ["Hours slept, 6"]
    press(page, "2")
    assert values(journal, 3) == {"hours_slept": 6.0, "flashbacks": 2.0}


def test_a_journal_that_cannot_save_shows_what_is_really_there(show, journal, heard, monkeypatch):
    from journal.app import week_entries

    page = show()

    def fails(*_given):
        raise OSError("no room")

    monkeypatch.setattr(week_entries, "put_answer", fails)
    press(page, "2")
    assert isinstance(heard.errors[-1], OSError)
    assert page.table.days.cell(page.table.days.index(row_of(page, "nightmares"), 0)).text == ""
    assert page.state.saved == ""
