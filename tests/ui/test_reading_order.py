"""A screen reader comes to the questions of Today in the order of the Tab key, which is the order that is seen."""

from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from journal.ui.widgets.reading_order import read_in_order
from tests.support.accessible_audit import tree
from tests.support.every_dialog import every_dialog
from tests.support.every_page import every_page, scenes, show, unlock, whole_program
from tests.support.page_audits import focus_stops, named


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.window.resize(1280, 900)
        yield made


def test_today_is_read_from_top_to_bottom_as_tab_goes(program):
    unlock(program)
    (today,) = [scene for scene in scenes(program.running.session.opened) if scene.name == "today"]
    page = show(program, today)
    rows = [row.focus_target() for row in page.form.rows]
    read = [node.object() for node in tree(page) if node.object() in rows]
    assert read == rows
    tops = [row.mapTo(page, QPoint()).y() for row in rows if row in read]
    columns = {row.mapTo(page, QPoint()).x() for row in rows}
    assert len(columns) > 1 or tops == sorted(tops)


def test_what_is_made_late_is_read_where_it_stands_and_what_floats_stays_above(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    last, floating, first = QLabel("last"), QLabel("over", page), QLabel("first")
    column.addWidget(last)
    column.insertWidget(0, first)
    read_in_order(page)
    assert [child for child in page.children() if isinstance(child, QWidget)] == [first, last, floating]


def first_apart(page):
    """Where the order of reading leaves that of the Tab key, which goes round; nothing where it does not."""
    stops = focus_stops(page)
    read = list(dict.fromkeys(node.object() for node in tree(page) if node.object() in stops))
    tabbed = [stop for stop in stops if stop in read]
    begin = tabbed.index(read[0]) if read else 0
    pairs = zip(read, [*tabbed[begin:], *tabbed[:begin]], strict=True)
    return next((f"{named(one)}, not {named(other)}" for one, other in pairs if one is not other), "")


def apart(program):
    """The pages and dialogs that are not read as Tab goes, each with the place."""
    shown = chain(every_page(program), every_dialog(program))
    return [(name, where) for name, page in shown if (where := first_apart(page))]


def test_every_page_is_read_in_the_order_of_the_tab_key(program):
    assert apart(program) == []


def test_it_is_so_in_large_text_in_a_small_window_where_parts_stand_elsewhere(program):
    program.running.theme.choose_scale(2.0)
    program.window.resize(1024, 700)
    assert apart(program) == []
