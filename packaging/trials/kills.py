"""Logging and editing by the real app layer, killed at random moments.

Every change says beforehand which records it touches and afterwards what they hold. Once the journal
is opened again, each record that was acknowledged must be as it was said, and the one in hand must be
as before or as after, never between: its note carries a checksum of the answers it came with.
"""

from __future__ import annotations

import random
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from journal.app import check_ins, history
from journal.app.journal import Journal
from journal.model.errors import NothingToRedo
from trials.children import CRASHED, Say, run_child
from trials.journals import contents, digest, new_journal, opened, sealed, strays, whole
from trials.outcomes import Outcome, scaled

ROUNDS = 500
LONGEST_S = 0.15
KEYS = ("anxiety", "flashbacks", "guilt", "low_mood", "numb", "irritability", "hypervigilance", "unreal")


def outcomes() -> list[Outcome]:
    """The one trial."""
    outcome = Outcome("killed while logging and editing", scaled(ROUNDS))
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        folder = Path(name) / "journal"
        journal = new_journal(folder)
        known = contents(journal)
        journal.close()
        for round_ in range(outcome.rounds):
            known = _round(outcome, folder, known, round_)
        _last_look(outcome, folder)
    return [outcome]


def _round(outcome: Outcome, folder: Path, known: dict[str, str], seed: int) -> dict[str, str]:
    chance = random.Random(seed)
    ended = run_child(lambda say: _work(folder, seed, say), chance.uniform(0, LONGEST_S), wait_for="open")
    if ended.code == CRASHED:
        outcome.fault(f"round {seed}: the work itself failed")
    in_hand: set[str] = set()
    for line in ended.lines:
        verb, *words = line.split()
        if verb == "begin":
            in_hand = set(words)
        elif verb == "done":
            outcome.count("acknowledged")
            in_hand = set()
            for word in words:
                key, _, mark = word.partition("=")
                known[key] = mark
                if not mark:
                    del known[key]
    return _look(outcome, folder, known, in_hand, seed)


def _look(outcome: Outcome, folder: Path, known: dict[str, str], in_hand: set[str], seed: int) -> dict[str, str]:
    try:
        journal = opened(folder)
    except Exception as error:  # noqa: BLE001 whatever it is, it must not be
        outcome.fault(f"round {seed}: does not open: {error!r}")
        return known
    try:
        now = contents(journal)
        _compare(outcome, known, now, in_hand, seed)
        for entry in journal.store.entries.between(date.min, date.max):
            if not whole(journal, entry):
                outcome.fault(f"round {seed}: half a change in {entry.id}")
        if seed % 20 == 0 and journal.store.full_check():
            outcome.fault(f"round {seed}: the database is not whole")
    finally:
        journal.close()
    if left := strays(folder):
        outcome.fault(f"round {seed}: left behind: {left}")
    outcome.count("killed within a change", bool(in_hand))
    return now


def _compare(outcome: Outcome, known: dict[str, str], now: dict[str, str], in_hand: set[str], seed: int) -> None:
    for key in known.keys() | now.keys():
        if key in in_hand or ("new" in in_hand and key not in known) or key.startswith("setting:"):
            continue
        if known.get(key) != now.get(key):
            lost = "lost" if key not in now else "never acknowledged" if key not in known else "changed"
            outcome.fault(f"round {seed}: {key} {lost}")


def _last_look(outcome: Outcome, folder: Path) -> None:
    journal = opened(folder)
    if journal.store.full_check():
        outcome.fault("at the end: the database is not whole")
    outcome.figures["entries at the end"] = journal.store.entries.count()
    journal.close()


def _work(folder: Path, seed: int, say: Say) -> None:
    chance = random.Random(seed * 7919 + 1)
    journal = opened(folder)
    say("open")
    while True:
        chance.choice((_log, _log, _edit, _edit, _delete, _undo, _redo))(journal, chance, say)


def _values(chance: random.Random) -> dict[str, float]:
    return {key: float(chance.randint(0, 4)) for key in chance.sample(KEYS, chance.randint(1, len(KEYS)))}


def _log(journal: Journal, chance: random.Random, say: Say) -> None:
    values = _values(chance)
    at = datetime.now().replace(microsecond=0) - timedelta(minutes=chance.randint(1, 100_000))  # noqa: DTZ005 local
    say("begin new")
    entry = check_ins.log(journal, dict(values), at=at, note=sealed(values))
    say(f"done entry:{entry.id}={digest(journal.store.entries.get(entry.id))}")


def _some_entry(journal: Journal, chance: random.Random) -> str | None:
    day = date.today() - timedelta(days=chance.randint(0, 69))  # noqa: DTZ011 local
    found = journal.store.entries.between(day, date.max)
    return chance.choice(found).id if found else None


def _edit(journal: Journal, chance: random.Random, say: Say) -> None:
    entry_id = _some_entry(journal, chance)
    if entry_id is None:
        return
    values = _values(chance)
    answers: dict[str, float | history.Clear] = dict.fromkeys(KEYS, history.Clear.CLEAR)
    answers.update(values)
    say(f"begin entry:{entry_id}")
    history.edit(journal, entry_id, answers, note=sealed(values))
    say(f"done entry:{entry_id}={digest(journal.store.entries.get(entry_id))}")


def _delete(journal: Journal, chance: random.Random, say: Say) -> None:
    entry_id = _some_entry(journal, chance)
    if entry_id is None or chance.random() < 0.5:
        return
    say(f"begin entry:{entry_id}")
    history.delete(journal, entry_id)
    say(f"done entry:{entry_id}=")


def _undo(journal: Journal, _chance: random.Random, say: Say) -> None:
    standing = journal.store.changes.history()
    if not standing:
        return
    say("begin " + " ".join(f"entry:{entry_id}" for entry_id in standing[0].entry_ids))
    _told(journal, say, history.undo(journal).entry_ids)


def _redo(journal: Journal, _chance: random.Random, say: Say) -> None:
    # Which step comes back is not told beforehand: any record may be in hand until it is said.
    say("begin new " + " ".join(contents(journal)))
    try:
        step = history.redo(journal)
    except NothingToRedo:
        say("done")
        return
    _told(journal, say, step.entry_ids)


def _told(journal: Journal, say: Say, entry_ids: tuple[str, ...]) -> None:
    marks = []
    for entry_id in entry_ids:
        entry = journal.store.entries.get(entry_id)
        marks.append(f"entry:{entry_id}={digest(entry) if entry else ''}")
    say("done " + " ".join(marks))
