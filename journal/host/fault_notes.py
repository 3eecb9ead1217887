"""What went wrong in this run, kept in memory alone: types and places in the code, never words of the journal.

An exception's own text, its arguments and local variables may hold what a person wrote, so none of it is taken. Nothing
is written to the disk: the notes are gone when the program ends or locks.
"""

from __future__ import annotations

import traceback
from pathlib import Path

MOST_NOTES = 20
MOST_FRAMES = 40

_PACKAGE = Path(__file__).resolve().parent.parent


class FaultNotes:
    """The newest faults, each kind once with how often it came."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def note(self, error: BaseException) -> None:
        """Keep where an error came from."""
        where = trace_of(error)
        self._times[where] = self._times.pop(where, 0) + 1  # at the end: it is the newest now
        while len(self._times) > MOST_NOTES:
            del self._times[next(iter(self._times))]

    def lines(self) -> tuple[str, ...]:
        """A note each, the oldest first: how often, then the trace."""
        return tuple(f"{times}x {where}" for where, times in self._times.items())


def trace_of(error: BaseException) -> str:
    """Where `error` was raised, outermost call first, with every error that caused it: file, line, function, type."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__name__)
        frames = traceback.StackSummary.extract(
            traceback.walk_tb(current.__traceback__), limit=-MOST_FRAMES, lookup_lines=False
        )
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _short(filename: str) -> str:
    """A path inside the package, else the file's name alone: a full path can hold a person's name."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    # Code of the frozen program has no folder before its package's name.
    return path.as_posix() if path.parts[:1] == (_PACKAGE.name,) else path.name
