"""A calm line, once: "Try my recovery code"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.texts.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.ui.context import PageContext


class RecoveryOffer:
    """Asked after the first page of an opening; `free` says whether the calm bar says nothing else."""

    def __init__(self, context: PageContext, free: Callable[[], bool]) -> None:
        self._context, self._free, self._asked = context, free, False

    def on_page_shown(self, page: str) -> None:
        """Offer it over Today, if it is due."""
        if page != "today" or self._asked:
            return
        from journal.app.recovery_offer import offer_due

        self._asked = True
        context = self._context
        context.runner.run(lambda: offer_due(context.session.opened), self._offer, context.failed)

    def _offer(self, due: bool) -> None:
        if not due or not self._free():
            return
        from journal.app.recovery_offer import put_offered

        context = self._context
        words = _(
            "Do you still have your recovery code? Trying it shows whether it was kept right, and changes nothing."
        )
        try_it = (_("Try my recovery code"), lambda: context.go("settings", try_code=True))
        context.say(words, [try_it])
        context.runner.run(lambda: put_offered(context.session.opened), failed=context.failed)
