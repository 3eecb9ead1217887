"""The one way that long work goes: jobs in order on the storage thread, results handed back.

A journal's connection belongs to the thread that opened it, so everything that touches the journal
is a job for the runner. The window gives a `deliver` that posts to its own thread; tests and the
command line use `ImmediateRunner`.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

Deliver = Callable[[Callable[[], None]], None]


def ignore(result: object) -> None:
    """Take a result and do nothing with it."""


class Runner(Protocol):
    """Runs jobs one after the other and hands each result, or its error, back."""

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] = ignore,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue a job. `then` gets what it returned; `failed` what it raised."""

    def close(self) -> None:
        """Finish what is queued and deliver nothing more."""


class ImmediateRunner:
    """Does each job at once, on the caller's thread."""

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] = ignore,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do the job now."""
        try:
            result = job()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            then(result)

    def close(self) -> None:
        """Nothing waits."""


class ThreadRunner:
    """Does the jobs in order on one thread of its own: the storage thread.

    `deliver` is called on that thread with each hand-back and must post it to the window's thread.
    `unexpected` gets an error for which a job named no `failed`. After `close` nothing late is
    delivered.
    """

    def __init__(self, deliver: Deliver, unexpected: Callable[[Exception], None]) -> None:
        self._deliver = deliver
        self._unexpected = unexpected
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._open = True
        self._thread = threading.Thread(target=self._work, name="storage", daemon=True)
        self._thread.start()

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] = ignore,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue a job for the storage thread."""

        def do() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 whatever went wrong is handed to whoever asked
                self._hand_back(failed or self._unexpected, error)
            else:
                self._hand_back(then, result)

        self._jobs.put(do)

    def close(self) -> None:
        """Finish what is queued, then end the thread; hand nothing more back."""
        self._open = False
        self._jobs.put(None)
        self._thread.join()

    def _hand_back(self, receiver: Callable[[Any], None], value: object) -> None:
        def late_safe() -> None:
            if self._open:
                receiver(value)

        if self._open:
            self._deliver(late_safe)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
