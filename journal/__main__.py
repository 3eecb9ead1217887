"""The start of the program: the command line, with the window handed to it."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from pathlib import Path

from journal.host.privacy import keep_private
from journal.host.program import BACKUP, IN_TRAY, given_backup


def open_window(folder: Path | None) -> int:
    """Open the window on a journal's folder, or on the one that the settings name."""
    importlib.import_module("journal.ui.without_qt")  # before the next line imports Qt
    from journal.ui.start import run_window

    return run_window(folder)


def main() -> None:
    """Run the command line; without a command it opens the window."""
    keep_private()
    if _sets_pages():
        from journal.report import child

        child.main()
        return
    if IN_TRAY in sys.argv:
        os.environ["LEEWARD_STANDING"] = "tray"  # as `ui.standing` hands it on
    arguments = sys.argv[1:]
    if backup := given_backup(arguments):
        os.environ[BACKUP], arguments = backup, []  # as `ui.handed_on` takes it over
    if arguments in ([], [IN_TRAY]) and not _asked_otherwise() and _has_screen():
        # Nothing to parse: the lock screen need not wait for the command line to be imported, nor for
        # a collector that finds no garbage among imports. The window collects by itself later.
        gc.disable()
        sys.exit(open_window(None))
    try:
        from journal.cli.main import run
    except KeyboardInterrupt:  # stopped before anything was begun
        sys.exit(1)
    sys.exit(run(open_window, [] if backup else None))


def _sets_pages() -> bool:
    """Whether this is the frozen program, started by itself to set the pages of a report."""
    if not getattr(sys, "frozen", False):
        return False
    from journal.report.child import CHILD_ARGUMENT

    return sys.argv[1:2] == [CHILD_ARGUMENT]


def _asked_otherwise() -> bool:
    """Whether the environment names a journal, or a shell asks what could be typed next."""
    return "LEEWARD_JOURNAL" in os.environ or "_LEEWARD_COMPLETE" in os.environ


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
