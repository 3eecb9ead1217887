"""Whether the system asks for less motion on the screen."""

from __future__ import annotations

import configparser
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

ANSWER_WITHIN_S = 0.5


def less_motion_wanted() -> bool:
    """Ask the system now. Where it can't be asked the answer is no."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return told(["/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion"]) == "1"
    return _gnome() or _kde()


def _gnome() -> bool:
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    if not any(name in desktop for name in ("GNOME", "UNITY", "CINNAMON", "BUDGIE")):
        return False
    return told(["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]) == "false"


def _kde() -> bool:
    """Plasma writes a factor for every animation; 0 is none."""
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    read = configparser.ConfigParser(strict=False, interpolation=None)
    try:
        read.read(folder / "kdeglobals", encoding="utf-8")
        return read.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0
    except (OSError, ValueError, configparser.Error):
        return False


def _windows() -> bool:
    """Not run by the tests here: they have no Windows."""
    get_client_area_animation = 0x1042
    shown = ctypes.c_int(1)
    user32 = ctypes.CDLL("user32")
    return bool(user32.SystemParametersInfoW(get_client_area_animation, 0, ctypes.byref(shown), 0)) and not shown.value


def told(command: list[str]) -> str:
    """What a command of the system says, empty where there is no such command or no quick answer."""
    if shutil.which(command[0]) is None:
        return ""
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=ANSWER_WITHIN_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip()
