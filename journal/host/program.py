"""How this program was started, so that it can be started again."""

from __future__ import annotations

import sys

IN_TRAY = "--in-tray"
"""Started so, the program shows no window: it waits locked beside the clock, or minimised where there is no tray."""


GO_TO = "LEEWARD_GO"
"""In the environment: where this start was asked to go (`--go`), one of `single_instance.WISHES`."""

DESKTOP_ID = "alt.leeward.Leeward"
"""How an installed program is known to a Linux desktop: its menu entry, and the icon of its windows under Wayland."""


def program_command() -> list[str]:
    """The command that starts this program without its arguments, interpreter options included."""
    arguments = len(sys.argv) - 1
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - arguments]]
