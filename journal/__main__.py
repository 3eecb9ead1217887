"""The start of the program: the command line, with the window handed to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def open_window(folder: Path | None) -> int:
    """Open the window on a journal's folder, or on the one that the settings name."""
    from journal.ui.application import run_window

    return run_window(folder)


def main() -> None:
    """Run the command line; without a command it opens the window."""
    from journal.cli.main import run

    # Whatever this program makes is for its owner alone.
    os.umask(0o077)
    sys.exit(run(open_window))


if __name__ == "__main__":
    main()
