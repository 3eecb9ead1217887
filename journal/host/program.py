"""How this program was started, so that it can be started again."""

from __future__ import annotations

import sys

IN_TRAY = "--in-tray"
"""Started so, the program shows no window: it waits locked beside the clock, or minimised where there is no tray."""


def program_command() -> list[str]:
    """The command that starts this program without its arguments, interpreter options included."""
    arguments = len(sys.argv) - 1
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - arguments]]
