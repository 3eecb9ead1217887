"""Every page as Qt hands it to a screen reader: named, with a role, told apart, the keyboard always somewhere."""

from __future__ import annotations

from itertools import chain

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.support.accessible_audit import stumbles
from tests.support.every_dialog import every_dialog, every_menu
from tests.support.every_page import every_page, whole_program
from tests.support.page_audits import focus_stops, named


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.window.resize(1280, 900)
        yield made


def everything(program):
    """Every page, then every dialog and every menu."""
    return chain(every_page(program), every_dialog(program), every_menu(program))


def test_every_control_has_a_name_and_a_role_and_is_told_from_its_neighbours(program):
    assert [f"{name}: {what}" for name, page in everything(program) for what in stumbles(page)] == []


def test_it_has_so_in_large_text_in_a_small_window_where_other_controls_stand_too(program):
    program.running.theme.choose_scale(2.0)
    program.window.resize(1024, 700)
    assert [f"{name}: {what}" for name, page in everything(program) for what in stumbles(page)] == []


def test_the_audit_finds_a_control_without_a_name(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in (QLineEdit(), QPushButton("Go"), QPushButton("Go")):
        column.addWidget(part)
    page.show()
    assert len(stumbles(page)) == 2


def test_a_page_that_opens_has_the_keyboard_on_one_of_its_stops(program):
    lost = []
    for name, page in chain(every_page(program), every_dialog(program)):
        window = page.window()
        here = window.focusWidget()
        if here is None or not here.isVisibleTo(window) or not (page is here or page.isAncestorOf(here)):
            lost.append(f"{name}: {named(here) if here is not None else 'nothing'}")
        if not focus_stops(page):
            lost.append(f"{name}: no stops")
    assert lost == []
