"""The second place of a journal's backups: best effort, never waited for long."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from journal.app.written_files import why_unwritable
from journal.model.errors import FileUnwritable, JournalError, StorageFailed

T = TypeVar("T")

LOOK_S = 2.0
"""How long a look into a place may take; one on a network that is gone may never answer."""

_SLICE_S = 0.05

COPY_S = 60.0
"""How long somebody who asked for a backup waits for the second place."""


@dataclass(frozen=True, slots=True)
class PlaceCopy:
    """A backup that belongs into a second place. `start` needs no journal, and so no storage thread."""

    backup: Path
    made: datetime
    place: Path
    tag: str
    rotate: bool = True

    def start(self, within_s: float, closing: threading.Event) -> Path:
        """Copy it, on a thread of its own; waits so long and no longer. Raises what `copy_to_place` raises."""
        from journal.store.second_place import copy_to_place

        def copy() -> Path:
            return copy_to_place(self.backup, self.made, self.place, self.tag, rotate=self.rotate)

        return patiently(copy, within_s, self.place, closing)


def patiently(job: Callable[[], T], within_s: float, place: Path, closing: threading.Event) -> T:
    """What `job` returns or raises; StorageFailed if it takes longer or the journal is `closing` meanwhile.

    A place that takes no file is told with FileUnwritable.

    The job then goes on by itself, as long as the process does.
    """
    done: list[T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            done.append(job())
        except Exception as error:  # noqa: BLE001 handed to whoever waits
            failed.append(error)

    thread = threading.Thread(target=work, name="second place", daemon=True)
    thread.start()
    until_s = time.monotonic() + within_s
    while thread.is_alive() and time.monotonic() < until_s and not closing.is_set():
        thread.join(min(_SLICE_S, max(0.0, until_s - time.monotonic())))
    if failed:
        raise _told(failed[0], place) from failed[0]
    if not done:
        raise StorageFailed(path=str(place), detail="ETIMEDOUT")
    return done[0]


def _told(error: BaseException, place: Path) -> BaseException:
    if isinstance(error, OSError) and not isinstance(error, JournalError):
        return StorageFailed(path=str(place), detail=errno.errorcode.get(error.errno or 0, "EIO"))
    reason = why_unwritable(error) if isinstance(error, JournalError) else None
    return error if reason is None else FileUnwritable(path=str(place), detail=reason)
