import pytest
from PySide6.QtWidgets import QWidget

from journal.ui.standing import VARIABLE, Standing, hand_on, standing_of, taken_over


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    monkeypatch.setenv(VARIABLE, "")


@pytest.mark.parametrize("standing", list(Standing))
def test_what_is_handed_on_is_taken_over_once(standing):
    hand_on(standing)
    assert taken_over() is standing
    assert taken_over() is Standing.FRONT


def test_what_nobody_here_said_counts_for_nothing(monkeypatch):
    monkeypatch.setenv(VARIABLE, "upside down")
    assert taken_over() is Standing.FRONT


def test_a_window_stands_in_front_behind_or_minimised(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert standing_of(window) is Standing.BEHIND
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert standing_of(window) is Standing.FRONT
    window.showMinimized()
    assert standing_of(window) is Standing.MINIMISED
