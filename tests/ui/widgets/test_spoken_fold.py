"""A button that unfolds a part of a page says so, and whether the part is open."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QPushButton

from journal.ui.session.fold import FoldButton
from journal.ui.widgets.spoken_fold import say_unfolded, speak_as_fold
from tests.support.accessible_audit import name_of


@pytest.fixture
def fold(qtbot):
    button = QPushButton("Salt && pepper")
    button.setCheckable(True)
    speak_as_fold(button)
    button.toggled.connect(lambda on: say_unfolded(button, opened=on))
    qtbot.addWidget(button)
    button.show()
    return button


def heard(button):
    return QAccessible.queryAccessibleInterface(button)


def folding(button):
    state = heard(button).state()
    return bool(state.expandable), bool(state.expanded), bool(state.collapsed)


def test_it_is_a_button_and_no_check_box(fold):
    assert heard(fold).role() == QAccessible.Role.Button
    assert not heard(fold).state().checkable
    assert heard(fold).state().focusable
    assert name_of(heard(fold)) == "Salt & pepper"


def test_it_says_whether_its_part_is_open(fold):
    assert folding(fold) == (True, False, True)
    fold.click()
    assert folding(fold) == (True, True, False)
    assert heard(fold).text(QAccessible.Text.Description) == "open, press to close"


def test_it_is_pressed_by_its_accessible_action(qtbot, fold):
    heard(fold).actionInterface().doAction(QAccessibleActionInterface.pressAction())
    qtbot.waitUntil(fold.isChecked)
    assert folding(fold) == (True, True, False)


def test_a_button_that_was_asked_before_is_known_for_what_it_is(qtbot):
    button = QPushButton("More")
    qtbot.addWidget(button)
    assert not heard(button).state().expandable
    QAccessible.setActive(True)
    try:
        speak_as_fold(button)
        assert folding(button) == (True, False, True)
    finally:
        QAccessible.setActive(False)


def test_the_folds_of_a_session_say_it_too(qtbot, theme):
    button = FoldButton("Before it")
    qtbot.addWidget(button)
    button.show_open(opened=True)
    assert folding(button) == (True, True, False)
