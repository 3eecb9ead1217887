"""What can be tried of Windows and macOS on another system: what their messages mean to the program."""

import ctypes

import pytest
from PySide6.QtWidgets import QWidget

from journal.ui.system_lock_macos import CAN_SLEEP, WILL_SLEEP, MacSystemLock
from journal.ui.system_lock_windows import WINDOWS_MESSAGES, Message, WindowsSystemLock


def heard(lock):
    told = []
    lock.away.connect(lambda: told.append(True))
    return told


@pytest.mark.parametrize(
    ("number", "first", "away"),
    [(0x02B1, 7, True), (0x02B1, 8, False), (0x0218, 4, True), (0x0218, 7, False), (0x0100, 7, False)],
)
def test_a_message_of_windows_is_understood(qtbot, number, first, away):
    window = QWidget()
    qtbot.addWidget(window)
    lock = WindowsSystemLock(window)
    told = heard(lock)
    message = Message(None, number, first, 0)
    assert lock._filter.nativeEventFilter(WINDOWS_MESSAGES, ctypes.addressof(message)) == (False, 0)
    assert bool(told) is away


def test_a_lock_of_a_mac_is_told(qtbot):
    lock = MacSystemLock()
    told = heard(lock)
    lock._on_locked(None, None, None, None, None)
    assert told


@pytest.mark.parametrize(("kind", "away"), [(WILL_SLEEP, True), (CAN_SLEEP, False), (0xE0000300, False)])
def test_a_mac_may_sleep_once_the_journal_is_closed(qtbot, kind, away):
    class Kit:
        allowed = 0

        def IOAllowPowerChange(self, _port, _answer):  # noqa: N802 Apple's name
            self.allowed += 1

    lock = MacSystemLock()
    lock._io_kit = kit = Kit()
    seen = []
    lock.away.connect(lambda: seen.append(kit.allowed))
    lock._on_power(None, 0, kind, None)
    assert seen == ([0] if away else [])
    assert kit.allowed == (kind in (WILL_SLEEP, CAN_SLEEP))
