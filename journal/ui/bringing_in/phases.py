"""How far a file is read, over the passes that a reader makes over it. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from journal.texts.numbers import count
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class ProgressState:
    """How far it is: `share` from 0 to 1, None while that is not known."""

    words: str = ""
    share: float | None = None


class Phases:
    """Counts the passes: each begins again at the first line, and takes an equal share of the way."""

    def __init__(self, passes: int) -> None:
        self._passes, self._phase, self._last = passes, 0, 0

    def at(self, done: int, total: int | None) -> ProgressState:
        """How far it is with `done` lines of `total` in the pass at hand."""
        if done < self._last:
            self._phase = min(self._phase + 1, self._passes - 1)
        self._last = done
        if not total:
            return ProgressState(_("{done} lines read").format(done=count(done)))
        words = _("{done} of {total} lines").format(done=count(min(done, total)), total=count(total))
        return ProgressState(words, (self._phase + min(1.0, done / total)) / self._passes)
