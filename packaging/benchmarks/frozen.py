"""The frozen program against the same program from .venv: start to first paint, and from there to Trends.

Both are looked at from outside, on the same screen and in turn. On the way to Trends a person waits three times:
for the lock page, for Today after Enter, and for Trends after Ctrl+3. The key derivation of the sample journal costs
next to nothing, so that it hides no difference. Memory is that of the frozen program on Trends.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import NotHere, Row
from benchmarks.on_screen import ON_THE_SCREEN, Screen, display_named, shown
from benchmarks.start import make_journal, own_environment

ROOT = Path(__file__).resolve().parents[2]
FROZEN = ROOT / "dist" / "leeward" / "leeward"
ROUNDS = 11
TRENDS_ROUNDS = 5
START_BUDGET, TRENDS_BUDGET, MOST_MB = 1.3, 1.1, 270
TYPING_S = 1.5
"""Nobody types a passphrase faster; the window uses the time."""


def rows() -> list[Row]:
    """Start, the way to Trends, and the size. Raises NotHere."""
    if not FROZEN.is_file():
        raise NotHere("dist/leeward is not built (./packaging/build)")
    if not display_named():
        raise NotHere("there is no screen here")
    source, frozen = [sys.executable, "-m", "journal"], [str(FROZEN)]
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as home:
        environment = own_environment(home) | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | ON_THE_SCREEN
        make_journal(Path(home) / "leeward" / "journal")
        screen = Screen()
        starts = [[start_ms(screen, each, environment) for each in (source, frozen)] for _ in range(ROUNDS + 1)][1:]
        ways = [[way_to_trends(screen, each, environment) for each in (source, frozen)] for _ in range(TRENDS_ROUNDS)]
    floor, own = (statistics.median(column) for column in zip(*starts, strict=True))
    way_floor, way = (statistics.median(each[0] for each in column) for column in zip(*ways, strict=True))
    memory = statistics.median(each[1][1] for each in ways)
    megabytes = sum(path.lstat().st_size for path in FROZEN.parent.rglob("*")) / 1e6
    print(f"dist/leeward: {megabytes:.0f} MB of {MOST_MB} allowed", file=sys.stderr)
    return [
        Row("frozen: exec → lock page painted", own, "the same from .venv", floor, START_BUDGET),
        Row("frozen: waited until Trends painted", way, "the same from .venv", way_floor, TRENDS_BUDGET, False, memory),
    ]


def start_ms(screen: Screen, command: list[str], environment: dict[str, str]) -> float:
    """From exec to the lock page."""
    with shown(screen, command, environment) as program:
        return program.painted_ms


def way_to_trends(screen: Screen, command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """How long a person waits until Trends is on the screen, in ms, and the memory then in MiB."""
    from journal.app.sample import SAMPLE_PASSPHRASE

    with shown(screen, command, environment) as program:
        screen.focus(program.window)
        time.sleep(TYPING_S)
        screen.write(SAMPLE_PASSPHRASE)
        since = time.perf_counter()
        screen.press("Return")
        today = screen.last_change_ms(program.window, since)
        since = time.perf_counter()
        screen.press("Control_L", "3")
        trends = screen.last_change_ms(program.window, since)
        return program.painted_ms + today + trends, pss_mib(program.process.pid)


def pss_mib(process_id: int) -> float:
    """The memory of a process, what it shares counted in parts; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process_id}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
