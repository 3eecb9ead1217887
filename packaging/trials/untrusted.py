"""Files that nobody should trust, given to every reader: random, mutated, too deep, too large, too small.

Each is read, or refused with one of the journal's errors; nothing else comes out, nothing is half
written, and memory stays within bounds. The seeds of what went wrong are printed, and the files kept
under `packaging/trials/seeds`. TORTURE_ONLY names a part of what the trials are called.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import tempfile
import time
import traceback
from pathlib import Path

from journal.model.errors import JournalError
from trials.bombs import bombs
from trials.children import CRASHED, Say, run_child
from trials.journals import new_journal
from trials.outcomes import Outcome, scaled
from trials.readers import Reader, chance_of, readers
from trials.samples import samples

SECONDS = 1500
BATCH_S = 10.0
LONGEST_S = 60.0
MEMORY_MIB = 700
SEEDS = Path(__file__).with_name("seeds")


def outcomes() -> list[Outcome]:
    """Twenty-five minutes of odd files in all, then the deliberate bombs."""
    only = os.environ.get("TORTURE_ONLY", "").casefold()
    with tempfile.TemporaryDirectory(prefix="torture-", dir=_in_memory()) as name:
        folder = Path(name)
        found = readers(samples(folder))
        new_journal(folder / "empty").close()
        seconds = scaled(SECONDS) / len(found)
        fuzzed = [_fuzzed(each, folder, seconds) for each in found if only in each.what.casefold()]
    with tempfile.TemporaryDirectory(prefix="torture-") as name:
        new_journal(Path(name) / "journal").close()
        return [*fuzzed, *bombs(Path(name), only)]


def _in_memory() -> str | None:
    """Where a journal is written without waiting for a disk: kills and power are tried elsewhere."""
    return "/dev/shm" if Path("/dev/shm").is_dir() and "TMPDIR" not in os.environ else None  # noqa: S108


def _fuzzed(reader: Reader, folder: Path, seconds: float) -> Outcome:
    outcome = Outcome(reader.what)
    until = time.monotonic() + seconds
    first = int(time.time())
    while time.monotonic() < until:
        first += 1_000_000
        for_s = min(BATCH_S, max(1.0, until - time.monotonic()))
        work = lambda say, first=first, for_s=for_s: _batch(reader, folder, first, for_s, say)  # noqa: E731
        ended = run_child(work, for_s + LONGEST_S)
        for line in ended.lines:
            verdict, _, rest = line.partition("\t")
            if verdict == "peak":
                outcome.figures["MiB"] = max(int(rest), int(outcome.figures.get("MiB", 0)))
                continue
            outcome.rounds += 1
            outcome.count(verdict) if verdict != "fault" else outcome.fault(rest)
        if ended.code is None:
            outcome.fault(f"not done after {LONGEST_S:g} s: round {len(ended.lines) + 1} from seed {first}")
        elif ended.code == CRASHED:
            outcome.fault(f"the program crashed in the batch from seed {first}")
    outcome.figures["seeds to"] = first
    return outcome


def _batch(reader: Reader, folder: Path, first: int, for_s: float, say: Say) -> None:
    _bound_memory()
    with tempfile.TemporaryDirectory(prefix="torture-", dir=folder) as name:
        place = Path(name)
        for journal in ("journal", "empty"):
            shutil.copytree(folder / journal, place / journal)
        until = time.monotonic() + for_s
        number = first
        while time.monotonic() < until:
            number += 1
            verdict = _one(reader, place, number)
            say(verdict)
            if verdict.startswith("fault"):
                break  # the journal may not be what it was
        say(f"peak\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}")


def _one(reader: Reader, place: Path, number: int) -> str:
    data = reader.make(chance_of(number))
    try:
        return reader.read(data, place)
    except JournalError as error:
        return error.code
    except Exception as error:  # noqa: BLE001 any other is what we look for
        SEEDS.mkdir(exist_ok=True)
        (SEEDS / f"{re.sub('[^a-z0-9]+', '-', reader.what.casefold())}-{number}").write_bytes(data)
        last = traceback.extract_tb(error.__traceback__)[-1]
        said = " ".join(str(error).split())[:160]
        return f"fault\tseed {number}: {type(error).__name__} ({Path(last.filename).name}:{last.lineno}) {said}"


def _bound_memory() -> None:
    size = MEMORY_MIB * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size * 4, size * 4))
