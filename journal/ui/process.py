"""The process itself: how it ends, and how a lock replaces it by a fresh one."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from journal.host.program import program_command
from journal.ui.calm.place import told
from journal.ui.handed_on import HandedOn, environment
from journal.ui.language import given_language
from journal.ui.standing import Standing

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.ui.calm.place import CalmPlace


def replace_process(folder: Path, standing: Standing = Standing.FRONT, calm: CalmPlace | None = None) -> None:
    """Become a fresh process on the same journal: the surest way to forget keys and rows.

    `calm` is where a calm moment goes on there; without it the lock page is shown.
    """
    handed = environment(HandedOn(standing, "" if calm is None else told(calm)))
    arguments = [*program_command(), "--journal", str(folder), *given_language(sys.argv)]
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(arguments, env=handed)
        os._exit(0)
    os.execve(sys.executable, arguments, handed)  # noqa: S606 no shell is wanted


def end_process(code: int) -> None:
    """End at once; the store is closed already, and Qt's teardown would cost a tenth of a second."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def close_within(seconds: float, runner: Runner, journal: Journal) -> None:
    """Close the journal once all is saved and backed up; a long check or backup is cut short after `seconds`."""
    from journal.app.runner import ignore
    from journal.app.upkeep import back_up_when_due

    interrupt = threading.Timer(seconds, journal.store.interrupt)
    interrupt.daemon = True
    interrupt.start()
    # A backup that cannot be made now is made at the next close; it must not keep the journal open.
    runner.run(lambda: back_up_when_due(journal), failed=ignore)
    runner.run(journal.close)
    runner.close()
    interrupt.cancel()
