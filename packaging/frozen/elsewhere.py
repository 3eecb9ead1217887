"""What goes into the frozen program on Windows and macOS; `chosen` has what goes in everywhere, and Linux's part.

Neither system was there to run it on: `packaging/GUIDE.md` says what was looked at instead.
"""

from __future__ import annotations

import re

LANGUAGES = ("en", "es", "de", "fr", "uk")

QT_PARTS = {"Core", "DBus", "Gui", "PrintSupport", "Widgets"}
QT_PLUGINS = {"platforms": ("windows", "cocoa", "offscreen"), "printsupport": None}
"""By folder: the plugins that go in, or None for all of the folder."""

_WINDOWS_LIBRARY = re.compile(r"PySide6/Qt6(\w+)\.dll")
_MACOS_LIBRARY = re.compile(r"PySide6/Qt/lib/Qt(\w+)\.framework/.*")
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?q?(\w+?)\.(?:dll|dylib)")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/(.*)")
_DRAWING_IN_SOFTWARE = "PySide6/opengl32sw.dll"


def posix(name: str) -> str:
    """A name as PyInstaller has it, with / between its folders."""
    return name.replace("\\", "/")


def place(name: str, source: str, kind: str) -> str:
    """Where a file is judged to stand. A link beside the program goes with the library that it leads to.

    A link that leads nowhere breaks the seal of an app on macOS.
    """
    return source if kind == "SYMLINK" and "/" not in posix(name) else name


def takes_binary(name: str) -> bool:
    """Whether a library goes in, by where it would stand."""
    name = posix(name)
    for pattern in (_WINDOWS_LIBRARY, _MACOS_LIBRARY):
        if found := pattern.fullmatch(name):
            return found[1] in QT_PARTS
    if "/plugins/" in name and name.startswith("PySide6/"):
        plugin = _PLUGIN.fullmatch(name)
        return plugin is not None and _takes_plugin(plugin[1], plugin[2])
    return name != _DRAWING_IN_SOFTWARE


def takes_data(name: str) -> bool:
    """Whether a file of Qt's goes in, by where it would stand."""
    name = posix(name)
    if found := _TRANSLATION.fullmatch(name):
        return found[1] in {f"qtbase_{code}.qm" for code in LANGUAGES}
    if found := _MACOS_LIBRARY.fullmatch(name):
        return found[1] in QT_PARTS
    return not name.startswith(("PySide6/Qt/", "PySide6/qml/"))


def _takes_plugin(folder: str, name: str) -> bool:
    if folder not in QT_PLUGINS:
        return False
    names = QT_PLUGINS[folder]
    return names is None or name in names
