"""Longer work, killed at a random moment of it: what was in the journal before is in it afterwards."""

from __future__ import annotations

import importlib.util
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from journal.app import check_ins, keys
from journal.app.backups import open_backup
from journal.app.journal import Journal
from journal.app.vaults import has_journal
from journal.host.clock import SystemClock
from journal.model.errors import JournalError, WrongPassphrase
from trials.children import CRASHED, Say, run_child
from trials.journals import PASSPHRASE, contents, new_journal, opened, strays
from trials.outcomes import Outcome, scaled

ROUNDS = 100
ENTRIES = 60
GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "golden" / "schema-1.zip"
GOLDEN_PASSPHRASE = "quiet harbour lights"
NEW_PASSPHRASE = "a second set of lights"


@dataclass(frozen=True)
class Work:
    """Something that takes a while: what it does in a folder, and what must hold afterwards."""

    what: str
    act: Callable[[Path, Say], None]
    check: Callable[[Path, dict[str, str]], list[str]]
    golden: bool = False


def outcomes() -> list[Outcome]:
    """One for each kind of work."""
    works = [
        Work("killed while migrating", _migrate, _check_same, golden=True),
        Work("killed while changing the passphrase", _change_passphrase, _check_either_passphrase),
        Work("killed while making a recovery code", _new_code, _check_same),
        Work("killed while backing up", _back_up, _check_backups),
        Work("killed while restoring", _restore, _check_restored),
        *_later_works(),
    ]
    return [_tried(work) for work in works]


def _later_works() -> list[Work]:
    later = {
        "journal.app.rotations": Work("killed while renewing the data key", _rotate, _check_same),
        "journal.app.merges": Work("killed while merging", _merge, _check_merged),
    }
    return [work for module, work in later.items() if importlib.util.find_spec(module)]


def _tried(work: Work) -> Outcome:
    outcome = Outcome(work.what, scaled(ROUNDS))
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        model = Path(name) / "model"
        known = _prepared(model, golden=work.golden)
        lasts_s = _lasts(work, model, Path(name) / "timed")
        outcome.figures["lasts ms"] = round(lasts_s * 1000)
        for round_ in range(outcome.rounds):
            folder = Path(name) / f"round-{round_}"
            shutil.copytree(model, folder)
            _round(outcome, work, folder, known, random.Random(round_).uniform(0, lasts_s * 1.15))
            shutil.rmtree(folder)
    return outcome


def _prepared(folder: Path, *, golden: bool) -> dict[str, str]:
    """A folder with `journal`, and `other` beside it where the work needs a second copy."""
    folder.mkdir()
    if golden:
        from journal.store.backups import restore_backup

        restore_backup(GOLDEN, folder / "journal")
        shutil.copytree(folder / "journal", folder / "upgraded")
        return _contents(folder / "upgraded")
    journal = new_journal(folder / "journal")
    _fill(journal, 1)
    journal.store.backup_to(folder / "backup.zip")
    known = contents(journal)
    journal.close()
    shutil.copytree(folder / "journal", folder / "other")
    other = opened(folder / "other")
    _fill(other, 2)
    other.close()
    return known


