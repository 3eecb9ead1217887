from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journal.app.day_calendar import CalendarDays, DaySummary
from journal.model.calendars import CalendarView, grid_of
from journal.ui.history.calendar_grid import CalendarGrid
from journal.ui.history.calendar_panel import CalendarPanel
from journal.ui.history.calendar_signs import SignPainter
from journal.ui.history.calendar_state import Sign, build_state

DAY = date(2026, 11, 18)


def state(at=DAY, view=CalendarView.MONTH, **counts):
    found = {at: DaySummary(at, **counts)} if counts else {}
    return build_state(CalendarDays(grid_of(at, view, 0), date(2026, 11, 22), found), at)


@pytest.fixture
def grid(qtbot, theme):
    made = CalendarGrid(theme)
    made.tester = QAbstractItemModelTester(made.days, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtbot.addWidget(made)
    made.resize(800, 560)
    made.show_state(state())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def heard(signal):
    found = []
    signal.connect(found.append)
    return found


def chosen(grid):
    return grid.days.cell(grid.place.index).day


def test_the_keyboard_stands_on_the_day_of_the_state(grid):
    assert chosen(grid) == DAY
    grid.show_state(state(date(2026, 12, 1)))
    assert chosen(grid) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("key", "by"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Up, -7), (Qt.Key.Key_Down, 7)]
)
def test_arrows_move_by_a_day_or_a_week(grid, key, by):
    moves = heard(grid.moved)
    QTest.keyClick(grid, key)
    assert moves == [by]


def test_arrows_follow_the_eye_where_reading_runs_from_the_right(grid):
    moves = heard(grid.moved)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert moves == [1, 7]


def test_pages_move_by_a_month(grid):
    steps = heard(grid.stepped)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert steps == [-1, 1]


def test_home_and_end_reach_the_first_and_the_last_day(grid):
    reached = heard(grid.day_reached)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert reached == [date(2026, 11, 1), date(2026, 11, 30)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_opens_the_day(grid, key):
    opened = heard(grid.day_opened)
    QTest.keyClick(grid, key)
    assert opened == [DAY]


def test_a_click_opens_a_day_and_an_empty_place_nothing(grid):
    opened = heard(grid.day_opened)
    for day_index in (grid.days.place(date(2026, 11, 3)), grid.days.index(0, 0)):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(day_index).center())
    assert opened == [date(2026, 11, 3)]


def test_shortcuts_of_the_window_are_left_alone(grid):
    moves = heard(grid.moved)
    QTest.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert moves == []


def test_each_day_is_heard_in_words_as_a_cell_of_its_weekday(grid):
    grid.show_state(state(check_ins=2, load=1.8, sessions=1))
    table = QAccessible.queryAccessibleInterface(grid)
    assert (table.role(), table.text(QAccessible.Text.Name)) == (QAccessible.Role.Table, "Calendar")
    cells = [table.child(place) for place in range(table.childCount())]
    words = [cell.text(QAccessible.Text.Name) for cell in cells]
    told = "Wednesday, 18 November 2026. 2 check-ins. Average symptom rating 1.8 of 4. 1 session"
    assert told in words
    assert "Sunday, 22 November 2026. Today" in words
    assert cells[words.index(told)].role() == QAccessible.Role.Cell
    assert "Wednesday" in words


def test_places_without_a_day_cannot_be_reached(grid):
    assert not grid.days.flags(grid.days.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    grid.setFocus()
    assert chosen(grid) == DAY


@pytest.mark.parametrize(("view", "weeks"), [(CalendarView.WEEK, 1), (CalendarView.TWO_WEEKS, 2)])
def test_a_week_or_two_stand_alone(grid, view, weeks):
    grid.show_state(state(view=view))
    assert grid.days.rowCount() == weeks
    assert chosen(grid) == DAY


def painted(grid, **counts):
    grid.show_state(state(**counts))
    return grid.grab(grid.visualRect(grid.days.place(DAY)).translated(grid.viewport().pos())).toImage()


def test_days_differ_in_shape_for_each_thing_on_them(grid):
    kinds = ("sessions", "doses", "medicine_changes", "questionnaires", "practices", "markers", "notes")
    images = [painted(grid), *(painted(grid, **{kind: 1}) for kind in kinds)]
    images += [painted(grid, check_ins=n) for n in (1, 2, 3, 6, 7)]
    images += [painted(grid, check_ins=1, load=load) for load in (0.0, 1.0, 4.0)]
    assert all(one != other for place, one in enumerate(images) for other in images[:place])


def test_a_day_with_everything_stays_inside_its_cell(grid, theme):
    grid.resize(330, 560)
    everything = DaySummary(DAY, 12, 3.9, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    days = CalendarDays(grid_of(DAY, CalendarView.MONTH, 0), DAY, {DAY: everything})
    grid.show_state(build_state(days, DAY))
    beside = grid.visualRect(grid.days.place(date(2026, 11, 19))).translated(grid.viewport().pos())
    before = grid.grab(beside).toImage()
    grid.show_state(build_state(CalendarDays(days.grid, DAY), DAY))
    assert grid.grab(beside).toImage() == before


def test_no_two_signs_have_one_shape(qapp, theme):
    images = []
    for sign in Sign:
        image = QImage(24, 24, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            SignPainter(theme.tokens).sign(painter, QRectF(4, 4, 16, 16), sign)
        images.append(image.createAlphaMask())
    assert all(one != other for place, one in enumerate(images) for other in images[:place])


def test_the_words_of_the_day_with_the_keyboard_stand_under_the_calendar(qtbot, theme):
    panel = CalendarPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.render_calendar(state(check_ins=1))
    assert panel.title.text() == "November 2026"
    assert panel.told.text() == "Wednesday, 18 November 2026. 1 check-in"
    assert [button.accessibleName() for button in (panel.back, panel.on)] == ["Previous month", "Next month"]
    panel.render_calendar(state(view=CalendarView.WEEK))
    assert panel.this.text() == "This week"


def inked(image, left, right):
    """How many pixels of a part of a cell's width are not those of its card."""
    card = image.pixel(image.width() // 2, image.height() - 12)
    across = range(round(left * image.width()), round(right * image.width()))
    return sum(image.pixel(x, y) != card for x in across for y in range(8, image.height() // 2))


def test_a_cell_is_mirrored_where_reading_runs_from_the_right(grid):
    usual = painted(grid)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = painted(grid)
    assert inked(usual, 0.05, 0.4) > 0 == inked(usual, 0.6, 0.95)
    assert inked(mirrored, 0.6, 0.95) > 0 == inked(mirrored, 0.05, 0.4)


def test_no_day_has_the_focus_on_a_page_that_is_not_shown(grid):
    """As a screen reader is told: Qt calls the current place focused, whatever has the keyboard."""
    grid.hide()
    assert not grid.currentIndex().isValid()
    grid.show_state(state(date(2026, 12, 1)))
    assert not grid.currentIndex().isValid()
    grid.show()
    assert chosen(grid) == date(2026, 12, 1)
