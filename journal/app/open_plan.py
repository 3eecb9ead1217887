"""What is readable without the passphrase, kept in `open-plan.json` beside the journal.

The file is derived: it is written from the journal whenever what is ticked changes and at each opening,
and removed when nothing is. Backups and merges carry the ticks inside the encryption, so the file comes
back with them and is no member of a backup of its own.
"""

from __future__ import annotations

import contextlib
import stat
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.app.kept_settings import NOTE
from journal.model.errors import JournalError
from journal.model.open_plan import OpenPlan, open_plan_json, read_open_plan_json, ticked

if TYPE_CHECKING:
    from journal.app.journal import Journal

FILE = "open-plan.json"
PLACE, PLACE_OPEN = "place_words", "place_words_open"
"""The journal's settings that hold the place words, and whether they were ticked."""

SHOWS = frozenset({"plan", "contacts", "settings"})
MOST_BYTES = 1 << 18


def follow(journal: Journal) -> None:
    """Write the file as the journal has it now, where that can be done, and again whenever that changes."""
    if journal.store.read_only:
        return
    journal.listen(partial(_on_changed, journal))
    with contextlib.suppress(JournalError):
        refresh(journal)


def refresh(journal: Journal) -> None:
    """Bring the file in line with the journal.

    Raises JournalReadOnly or StorageFailed where it can neither be written nor removed: it then still tells
    what it told before.
    """
    from journal.store.private_files import file_faults

    path = journal.folder / FILE
    with file_faults(path):
        _bring_in_line(path, wanted(journal))


def wanted(journal: Journal) -> OpenPlan:
    """What the file should hold: nothing where other people use the computer, for no door leads to it there."""
    if (journal.store.drafts.get(NOTE) or {}).get("others_use"):
        return OpenPlan()
    place = str(journal.setting(PLACE, "")) if journal.setting(PLACE_OPEN, False) else ""
    return ticked(place, journal.store.plan_lines.all(), journal.store.contacts.all())


def read_open_plan(folder: Path) -> OpenPlan:
    """What can be read without the passphrase; nothing where the file is not there, too large, damaged or a link."""
    path = folder / FILE
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return OpenPlan()
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return OpenPlan()
    return OpenPlan() if len(content) > MOST_BYTES else read_open_plan_json(content)


def _on_changed(journal: Journal, parts: frozenset[str]) -> None:
    if parts & SHOWS:
        refresh(journal)


def _bring_in_line(path: Path, plan: OpenPlan) -> None:
    from journal.host.whole_files import write_whole

    if plan.empty:
        path.unlink(missing_ok=True)
        return
    content = open_plan_json(plan)
    try:
        if _content(path) != content:
            write_whole(path, content)
    except OSError:
        # What can't be renewed must not go on telling what was unticked; it is written again at the next opening.
        path.unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    try:
        return None if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
