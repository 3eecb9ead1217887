"""Measures the parts named on the command line, or all of them."""

from __future__ import annotations

import importlib
import sys

from benchmarks.measuring import print_table

PARTS = ("start", "window", "saving", "trends", "since", "report", "growth", "calendar", "search", "bringing_in")


def main() -> None:
    """Print one table of every part asked for."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        sys.exit(f"{unknown[0]} is not one of {', '.join(PARTS)}")
    rows = []
    for name in wanted:
        print(f"measuring: {name}", file=sys.stderr)
        rows += importlib.import_module(f"benchmarks.{name}").rows()
    print_table(rows)


main()
