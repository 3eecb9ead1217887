"""Writing over what must not be read again. Links are never followed.

On a disk that writes elsewhere each time, as most flash disks do, the old blocks stay until the
disk uses them again: whoever calls this says so.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from journal.store.key_file import KEY_FILE
from journal.store.key_slots import FORMAT

_DATABASE = re.compile(r"journal-[1-9][0-9]{0,8}\.db")
_CHUNK = 1 << 20
_LOCAL_HEADER = struct.Struct("<26xHH")
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, ValueError)


def is_plain_file(path: Path) -> bool:
    """Whether this is a file itself, and not a link, a folder or a device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def overwrite(path: Path) -> None:
    """Write random bytes over a whole file. Raises OSError, also for a link.

    A file with a second name may be somebody else's: it is left unless it is a key file of ours.
    """
    handle = _opened(path)
    try:
        size = os.fstat(handle).st_size
        if os.fstat(handle).st_nlink > 1 and FORMAT.encode() not in os.read(handle, _CHUNK):
            return
        _blank(handle, 0, size)
    finally:
        os.close(handle)


def is_backup(path: Path) -> bool:
    """Whether a file has the two members of a backup, whatever became of their content."""
    return _key_member(path) is not None


def blank_keys(path: Path) -> None:
    """Write over the key file inside a backup, so that no secret opens it. Raises OSError.

    A backup too damaged to find it is written over as a whole.
    """
    member = _key_member(path)
    if member is None:
        overwrite(path)
        return
    handle = _opened(path)
    try:
        os.lseek(handle, member.header_offset, os.SEEK_SET)
        name, extra = _LOCAL_HEADER.unpack(os.read(handle, _LOCAL_HEADER.size))
        _blank(handle, member.header_offset + _LOCAL_HEADER.size + name + extra, member.compress_size)
    finally:
        os.close(handle)


def _key_member(path: Path) -> zipfile.ZipInfo | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(archive.namelist())
            if len(names) != 2 or KEY_FILE not in names or not any(_DATABASE.fullmatch(name) for name in names):
                return None
            return archive.getinfo(KEY_FILE)
    except (OSError, *_TORN):
        return None


def _opened(path: Path) -> int:
    """A handle for writing. Raises OSError (ELOOP) for a link."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags)
    except PermissionError:
        if not is_plain_file(path):
            raise
        path.chmod(0o600)  # a read-only file of one's own
        return os.open(path, flags)


def _blank(handle: int, start: int, length: int) -> None:
    os.lseek(handle, start, os.SEEK_SET)
    while length > 0:
        length -= os.write(handle, os.urandom(min(length, _CHUNK)))
    os.fsync(handle)
