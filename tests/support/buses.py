"""A private bus with a stand-in on it: for logind, or for a desktop."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tests.support.real_window import SYSTEM_PYTHON


def missing() -> str:
    """What is not here of the two programs that are needed; empty if nothing."""
    if shutil.which("dbus-daemon") is None:
        return "dbus-daemon"
    asked = subprocess.run([SYSTEM_PYTHON, "-c", "from gi.repository import Gio"], capture_output=True, check=False)
    return "" if asked.returncode == 0 else "python3-gi"


class FakeLogin:
    """The stand-in, in a process of its own."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self._process, self.address = process, address
        self._answer()

    def act(self, what: str) -> dict[str, Any]:
        """Do one act; tells whether the inhibitor is held then, and what was asked so far."""
        assert self._process.stdin is not None
        self._process.stdin.write(what + "\n")
        self._process.stdin.flush()
        return self._answer()

    @property
    def held(self) -> bool:
        """Whether somebody holds the sleep up."""
        return bool(self.act("?")["held"])

    @property
    def asked(self) -> list[list[Any]]:
        """Every method called, with its arguments."""
        return list(self.act("?")["asked"])

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def private_bus() -> Iterator[str]:
    """Start a bus with nobody on it, and end it after; gives its address."""
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
    finally:
        _end(bus)


def fake_login() -> AbstractContextManager[FakeLogin]:
    """Start a bus and the stand-in for logind; end both after."""
    return stand_in("fake_login.py")


@contextmanager
def stand_in(name: str) -> Iterator[FakeLogin]:
    """Start a bus and a stand-in on it; end both after."""
    with private_bus() as address, stand_in_on(address, name) as made:
        yield made


@contextmanager
def stand_in_on(address: str, name: str) -> Iterator[FakeLogin]:
    """Start a stand-in, the file of this name beside this one, on a bus that is there; end it after."""
    process = subprocess.Popen(
        [SYSTEM_PYTHON, str(Path(__file__).with_name(name))],
        env=os.environ | {"FAKE_BUS": address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield FakeLogin(process, address)
    finally:
        _end(process)


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait(10)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
