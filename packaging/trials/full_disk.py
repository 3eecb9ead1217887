"""A full disk: every writing call in turn fails, once or from there on, while a person logs, backs up, and so on.

A library that is loaded before the system's own lets the n-th write, truncation, sync or rename in the
journal's folder fail with ENOSPC. Whatever was acknowledged before must be there once there is space
again; the fault must come as one of the journal's errors; and work must go on in the same process.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from journal.app import check_ins, history, keys
from journal.app.backups import open_backup
from journal.app.journal import Journal
from journal.host.clock import SystemClock
from journal.model.errors import DiskFull, JournalError
from trials.children import CRASHED, Say, run_child
from trials.journals import PASSPHRASE, contents, new_journal, opened, strays
from trials.outcomes import Outcome, scaled

SOURCE = Path(__file__).with_suffix(".c")
LIBRARY = "TORTURE_FULL_DISK"
EXPECTED = "expected"


def outcomes() -> list[Outcome]:
    """One for each piece of work, and the small disk where one can be mounted."""
    if LIBRARY not in os.environ:
        return [*_with_library(), _small_disk()]
    return [_tried(name, act) for name, act in WORKS.items()]


def _with_library() -> list[Outcome]:
    """Start this trial again with the library loaded, which a running process cannot do."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        library = Path(name) / "full_disk.so"
        built = subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"],
            check=False,
            capture_output=True,
            text=True,
        )
        if built.returncode:
            return [Outcome("full disk", not_run=f"no C compiler: {built.stderr[:80]}")]
        environment = {**os.environ, "LD_PRELOAD": str(library), LIBRARY: str(library)}
        code = "import sys; from trials import full_disk, outcomes; found = full_disk.outcomes(); "
        code += "import json; json.dump([vars(o) for o in found], open(sys.argv[1], 'w'))"
        answer = Path(name) / "answer.json"
        subprocess.run([sys.executable, "-c", code, answer], check=True, env=environment)
        import json

        return [Outcome(**fields) for fields in json.loads(answer.read_text())]


def _tried(name: str, act: Callable[[Path, Callable[[str], None]], None]) -> Outcome:
    outcome = Outcome(f"full disk while {name}")
    with tempfile.TemporaryDirectory(prefix="torture-") as at:
        calls = _calls(Path(at) / "counted", act)
        outcome.figures["writing calls"] = calls
        for stays in (False, True):
            for number in range(1, calls + 1, round(calls / scaled(calls))):
                outcome.rounds += 1
                _round(outcome, Path(at) / f"{number}-{int(stays)}", act, number, stays=stays)
    return outcome


def _calls(folder: Path, act: Callable[[Path, Callable[[str], None]], None]) -> int:
    _prepared(folder)

    def work(say: Say) -> None:
        library = _armed(folder, 0, stays=False)
        act(folder, say)
        say(f"calls {library.full_disk_count()}")

    ended = run_child(work, None)
    return int(ended.lines[-1].split()[1])


def _round(
    outcome: Outcome, folder: Path, act: Callable[[Path, Callable[[str], None]], None], number: int, *, stays: bool
) -> None:
    known = _prepared(folder)

    def work(say: Say) -> None:
        _armed(folder, number, stays=stays)
        try:
            act(folder, say)
        except DiskFull:
            say(EXPECTED)
        except JournalError as error:
            say(f"other {error.code}")

    ended = run_child(work, None)
    if ended.code == CRASHED or ended.code is None:
        outcome.fault(f"call {number}: not an error of the journal")
    for line in ended.lines:
        outcome.count("full disk said", line == EXPECTED)
        if line.startswith("other"):
            outcome.count(line)
    said = [line.partition("=") for line in ended.lines if line.startswith("entry:")]
    begun = {line.split()[1] for line in ended.lines if line.startswith("begin ")}
    # What was in hand when the disk was full may be as before or as after.
    sure = {key: mark for key, mark in known.items() if key not in begun}
    _look(outcome, folder, sure | {key: mark for key, _, mark in said}, number)


def _look(outcome: Outcome, folder: Path, known: dict[str, str], number: int) -> None:
    """There is space again: everything acknowledged is there, and one more entry can be written."""
    try:
        journal = opened(folder / "journal")
    except JournalError as error:
        outcome.fault(f"call {number}: does not open afterwards: {error!r}")
        return
    now = contents(journal)
    lost = [key for key, mark in known.items() if now.get(key) != mark and not key.startswith("setting:")]
    if lost:
        outcome.fault(f"call {number}: lost or changed: {lost[:3]}")
    if journal.store.full_check():
        outcome.fault(f"call {number}: the database is not whole")
    check_ins.log(journal, {"anxiety": 1.0})
    journal.close()
    if left := strays(folder / "journal"):
        outcome.fault(f"call {number}: left behind: {left}")


