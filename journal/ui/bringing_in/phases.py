"""How far a file is read, over the passes that a reader makes over it; and stopping in between. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from journal.app.runner import Deliver
from journal.exchange.drafts import Progress
from journal.model.errors import ImportStopped
from journal.texts.numbers import count
from journal.texts.translation import ngettext

PASSES = 2
"""A reader counts first, then reads again."""


@dataclass(frozen=True, slots=True)
class ProgressState:
    """How far it is: `share` from 0 to 1, None while that is not known."""

    words: str = ""
    share: float | None = None


class Phases:
    """Counts the passes: each begins again at the first line, and takes an equal share of the way."""

    def __init__(self, passes: int = PASSES) -> None:
        self._passes, self._phase, self._last = passes, 0, 0

    def at(self, done: int, total: int | None) -> ProgressState:
        """How far it is with `done` lines of `total` in the pass at hand."""
        if done < self._last:
            self._phase = min(self._phase + 1, self._passes - 1)
        self._last = done
        if not total:
            return ProgressState(ngettext("{n} line read", "{n} lines read", done).format(n=count(done)))
        words = ngettext("{done} of {total} line", "{done} of {total} lines", total)
        words = words.format(done=count(min(done, total)), total=count(total))
        return ProgressState(words, (self._phase + min(1.0, done / total)) / self._passes)


def go_on(stop: Event) -> None:
    """Raise ImportStopped if it is stopped."""
    if stop.is_set():
        raise ImportStopped


def progress_over(stop: Event, deliver: Deliver, show: Callable[[ProgressState], None]) -> Progress:
    """What a reader calls on the storage thread: it goes on unless it is stopped, and is shown on the window's."""
    phases = Phases()

    def progress(done: int, total: int | None) -> None:
        go_on(stop)
        shown = phases.at(done, total)
        deliver(lambda: None if stop.is_set() else show(shown))

    return progress


def unless_stopped(stop: Event, then: Callable[[Exception], None]) -> Callable[[Exception], None]:
    """Hand an error on, unless the work was stopped or another took its place."""

    def failed(error: Exception) -> None:
        if not stop.is_set() and not isinstance(error, ImportStopped):
            stop.set()
            then(error)

    return failed
