import pytest
from PySide6.QtWidgets import QWidget

from journal.ui.standing import Standing, read_standing, standing_of


@pytest.mark.parametrize("standing", list(Standing))
def test_what_is_told_is_read_back(standing):
    assert read_standing(str(standing)) is standing


@pytest.mark.parametrize("told", ["", "upside down"])
def test_what_nobody_here_said_counts_for_nothing(told):
    assert read_standing(told) is Standing.FRONT


def test_a_window_stands_in_front_behind_or_minimised(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: standing_of(window) is Standing.BEHIND)  # once the window of another test is gone
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert standing_of(window) is Standing.FRONT
    window.showMinimized()
    assert standing_of(window) is Standing.MINIMISED
