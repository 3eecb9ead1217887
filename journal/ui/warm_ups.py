"""Imports that a person will need soon, done after the first paint so that they do not delay it."""

from __future__ import annotations

import contextlib
import gc
import importlib
import threading
from collections.abc import Sequence
from pathlib import Path

from journal.ui.theme.fonts import BASE_PX

TODAY_MODULES = ("journal.ui.open_journal", "journal.ui.today.page_factory", "journal.app.forms", "journal.texts.items")
"""To build Today while the passphrase is typed."""

STORE_MODULES = ("journal.app.vaults", "journal.app.check_ins", "journal.app.trends")
"""To open the journal, with what the store itself needs."""

OTHER_MODULES = (
    "journal.ui.history.page_factory",
    "journal.ui.widgets.chart_canvas",
    "journal.charts.trends",
    "journal.ui.trends.page_factory",
    "journal.ui.report.page_factory",
)
"""For the other pages."""


class WarmUp(threading.Thread):
    """Imports on a thread of its own, the most urgent first: several threads would only wait for each other."""

    def __init__(self) -> None:
        super().__init__(name="warm-up", daemon=True)
        self._today = threading.Event()

    @property
    def today_imported(self) -> bool:
        """Whether Today can be built without a wait."""
        return self._today.is_set()

    def run(self) -> None:
        """Import everything."""
        import_quietly(TODAY_MODULES)
        self._today.set()
        import_quietly(STORE_MODULES)
        ready_store()
        import_quietly(OTHER_MODULES)
        rehearse_charts()
        # Modules are never garbage: the collector, which runs on the window's thread, need not look at them again.
        gc.freeze()


def import_quietly(modules: Sequence[str]) -> None:
    """Import modules; one that fails will say so where it is used."""
    for name in modules:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001, S112 a warm-up must never be what breaks the start
            continue


def ready_store() -> None:
    """Import what the store needs; what fails will say so when the journal is opened."""
    with contextlib.suppress(Exception):
        from journal.app import vaults

        vaults.import_ahead()


def rehearse_charts() -> None:
    """Draw a chart for nobody; what fails will say so when there is one to look at."""
    with contextlib.suppress(Exception):
        from journal.charts.rehearsal import rehearse
        from journal.host.themes import load_theme

        rehearse(load_theme("light"), BASE_PX)


def keep_chart_cache(cache: Path) -> None:
    """Give matplotlib, before its import, its folder and its list of fonts, or it reads every font of the system."""
    from journal.host.chart_cache import prepare_chart_cache

    prepare_chart_cache(cache)
