"""The machine's folders, and the ones named instead of them."""

import stat
import sys
from pathlib import Path

import pytest
from platformdirs import PlatformDirs

from journal.host import paths


@pytest.mark.parametrize("what", ["data", "config", "cache", "log", "runtime"])
def test_a_folder_named_in_the_environment_wins(what, monkeypatch, tmp_path):
    monkeypatch.setenv(f"LEEWARD_{what.upper()}_DIR", str(tmp_path))
    assert getattr(paths, f"{what}_folder")() == tmp_path


def test_the_journal_lives_in_the_local_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("LEEWARD_DATA_DIR", str(tmp_path))
    assert paths.default_journal_folder() == tmp_path / "journal"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG folders")
def test_linux_keeps_to_the_xdg_folders(monkeypatch, tmp_path):
    monkeypatch.delenv("LEEWARD_DATA_DIR", raising=False)
    monkeypatch.delenv("LEEWARD_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert paths.default_journal_folder() == tmp_path / "leeward" / "journal"
    assert paths.runtime_folder() == tmp_path / "leeward"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG folders")
@pytest.mark.parametrize("named", ["", "  ", "relative/place", "/somewhere"])
@pytest.mark.parametrize("what", ["data", "config", "cache", "log"])
def test_the_folders_are_those_of_platformdirs(what, named, monkeypatch, tmp_path):
    monkeypatch.delenv(f"LEEWARD_{what.upper()}_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, named)
    expected = getattr(PlatformDirs("leeward", appauthor=False), f"user_{what}_path")
    assert getattr(paths, f"{what}_folder")() == expected


def test_without_a_session_folder_the_socket_goes_to_the_cache(monkeypatch, tmp_path):
    monkeypatch.delenv("LEEWARD_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("LEEWARD_CACHE_DIR", str(tmp_path))
    assert paths.runtime_folder() == tmp_path / "run"


@pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")
def test_a_private_folder_is_closed_to_others(tmp_path: Path):
    made = paths.make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
