"""A way back that is offered in the calm bar goes once something else is changed: it would take that back instead."""

from __future__ import annotations

from collections.abc import Callable

from journal.app.runner import Runner, ignore
from journal.ui.widgets.calm_bar import CalmBar


class WayBack:
    """Watches one bar. `newest` says on the storage thread what undo takes next, in whichever form it can be compared.

    What changes without a step of its own, as a setting does that is only remembered, takes no way back away.
    """

    def __init__(self, bar: CalmBar, runner: Runner, newest: Callable[[], object]) -> None:
        self._bar, self._runner, self._newest = bar, runner, newest
        self._offers = 0
        self._next: object = None
        bar.offered.connect(self._on_offered)

    def on_changed(self, _parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if not self._bar.offers:
            return
        offer = self._offers

        def compare(step: object) -> None:
            if offer == self._offers and step != self._next:
                self._bar.take_back()

        self._runner.run(self._newest, compare, ignore)

    def _on_offered(self) -> None:
        self._offers += 1
        self._runner.run(self._newest, self._keep, ignore)

    def _keep(self, step: object) -> None:
        self._next = step
