"""Watches a screen from outside, as a person does: when a program's window is there, and when it is painted.

Straight from Xlib, so that looking costs little and any program can be looked at, whatever it is made with.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import subprocess
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

ON_THE_SCREEN = {"QT_QPA_PLATFORM": "xcb"}
"""For a program that is to be seen, also where tests run without a screen."""

SMALLEST_WINDOW = (300, 200)
"""Smaller ones are not a program's window: tooltips, helpers of the toolkit."""

COLOURS_OF_A_PICTURE = 6
"""A window that is only filled has one or two; words alone bring more, by their soft edges."""

PATIENCE_S = 60.0
LOOK_EVERY_S = 0.002
QUIET_S = 1.5
"""A picture that did not change for so long is done."""

_SUBSTRUCTURE_NOTIFY, _MAP_NOTIFY, _Z_PIXMAP, _ALL_PLANES = 1 << 19, 19, 2, 0xFFFFFFFF
_SHIFT = "Shift_L"


class _Attributes(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("rest", ctypes.c_char * 256),
    )


class _MapEvent(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
    )


class _Event(ctypes.Union):
    _fields_ = (("map", _MapEvent), ("pad", ctypes.c_long * 24))


class _Image(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.c_void_p),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


@dataclass
class Shown:
    """A program whose window is on the screen; times in ms since it was started."""

    process: subprocess.Popen[bytes]
    window: int
    begun_s: float
    mapped_ms: float
    painted_ms: float


class Screen:
    """One connection to the display."""

    def __init__(self) -> None:
        self.x, self.test = (ctypes.CDLL(ctypes.util.find_library(name)) for name in ("X11", "Xtst"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XGetImage.restype = ctypes.POINTER(_Image)
        self.x.XStringToKeysym.restype = ctypes.c_ulong
        self._handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self._handler)  # a window may go while it is looked at
        opened = self.x.XOpenDisplay(None)
        if not opened:
            raise RuntimeError("there is no display here")
        self.display = ctypes.c_void_p(opened)
        root = self.x.XDefaultRootWindow(self.display)
        self.x.XSelectInput(self.display, ctypes.c_ulong(root), ctypes.c_long(_SUBSTRUCTURE_NOTIFY))
        self.x.XSync(self.display, 1)

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> Shown:
        """Start a program and wait until its window is painted. Raises RuntimeError."""
        self.x.XSync(self.display, 1)
        begun = time.perf_counter()
        process = subprocess.Popen(
            [*command], env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            window = self._mapped(begun, process)
            mapped = time.perf_counter()
            while len(set(self.picture(window)[1])) < COLOURS_OF_A_PICTURE:
                _still_waiting(begun, process)
        except RuntimeError:
            process.kill()
            process.wait()
            raise
        painted = time.perf_counter()
        return Shown(process, window, begun, (mapped - begun) * 1000, (painted - begun) * 1000)

    def _mapped(self, begun: float, process: subprocess.Popen[bytes]) -> int:
        event = _Event()
        while True:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                if event.map.type == _MAP_NOTIFY and self._is_large(event.map.window):
                    return int(event.map.window)
            _still_waiting(begun, process)

    def _is_large(self, window: int) -> bool:
        width, height = self.size(window)
        return width >= SMALLEST_WINDOW[0] and height >= SMALLEST_WINDOW[1]

    def size(self, window: int) -> tuple[int, int]:
        """Width and height in pixels; 0, 0 for a window that went."""
        found = _Attributes()
        if not self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(found)):
            return 0, 0
        return found.width, found.height

    def picture(self, window: int) -> tuple[int, memoryview]:
        """A checksum of what the window shows, and its pixels."""
        width, height = self.size(window)
        image = self.x.XGetImage(
            *(self.display, ctypes.c_ulong(window), 0, 0, width, height, ctypes.c_ulong(_ALL_PLANES), _Z_PIXMAP)
        )
        if not image:
            return 0, memoryview(b"").cast("B").cast("I")
        length = image.contents.bytes_per_line * image.contents.height
        raw = ctypes.string_at(image.contents.data, length)
        self.x.XDestroyImage(image)
        return zlib.adler32(raw), memoryview(raw).cast("I")

    def press(self, *keys: str) -> None:
        """Press keys together, by their X names ("Control_L", "3"), and let them go."""
        codes = [self.x.XKeysymToKeycode(self.display, ctypes.c_ulong(self._symbol(key))) for key in keys]
        for code in codes:
            self.test.XTestFakeKeyEvent(self.display, code, 1, 0)
        for code in reversed(codes):
            self.test.XTestFakeKeyEvent(self.display, code, 0, 0)
        self.x.XFlush(self.display)

    def _symbol(self, key: str) -> int:
        return int(self.x.XStringToKeysym(key.encode()))

    def write(self, text: str) -> None:
        """Type small letters and spaces."""
        for letter in text:
            self.press("space" if letter == " " else letter)

    def focus(self, window: int) -> None:
        """Give a window the keyboard, as a window manager would."""
        self.x.XSetInputFocus(self.display, ctypes.c_ulong(window), 1, 0)
        self.x.XSync(self.display, 0)

    def last_change_ms(self, window: int, since_s: float, at_least_s: float = 0.0) -> float:
        """When the picture changed last, in ms after `since_s`, once it has been still for a while."""
        before, changed = self.picture(window)[0], time.perf_counter()
        while (now := time.perf_counter()) - changed < QUIET_S or now - since_s < at_least_s:
            if now - since_s > PATIENCE_S:
                raise RuntimeError("the picture never came to rest")
            time.sleep(LOOK_EVERY_S)
            here = self.picture(window)[0]
            if here != before:
                before, changed = here, time.perf_counter()
        return (changed - since_s) * 1000


@contextmanager
def shown(screen: Screen, command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Shown]:
    """A program on the screen, ended afterwards."""
    program = screen.start(command, environment)
    try:
        yield program
    finally:
        program.process.kill()
        program.process.wait()


def display_named() -> bool:
    """Whether there is a screen to look at."""
    return bool(os.environ.get("DISPLAY"))


def _still_waiting(begun: float, process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        raise RuntimeError(f"the program ended ({process.returncode}) before its window was there")
    if time.perf_counter() - begun > PATIENCE_S:
        raise RuntimeError("no window came")
    time.sleep(LOOK_EVERY_S)
