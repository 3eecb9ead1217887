"""Runs the trials named on the command line, or all of them, and prints a table."""

from __future__ import annotations

import importlib
import sys
import time

from trials.outcomes import Outcome, print_outcomes

TRIALS = ("kills", "killed_work", "full_disk", "flips", "untrusted", "tests")


def main() -> None:
    """Run, print, and end with 1 if anything went wrong."""
    wanted = sys.argv[1:] or list(TRIALS)
    unknown = [name for name in wanted if name not in TRIALS]
    if unknown:
        sys.exit(f"{unknown[0]} is not one of {', '.join(TRIALS)}")
    outcomes: list[Outcome] = []
    for name in wanted:
        begun = time.monotonic()
        print(f"trying: {name}", file=sys.stderr, flush=True)
        outcomes += importlib.import_module(f"trials.{name}").outcomes()
        print(f"  {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print_outcomes(outcomes)
    sys.exit(1 if any(outcome.faults for outcome in outcomes) else 0)


main()
