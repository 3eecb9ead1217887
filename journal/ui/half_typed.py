"""What stands half typed in a form while the journal closes, and stands there again afterwards. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from journal.app.form_drafts import form_draft, keep_form_draft

if TYPE_CHECKING:
    from journal.ui.means import StorageMeans

TakeUp = Callable[[Mapping[str, Any] | None], None]
"""Gets what was kept, None where nothing was."""


class HalfTyped:
    """The draft of one page's form, under its name: taken up once, then written when something is to be kept."""

    def __init__(self, name: str, means: StorageMeans) -> None:
        self._name, self._means = name, means
        self._taken_up = self._kept = False

    def take_up(self, then: TakeUp) -> None:
        """Read what was kept, the first time only: after that the page itself knows."""
        if self._taken_up:
            return
        self.pass_over()

        def found(payload: Mapping[str, Any] | None) -> None:
            self._kept = payload is not None
            then(payload)

        self._means.runner.run(lambda: form_draft(self._means.journal(), self._name), found, self._means.failed)

    def pass_over(self) -> None:
        """Something else was asked for: what was kept is not taken up any more."""
        self._taken_up = True

    def keep(self, payload: Mapping[str, Any]) -> None:
        """Keep this over a lock; nothing forgets what was kept."""
        if payload or self._kept:
            self._kept = bool(payload)
            self._means.runner.run(
                lambda: keep_form_draft(self._means.journal(), self._name, payload), failed=self._means.failed
            )
