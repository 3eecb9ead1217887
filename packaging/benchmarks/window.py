"""From Enter on the passphrase to Today and to Trends, a key until "Saved", the longest silence, and memory.

The floors are the derivation of the key alone and a bare window, and for a key press the same key
with a store that does nothing. The journal is the sample's, with the key derivation of a real one.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.driven_window import PASSPHRASE
from benchmarks.measuring import Row, elapsed_ms, percentile
from benchmarks.start import BARE, first_paint, own_environment

ROUNDS = 7
LONGEST_GAP_MS = 50
SLOWEST_SAVE_MS = 20


def rows() -> list[Row]:
    """Everything of the open window, each way in turn with its floors."""
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as home:
        folder = Path(home) / "leeward" / "journal"
        make_journal(folder)
        environment = own_environment(home)
        rounds = [one_round(folder, environment) for _ in range(ROUNDS + 1)][1:]
        keys = driven("keys", environment)
    return [*opening_rows(rounds), *saving_rows(keys)]


def one_round(folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Both floors and both ways, in turn."""
    return {
        "key_ms": elapsed_ms(lambda: derive(folder)),
        "bare_ms": first_paint(BARE, environment)[0],
        "today": driven("today", environment),
        "trends": driven("trends", environment),
    }


def opening_rows(rounds: list[dict[str, Any]]) -> list[Row]:
    """Today, Trends and the report; the memory is that of the process afterwards."""

    def median(way: str, name: str) -> float:
        return float(statistics.median(each[way][name] for each in rounds))

    key, bare = (statistics.median(each[name] for each in rounds) for name in ("key_ms", "bare_ms"))
    today, trends = (statistics.median(waited_ms(each[way]) for each in rounds) for way in ("today", "trends"))
    gaps = {way: median(way, "gap_s") * 1000 for way in ("today", "trends")}
    return [
        Row(
            "Enter → Today painted",
            today,
            "key + half a bare window",
            key + bare / 2,
            1,
            False,
            median("today", "pss_mib"),
        ),
        Row("Enter → Trends painted", trends, "key + bare window", key + bare, 4.5, False, median("trends", "pss_mib")),
        *(
            Row(f"worst gap until {way.title()}", gap, budget=LONGEST_GAP_MS, budget_is_ms=True)
            for way, gap in gaps.items()
        ),
        Row(
            "report of 90 days shown",
            median("trends", "report_s") * 1000,
            memory_mib=median("trends", "report_pss_mib"),
        ),
    ]


def saving_rows(keys: dict[str, list[float]]) -> list[Row]:
    """A key until "Saved" is painted: on a question, and on a side effect from before, where more is read."""
    floor = "same key, no store"
    saved, idle, still, still_idle = (
        [each * 1000 for each in keys[name]] for name in ("saved", "idle", "still_saved", "still_idle")
    )
    return [
        Row("key → Saved painted", statistics.median(saved), floor, statistics.median(idle), 5),
        Row("key → Saved painted, p95", percentile(saved, 0.95), floor, percentile(idle, 0.95), SLOWEST_SAVE_MS, True),
        Row("key on a side effect → Saved", statistics.median(still), floor, statistics.median(still_idle), 5),
        Row("key on a side effect → Saved, p95", percentile(still, 0.95), floor, percentile(still_idle, 0.95)),
    ]


def waited_ms(run: dict[str, Any]) -> float:
    """From Enter to the paint."""
    return float(run["shown_s"] - run["entered_s"]) * 1000


def driven(way: str, environment: dict[str, str]) -> dict[str, Any]:
    """What a run of the window measured."""
    command = [sys.executable, "-m", "benchmarks.driven_window", way]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{way} was not reached: {done.stdout[-500:]} {done.stderr[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def make_journal(folder: Path) -> None:
    """The sample journal, under a passphrase that is derived as a real one."""
    from journal.app.sample import SAMPLE_PASSPHRASE, make_sample
    from journal.store.vault import DEFAULT_KDF, change_passphrase, open_vault

    make_sample(folder).close()
    opened = open_vault(folder, passphrase=SAMPLE_PASSPHRASE)
    change_passphrase(folder, opened.key, PASSPHRASE, kdf=DEFAULT_KDF)
    opened.key.wipe()


def derive(folder: Path) -> None:
    """The derivation of the key, and nothing else."""
    from journal.store.vault import open_vault

    open_vault(folder, passphrase=PASSPHRASE).key.wipe()
