"""Files that nobody should trust, given to every reader: random, mutated, too deep, too large, too small.

Each is read, or refused with one of the journal's errors; nothing else comes out, and memory stays
within bounds. The seeds of what went wrong are printed, and kept under `packaging/trials/seeds`.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from journal.app import keys
from journal.app.imports import mapping_template, preview
from journal.app.journal import Journal
from journal.host.clock import SystemClock
from journal.model.errors import JournalError
from trials.children import CRASHED, Say, run_child
from trials.journals import PASSPHRASE, new_journal, opened
from trials.outcomes import Outcome, scaled

SECONDS = 600
BATCH_S = 10.0
MEMORY_MIB = 700
SEEDS = Path(__file__).with_name("seeds")

CSV = b'date,time,mood,note\n2026-01-01,08:30,3,ok\n2026-01-02,21:15,4,"two, words"\n'
MAPPING = b"""layout = "wide"
zone = "Europe/Amsterdam"
[date]
column = "date"
format = "%Y-%m-%d"
[time]
column = "time"
format = "%H:%M"
[[item]]
column = "mood"
key = "anxiety"
rescale = true
min = 0
max = 10
[[note]]
column = "note"
"""
ODD = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xf0\x9f\x8c\x8a", b"\xe2\x80\xae", b"\x1b[2J"),
    *(b"NaN", b"1e999", b"-0", b"99999999999999999999999999", b"null", b"true", b"=1+1", b"%s%n", b"../../x"),
    *(b"0001-01-01", b"9999-12-31", b"2026-02-31", b"25:61", b"\\u0000", b"[" * 300, b"{" * 300, b"}"),
    *(b'"', b"'", b";", b"\t", b"\r", b"\n"),
)
ODD_VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 1e308, 2**63, 10**30, 0.1, "", "\x00", "x" * 10_000, "\ud800", [], {}, [[]], {"a": {}}),
    *("2026-02-31", "0001-01-01", "9999-12-31T23:59:59+14:00", "25:61", "NaN", "../../x", "=1+1", "rated", "scale"),
)


def outcomes() -> list[Outcome]:
    """Ten minutes of mutated files in all, then the deliberate bombs."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name)
        seeds = _seeds(folder)
        seconds = scaled(SECONDS) / len(READERS)
        return [*(_fuzzed(what, read, seeds[kind], folder, seconds) for what, kind, read in READERS), *_bombs(folder)]


def _seeds(folder: Path) -> dict[str, bytes]:
    """One good file of each kind."""
    from journal.app import check_ins
    from journal.app.exports import export

    journal = new_journal(folder / "journal")
    check_ins.log(journal, {"anxiety": 2.0}, note="note")
    _treat(journal)
    document = export(journal, "json", notes="all")
    journal.store.backup_to(folder / "x.zip")
    journal.close()
    (folder / "good.json").write_bytes(document)
    return {
        "table": CSV,
        "mapping": MAPPING,
        "leeward": document,
        "backup": (folder / "x.zip").read_bytes(),
        "keys": (folder / "journal" / "journal.keys").read_bytes(),
    }


def _treat(journal: Journal) -> None:
    """A course, a session with a side effect, a medicine with a dose, a practice, a marker, and a total."""
    from journal.app import courses, intakes, markers, medicines, practices, questionnaires, sessions
    from journal.model.practices import PracticeKind

    day = journal.today()
    course = courses.add_course(journal, "ketamine_iv", day, sessions=6)
    session = sessions.begin_session(journal, "ketamine_iv", course_id=course.id)
    sessions.add_point(journal, session.id, journal.item("dizziness"), 2)
    sessions.close_session(journal, session.id)
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=day, dose=50.0, times=(480,))
    intakes.take(journal, medicine.id)
    practices.add_practice(journal, PracticeKind.BREATHING, minutes=5)
    markers.add_marker(journal, day, "Moved")
    questionnaires.save_total(journal, "ISI", 12, day)


