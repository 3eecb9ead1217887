"""Work that touches no journal: each job on a short-lived thread, its result handed to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from journal.app.runner import ignore
from journal.ui.delivery import WindowDelivery

T = TypeVar("T")


class Background:
    """A `Runner` whose jobs need not wait for the storage thread. Nothing is handed back after its end."""

    def __init__(self) -> None:
        self._delivery = WindowDelivery()
        self._open = True

    def end_with(self, owner: QObject) -> None:
        """End when `owner` does."""
        owner.destroyed.connect(self.close)

    def run(
        self,
        job: Callable[[], T],
        then: Callable[[T], None] = ignore,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Begin the job on a thread of its own."""

        def work() -> None:
            try:
                result = job()
            except Exception as error:  # noqa: BLE001 whatever went wrong is handed to whoever asked
                self._hand_back(failed or ignore, error)
            else:
                self._hand_back(then, result)

        threading.Thread(target=work, name="report", daemon=True).start()

    def close(self) -> None:
        """Hand nothing more back."""
        self._open = False

    def _hand_back(self, receiver: Callable[[T], None], value: T) -> None:
        def late_safe() -> None:
            if self._open:
                receiver(value)

        if self._open:
            self._delivery.deliver(late_safe)
