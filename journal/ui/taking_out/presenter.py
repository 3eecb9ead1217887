"""What happens on the page for taking the journal out: choices are made, the file is written. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from journal.app.exports import ExportFormat
from journal.app.journal import Journal
from journal.app.runner import Deliver, Runner
from journal.app.taking_out import Offer, TakenOut, offer, take_out
from journal.ui.taking_out.choices import Choices, begun_with, wanted_of, within
from journal.ui.taking_out.state import Step, TakingOutState, build_state

TOLD = frozenset({"entries", "items", "courses", "sessions", "medicines", "practices", "markers", "questionnaires"})


class TakingOutView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: TakingOutState) -> None:
        """Show a state."""

    def saved_meanwhile(self, path: Path) -> None:
        """The file was written while another page was shown."""


@dataclass(frozen=True, slots=True)
class TakingOutParts:
    """What the presenter works with. `journal` is called on the storage thread only; `deliver` leads back from it."""

    journal: Callable[[], Journal]
    runner: Runner
    deliver: Deliver
    failed: Callable[[Exception], None]


class StoppedByHandError(Exception):
    """The person stopped the writing; nothing was written."""


class TakingOutPresenter:
    """Holds the choices while the page is shown. One file is written at a time."""

    def __init__(self, view: TakingOutView, parts: TakingOutParts) -> None:
        self._view, self._parts = view, parts
        self._choices = Choices()
        self._offer: Offer | None = None
        self._step, self._percent = Step.CHOOSING, 0
        self._taken: TakenOut | None = None
        self._stopping = threading.Event()
        self._here = False

    @property
    def written_to(self) -> Path | None:
        """The file written last, while it is shown."""
        return self._taken.path if self._taken else None

    def on_entered(self) -> None:
        """The page is shown: begin anew, for nothing that was chosen is remembered."""
        if self._step is not Step.WRITING:
            self._choices, self._step, self._taken = Choices(), Step.CHOOSING, None
        self.on_stayed()

    def on_stayed(self) -> None:
        """The page is still shown: see what there is now."""
        self._here = True
        self._look()

    def on_left(self) -> None:
        """Another page is shown; a file that is being written is finished."""
        self._here = False

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something changed elsewhere."""
        if self._here and self._step is Step.CHOOSING and parts & TOLD:
            self._look()

    def on_kind(self, kind: ExportFormat) -> None:
        """A kind of file was chosen: it begins with what it is for."""
        if self._offer is not None and kind is not self._choices.kind:
            self._choices = begun_with(kind, self._choices, self._offer)
            self._render()

    def on_chosen(self, **changes: Any) -> None:
        """Something was chosen, by the names of `Choices`."""
        self._choices = replace(self._choices, **changes)
        self._render()

    def on_save(self, path: Path, password: str) -> None:
        """Write the file, into a locked zip if there is a password. The person agreed to what is replaced."""
        if self._offer is None or self._step is Step.WRITING:
            return
        choices, offered = self._choices, self._offer
        self._stopping.clear()
        self._step, self._percent = Step.WRITING, 0
        self._render()

        def write() -> TakenOut:
            wanted = wanted_of(choices, offered)
            hears = _Percent(self._stopping, self._parts.deliver, self._on_percent)
            return take_out(
                self._parts.journal(),
                path,
                choices.kind,
                wanted,
                password=password,
                replaces=True,
                progress=hears.on_progress,
            )

        self._parts.runner.run(write, self._on_written, self._on_failed)

    def on_stop(self) -> None:
        """Write no further."""
        self._stopping.set()

    def on_again(self) -> None:
        """Choose for another file."""
        self._step, self._taken = Step.CHOOSING, None
        self._render()

    def _look(self) -> None:
        self._parts.runner.run(lambda: offer(self._parts.journal()), self._on_offer, self._parts.failed)

    def _on_offer(self, offered: Offer) -> None:
        everything = self._offer is not None and wanted_of(self._choices, self._offer).everything
        self._offer = offered
        if everything and self._choices.kind is ExportFormat.JSON:
            self._choices = begun_with(ExportFormat.JSON, self._choices, offered)
        self._choices = within(self._choices, offered)
        self._render()

    def _on_percent(self, percent: int) -> None:
        if self._step is Step.WRITING:
            self._percent = percent
            self._render()

    def _on_written(self, taken: TakenOut) -> None:
        if self._here:
            self._step, self._taken = Step.WRITTEN, taken
            self._render()
            return
        self._step = Step.CHOOSING
        self._view.saved_meanwhile(taken.path)

    def _on_failed(self, error: Exception) -> None:
        self._step = Step.CHOOSING
        self._render()
        if not isinstance(error, StoppedByHandError):
            self._parts.failed(error)

    def _render(self) -> None:
        if self._offer is not None:
            state = build_state(self._choices, self._offer, step=self._step, percent=self._percent, taken=self._taken)
            self._view.render_state(state)


class _Percent:
    """Hears on the storage thread how far the writing is, and tells each whole percent once."""

    def __init__(self, stopping: threading.Event, deliver: Deliver, tell: Callable[[int], None]) -> None:
        self._stopping, self._deliver, self._tell = stopping, deliver, tell
        self._told = 0

    def on_progress(self, done: int, total: int | None) -> None:
        """So many of so many days were read. Raises StoppedByHandError."""
        if self._stopping.is_set():
            raise StoppedByHandError
        percent = 100 * done // total if total else 0
        if percent > self._told:
            self._told = percent
            self._deliver(lambda: self._tell(percent))
