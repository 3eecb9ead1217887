import sys

import pytest
from PySide6.QtWidgets import QWidget

from journal.ui.capture_protection import CaptureProtection, protection


class System:
    """Keeps which windows are protected, as Windows or macOS would."""

    def __init__(self):
        self.protected = {}

    def __call__(self, window, on):
        self.protected[window] = on
        return True


@pytest.fixture
def system():
    return System()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def made(qapp):
    kept = []

    def make(**given):
        kept.append(CaptureProtection(qapp, **given))
        return kept[-1]

    yield make
    for each in kept:
        each.deleteLater()


def test_every_window_that_stands_is_protected_when_it_is_switched_on(made, system, window):
    capture = made(on=False, protect=system)
    assert not system.protected
    capture.switch(on=True)
    assert system.protected[int(window.winId())]
    capture.switch(on=False)
    assert not system.protected[int(window.winId())]


def test_a_window_that_comes_later_is_protected(qtbot, made, system, window):
    made(on=True, protect=system)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: system.protected.get(int(other.winId())) is True)


def test_while_it_is_off_the_system_is_not_asked(qtbot, made, system, window):
    made(on=False, protect=system)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not system.protected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what this system cannot do")
def test_linux_has_no_such_thing_and_says_so(made):
    assert protection() is None
    assert not made(on=True).possible
