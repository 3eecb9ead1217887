"""Whether sticky keys are on: Shift is then pressed by itself in order to write a capital letter."""

from __future__ import annotations

import configparser
import ctypes
import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

USE_CORE_KEYBOARD = 0x100
STICKY_KEYS_MASK = 1 << 3
ENABLED_MASK = 1 << 31
ANSWER_WITHIN_S = 0.5


def sticky_keys_on() -> bool:
    """Ask the system now. Where it can't be asked the answer is no."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    return _x11() or _gnome() or _kde()


class _XkbMods(ctypes.Structure):
    """XkbModsRec of X11/extensions/XKBstr.h."""

    _fields_ = (("mask", ctypes.c_ubyte), ("real_mods", ctypes.c_ubyte), ("vmods", ctypes.c_ushort))


class _XkbControls(ctypes.Structure):
    """The beginning of XkbControlsRec, down to the word that is needed."""

    _fields_ = (
        ("mk_dflt_btn", ctypes.c_ubyte),
        ("num_groups", ctypes.c_ubyte),
        ("groups_wrap", ctypes.c_ubyte),
        ("internal", _XkbMods),
        ("ignore_lock", _XkbMods),
        ("enabled_ctrls", ctypes.c_uint),
    )


class _XkbDescription(ctypes.Structure):
    """The beginning of XkbDescRec."""

    _fields_ = (
        ("display", ctypes.c_void_p),
        ("flags", ctypes.c_ushort),
        ("device_spec", ctypes.c_ushort),
        ("min_key_code", ctypes.c_ubyte),
        ("max_key_code", ctypes.c_ubyte),
        ("controls", ctypes.POINTER(_XkbControls)),
    )


def _x11() -> bool:
    name = ctypes.util.find_library("X11") if os.environ.get("DISPLAY") else None
    if name is None:
        return False
    x11 = ctypes.CDLL(name)
    x11.XOpenDisplay.restype = x11.XkbAllocKeyboard.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    try:
        return _enabled(x11, ctypes.c_void_p(display))
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


def _enabled(x11: ctypes.CDLL, display: ctypes.c_void_p) -> bool:
    known = x11.XkbAllocKeyboard()
    if not known:
        return False
    description = ctypes.cast(known, ctypes.POINTER(_XkbDescription))
    description.contents.device_spec = USE_CORE_KEYBOARD
    asked = x11.XkbGetControls(display, ctypes.c_ulong(ENABLED_MASK), description)
    controls = description.contents.controls
    on = asked == 0 and bool(controls) and bool(controls.contents.enabled_ctrls & STICKY_KEYS_MASK)
    x11.XkbFreeKeyboard(description, 0, 1)
    return on


def _gnome() -> bool:
    if "GNOME" not in os.environ.get("XDG_CURRENT_DESKTOP", "").upper() or shutil.which("gsettings") is None:
        return False
    command = ["gsettings", "get", "org.gnome.desktop.a11y.keyboard", "stickykeys-enable"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=ANSWER_WITHIN_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "true"


def _kde() -> bool:
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    read = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        read.read(folder / "kaccessrc", encoding="utf-8")
        return read.getboolean("Keyboard", "StickyKeys", fallback=False)
    except (OSError, ValueError, configparser.Error):
        return False


def _windows() -> bool:
    """Not run by the tests here: they have no Windows."""
    get_sticky_keys, on = 0x003A, 0x00000001
    answer = (ctypes.c_uint * 2)(8, 0)  # STICKYKEYS: its size in bytes, its flags
    user32 = ctypes.CDLL("user32")
    return bool(user32.SystemParametersInfoW(get_sticky_keys, 8, answer, 0)) and bool(answer[1] & on)


def _macos() -> bool:
    """Not run by the tests here: they have no macOS."""
    command = ["/usr/bin/defaults", "read", "com.apple.universalaccess", "stickyKey"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=ANSWER_WITHIN_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "1"
