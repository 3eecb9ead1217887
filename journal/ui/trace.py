"""The trace of an unexpected error, safe to show to others: places and types, never words of the journal."""

from __future__ import annotations

import platform

from journal import __version__
from journal.host.fault_notes import trace_of


def safe_trace(error: BaseException) -> str:
    """The program and the system, then where `error` was raised."""
    return f"Leeward {__version__}, Python {platform.python_version()}, {platform.system()}\n{trace_of(error)}"
