"""Measures the parts named on the command line, or all of them."""

from __future__ import annotations

import importlib
import sys

from benchmarks.measuring import NotHere, print_table

PARTS = (
    "start",
    "window",
    "saving",
    "trends",
    "since",
    "report",
    "growth",
    "calendar",
    "search",
    "bringing_in",
    "frozen",
)
PEERS = "--peers"
"""Asked for alone: other programs are installed for it."""


def main() -> None:
    """Print one table of every part asked for."""
    wanted = sys.argv[1:] or list(PARTS)
    unknown = [name for name in wanted if name not in (*PARTS, PEERS)]
    if unknown:
        sys.exit(f"{unknown[0]} is not one of {', '.join(PARTS)}")
    rows = []
    for name in wanted:
        print(f"measuring: {name}", file=sys.stderr)
        try:
            rows += importlib.import_module(f"benchmarks.{name.lstrip('-')}").rows()
        except NotHere as missing:
            print(f"not measured: {name}: {missing}", file=sys.stderr)
    if rows:
        print_table(rows)


main()
