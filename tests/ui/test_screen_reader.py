"""Every page as Qt hands it to a screen reader: named, with a role, told apart, the keyboard always somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.support.accessible_audit import stumbles
from tests.support.every_page import every_page, whole_program
from tests.support.page_audits import focus_stops, named


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.window.resize(1280, 900)
        yield made


def test_every_control_has_a_name_and_a_role_and_is_told_from_its_neighbours(program):
    assert [f"{name}: {what}" for name, page in every_page(program) for what in stumbles(page)] == []


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
    for name, page in every_page(program):
        here = program.window.focusWidget()
        if here is None or not here.isVisibleTo(program.window) or not (page is here or page.isAncestorOf(here)):
            lost.append(f"{name}: {named(here) if here is not None else 'nothing'}")
        if not focus_stops(page):
            lost.append(f"{name}: no stops")
    assert lost == []