def _fill(journal: Journal, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(ENTRIES):
        at = datetime.now().replace(microsecond=0) - timedelta(hours=number + seed)  # noqa: DTZ005 local
        check_ins.log(journal, {"anxiety": float(chance.randint(0, 4)), "guilt": 1.0}, at=at, note=f"note {number}")


def _contents(folder: Path, passphrase: str = PASSPHRASE) -> dict[str, str]:
    journal = opened(folder, passphrase)
    try:
        if journal.store.full_check():
            raise RuntimeError("the database is not whole")
        return {key: mark for key, mark in contents(journal).items() if not key.startswith("setting:checked")}
    finally:
        journal.close()


def _lasts(work: Work, model: Path, folder: Path) -> float:
    """How long the work takes when nobody kills it, from the moment it says it begins."""
    shutil.copytree(model, folder)
    begun = [0.0]
    ended = run_child(lambda say: work.act(folder, say), None, wait_for="begin")
    begun[0] = float(next(line.split()[1] for line in ended.lines if line.startswith("begin")))
    done = float(next(line.split()[1] for line in ended.lines if line.startswith("done")))
    return done - begun[0]


def _round(outcome: Outcome, work: Work, folder: Path, known: dict[str, str], kill_after_s: float) -> None:
    ended = run_child(lambda say: work.act(folder, say), kill_after_s, wait_for="begin")
    if ended.code == CRASHED:
        outcome.fault("the work itself failed")
    outcome.count("killed within", not any(line.startswith("done") for line in ended.lines))
    try:
        outcome.faults += work.check(folder, known)
    except Exception as error:  # noqa: BLE001 whatever it is, it must not be
        outcome.fault(f"after {kill_after_s * 1000:.0f} ms: {error!r}")


def _begin(say: Say) -> None:
    say(f"begin {time.monotonic()}")


def _done(say: Say) -> None:
    say(f"done {time.monotonic()}")


def _migrate(folder: Path, say: Say) -> None:
    _begin(say)
    opened(folder / "journal", GOLDEN_PASSPHRASE).close()
    _done(say)


def _change_passphrase(folder: Path, say: Say) -> None:
    from journal.store.vault import FAST_KDF

    journal = opened(folder / "journal")
    _begin(say)
    keys.change_passphrase(journal, NEW_PASSPHRASE, kdf=FAST_KDF)
    _done(say)
    journal.close()


def _new_code(folder: Path, say: Say) -> None:
    journal = opened(folder / "journal")
    _begin(say)
    keys.new_recovery_code(journal)
    _done(say)
    journal.close()


def _back_up(folder: Path, say: Say) -> None:
    journal = opened(folder / "journal")
    _begin(say)
    journal.store.back_up()
    _done(say)
    journal.close()


def _restore(folder: Path, say: Say) -> None:
    _begin(say)
    open_backup(folder / "backup.zip", folder / "restored", SystemClock(), passphrase=PASSPHRASE).close()
    _done(say)


def _rotate(folder: Path, say: Say) -> None:
    from journal.app.rotations import rotate_data_key

    journal = opened(folder / "journal")
    _begin(say)
    rotate_data_key(journal, PASSPHRASE)
    _done(say)


def _merge(folder: Path, say: Say) -> None:
    from journal.app.merges import merge

    journal = opened(folder / "journal")
    _begin(say)
    merge(journal, folder / "other", passphrase=PASSPHRASE)
    _done(say)
    journal.close()


def _check_same(folder: Path, known: dict[str, str], passphrase: str = PASSPHRASE) -> list[str]:
    faults = [] if _contents(folder / "journal", passphrase) == known else ["the content is not the same"]
    left = strays(folder / "journal")
    return [*faults, *([f"left behind: {left}"] if left else [])]


def _check_either_passphrase(folder: Path, known: dict[str, str]) -> list[str]:
    try:
        return _check_same(folder, known)
    except WrongPassphrase:
        return _check_same(folder, known, NEW_PASSPHRASE)


def _check_backups(folder: Path, known: dict[str, str]) -> list[str]:
    faults = _check_same(folder, known)
    for backup in (folder / "journal" / "backups").glob("*"):  # what was begun is swept by now
        report = keys.verify(backup, PASSPHRASE, SystemClock())
        faults += [f"{backup.name}: {problem}" for problem in report.problems]
    return faults


def _check_restored(folder: Path, known: dict[str, str]) -> list[str]:
    target = folder / "restored"
    if target.exists() and has_journal(target):
        return [] if _contents(target) == known else ["a restored journal is not the same"]
    try:
        open_backup(folder / "backup.zip", target, SystemClock(), passphrase=PASSPHRASE).close()
    except JournalError as error:
        return [f"cannot be restored again: {error!r}"]
    faults = [] if _contents(target) == known else ["restored again it is not the same"]
    left = strays(target)
    return [*faults, *([f"left behind: {left}"] if left else [])]


def _check_merged(folder: Path, known: dict[str, str]) -> list[str]:
    now = _contents(folder / "journal")
    both = known | _contents(folder / "other")
    faults = [] if now in (known, both) else ["neither before nor after the merge"]
    left = strays(folder / "journal")
    return [*faults, *([f"left behind: {left}"] if left else [])]
