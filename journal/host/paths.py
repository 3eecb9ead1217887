"""Where things are kept on this machine: the platform's own folders, or the ones named in the environment.

`LEEWARD_DATA_DIR`, `LEEWARD_CONFIG_DIR`, `LEEWARD_CACHE_DIR`, `LEEWARD_LOG_DIR` and
`LEEWARD_RUNTIME_DIR` each replace one folder (a stick, a test). Nothing is made here except by
`make_private`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

_ON_LINUX = sys.platform.startswith("linux")
APP_NAME = "leeward" if _ON_LINUX else "Leeward"
PRIVATE_FOLDER_MODE = 0o700

_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "log": ("XDG_STATE_HOME", ".local/state"),
}


def default_journal_folder() -> Path:
    """The journal's folder unless another one is named: in the local data folder, which does not roam."""
    return data_folder() / "journal"


def data_folder() -> Path:
    """The local data folder."""
    return _folder("data")


def config_folder() -> Path:
    """The folder of settings.toml."""
    return _folder("config")


def cache_folder() -> Path:
    """The folder of what can be made again: matplotlib's font list, nothing of the journal."""
    return _folder("cache")


def log_folder() -> Path:
    """The folder of the log."""
    return _folder("log")


def runtime_folder() -> Path:
    """The folder of the socket that finds a running window: gone after logging out, where the system has one."""
    named = os.environ.get("LEEWARD_RUNTIME_DIR")
    if named:
        return Path(named)
    session = os.environ.get("XDG_RUNTIME_DIR")
    if session and Path(session).is_dir():
        return Path(session) / APP_NAME
    return cache_folder() / "run"


def settings_path() -> Path:
    """The path of settings.toml."""
    return config_folder() / "settings.toml"


def make_private(folder: Path) -> Path:
    """Make a folder, with those above it, that only this person can look into; returns it. Raises OSError."""
    folder.mkdir(mode=PRIVATE_FOLDER_MODE, parents=True, exist_ok=True)
    return folder


def fallback_runtime_folder() -> Path:
    """A short path for the socket where the usual one is too long for the system."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"{APP_NAME}-{user}"


def _folder(what: str) -> Path:
    named = os.environ.get(f"LEEWARD_{what.upper()}_DIR")
    if named:
        return Path(named)
    if _ON_LINUX:
        return _xdg_folder(what)
    from platformdirs import PlatformDirs

    folders = PlatformDirs(APP_NAME, appauthor=False, roaming=False)
    return Path(getattr(folders, f"user_{what}_path"))


def _xdg_folder(what: str) -> Path:
    """By the XDG Base Directory Specification, as platformdirs does it, without its import before the first paint."""
    variable, usual = _XDG[what]
    named = Path(os.environ.get(variable, ""))
    own = (named if named.is_absolute() else Path.home() / usual) / APP_NAME
    return own / "log" if what == "log" else own
