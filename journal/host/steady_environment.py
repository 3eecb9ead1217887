"""The environment's variables, settled while there is only one thread.

A variable that is added later moves the list of all of them, and a thread that reads one at that
moment (Qt's do) reads freed memory: the program then ends without a word. numpy and matplotlib want
two of them, and are imported beside the window.
"""

from __future__ import annotations

import os

from journal.host.paths import cache_folder


def settle_environment() -> None:
    """Set what libraries would set later. What the person chose stays as it is."""
    if not os.environ.get("MPLCONFIGDIR"):
        os.environ["MPLCONFIGDIR"] = str(cache_folder() / "matplotlib")
    os.environ.setdefault("OPENBLAS_MAIN_FREE", "1")
