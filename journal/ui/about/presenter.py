"""What happens on the page about the program. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from journal.app.runner import Runner
from journal.host.builds import Build, Part, licence_text, read_build, read_parts
from journal.host.fault_notes import FaultNotes
from journal.ui.about.state import AboutState, Facts, build_state


class AboutPlace(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: AboutState) -> None:
        """Show the state."""

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Offer the parts to choose from."""

    def show_licence(self, part: Part, text: str) -> None:
        """Show the words of a part's licence; empty where they are not there."""


class AboutPresenter:
    """`facts` tells what holds now for a build, which is read from its file."""

    def __init__(
        self,
        view: AboutPlace,
        runner: Runner,
        facts: Callable[[Build], Facts],
        faults: FaultNotes,
        failed: Callable[[Exception], None],
    ) -> None:
        self._view, self._runner, self._facts, self._faults, self._failed = view, runner, facts, faults, failed
        self._build: Build | None = None

    def on_entered(self) -> None:
        """Show what holds now; the build and its parts are looked for once."""
        if self._build is None:
            self._runner.run(read_build, self._on_build, self._failed)
        else:
            self._render(self._build)

    def on_part(self, part: Part) -> None:
        """Show the licence of a part."""
        self._runner.run(partial(licence_text, part), partial(self._view.show_licence, part), self._failed)

    def _on_build(self, build: Build) -> None:
        if self._build is None:
            self._runner.run(read_parts, self._view.show_parts, self._failed)
        self._build = build
        self._render(build)

    def _render(self, build: Build) -> None:
        self._view.render_state(build_state(self._facts(build), self._faults.lines()))
