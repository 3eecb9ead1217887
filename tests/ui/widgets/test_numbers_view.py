"""A table of numbers: real headers, heard with each number, and wide ones scroll by themselves."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from journal.texts.number_tables import NumbersTable
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.numbers_view import MOST_ROWS, NumbersTables, NumbersView

TABLE = NumbersTable("Each day", ("Day", "Nightmares", "Anxiety"), (("1 Oct", "2", "–"), ("2 Oct", "3", "1")))


def shown(qtbot, *tables):
    made = NumbersTables()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_tables(tables)
    made.show()
    return made


def test_it_has_row_and_column_headers_and_each_number_is_heard_with_both(qtbot, theme):
    made = shown(qtbot, TABLE)
    (view,) = made.views
    QAbstractItemModelTester(view.numbers, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert view.numbers.headerData(1, Qt.Orientation.Horizontal) == "Anxiety"
    assert view.numbers.headerData(0, Qt.Orientation.Vertical) == "1 Oct"
    spoken = view.numbers.data(view.numbers.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2 Oct, Nightmares, 3"
    heard = QAccessible.queryAccessibleInterface(view)
    assert heard.role() is QAccessible.Role.Table
    assert heard.text(QAccessible.Text.Name) == "Each day"


def test_arrows_go_through_it_and_tab_out_of_it(qtbot, theme):
    made = shown(qtbot, TABLE, TABLE)
    one, other = made.views
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    one.setFocus()
    one.setCurrentIndex(one.numbers.index(0, 0))
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert one.currentIndex().row() == 1
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert made.focusWidget() is other


def test_a_long_table_is_no_higher_than_some_rows(qtbot, theme):
    long = NumbersTable("Long", ("Day", "A"), tuple((str(n), "1") for n in range(400)))
    view = NumbersView()
    qtbot.addWidget(view)
    view.show_table(long)
    assert view.height() < (MOST_ROWS + 4) * view.rowHeight(0)


def test_fewer_tables_leave_none_behind(qtbot, theme):
    made = shown(qtbot, TABLE, TABLE)
    made.show_tables((TABLE,))
    assert [view.isVisible() for view in made.views] == [True, False]
    made.show_tables(())
    assert not made.isVisible()


def test_each_column_has_room_for_its_widest_number_also_for_one_far_below(qtbot, theme):
    rows = tuple((f"Day {n}", "1", "2") for n in range(300))
    wide = NumbersTable("Each day", ("Day", "A", "B"), (*rows, ("Last", "a much wider one than all others", "3")))
    made = shown(qtbot, wide)
    (view,) = made.views
    header = view.horizontalHeader()
    for width in (600, 200):
        made.resize(width, 400)
        assert all(header.sectionSize(at) >= view.sizeHintForColumn(at) for at in range(header.count()))
        assert header.sectionSize(0) >= view.fontMetrics().horizontalAdvance(wide.rows[-1][1])


def test_the_sentences_of_a_table_stand_over_it_and_are_heard_with_it(qtbot, theme):
    made = shown(qtbot, replace(TABLE, caption="What is drawn."), TABLE)
    one, other = made.views
    assert [label.text() for label in made.findChildren(Caption) if label.isVisible()].count("What is drawn.") == 1
    assert one.accessibleDescription().startswith("What is drawn.\n")
    assert other.accessibleDescription() == "Arrows go from number to number. Tab goes on."


def test_long_words_begin_where_their_column_begins(qtbot, theme):
    words = "9–12 points (primary care, Blanchard 2023)"
    made = shown(
        qtbot, NumbersTable("Lines", ("Scale", "Line", "n"), (("PCL-5", words, "3"), ("PHQ-9", "cut 10", "2")))
    )
    (view,) = made.views
    role, begins = Qt.ItemDataRole.TextAlignmentRole, Qt.AlignmentFlag.AlignLeading
    sides = [[bool(view.numbers.index(row, at).data(role) & begins) for at in (0, 1)] for row in (0, 1)]
    assert sides == [[True, False], [True, False]]
    heads = [view.numbers.headerData(at, Qt.Orientation.Horizontal, role) for at in (0, 1)]
    assert heads[0] & int(begins)
    assert heads[1] is None
