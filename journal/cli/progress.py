"""How far long work is, as a bar on a terminal; nothing where stderr is none."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

import click


@contextlib.contextmanager
def progress_bar(label: str, *, quiet: bool) -> Iterator[Callable[[int, int | None], None]]:
    """What is to be told how much of how much is done."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with click.progressbar(length=100, label=label, file=sys.stderr, show_eta=False) as bar:

        def tell(done: int, total: int | None) -> None:
            bar.update((100 * done // total if total else 0) - bar.pos)

        yield tell
