"""The trial of a built program: it sees what does not work, and takes nothing but a place of its own."""

import importlib.util
import stat
from pathlib import Path

import pytest

from journal import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def smoke(monkeypatch):
    spec = importlib.util.spec_from_file_location("smoke", ROOT / "packaging" / "smoke.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "OPEN_S", 0.3)
    return module


@pytest.fixture
def program(tmp_path):
    """A stand-in for the program: a script with these lines."""

    def made(lines: str) -> Path:
        path = tmp_path / "program"
        path.write_text(f"#!/bin/sh\n{lines}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return made


def test_a_program_that_does_nothing_is_found_out(smoke, program, capsys):
    assert smoke.main([str(program("exit 0"))]) == 1
    assert capsys.readouterr().out.count("WRONG") == len(smoke.TRIALS)


def test_a_program_of_another_version_is_found_out(smoke, program, tmp_path):
    smoke.version(smoke.Trial(str(program(f"echo leeward, version {__version__}")), "", tmp_path))
    with pytest.raises(smoke.Wrong, match=r"another version than the source's: leeward, version 0\.0\.9"):
        smoke.version(smoke.Trial(str(program("echo leeward, version 0.0.9")), "", tmp_path))


def test_a_program_that_fails_is_quoted(smoke, program, capsys):
    smoke.main([str(program("echo no library >&2; exit 1"))])
    assert "ended with 1: no library" in capsys.readouterr().out


def test_a_window_that_stays_is_closed_at_the_end(smoke, program, tmp_path):
    trial = smoke.Trial("", str(program("exec sleep 60")), tmp_path)
    smoke.stays_open(trial)


def test_a_note_that_lies_open_is_found(smoke, program, tmp_path):
    lines = """case "$1" in
    init) echo code ;;
    log) mkdir -p "$LEEWARD_DATA_DIR"; echo "harbour and rain" >"$LEEWARD_DATA_DIR/notes" ;;
    show) echo '{"entries": [{"note": "harbour and rain"}]}' ;;
    esac"""
    with pytest.raises(smoke.Wrong, match="can be read in notes"):
        smoke.day(smoke.Trial(str(program(lines)), "", tmp_path))
