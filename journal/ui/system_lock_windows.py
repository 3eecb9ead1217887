"""Sleep and screen lock on Windows: window messages, which Windows sends to the main window once asked.

Written from Microsoft's reference (WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE, WM_POWERBROADCAST).
Not run here: the tests run on Linux and give it messages made by hand. Windows waits about two seconds for
an answer to the message of a coming sleep, which is as long as a close may take.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from journal.ui.system_lock import SystemLock

POWER_BROADCAST, ABOUT_TO_SLEEP = 0x0218, 0x0004
SESSION_CHANGE, SESSION_LOCKED = 0x02B1, 0x0007
THIS_SESSION = 0
WINDOWS_MESSAGES = b"windows_generic_MSG"


class Message(ctypes.Structure):
    """The MSG of winuser.h, down to what is needed."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("first", ctypes.c_size_t),
        ("second", ctypes.c_ssize_t),
    )


class WindowsSystemLock(SystemLock):
    """Listens through the main window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._filter = window, _MessageFilter(self)

    def start(self) -> None:
        """Ask Windows to tell the window of locks; it tells of sleep unasked."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(self._window.winId()), THIS_SESSION)

    def stop(self) -> None:
        """Ask to be told no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.CDLL("wtsapi32").WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window.winId()))


class _MessageFilter(QAbstractNativeEventFilter):
    """Hears every message and keeps none from the window."""

    def __init__(self, lock: WindowsSystemLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview[int], message: int) -> Any:
        """Tell of a lock and of a coming sleep. `message` is the address of a MSG."""
        if QByteArray(kind).data() == WINDOWS_MESSAGES and says_away(Message.from_address(int(message))):
            self._lock.away.emit()
        return False, 0


def says_away(message: Message) -> bool:
    """Whether this message says that the session was locked or that the computer goes to sleep."""
    return (message.number, message.first) in ((SESSION_CHANGE, SESSION_LOCKED), (POWER_BROADCAST, ABOUT_TO_SLEEP))
