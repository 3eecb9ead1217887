"""The trace of an unexpected error, safe to show to others: places and types, never words of the journal."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from journal import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def safe_trace(error: BaseException) -> str:
    """Where `error` was raised, outermost call first, with every error that caused it.

    An exception's own text, its arguments and local variables may hold what a person wrote, so only
    file, line, function and type are given.
    """
    lines = [f"Leeward {__version__}, Python {platform.python_version()}, {platform.system()}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__name__)
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _short(filename: str) -> str:
    """A path inside the package, else the file's name alone: a full path can hold a person's name."""
    path = Path(filename)
    return str(path.relative_to(_PACKAGE.parent)) if path.is_relative_to(_PACKAGE) else path.name