def _armed(folder: Path, number: int, *, stays: bool) -> ctypes.CDLL:
    library = ctypes.CDLL(os.environ[LIBRARY])
    library.full_disk_arm(str(folder.resolve()).encode(), number, int(stays))
    return library


def _prepared(folder: Path) -> dict[str, str]:
    folder.mkdir()
    journal = new_journal(folder / "journal")
    for number in range(6):
        _log(journal, number)
    journal.store.backup_to(folder / "backup.zip")
    known = contents(journal)
    journal.close()
    return known


def _log(journal: Journal, number: int) -> str:
    at = datetime.now().replace(microsecond=0) - timedelta(hours=number + 1)  # noqa: DTZ005 local
    entry = check_ins.log(journal, {"anxiety": float(number % 5), "guilt": 1.0}, at=at, note=f"note {number}")
    return f"entry:{entry.id}"


def _acknowledge(journal: Journal, say: Say, key: str) -> None:
    say(f"{key}={contents(journal).get(key, '')}")


def _log_some(folder: Path, say: Say) -> None:
    """Log four entries, each tried again once after a fault: there may be space by then."""
    journal = opened(folder / "journal")
    for number in range(4):
        with _once_more(say):
            _acknowledge(journal, say, _log(journal, 10 + number))
    journal.close()


def _edit_some(folder: Path, say: Say) -> None:
    journal = opened(folder / "journal")
    entries = journal.store.entries.between(date.min, date.max)
    for entry in entries[:2]:
        say(f"begin entry:{entry.id}")
    with _once_more(say):
        history.edit(journal, entries[0].id, {"anxiety": 4.0}, note="changed")
        _acknowledge(journal, say, f"entry:{entries[0].id}")
    with _once_more(say):
        history.delete(journal, entries[1].id)
        history.undo(journal)
    journal.close()


@contextlib.contextmanager
def _once_more(say: Say) -> Iterator[None]:
    """A fault is told; what comes after it goes on in the same process."""
    try:
        yield
    except DiskFull:
        say(EXPECTED)


def _back_up(folder: Path, say: Say) -> None:  # noqa: ARG001 as the others
    journal = opened(folder / "journal")
    journal.store.back_up()
    journal.close()


def _restore(folder: Path, say: Say) -> None:  # noqa: ARG001 as the others
    open_backup(folder / "backup.zip", folder / "restored", SystemClock(), passphrase=PASSPHRASE).close()


def _change_passphrase(folder: Path, say: Say) -> None:  # noqa: ARG001 as the others
    from journal.store.vault import FAST_KDF

    journal = opened(folder / "journal")
    keys.change_passphrase(journal, PASSPHRASE, kdf=FAST_KDF)
    journal.close()


WORKS: dict[str, Callable[[Path, Callable[[str], None]], None]] = {
    "logging": _log_some,
    "editing, deleting, undoing": _edit_some,
    "backing up": _back_up,
    "restoring": _restore,
    "changing the passphrase": _change_passphrase,
}


def _small_disk() -> Outcome:
    """A disk of one mebibyte, filled by logging until it is full, then freed."""
    outcome = Outcome("a small disk, filled by logging", 1)
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        disk = Path(name) / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False, capture_output=True
        )
        if mounted.returncode:
            outcome.not_run = "mounting is not allowed here"
            return outcome
        try:
            _fill_disk(outcome, disk)
        finally:
            subprocess.run(["umount", disk], check=False)
    return outcome


def _fill_disk(outcome: Outcome, disk: Path) -> None:
    journal = new_journal(disk / "journal")
    ballast = disk / "ballast"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    ballast.write_bytes(b"x" * max(0, free - 200_000))
    known: dict[str, str] = {}
    try:
        for number in range(10_000):
            key = _log(journal, number)
            known[key] = contents(journal)[key]
            outcome.count("entries until full")
    except DiskFull:
        outcome.count("full disk said")
    else:
        outcome.fault("the disk never became full")
    ballast.unlink()
    key = _log(journal, 1)
    known[key] = contents(journal)[key]
    journal.close()
    again = opened(disk / "journal")
    now = contents(again)
    lost = [key for key, mark in known.items() if now.get(key) != mark]
    if lost or again.store.full_check():
        outcome.fault(f"lost or not whole: {lost[:3]}")
    again.close()
