"""What the program leaves on this computer beside the journal: settings, caches, the log, sockets, a start at login.

Only names of the program's own are removed, links are not followed, and a folder goes only when it is empty.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from journal.host.autostart import AGENT, DESKTOP_FILE, autostart_folder, system_autostart
from journal.host.paths import (
    cache_folder,
    data_folder,
    fallback_runtime_folder,
    log_folder,
    runtime_folder,
    settings_path,
)

_SETTINGS = re.compile(r"settings\.(toml|damaged)|\.settings\.toml\.[^/]+")
_FONTS = re.compile(r"fontlist-v[\w.]+\.json|\.?matplotlib-lock-?.*|fontlist.*\.matplotlib-lock")
_LOG = re.compile(r"leeward\.log(\.[0-9]+)?")
_CLAIM = re.compile(r"[0-9a-f]{8}\.(sock|lock)")
_AUTOSTART = re.compile(f"{re.escape(DESKTOP_FILE)}|{re.escape(AGENT)}")
_OF_THE_SYSTEM = ("autostart", "LaunchAgents")
_PASSING = re.compile(r"leeward-[a-z0-9_]{8}")


@dataclass(slots=True)
class Traces:
    """What was removed, and what of the program's own could not be."""

    removed: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)


def remove_traces(settings: Path | None = None) -> Traces:
    """Remove them all. `settings` is the settings file in use; None for the usual one. Running it again finishes."""
    done, file = Traces(), settings or settings_path()
    for folder, names in _places(file):
        _remove_in(folder, names, done)
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            system_autostart().turn_off()
    for folder in (file.parent, cache_folder(), log_folder(), log_folder().parent, data_folder()):
        _remove_if_empty(folder, done)
    return done


def passing_folders() -> list[Path]:
    """Folders in the system's temporary place in which a killed process may have left a copy of a backup."""
    found = []
    for path in _entries(Path(tempfile.gettempdir())):
        if _PASSING.fullmatch(path.name) and path.is_dir() and not path.is_symlink() and _is_ours(path):
            found += [path / "journal", path]
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def _places(settings: Path) -> Iterator[tuple[Path, re.Pattern[str]]]:
    yield settings.parent, _SETTINGS
    yield cache_folder() / "matplotlib", _FONTS
    yield log_folder(), _LOG
    yield runtime_folder(), _CLAIM
    yield fallback_runtime_folder(), _CLAIM
    yield autostart_folder(), _AUTOSTART
    if sys.platform == "darwin":
        yield Path.home() / "Library" / "LaunchAgents", _AUTOSTART


def _remove_in(folder: Path, names: re.Pattern[str], done: Traces) -> None:
    if folder.is_symlink():
        return
    for path in _entries(folder):
        if names.fullmatch(path.name) and (path.is_symlink() or not path.is_dir()):
            try:
                path.unlink()
            except OSError:
                done.left.append(path)
            else:
                done.removed.append(path)
    if folder.name not in _OF_THE_SYSTEM:
        _remove_if_empty(folder, done)


def _remove_if_empty(folder: Path, done: Traces) -> None:
    try:
        if not folder.is_symlink():
            folder.rmdir()
            done.removed.append(folder)
    except OSError:  # not empty, not there, or not ours to remove
        return


def _is_ours(path: Path) -> bool:
    return not hasattr(os, "getuid") or path.lstat().st_uid == os.getuid()


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
