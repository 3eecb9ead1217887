"""The calendar in words: a table of its days, opened where the charts' tables are, with the same key."""

from datetime import date, datetime

from journal.app import check_ins
from journal.app.day_calendar import calendar_days
from journal.ui.history.calendar_panel import CalendarPanel
from journal.ui.history.calendar_state import COUNTS, build_state
from journal.ui.history.calendar_table import calendar_tables
from journal.ui.widgets.in_words import switch_words
from tests.support.journals import make_journal

DAY = date(2026, 10, 29)


def state_of(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    check_ins.log(journal, {"flashbacks": 2}, at=datetime(2026, 10, 28, 21))
    state = build_state(calendar_days(journal, DAY), DAY)
    journal.close()
    return state


def test_a_row_holds_what_the_calendar_draws_of_a_day(tmp_path):
    state = state_of(tmp_path)
    (table,) = calendar_tables(state)
    cells = [cell for week in state.weeks for cell in week if cell is not None]
    assert len(table.rows) == len(cells)
    for cell, row in zip(cells, table.rows, strict=True):
        if cell.summary is None:
            assert set(row[1:]) == {"–"}
        else:
            assert row[1] == str(cell.check_ins)
            assert row[2] == (cell.load_text or "–")
            assert row[3:] == tuple(str(count(cell.summary)) for count in COUNTS.values())


def test_the_key_opens_the_table_in_place_of_the_grid_and_closes_it(qtbot, theme, tmp_path):
    panel = CalendarPanel(theme)
    qtbot.addWidget(panel)
    panel.show()
    panel.render_calendar(state_of(tmp_path))
    switch_words(panel)
    (view,) = panel.numbers.views
    assert view.isVisible()
    assert not panel.grid.isVisible()
    assert view.accessibleName() == "October 2026"
    switch_words(panel)
    assert panel.grid.isVisible()
    assert not panel.numbers.isVisible()
    assert "29 October" in panel.told.text()
