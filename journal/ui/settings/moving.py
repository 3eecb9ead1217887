"""Moving a journal's folder while it is closed."""

from __future__ import annotations

import shutil
from pathlib import Path

from journal.model.errors import FileExists, FileUnwritable


def moved_path(folder: Path, into: Path) -> Path:
    """Where the journal will lie: in `into` itself if that is empty, else in a folder of its own inside."""
    return into if into.is_dir() and not any(into.iterdir()) else into / folder.name


def free_target(folder: Path, into: Path) -> Path:
    """`moved_path`, if nothing is there. Raises FileExists; also for a place inside the journal's own folder."""
    target = moved_path(folder, into)
    if target.is_relative_to(folder) or (target.exists() and any(target.iterdir())):
        raise FileExists(path=str(target))
    return target


def move_folder(folder: Path, into: Path) -> Path:
    """Copy the journal's folder, compare the copy, then delete the old one; returns the new path.

    Raises FileExists if something of that name is there, FileUnwritable if the copy cannot be made.
    Nothing is deleted before the copy is whole.
    """
    target = free_target(folder, into)
    try:
        shutil.copytree(folder, target, dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        raise FileUnwritable(path=str(target), detail=type(error).__name__) from error
    if contents(folder) != contents(target):
        raise FileUnwritable(path=str(target), detail="copy differs")
    shutil.rmtree(folder)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its relative path; a journal is a few megabytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
