"""Keeps the windows out of pictures and recordings of the screen, where the system can.

Windows: SetWindowDisplayAffinity with WDA_EXCLUDEFROMCAPTURE (since Windows 10 version 2004), before that
WDA_MONITOR, which shows a black surface. macOS: NSWindow's sharingType none, which recordings by
ScreenCaptureKit of macOS 15 and later no longer heed. Linux has no such thing.
Not run here on either: the tests run on Linux and look at what would be called.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

SHOWN, SHOWN_ON_MONITORS, LEFT_OUT = 0x00, 0x01, 0x11
SHARED_NOT, SHARED_READ_ONLY = 0, 1

Protect = Callable[[int, bool], bool]
"""Protects the window of this number, or protects it no more; says whether the system did so."""


def protection() -> Protect | None:
    """How this system protects a window; None where it cannot."""
    if sys.platform == "win32":
        return protect_on_windows
    return protect_on_macos if sys.platform == "darwin" else None


class CaptureProtection(QObject):
    """Protects every window that gets the keyboard, while it is on. Lists that open over a window are not covered."""

    def __init__(self, app: QGuiApplication, *, on: bool, protect: Protect | None = None) -> None:
        super().__init__(app)
        self._on, self._protect = on, protect or protection()
        app.focusWindowChanged.connect(self._on_focus)
        if on:
            self._apply()

    @property
    def possible(self) -> bool:
        """Whether this system can do it."""
        return self._protect is not None

    def switch(self, *, on: bool) -> None:
        """Protect from now on, or no more."""
        self._on = on
        self._apply()

    def _apply(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._cover(window)

    def _on_focus(self, window: QWindow | None) -> None:
        if self._on and window is not None:
            self._cover(window)

    def _cover(self, window: QWindow) -> None:
        # A hidden window is covered when it gets the keyboard; asking for its number might make it.
        if self._protect is not None and window.isVisible():
            self._protect(int(window.winId()), self._on)


def protect_on_windows(window: int, on: bool) -> bool:
    """By its handle."""
    import ctypes

    affinity = ctypes.CDLL("user32").SetWindowDisplayAffinity
    affinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    if not on:
        return bool(affinity(window, SHOWN))
    return bool(affinity(window, LEFT_OUT)) or bool(affinity(window, SHOWN_ON_MONITORS))


def protect_on_macos(view: int, on: bool) -> bool:
    """By its NSView, whose window is asked for first."""
    import ctypes
    import ctypes.util

    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    pointer = ctypes.c_void_p
    objc.sel_registerName.restype, objc.sel_registerName.argtypes = pointer, (ctypes.c_char_p,)
    ask = ctypes.CFUNCTYPE(pointer, pointer, pointer)(("objc_msgSend", objc))
    tell = ctypes.CFUNCTYPE(None, pointer, pointer, ctypes.c_ulong)(("objc_msgSend", objc))
    window = ask(view, objc.sel_registerName(b"window"))
    if window:
        tell(window, objc.sel_registerName(b"setSharingType:"), SHARED_NOT if on else SHARED_READ_ONLY)
    return bool(window)
