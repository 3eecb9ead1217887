"""Folders that can't be written, and folders that are full, as far as this computer can make them."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder and its files unwritable: by modes, or for root, who passes them, by a read-only mount."""
    if not hasattr(os, "geteuid"):
        pytest.skip("only POSIX modes and mounts are known here")
    if os.geteuid() == 0:
        with _mounted("--bind", str(folder), folder):
            _run("mount", "-o", "remount,ro,bind", str(folder))
            yield
        return
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path in modes:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextlib.contextmanager
def small_disk(folder: Path, size_kib: int) -> Iterator[None]:
    """Mount a disk of this size on an empty folder."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk; the same fault is tested with a page limit")
    with _mounted("-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", folder):
        yield


@contextlib.contextmanager
def _mounted(*arguments: str | Path) -> Iterator[None]:
    if _run("mount", *map(str, arguments)) != 0:
        pytest.skip("this system lets nobody mount, not even root (a container without the right)")
    try:
        yield
    finally:
        _run("umount", str(arguments[-1]))


def _run(*command: str) -> int:
    return subprocess.run(command, capture_output=True, check=False).returncode
