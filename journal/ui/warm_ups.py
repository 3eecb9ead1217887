"""What a person will need soon, imported on another thread after the first paint so that it does not delay it.

Nothing of Qt: its classes are made when they are first named, and two threads must not do that at
once. What needs Qt is imported by the rehearsal, on the window's thread.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import threading
from collections.abc import Sequence

from journal.host.themes import ThemeTokens

TODAY_MODULES = (
    "journal.app.forms",
    "journal.app.beside_check_in",
    "journal.host.region",
    "journal.texts.dates",
    "journal.texts.items",
)
"""What Today is built from."""

STORE_MODULES = ("journal.app.vaults", "journal.app.check_ins", "journal.app.history", "journal.app.trends")
"""To open the journal, with what the store itself needs."""

OTHER_MODULES = ("journal.texts.trends", "journal.charts.frames", "journal.charts.typeface", "journal.app.reports")
"""For the other pages."""


class WarmUp(threading.Thread):
    """Imports on a thread of its own, the most urgent first: several threads would only wait for each other."""

    def __init__(self, tokens: ThemeTokens, text_px: float) -> None:
        super().__init__(name="warm-up", daemon=True)
        self._tokens, self._text_px = tokens, text_px
        self._today = threading.Event()

    @property
    def today_imported(self) -> bool:
        """Whether what Today is built from is there."""
        return self._today.is_set()

    def run(self) -> None:
        """Import everything."""
        import_quietly(TODAY_MODULES)
        self._today.set()
        import_quietly(STORE_MODULES)
        ready_store()
        import_quietly(OTHER_MODULES)
        rehearse_charts(self._tokens, self._text_px)
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


def rehearse_charts(tokens: ThemeTokens, text_px: float) -> None:
    """Draw charts of the usual items for nobody; what fails will say so when there is one to look at."""
    with contextlib.suppress(Exception):
        from journal.app.usual_charts import usual_scales
        from journal.charts.rehearsal import rehearse

        rehearse(usual_scales(), tokens, text_px)
