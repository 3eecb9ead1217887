"""The second place of a journal's backups: best effort, never waited for long."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from journal.model.errors import JournalError, StorageFailed

T = TypeVar("T")

LOOK_S = 3.0
"""How long a look into a place may take; one on a network that is gone may never answer."""

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

    def start(self, within_s: float) -> Path:
        """Copy it, on a thread of its own; waits so long and no longer. Raises what `copy_to_place` raises."""
        from journal.store.second_place import copy_to_place

        def copy() -> Path:
            return copy_to_place(self.backup, self.made, self.place, self.tag, rotate=self.rotate)

        return patiently(copy, within_s, self.place)


def patiently(job: Callable[[], T], within_s: float, place: Path) -> T:
    """What `job` returns or raises, or StorageFailed if it takes longer; it then goes on by itself."""
    done: list[T] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            done.append(job())
        except Exception as error:  # noqa: BLE001 handed to whoever waits
            failed.append(error)

    thread = threading.Thread(target=work, name="second place", daemon=True)
    thread.start()
    thread.join(within_s)
    if failed:
        raise _told(failed[0], place) from failed[0]
    if not done:
        raise StorageFailed(path=str(place), detail="ETIMEDOUT")
    return done[0]


def _told(error: BaseException, place: Path) -> BaseException:
    if isinstance(error, OSError) and not isinstance(error, JournalError):
        return StorageFailed(path=str(place), detail=errno.errorcode.get(error.errno or 0, "EIO"))
    return error
