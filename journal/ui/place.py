"""Where the journal lies, and the claim that makes this its only window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journal.host.single_instance import SingleInstance, claim


class JournalPlace:
    """The folder in use. The claim follows it: a start on another folder opens a window of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._instance: SingleInstance | None = None
        self._raised: Callable[[str], None] | None = None

    def claim(self, wish: str = "") -> bool:
        """Claim the folder for this window; false if another window has it, which then comes forward.

        `wish` is where that window is to go then, as `single_instance.claim` takes it.
        """
        self._instance = claim(self.folder, self._on_raised, listen_later=True, wish=wish)
        return self._instance is not None

    def listen(self, raised: Callable[[str], None]) -> None:
        """Call `raised`, on a thread of its own, at each further start, with its wish or an empty text.

        To be called after the first paint.
        """
        self._raised = raised
        if self._instance is not None:
            self._instance.listen()

    def change(self, folder: Path) -> None:
        """Use another folder, and claim that one instead if this one was claimed."""
        claimed = self._instance is not None
        self.release()
        self.folder = folder
        if claimed and self.claim() and self._raised is not None:
            self.listen(self._raised)

    def release(self) -> None:
        """Give the claim up. May be called twice."""
        if self._instance is not None:
            self._instance.close()
            self._instance = None

    def _on_raised(self, wish: str = "") -> None:
        if self._raised is not None:
            self._raised(wish)
