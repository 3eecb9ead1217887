"""The hybrid logical clock: stamps that order changes made on several computers.

A stamp is milliseconds since 1970, a counter for changes within one millisecond (or while the
computer's clock stands still or goes back), and a node. As text it sorts as the stamp does, so that
SQL can compare stamps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

MAX_COUNTER = 0xFFFF
MAX_MS = 0xFFFF_FFFF_FFFF


class Stamp(NamedTuple):
    """One moment of change. `ms` in 48 bits, `counter` in 16, `node` in 64."""

    ms: int
    counter: int
    node: int

    def __str__(self) -> str:
        return f"{self.ms:012x}-{self.counter:04x}-{self.node:016x}"

    @classmethod
    def parse(cls, text: str) -> Stamp:
        """Read the text form. Raises ValueError for anything else."""
        ms, counter, node = text.split("-")
        stamp = cls(int(ms, 16), int(counter, 16), int(node, 16))
        if str(stamp) != text:
            raise ValueError(text)
        return stamp


class HybridClock:
    """Gives stamps that always grow, whatever the computer's clock does.

    `node` is 64 random bits drawn at every opening, never the machine's: two copies of one folder
    must not share it.
    """

    def __init__(self, now_ms: Callable[[], int], node: int) -> None:
        self._now_ms = now_ms
        self._node = node
        self._last = (0, -1)

    def tick(self) -> Stamp:
        """A stamp greater than all that this clock gave or saw."""
        ms, counter = self._last
        now = min(max(self._now_ms(), 0), MAX_MS)
        if now > ms:
            self._last = (now, 0)
        elif counter < MAX_COUNTER:
            self._last = (ms, counter + 1)
        else:
            self._last = (ms + 1, 0)
        return Stamp(*self._last, self._node)

    def see(self, stamp: Stamp) -> None:
        """Take note of a stamp from the journal or from another computer."""
        self._last = max(self._last, (stamp.ms, stamp.counter))
