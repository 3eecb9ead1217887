"""How this program was started, so that it can be started again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

IN_TRAY = "--in-tray"
"""Started so, the program shows no window: it waits locked beside the clock, or minimised where there is no tray."""


GO_TO = "LEEWARD_GO"
"""In the environment: where this start was asked to go (`--go`), one of `single_instance.WISHES`."""

BACKUP = "LEEWARD_BACKUP"
"""In the environment: the backup that this start was given, as by a double click on its file."""

OF_BACKUP = "backup "
"""What a further start tells the window that stands already, before the path of the backup that it was given."""

DESKTOP_ID = "alt.leeward.Leeward"
"""How an installed program is known to a Linux desktop: its menu entry, and the icon of its windows under Wayland."""


def given_backup(arguments: Sequence[str]) -> str:
    """The path of the one file among the arguments if it may be a backup: `leeward FILE.zip`. Empty without one."""
    if len(arguments) == 1 and arguments[0].lower().endswith(".zip"):
        path = Path(arguments[0]).absolute()
        return str(path) if path.is_file() else ""
    return ""


def program_command() -> list[str]:
    """The command that starts this program without its arguments, interpreter options included."""
    arguments = len(sys.argv) - 1
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - arguments]]
