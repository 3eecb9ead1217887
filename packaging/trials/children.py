"""Child processes that work on a journal and are killed at a moment of our choosing.

Forked, not started: everything is imported already, so that hundreds of rounds take a minute.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

CRASHED = 70

Say = Callable[[str], None]


@dataclass(frozen=True)
class Ended:
    """What a child said until it ended, and how: `code` is None when it was killed by us."""

    lines: tuple[str, ...]
    code: int | None
    lasted_s: float


def run_child(work: Callable[[Say], None], kill_after_s: float | None, wait_for: str = "") -> Ended:
    """Fork, let `work(say)` run, and kill -9 it `kill_after_s` seconds after it said `wait_for` (or began)."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_worked(work, writing))
    os.close(writing)
    try:
        return _watched(child, reading, kill_after_s, wait_for)
    finally:
        os.close(reading)


def _worked(work: Callable[[Say], None], writing: int) -> int:
    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        work(say)
    except BaseException:  # noqa: BLE001 it is said, and the parent counts it
        traceback.print_exc()
        return CRASHED
    return 0


def _watched(child: int, reading: int, kill_after_s: float | None, wait_for: str) -> Ended:
    said, begun = b"", time.monotonic()
    started = None if wait_for else begun
    killed = False
    while True:
        left = None if kill_after_s is None or started is None else started + kill_after_s - time.monotonic()
        if left is not None and left <= 0 and not killed:
            os.kill(child, signal.SIGKILL)
            killed, left = True, None
        ready, _, _ = select.select([reading], [], [], None if killed or left is None else left)
        if ready:
            part = os.read(reading, 65536)
            if not part:
                break
            said += part
            if started is None and wait_for.encode() in said:
                started = time.monotonic()
        elif left is None:
            break
    _, status = os.waitpid(child, 0)
    whole = said[: said.rfind(b"\n") + 1].decode()
    code = None if os.WIFSIGNALED(status) else os.waitstatus_to_exitcode(status)
    return Ended(tuple(whole.splitlines()), code, time.monotonic() - begun)