def _read_table(data: bytes, folder: Path) -> None:
    path, mapping = folder / "x.csv", folder / "x.toml"
    path.write_bytes(data)
    mapping.write_bytes(MAPPING)
    _preview(folder, path, mapping)


def _read_mapping(data: bytes, folder: Path) -> None:
    path, mapping = folder / "x.csv", folder / "x.toml"
    path.write_bytes(CSV)
    mapping.write_bytes(data)
    _preview(folder, path, mapping)


def _read_alone(data: bytes, folder: Path) -> None:
    path = folder / "unknown"
    path.write_bytes(data)
    _preview(folder, path, None)


def _read_changed_values(data: bytes, folder: Path) -> None:
    """Still JSON, with other values: what a text mutation hardly ever makes."""
    chance = random.Random(data)
    document = json.loads((folder.parent / "good.json").read_bytes())
    for _ in range(chance.choice((1, 1, 2, 4))):
        _change_a_value(document, chance)
    _read_alone(json.dumps(document).encode(), folder)


def _change_a_value(value: Any, chance: random.Random) -> None:
    while isinstance(value, dict | list) and value:
        key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        if chance.random() < 0.3 or not isinstance(value[key], dict | list) or not value[key]:
            if chance.random() < 0.15:
                del value[key]
            else:
                value[key] = chance.choice(ODD_VALUES)
            return
        value = value[key]


def _read_template(data: bytes, folder: Path) -> None:
    path = folder / "x.csv"
    path.write_bytes(data)
    mapping_template(path)


def _read_backup(data: bytes, folder: Path) -> None:
    path = folder / "x.zip"
    path.write_bytes(data)
    keys.verify(path, PASSPHRASE, SystemClock())


def _read_keys(data: bytes, folder: Path) -> None:
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / "journal" / name).write_bytes(data)
    opened(folder / "journal").close()


def _preview(folder: Path, path: Path, mapping: Path | None) -> None:
    preview(_journal_of(folder), path, mapping=mapping)


@cache
def _journal_of(folder: Path) -> Journal:
    """One opened journal for a whole batch; it goes with the child process."""
    return opened(folder / "journal")


READERS: tuple[tuple[str, str, Callable[[bytes, Path], None]], ...] = (
    ("mutated tables", "table", _read_table),
    ("mutated mapping files", "mapping", _read_mapping),
    ("mutated leeward files", "leeward", _read_alone),
    ("leeward files with odd values", "leeward", _read_changed_values),
    ("tables of which a mapping is made", "table", _read_template),
    ("mutated backups", "backup", _read_backup),
    ("mutated key files", "keys", _read_keys),
)


def _fuzzed(what: str, read: Callable[[bytes, Path], None], seed: bytes, folder: Path, seconds: float) -> Outcome:
    outcome = Outcome(what)
    until = time.monotonic() + seconds
    first = int(time.time())
    while time.monotonic() < until:
        first += 1_000_000
        ended = run_child(lambda say, first=first: _batch(read, seed, folder, first, say), None)  # type: ignore[misc]
        for line in ended.lines:
            verdict, _, rest = line.partition(" ")
            outcome.rounds += verdict != "fault"
            outcome.count(verdict) if verdict != "fault" else outcome.fault(rest)
        if ended.code is None or ended.code == CRASHED:
            outcome.fault(f"the program crashed in the batch from seed {first}")
    return outcome


def _batch(read: Callable[[bytes, Path], None], seed: bytes, folder: Path, first: int, say: Say) -> None:
    _bound_memory()
    with tempfile.TemporaryDirectory(prefix="torture-", dir=folder) as name:
        place = Path(name)
        shutil.copytree(folder / "journal", place / "journal")
        until = time.monotonic() + BATCH_S
        number = first
        while time.monotonic() < until:
            number += 1
            say(_one(read, mutated(seed, number), place, number))


def _one(read: Callable[[bytes, Path], None], data: bytes, place: Path, number: int) -> str:
    try:
        read(data, place)
    except JournalError as error:
        return f"refused {error.code}"
    except Exception as error:  # noqa: BLE001 any other is what we look for
        SEEDS.mkdir(exist_ok=True)
        (SEEDS / f"{read.__name__.strip('_')}-{number}").write_bytes(data)
        return f"fault seed {number}: {type(error).__name__}: {str(error)[:120]}"
    return "read"


