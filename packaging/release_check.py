"""Everything that a release needs to be looked at, in one go, with a table of results.

    ./packaging/release-check                      all of it
    ./packaging/release-check --only build smoke   these alone, whatever they come after
    ./packaging/release-check --list               what there is

Each check's words go to build/release-check/NAME.log. What cannot be run here is listed as not run, with the reason:
it is no success. Ends with 1 where one failed or the source changed meanwhile, with 2 where something was not run that
could be run on this system or was asked for by its name, else with 0. Python's standard library only.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "packaging" / "release-checks.toml"
LOGS = ROOT / "build" / "release-check"
PASSED, FAILED, NOT_RUN = "passed", "FAILED", "not run"
MAY_NOT_RUN = (0, 2)
_SAYS_NOT_RUN = re.compile(r"^not (?:run|measured): *(.+)$", re.IGNORECASE | re.MULTILINE)
_COUNTED = re.compile(r"^=* ?\d+ (?:passed|failed|skipped|error).* in [\d.]+s.*$", re.MULTILINE)
_NOTE_CHARS = 130
_STEERS_TESTS = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")
"""Of whoever calls it: options that could leave tests out."""


@dataclass(frozen=True)
class Check:
    """One thing that is looked at."""

    name: str
    says: str
    run: str
    after: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    system: str = ""
    never: str = ""


@dataclass(frozen=True)
class Result:
    """How it went; `note` is the reason, or the line that sums it up."""

    check: Check
    how: str
    note: str = ""
    seconds: float = 0.0
    other_system: bool = False


def read_checks(table: Path = TABLE) -> list[Check]:
    """Every check, in order."""
    told: list[dict[str, Any]] = tomllib.loads(table.read_text(encoding="utf-8"))["check"]
    lists = ({key: tuple(value) for key, value in each.items() if isinstance(value, list)} for each in told)
    return [Check(**(each | own)) for each, own in zip(told, lists, strict=True)]


def systems() -> set[str]:
    """The names of the system that this is."""
    machine = platform.machine().lower()
    arm = machine in ("arm64", "aarch64")
    if sys.platform == "darwin":
        return {"macOS", "macOS on Apple" if arm else "macOS on Intel"}
    if sys.platform == "win32":
        return {"Windows"}
    return {"Linux", "Linux on ARM"} if arm else {"Linux"}


def needs_other_system(check: Check) -> bool:
    """Whether this is not the system that a check is for."""
    return bool(check.system) and check.system not in systems()


def hindrance(check: Check, results: Iterable[Result], root: Path = ROOT) -> str:
    """Why a check cannot be run here and now; empty where it can."""
    if needs_other_system(check):
        return f"needs {check.system}"
    for each in results:
        if each.check.name in check.after and each.how != PASSED:
            return f"{each.check.name}: {each.how}"
    for pattern in check.files:
        if not any(root.glob(pattern)):
            return f"there is no {pattern}"
    for tool in check.tools:
        if shutil.which(tool) is None and not Path("/usr/sbin", tool).exists():
            return f"{tool} is not installed"
    return ""


def judged(code: int, said: str, never: str = "") -> tuple[str, str]:
    """How a check went by its exit code and its words, and the line that sums it up.

    `never` is a pattern of a line with which it has failed, however it ended.
    """
    if never and (found := [line for line in said.splitlines() if re.search(never, line)]):
        return FAILED, _short(f"{len(found)}: {' '.join(found[0].split())}")
    reason = _SAYS_NOT_RUN.search(said)
    if reason and code in MAY_NOT_RUN:
        return NOT_RUN, _short(reason[1])
    counted = [line.strip("= ") for line in _COUNTED.findall(said)]
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    note = _short("; then ".join(counted) if counted else lines[-1] if lines else "")
    if code:
        return FAILED, f"{note} (ended with {code})"
    if counted and not any(" passed" in line for line in counted):
        return NOT_RUN, note
    return PASSED, note


def do(check: Check, root: Path = ROOT, logs: Path = LOGS) -> Result:
    """Run a check; its words go to a file."""
    logs.mkdir(parents=True, exist_ok=True)
    log = logs / f"{check.name}.log"
    environment = {name: value for name, value in os.environ.items() if name not in _STEERS_TESTS}
    environment |= {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": ""}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    with log.open("wb") as out:
        command = ["bash", "-euo", "pipefail", "-c", check.run]
        code = subprocess.run(command, cwd=root, env=environment, stdout=out, stderr=out, check=False).returncode
    how, note = judged(code, log.read_text(encoding="utf-8", errors="replace"), check.never)
    return Result(check, how, note, time.monotonic() - began)


def lines(results: Sequence[Result]) -> list[str]:
    """The table: a line for each check, then the sum."""
    wide = max(len(each.check.name) for each in results)
    table = [f"{each.how:8}{each.check.name:{wide}}  {_time(each):>8}  {_words(each)}" for each in results]
    sums = [f"{sum(each.how == how for each in results)} {how}" for how in (PASSED, FAILED, NOT_RUN)]
    return [*table, "", ", ".join(sums)]


def _words(result: Result) -> str:
    return f"{result.check.says}: {result.note}" if result.note else result.check.says


def _time(result: Result) -> str:
    return "" if result.how == NOT_RUN else f"{result.seconds:.1f} s"


def _short(line: str) -> str:
    line = line.strip("= ")
    return line if len(line) <= _NOTE_CHARS else f"{line[: _NOTE_CHARS - 1]}…"


def subject(root: Path = ROOT) -> str:
    """What is looked at: version, commit, and what is not committed."""
    source = (root / "journal" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "([^"]+)"', source)
    commit = _git(root, "rev-parse", "--short=10", "HEAD").strip()
    changed = _git(root, "status", "--porcelain").splitlines()
    said = f"Leeward {version[1] if version else '?'}, commit {commit or 'unknown'}"
    return f"{said}, {len(changed)} files not as committed" if changed else said


def _git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False).stdout


def look(wanted: Sequence[Check], root: Path = ROOT, logs: Path = LOGS) -> list[Result]:
    """Do every check that can be done; each line is told as soon as it is known."""
    results: list[Result] = []
    for check in wanted:
        why_not = hindrance(check, results, root)
        if why_not:
            results.append(Result(check, NOT_RUN, why_not, other_system=needs_other_system(check)))
        else:
            print(f"… {check.name}", file=sys.stderr, flush=True)
            results.append(do(check, root, logs))
        print(lines(results)[-3], file=sys.stderr, flush=True)
    return results


def exit_code(results: Iterable[Result], asked: Sequence[str] = ()) -> int:
    """What the whole ends with; `asked` are the checks that were named."""
    rest = [each for each in results if each.how != PASSED]
    if any(each.how != NOT_RUN for each in rest):
        return 1
    return 2 if any(not each.other_system or each.check.name in asked for each in rest) else 0


def main(arguments: list[str] | None = None) -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(
        prog="./packaging/release-check", description="Look at everything a release needs."
    )
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[], help="only these checks")
    parser.add_argument("--list", action="store_true", help="list the checks")
    options = parser.parse_args(arguments)
    checks = read_checks()
    unknown = set(options.only) - {check.name for check in checks}
    if unknown:
        parser.error(f"there is no check {', '.join(sorted(unknown))}; see --list")
    wanted = [check for check in checks if not options.only or check.name in options.only]
    if options.list:
        print("\n".join(f"{check.name:20}{check.says}" for check in wanted))
        return 0
    before = subject()
    results = look(wanted)
    after = subject()
    changed = [] if after == before else [f"FAILED  The source changed meanwhile; now it is {after}"]
    table = "\n".join([before, "", *lines(results), *changed, f"What each said: {LOGS.relative_to(ROOT)}/NAME.log"])
    print(f"\n{table}")
    LOGS.mkdir(parents=True, exist_ok=True)
    (LOGS / "table.txt").write_text(f"{table}\n", encoding="utf-8")
    return 1 if changed else exit_code(results, options.only)


if __name__ == "__main__":
    raise SystemExit(main())
