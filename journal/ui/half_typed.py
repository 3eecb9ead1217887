"""What stands half typed in a form while the journal closes, and stands there again afterwards. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from journal.app.form_drafts import form_draft, keep_form_draft

if TYPE_CHECKING:
    from journal.ui.means import StorageMeans

TakeUp = Callable[[Mapping[str, Any] | None], bool]
"""Gets what was kept, None where nothing was. False where it has no place now: it stays kept for another time."""


class HalfTyped:
    """The draft of one page's form, under its name: taken up until it stands, then written when anything is to be kept.

    There is one at a time: what is half typed while another waits takes its place.
    """

    def __init__(self, name: str, means: StorageMeans) -> None:
        self._name, self._means = name, means
        self._taken_up = self._kept = False

    def take_up(self, then: TakeUp) -> None:
        """Read what was kept, until it stands: after that the page itself knows."""
        if self._taken_up:
            return
        self._taken_up = True

        def found(payload: Mapping[str, Any] | None) -> None:
            if self._kept:  # something else is half typed by now
                return
            self._taken_up = then(payload)
            self._kept = self._taken_up and payload is not None

        self._means.runner.run(lambda: form_draft(self._means.journal(), self._name), found, self._means.failed)

    def put_by(self) -> None:
        """Something else was asked for: what was kept makes room, and can be taken up another time."""
        self._taken_up = self._kept = False

    def keep(self, payload: Mapping[str, Any]) -> None:
        """Keep this over a lock; nothing forgets what was kept."""
        if payload or self._kept:
            self._kept = bool(payload)
            self._taken_up = True  # what was kept before, if anything, is no more
            self._means.runner.run(
                lambda: keep_form_draft(self._means.journal(), self._name, payload), failed=self._means.failed
            )