def _bound_memory() -> None:
    size = MEMORY_MIB * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size * 4, size * 4))


def mutated(data: bytes, number: int) -> bytes:
    """A file like `data`, changed in a few places; the same for the same number."""
    chance = random.Random(number)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        at = chance.randrange(len(changed) + 1)
        deed = chance.randrange(6)
        if deed == 0:
            changed[at:at] = chance.choice(ODD)
        elif deed == 1:
            del changed[at : at + chance.choice((1, 2, 10, 200))]
        elif deed == 2 and changed:
            changed[min(at, len(changed) - 1)] ^= 1 << chance.randrange(8)
        elif deed == 3:
            start = chance.randrange(len(changed) + 1)
            changed[at:at] = changed[start : start + chance.randrange(1, 80)]
        elif deed == 4:
            changed[at : at + chance.randrange(1, 20)] = chance.choice(ODD)
        else:
            changed[at:at] = chance.randbytes(chance.randrange(1, 12))
    return bytes(changed)


def _bombs(folder: Path) -> list[Outcome]:
    """Files made to use up memory, to write elsewhere, or to lead elsewhere."""
    outcome = Outcome("bombs, paths that lead out, links")
    for what, make in BOMBS.items():
        outcome.rounds += 1
        ended = run_child(lambda say, make=make: _bomb(folder, make, say), None)  # type: ignore[misc]
        said = ended.lines[-1] if ended.lines else "nothing said"
        if not said.startswith(("refused", "read")):
            outcome.fault(f"{what}: {said}")
        else:
            outcome.count(said.split(" MiB")[0].split()[0])
    return [outcome]


def _bomb(folder: Path, make: Callable[[Path], Path], say: Say) -> None:
    before = _peak_mib()
    with tempfile.TemporaryDirectory(prefix="torture-", dir=folder) as name:
        path = make(Path(name))
        journal = opened(folder / "journal")
        try:
            preview(journal, path, mapping=None)
            verdict = "read"
        except JournalError as error:
            verdict = f"refused {error.code}"
        finally:
            journal.close()
        used = _peak_mib() - before
        say(verdict if used < MEMORY_MIB else f"used {used} MiB")


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _deep_json(folder: Path) -> Path:
    path = folder / "deep.json"
    path.write_text('{"format": "leeward", "entries": ' + "[" * 1_000_000 + "]" * 1_000_000 + "}")
    return path


def _zip_bomb(folder: Path) -> Path:
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("journal.json", "w") as file:
        for _ in range(1024):
            file.write(bytes(1 << 20))
    return path


def _path_out(folder: Path) -> Path:
    path = folder / "out.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.json", json.dumps({"format": "leeward"}))
    return path


def _large_table(folder: Path) -> Path:
    """One gibibyte, sparse where the file system can: a table without an end."""
    path = folder / "large.csv"
    with path.open("wb") as file:
        file.write(CSV)
        line = b"2026-01-03,08:30,3,ok\n" * 50_000
        while file.tell() < 1 << 30:
            file.write(line)
    return path


def _endless_line(folder: Path) -> Path:
    path = folder / "line.csv"
    with path.open("wb") as file:
        file.write(b"date,mood\n2026-01-01,")
        for _ in range(200):
            file.write(b"9" * (1 << 20))
    return path


def _link(folder: Path) -> Path:
    path = folder / "link.csv"
    path.symlink_to("/dev/zero")
    return path


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.csv"
    os.mkfifo(path)
    return path


BOMBS: dict[str, Callable[[Path], Path]] = {
    "a million brackets": _deep_json,
    "a zip that unpacks to a gibibyte": _zip_bomb,
    "a zip whose path leads out": _path_out,
    "a table of a gibibyte": _large_table,
    "a line of 200 MiB": _endless_line,
    "a link to a device": _link,
    "a pipe that nobody writes to": _pipe,
}
