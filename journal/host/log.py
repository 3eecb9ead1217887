"""The log: event codes with counts and durations, never anything that a person wrote or logged.

A line is `2026-11-22T21:04:07Z report_made ms=180 pages=2`. Values are numbers, truth values, or
words of a fixed set; any other text is refused, so nothing of the journal can slip in.
"""

from __future__ import annotations

import logging
import re
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from journal.host.paths import make_private

MOST_BYTES = 256 * 1024
OLDER_FILES = 2

_CODE = re.compile(r"[a-z][a-z0-9_]{1,39}")


class EventLog:
    """Writes event codes to `leeward.log` in a folder and keeps two older files.

    A folder that cannot be written makes a log that keeps nothing: a log must not stop the work.
    """

    def __init__(self, folder: Path | None) -> None:
        self._handler = _file_handler(folder)

    def event(self, code: str, **details: float | bool | str) -> None:
        """Write one event. Raises ValueError for a code or detail that is not a plain code or number."""
        line = " ".join([_code(code), *(f"{_code(name)}={_plain(value)}" for name, value in details.items())])
        if self._handler is not None:
            self._handler.emit(logging.LogRecord("leeward", logging.INFO, "", 0, line, None, None))

    def failure(self, code: str, error: BaseException) -> None:
        """Write an error's type and where it came from, without its message."""
        origin = _origin(error)
        self.event(code, error=_snake(type(error).__name__), **origin)

    def close(self) -> None:
        """Close the file."""
        if self._handler is not None:
            self._handler.close()


def _file_handler(folder: Path | None) -> RotatingFileHandler | None:
    if folder is None:
        return None
    try:
        path = make_private(folder) / "leeward.log"
        handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=OLDER_FILES, encoding="utf-8")
    except OSError:
        return None
    formatter = logging.Formatter("%(asctime)sZ %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    handler.handleError = _ignore  # type: ignore[method-assign]
    return handler


def _ignore(record: logging.LogRecord) -> None:
    """A full disk must not stop the work, nor print a trace."""


def _origin(error: BaseException) -> dict[str, str | int]:
    trace = error.__traceback__
    if trace is None:
        return {}
    while trace.tb_next is not None:
        trace = trace.tb_next
    return {"module": _snake(Path(trace.tb_frame.f_code.co_filename).stem), "line": trace.tb_lineno}


def _snake(name: str) -> str:
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40] or "unknown"


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise ValueError("not an event code")
    return text


def _plain(value: float | bool | str) -> str:
    return _code(value) if isinstance(value, str) else f"{value:g}"
