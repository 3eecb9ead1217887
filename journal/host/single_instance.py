"""One window for one journal folder: a second start asks the first to come forward, and ends.

The first listens on a local socket (a named pipe on Windows) that only this person can reach. The
messages are the plain bytes `raise`, the name of a place to go to (`WISHES`), or a backup's path, answered with `done`;
nothing received is ever unpickled.
On Unix a lock file held for as long as the window runs decides who is first, so a socket left
behind by a crash does no harm.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.host.paths import fallback_runtime_folder, make_private, runtime_folder
from journal.host.program import OF_BACKUP

if TYPE_CHECKING:
    from multiprocessing.connection import Listener, _ConnectionBase

RAISE = b"raise"
WISHES = ("today", "calm")
"""Where a further start may ask the window to go, beside coming forward."""

DONE = b"done"
LONGEST_MESSAGE = 4200
"""Bytes; no path is longer than 4096."""
ANSWER_WITHIN_S = 2.0
RETRY_AFTER_S = 0.05
LONGEST_SOCKET_PATH = 100
"""The system's limit is 108 bytes on Linux and 104 on macOS, the ending zero included."""

_FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


class SingleInstance:
    """The claim of the first start on its journal folder, until `close`.

    Where the system refuses a socket, `listening` is false: the window still opens, and the
    journal's own lock keeps a second one out.
    """

    def __init__(self, raised: Callable[..., None], address: str, listener: Listener | None, lock: int | None) -> None:
        self._raised = raised
        self._address = address
        self._listener = listener
        self._lock = lock
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="single instance", daemon=True)
        if listener is not None:
            self._thread.start()

    def listen(self) -> None:
        """Begin to be heard, after a claim with `listen_later`. Whoever asks in between waits a moment."""
        if self._listener is not None or not self._address:
            return
        try:
            self._listener = _listen(self._address)
        except OSError:
            return
        self._thread.start()

    @property
    def listening(self) -> bool:
        """True while a second start would be heard."""
        return self._listener is not None and not self._closing.is_set()

    def close(self) -> None:
        """Give the claim up. May be called twice."""
        if self._listener is not None and not self._closing.is_set():
            self._closing.set()
            _ask(self._address)  # wakes the thread, which waits in accept
            self._thread.join(ANSWER_WITHIN_S)
            self._listener.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _serve(self) -> None:
        assert self._listener is not None  # noqa: S101 the thread runs only with one
        while not self._closing.is_set():
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):
                if self._closing.wait(RETRY_AFTER_S):
                    return
                continue
            with connection:
                self._answer(connection)

    def _answer(self, connection: _ConnectionBase[Any, Any]) -> None:
        try:
            heard = connection.recv_bytes(LONGEST_MESSAGE) if connection.poll(ANSWER_WITHIN_S) else b""
            wish = _wish(heard)
            if (heard == RAISE or wish) and not self._closing.is_set():
                self._raised(*filter(None, [wish]))
                connection.send_bytes(DONE)
        except (OSError, EOFError):
            return


def claim(
    folder: Path, raised: Callable[..., None], *, listen_later: bool = False, wish: str = ""
) -> SingleInstance | None:
    """Claim a journal folder for this process, or bring the window forward that has it and return None.

    `raised` is called on a thread of its own whenever another start asks, with the wish where that has
    one; it must only post to the window's thread. `wish` is one of `WISHES`, `OF_BACKUP` with a path, or
    empty. With `listen_later` the claim is made now, and `listen` opens the socket after the first paint:
    what that needs takes as long to import as a fifth of the whole start.
    """
    try:
        address, lock = _place(folder)
    except BlockingIOError:
        raise_running(folder, wish)
        return None
    except OSError:
        return SingleInstance(raised, "", None, None)
    if listen_later and lock is not None:
        return SingleInstance(raised, address, None, lock)
    try:
        return SingleInstance(raised, address, _listen(address), lock)
    except PermissionError:
        if sys.platform == "win32":  # the pipe exists: another window has it
            raise_running(folder, wish)
            return None
        return SingleInstance(raised, "", None, lock)
    except OSError:
        return SingleInstance(raised, "", None, lock)


def raise_running(folder: Path, wish: str = "") -> bool:
    """Ask the window that has this folder to come forward, and where to go; true if it answered in time."""
    address = _address(folder)
    until = time.monotonic() + ANSWER_WITHIN_S
    while not _ask(address, os.fsencode(wish) or RAISE):
        if time.monotonic() > until:
            return False
        time.sleep(RETRY_AFTER_S)  # it may be between taking the lock and listening
    return True


def _wish(heard: bytes) -> str:
    """The wish in a message; empty for none."""
    try:
        told = os.fsdecode(heard)
    except UnicodeDecodeError:  # on Windows, where not all bytes are a name
        return ""
    return told if told in WISHES or told.startswith(OF_BACKUP) else ""


def _ask(address: str, message: bytes = RAISE) -> bool:
    from multiprocessing.connection import Client

    try:
        with Client(address, _FAMILY) as connection:
            connection.send_bytes(message)
            return connection.poll(ANSWER_WITHIN_S) and connection.recv_bytes(LONGEST_MESSAGE) == DONE
    except (OSError, EOFError):
        return False


def _listen(address: str) -> Listener:
    from multiprocessing.connection import Listener

    if _FAMILY == "AF_PIPE":
        return Listener(address, _FAMILY)
    Path(address).unlink(missing_ok=True)  # left by a crash: the lock says that nobody listens
    listener = Listener(address, _FAMILY, backlog=8)
    Path(address).chmod(0o600)
    return listener


def _place(folder: Path) -> tuple[str, int | None]:
    """The address, and the lock that goes with it. Raises BlockingIOError if another process has it."""
    address = _address(folder)
    if sys.platform == "win32":
        return address, None
    import fcntl

    _check_owner(make_private(Path(address).parent))
    lock = os.open(Path(address).with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise
    return address, lock


def _address(folder: Path) -> str:
    # The real path, so that two ways to write one folder meet; a checksum, so that it does not say the path. A
    # digest would be no better here, and its library takes longer to load than the window to paint.
    real = os.path.normcase(os.path.realpath(folder))
    name = f"{zlib.crc32(os.fsencode(real)):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\leeward-{name}"
    usual = runtime_folder() / f"{name}.sock"
    fits = len(os.fsencode(usual)) <= LONGEST_SOCKET_PATH
    return str(usual if fits else fallback_runtime_folder() / usual.name)


def _check_owner(folder: Path) -> None:
    """Refuse a folder that someone else prepared. Raises PermissionError."""
    status = folder.lstat()
    if sys.platform != "win32" and (status.st_uid != os.getuid() or status.st_mode & 0o077):
        raise PermissionError(folder)
