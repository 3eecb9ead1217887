"""Bits flipped and ends cut off in the key file, the journal and its backups.

Each damage is either said by `verify`, or everything read back is what it was. Nothing crashes, and
nothing opens with other content.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from journal.app import check_ins, keys
from journal.app.backups import open_backup
from journal.host.clock import SystemClock
from journal.model.errors import JournalError
from trials.children import Say, run_child
from trials.journals import PASSPHRASE, contents, new_journal, opened
from trials.outcomes import Outcome, scaled

FLIPS = 2000
CUTS = 200
BATCH = 100

Damage = Callable[[bytes], bytes]


def outcomes() -> list[Outcome]:
    """The key file byte by byte, its copy, the database and a backup by chance."""
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        model = Path(name) / "model"
        known = _prepared(model)
        key_file, database = "journal/journal.keys", "journal/journal-1.db"
        size = (model / key_file).stat().st_size
        every = [
            _flip_at(byte, random.Random(byte).randrange(8)) for byte in range(0, size, round(size / scaled(size)))
        ]
        return [
            _tried("every byte of the key file flipped", Path(name), model, key_file, every, known),
            _tried("bits of the journal flipped", Path(name), model, database, list(_flips(1)), known),
            _tried("the journal cut off", Path(name), model, database, list(_cuts(2)), known),
            _tried("bits of a backup flipped", Path(name), model, "backup.zip", list(_flips(3)), known),
            _tried("a backup cut off", Path(name), model, "backup.zip", list(_cuts(4)), known),
        ]


def _prepared(folder: Path) -> dict[str, str]:
    folder.mkdir()
    journal = new_journal(folder / "journal")
    for number in range(30):
        check_ins.log(journal, {"anxiety": float(number % 5), "guilt": 2.0}, note=f"note {number}")
    journal.store.backup_to(folder / "backup.zip")
    known = contents(journal)
    journal.close()
    return known


def _tried(what: str, at: Path, model: Path, name: str, damages: list[Damage], known: dict[str, str]) -> Outcome:
    outcome = Outcome(what, len(damages))
    for start in range(0, len(damages), BATCH):
        batch = damages[start : start + BATCH]
        ended = run_child(lambda say, batch=batch: _batch(at, model, name, batch, known, say), None)  # type: ignore[misc]
        for line in ended.lines:
            verdict, _, rest = line.partition(" ")
            if verdict == "fault":
                outcome.fault(rest)
            else:
                outcome.count(rest)
        if ended.code != 0:
            outcome.fault(f"the program crashed after {len(ended.lines)} of a batch")
    return outcome


def _batch(at: Path, model: Path, name: str, batch: list[Damage], known: dict[str, str], say: Say) -> None:
    for number, damage in enumerate(batch):
        folder = at / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(model, folder)
        target = folder / name
        before = target.read_bytes()
        after = damage(before)
        target.write_bytes(after)
        said = _said_by_verify(folder, name)
        same = _reads_back(folder, name, known)
        if after == before:
            say("count not damaged")
        elif same is False:
            say(f"fault damage {number}: opens with other content")
        elif not said and same is not True:
            say(f"fault damage {number}: verify says nothing, and it does not read back")
        else:
            say(f"count {'said by verify' if said else 'read back as it was'}")


def _said_by_verify(folder: Path, name: str) -> bool:
    target = folder / (name if name.endswith(".zip") else "journal")
    try:
        return bool(keys.verify(target, PASSPHRASE, SystemClock()).faults)
    except JournalError:
        return True


def _reads_back(folder: Path, name: str, known: dict[str, str]) -> bool | None:
    """Whether it opens with the content it had; None if it does not open at all, or says damage."""
    try:
        if name.endswith(".zip"):
            journal = open_backup(folder / name, folder / "again", SystemClock(), passphrase=PASSPHRASE)
        else:
            journal = opened(folder / "journal")
    except JournalError:
        return None
    try:
        return contents(journal) == known
    except JournalError:
        return None
    finally:
        journal.close()


def _flip_at(byte: int, bit: int) -> Damage:
    def damage(data: bytes) -> bytes:
        changed = bytearray(data)
        changed[byte % len(changed)] ^= 1 << bit
        return bytes(changed)

    return damage


def _flips(seed: int) -> Iterator[Damage]:
    chance = random.Random(seed)
    return (_flip_at(chance.randrange(1 << 31), chance.randrange(8)) for _ in range(scaled(FLIPS)))


def _cuts(seed: int) -> Iterator[Damage]:
    chance = random.Random(seed)
    return (_cut(chance.random()) for _ in range(scaled(CUTS)))


def _cut(share: float) -> Damage:
    return lambda data: data[: int(len(data) * share)]
