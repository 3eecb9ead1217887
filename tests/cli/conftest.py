from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal.cli.main import run
from tests.support.held_clock import hold_the_clock
from tests.support.journals import PASSPHRASE


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Leeward = Callable[..., Result]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text(PASSPHRASE + "\n")
    return file


@pytest.fixture
def leeward(
    tmp_path: Path, secret: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Leeward:
    """Runs a command on a journal folder of the test's own."""
    from journal.store import vault

    monkeypatch.setattr(vault, "DEFAULT_KDF", vault.FAST_KDF)
    hold_the_clock(monkeypatch)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    def call(*arguments: str, journal: Path | None = None, passphrase: Path | None = None) -> Result:
        folder = journal or tmp_path / "journal"
        given = ["--journal", str(folder), "--passphrase-file", str(passphrase or secret), *arguments]
        code = run(lambda folder: 0, given)
        told = capsys.readouterr()
        return Result(code, told.out, told.err)

    return call


@pytest.fixture
def made(leeward: Leeward) -> Leeward:
    """The same, on a journal that was made."""
    assert leeward("init").code == 0
    return leeward
