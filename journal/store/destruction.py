"""Destroying a journal: its keys first, wherever they are, so that what is left opens for nobody.

Only files of the program's own names are touched, and in other places only what is a backup by its
members. Links are never followed. A note in the folder says that the end was asked for, so that an
interrupted one is finished at the next start.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from journal.model.errors import DiskFull
from journal.store import erasure
from journal.store.backup_files import FOLDER, made_by_name
from journal.store.key_file import KEY_COPY, KEY_FILE, KEY_NEW
from journal.store.leftovers import ENDING as NOTE
from journal.store.private_files import write_atomic

_KEYS = re.compile(r"journal\.keys(\.copy|\.new)?|\.journal\.keys(\.copy|\.new)?-[^/]+")
_OTHERS = re.compile(
    r"(\.renewing-|\.replaced-)?journal-[1-9][0-9]{0,8}\.db(-journal|-wal|-shm)?"
    r"|\.succession|\.\.succession-[^/]+|open-plan\.json|\.open-plan\.json-[^/]+|\.ending|\.\.ending-[^/]+"
)
_PASSING = re.compile(r"\.(trial|merging|salvaging|restoring)-[^/]+")
"""Folders in which another copy is looked into; they hold key files of their own."""


class Why(StrEnum):
    """Why something was left."""

    LINK = "link"
    FOREIGN = "foreign"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Left:
    """Something that is still there."""

    path: Path
    why: Why


@dataclass(slots=True)
class Destruction:
    """What was removed, and what is still there."""

    removed: list[Path] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    def tried(self, path: Path, act: Callable[[Path], object]) -> None:
        """Do something to a file that should be gone or blank afterwards, and note it if that can't be done."""
        try:
            act(path)
        except FileNotFoundError:
            return
        except OSError:
            self.leave(path, Why.FAILED)

    def leave(self, path: Path, why: Why) -> None:
        """Note that something stays; once is enough."""
        if all(left.path != path for left in self.left):
            self.left.append(Left(path, why))


def destroy(folder: Path, backups: Iterable[Path] = ()) -> Destruction:
    """Destroy the journal in a folder, its own backups, and these backups elsewhere. Nobody may have it open.

    What can't be removed stands in the result; running it again finishes. Raises JournalReadOnly or
    StorageFailed where nothing at all can be written: then nothing has begun.
    """
    real, done = folder.resolve(), Destruction()
    if not real.is_dir():
        return done
    elsewhere = _elsewhere(real, backups, done)
    with contextlib.suppress(DiskFull):  # a full disk keeps nothing alive
        write_atomic(real / NOTE, json.dumps([str(path) for path in elsewhere]).encode())
    own = list(_own_backups(real, done))
    _destroy_keys(real, [*own, *elsewhere], done)
    for path in [*own, *elsewhere]:
        _remove(path, done)
    _remove_files(real, done)
    if folder.is_symlink() and not real.exists():
        done.tried(folder, Path.unlink)
    return done


def was_begun(folder: Path) -> bool:
    """Whether an end was asked for here and its keys are gone, so that nothing but finishing it makes sense."""
    return (folder / NOTE).is_file() and not any((folder / name).exists() for name in (KEY_FILE, KEY_COPY))


def finish(folder: Path) -> Destruction:
    """Go on with an end that was interrupted."""
    return destroy(folder, noted_backups(folder))


def noted_backups(folder: Path) -> list[Path]:
    """The backups elsewhere that an interrupted end was to destroy."""
    try:
        noted = json.loads((folder / NOTE).read_bytes())
    except (OSError, ValueError):
        return []
    return [Path(path) for path in noted if isinstance(path, str)] if isinstance(noted, list) else []


def _elsewhere(folder: Path, backups: Iterable[Path], done: Destruction) -> list[Path]:
    """Those that lie outside the folder and are backups for certain."""
    found = []
    for path in backups:
        if path.parent.resolve() == folder / FOLDER:
            continue
        if not os.path.lexists(path):
            continue
        if not erasure.is_plain_file(path):
            done.leave(path, Why.LINK)
        elif erasure.is_backup(path):
            found.append(path)
        else:
            done.leave(path, Why.FOREIGN)
    return found


def _own_backups(folder: Path, done: Destruction) -> Iterator[Path]:
    place = folder / FOLDER
    if place.is_symlink():
        done.leave(place, Why.LINK)
        return
    for path in _entries(place):
        if made_by_name(path.name) is not None or path.name.startswith(".backup-"):
            yield path


def _destroy_keys(folder: Path, backups: Iterable[Path], done: Destruction) -> None:
    """The keys of the journal itself, then those of its backups: a moment later nothing opens any more."""
    for path in _key_files(folder):
        _remove(path, done, erasure.overwrite)
    for path in backups:
        if erasure.is_plain_file(path):
            done.tried(path, erasure.blank_keys)


def _key_files(folder: Path) -> Iterator[Path]:
    first = [folder / KEY_FILE, folder / KEY_COPY, folder / KEY_NEW]
    yield from (path for path in first if os.path.lexists(path))
    for path in _entries(folder):
        if path not in first and _KEYS.fullmatch(path.name):
            yield path
        elif _PASSING.fullmatch(path.name) and not path.is_symlink():
            yield from (Path(at) / name for at, _, names in os.walk(path) for name in names if _KEYS.fullmatch(name))


def _remove_files(folder: Path, done: Destruction) -> None:
    """Everything of the program's own names; the note goes last, and the folder if nothing else is in it."""
    for path in _entries(folder):
        if _PASSING.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            done.tried(path, shutil.rmtree)
        elif path.name != NOTE and (_OTHERS.fullmatch(path.name) or _KEYS.fullmatch(path.name)):
            _remove(path, done)
    place = folder / FOLDER
    if place.is_symlink():
        done.tried(place, Path.unlink)
    for emptied in (place, folder):
        if emptied == folder and not any(left.why is Why.FAILED for left in done.left):
            _remove(folder / NOTE, done)
        _remove_if_empty(emptied, done)


def _remove(path: Path, done: Destruction, blank: Callable[[Path], object] | None = None) -> None:
    """Unlink a file of ours, blanked before if `blank` is given. A link goes, what it leads to stays."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        done.leave(path, Why.LINK)
    elif not stat.S_ISREG(mode):
        done.leave(path, Why.FOREIGN)
        return
    elif blank is not None:
        done.tried(path, blank)
    done.tried(path, Path.unlink)
    if not os.path.lexists(path):
        done.removed.append(path)


def _remove_if_empty(folder: Path, done: Destruction) -> None:
    if not folder.is_dir() or folder.is_symlink():
        return
    for path in _entries(folder):
        if all(left.path != path for left in done.left) and path.name not in (FOLDER, NOTE):
            done.leave(path, Why.FOREIGN)
    if not any(folder.iterdir()):
        done.tried(folder, Path.rmdir)
        done.removed.append(folder)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
