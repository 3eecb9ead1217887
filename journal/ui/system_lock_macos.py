"""Sleep and screen lock on macOS, by its C interfaces.

The lock comes as the distributed notification com.apple.screenIsLocked, which is not documented by Apple but
has been sent since 10.7; sleep comes from IOKit (IORegisterForSystemPower), which waits for our answer.
Not run here: the tests run on Linux and call what macOS would call.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QObject

from journal.ui.system_lock import SystemLock

CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
IO_KIT = "/System/Library/Frameworks/IOKit.framework/IOKit"
SCREEN_LOCKED = b"com.apple.screenIsLocked"
UTF8 = 0x08000100
DELIVER_AT_ONCE = 4
CAN_SLEEP, WILL_SLEEP = 0xE0000270, 0xE0000280

OnNotification = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)
OnPower = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p)


class MacSystemLock(SystemLock):
    """Its callbacks come on the main thread, whose run loop Qt runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root_port = 0
        self._io_kit: Any = None
        # Kept as long as this object: C holds only their addresses.
        self._on_locked, self._on_power = OnNotification(self._hear_lock), OnPower(self._hear_power)

    def start(self) -> None:
        """Listen to both."""
        if sys.platform == "darwin":
            foundation, self._io_kit = ctypes.CDLL(CORE_FOUNDATION), ctypes.CDLL(IO_KIT)
            self._listen_to_lock(foundation)
            self._listen_to_sleep(foundation, self._io_kit)

    def _listen_to_lock(self, foundation: Any) -> None:
        foundation.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
        foundation.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
        pointer = ctypes.c_void_p
        foundation.CFNotificationCenterAddObserver.argtypes = (
            pointer,
            pointer,
            OnNotification,
            pointer,
            pointer,
            ctypes.c_long,
        )
        name = foundation.CFStringCreateWithCString(None, SCREEN_LOCKED, UTF8)
        centre = foundation.CFNotificationCenterGetDistributedCenter()
        foundation.CFNotificationCenterAddObserver(centre, None, self._on_locked, name, None, DELIVER_AT_ONCE)

    def _listen_to_sleep(self, foundation: Any, io_kit: Any) -> None:
        port, notifier = ctypes.c_void_p(), ctypes.c_uint32()
        io_kit.IORegisterForSystemPower.restype = ctypes.c_uint32
        self._root_port = io_kit.IORegisterForSystemPower(
            None, ctypes.byref(port), self._on_power, ctypes.byref(notifier)
        )
        if not self._root_port:
            return
        foundation.CFRunLoopGetMain.restype = ctypes.c_void_p
        io_kit.IONotificationPortGetRunLoopSource.restype = ctypes.c_void_p
        io_kit.IONotificationPortGetRunLoopSource.argtypes = (ctypes.c_void_p,)
        foundation.CFRunLoopAddSource.argtypes = (ctypes.c_void_p,) * 3
        modes = ctypes.c_void_p.in_dll(foundation, "kCFRunLoopCommonModes")
        source = io_kit.IONotificationPortGetRunLoopSource(port)
        foundation.CFRunLoopAddSource(foundation.CFRunLoopGetMain(), source, modes)

    def _hear_lock(self, *_told: object) -> None:
        self.away.emit()

    def _hear_power(self, _context: object, _service: int, kind: int, answer: int | None) -> None:
        """Close before the sleep, then let it come; macOS waits up to thirty seconds."""
        try:
            if kind == WILL_SLEEP:
                self.away.emit()
        finally:
            if kind in (CAN_SLEEP, WILL_SLEEP) and self._io_kit is not None:
                self._io_kit.IOAllowPowerChange(self._root_port, ctypes.c_long(answer or 0))
