"""What keeps files and memory to this person: the umask and no core dumps. Done first at every start."""

from __future__ import annotations

import os
import sys

PRIVATE_UMASK = 0o077


def keep_private() -> None:
    """From now on new files are for this person only, and a crash leaves no copy of the memory behind."""
    os.umask(PRIVATE_UMASK)
    forbid_core_dumps()


def forbid_core_dumps() -> None:
    """Set the core dump size to nothing where the system has such a limit."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
