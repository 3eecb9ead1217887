"""Files made to use up memory or time, to write elsewhere, or to lead elsewhere."""

from __future__ import annotations

import os
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path

from journal.app.imports import mapping_template, preview
from journal.app.journal import Journal
from journal.model.errors import JournalError
from trials import samples
from trials.bomb_files import BOMBS, FORMS, MAPPINGS
from trials.children import Say, run_child
from trials.journals import opened
from trials.outcomes import Outcome

MEMORY_MIB = 1800
"""What reading may use beyond what the program has. The largest file that is read at all has 256 MiB, and
a text with one wide sign in it takes four bytes for each."""

LONGEST_S = 120.0
Make = Callable[[Path], Path]
Open = Callable[[Journal, Path], object]


def bombs(folder: Path, only: str) -> list[Outcome]:
    """Each bomb once, in a process of its own whose memory ends."""
    outcome = Outcome("bombs, paths that lead out, links")
    chosen = [each for each in _all() if only in f"bombs: {each[0]}".casefold()]
    for what, make, open_it in chosen:
        _try(outcome, folder, what, make, open_it)
    return [outcome] if chosen else []


def _all() -> list[tuple[str, Make, Open]]:
    return [
        *((what, make, _preview) for what, make in BOMBS.items()),
        *((f"{what}, for a draft", make, _draft) for what, make in BOMBS.items() if "table" in what or "line" in what),
        *((what, make, _keep) for what, make in FORMS.items()),
        *((what, make, _map) for what, make in MAPPINGS.items()),
    ]


def _preview(journal: Journal, path: Path) -> object:
    return preview(journal, path, make_items=True)


def _draft(_journal: Journal, path: Path) -> object:
    return mapping_template(path)


def _keep(journal: Journal, path: Path) -> object:
    from journal.app.forms_kept import keep_form

    return keep_form(journal, path)


def _map(journal: Journal, path: Path) -> object:
    table = path.with_name("the-table")
    table.write_bytes(samples.TABLE)
    return preview(journal, table, mapping=path)


def _try(outcome: Outcome, folder: Path, what: str, make: Make, open_it: Open) -> None:
    outcome.rounds += 1
    before = {path: path.stat().st_mtime_ns for path in folder.parent.glob("escaped*")}
    ended = run_child(lambda say: _opened(folder, make, open_it, say), LONGEST_S)
    said = ended.lines[-1] if ended.lines else "crashed"
    verdict, _, used = said.partition("\t")
    if ended.code is None:
        outcome.fault(f"{what}: not done after {LONGEST_S:g} s")
    elif not used or int(used) > MEMORY_MIB:
        outcome.fault(f"{what}: {verdict} {used and f'with {used} MiB'}")
    else:
        outcome.count(verdict)
        outcome.figures["most MiB"] = max(int(used), int(outcome.figures.get("most MiB", 0)))
        outcome.figures["most s"] = max(round(ended.lasted_s), int(outcome.figures.get("most s", 0)))
    if {path: path.stat().st_mtime_ns for path in folder.parent.glob("escaped*")} != before:
        outcome.fault(f"{what}: something was written outside")


def _opened(folder: Path, make: Make, open_it: Open, say: Say) -> None:
    with tempfile.TemporaryDirectory(prefix="torture-", dir=folder) as name:
        path = make(Path(name))
        before = _peak_mib()
        journal = opened(folder / "journal")
        _bound_memory()
        try:
            open_it(journal, path)
            verdict = "read"
        except JournalError as error:
            verdict = error.code
        finally:
            journal.close()
        say(f"{verdict}\t{_peak_mib() - before}")


def _bound_memory() -> None:
    """End with MemoryError, which is a fault, long before the computer has none left."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + 2 * MEMORY_MIB * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
