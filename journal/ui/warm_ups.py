"""Imports that a person will need soon, done after the first paint so that they do not delay it."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Sequence
from pathlib import Path

STORE_MODULES = ("journal.app.vaults", "journal.store.vault", "journal.store.journal_store", "journal.app.check_ins")
"""For the storage thread, to have them when the passphrase is entered."""

WINDOW_MODULES = (
    "journal.ui.open_journal",
    "journal.ui.today.page_factory",
    "journal.ui.history.page_factory",
    "journal.ui.widgets.chart_canvas",
    "journal.charts.trends",
    "journal.ui.trends.page_factory",
    "journal.ui.report.page_factory",
)
"""For the window, the most urgent first."""


def import_quietly(modules: Sequence[str]) -> None:
    """Import modules; one that fails will say so where it is used."""
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001, S112 a warm-up must never be what breaks the start
            continue


def keep_chart_cache(cache: Path) -> None:
    """Give matplotlib, before its import, its folder and its list of fonts, or it reads every font of the system."""
    from journal.host.chart_cache import prepare_chart_cache

    prepare_chart_cache(cache)


def warm_up(modules: Sequence[str]) -> threading.Thread:
    """Import modules on a thread of its own; returns the thread."""
    thread = threading.Thread(target=import_quietly, args=(modules,), name="warm-up", daemon=True)
    thread.start()
    return thread
