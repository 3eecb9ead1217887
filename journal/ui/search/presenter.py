"""What happens on the Search page: words, days and parts become results; a press opens a place. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from journal.app import searches
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.folding import fold
from journal.model.searches import Mark, Page, Part, Search
from journal.texts.items import ItemWords
from journal.ui.search.lines import ResultLine, lines_of
from journal.ui.search.places import where
from journal.ui.search.state import SearchState, build_state

READ_IN = 1000
"""Texts that are read in before the first results; more follow while those stand already."""

SHOWS = frozenset({
    "entries", "items", "sessions", "courses", "medicines", "practices", "markers", "questionnaires", "forms",
    "questions", "appointments", "goals",
})  # fmt: skip


class SearchView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: SearchState) -> None:
        """Show a state."""

    def reset(self, lines: Sequence[ResultLine]) -> None:
        """List these results only."""

    def append(self, lines: Sequence[ResultLine]) -> None:
        """Add older results."""


@dataclass(frozen=True, slots=True)
class SearchParts:
    """What the presenter works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    failed: Callable[[Exception], None]
    go: Callable[..., None]


@dataclass(frozen=True, slots=True)
class _Answer:
    page: Page
    this_year: int


class SearchPresenter:
    """Every wish is numbered, and an answer to an older one is dropped."""

    def __init__(self, view: SearchView, parts: SearchParts) -> None:
        self._view, self._parts = view, parts
        self.wanted = Search("")
        self._number = 0
        self._lines: list[ResultLine] = []
        self._more: Mark | None = None
        self._total: int | None = None
        self._whole, self._searching, self._waiting, self._fresh = True, False, False, False

    def on_entered(self) -> None:
        """The page is shown: what was looked for is looked for again."""
        self._begin()

    def on_text(self, text: str) -> None:
        """Look for other words."""
        if text != self.wanted.text:
            self.wanted = replace(self.wanted, text=text)
            self._begin()

    def on_days(self, first: date | None, last: date | None) -> None:
        """Look at other days only; None for any."""
        if (first, last) != (self.wanted.first, self.wanted.last):
            self.wanted = replace(self.wanted, first=first, last=last)
            self._begin()

    def on_parts(self, parts: frozenset[Part]) -> None:
        """Look in other parts only; none for all."""
        if parts != self.wanted.parts:
            self.wanted = replace(self.wanted, parts=parts)
            self._begin()

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed while results stand."""
        if parts & SHOWS and self._lines:
            self._begin()

    def on_bottom_reached(self) -> None:
        """Read older results."""
        if self._more is not None and not self._waiting:
            self._ask(self._more)

    def on_opened(self, row: int) -> None:
        """Open the place of a result."""
        if 0 <= row < len(self._lines):
            page, at = where(self._lines[row].found)
            self._parts.go(page, **at)

    def _begin(self) -> None:
        self._number += 1
        if not fold(self.wanted.text):
            self._lines, self._more, self._searching, self._whole = [], None, False, True
            self._view.reset(())
            self._render()
            return
        self._searching = self._fresh = True
        self._ask(None)

    def _ask(self, after: Mark | None) -> None:
        number, wanted, words = self._number, self.wanted, self._parts.words

        def job() -> _Answer | None:
            if number != self._number:
                return None  # other words were typed while this waited
            journal = self._parts.journal()
            page = searches.search(journal, wanted, words, after=after, most=READ_IN)
            return _Answer(page, journal.today().year)

        self._waiting = True
        self._parts.runner.run(job, lambda answer: self._on_answer(number, answer, after), self._failing(number))

    def _on_answer(self, number: int, answer: _Answer | None, after: Mark | None) -> None:
        if number != self._number or answer is None:
            return
        self._waiting = self._searching = False
        self._whole = answer.page.whole
        above = self._lines[-1].found.day if self._lines and after is not None else None
        lines = list(lines_of(answer.page.results, above, answer.this_year, first=after is None))
        if after is not None:
            self._lines, self._more = [*self._lines, *lines], answer.page.more
            self._view.append(lines)
        elif self._fresh or lines != self._lines[: len(lines)]:
            self._show_first(lines, answer.page.more)
        elif len(lines) == len(self._lines):
            self._more = answer.page.more
        self._render()
        if not self._whole:
            self._ask(None)
        elif after is None:
            self._count(number)

    def _show_first(self, lines: list[ResultLine], more: Mark | None) -> None:
        """List the first page; the same lines as before are left where they are."""
        self._fresh, self._more = False, more
        if lines != self._lines:
            self._lines, self._total = lines, None
            self._view.reset(lines)

    def _count(self, number: int) -> None:
        wanted, words = self.wanted, self._parts.words
        if self._more is None:
            self._on_count(number, len(self._lines))
            return

        def job() -> int | None:
            return searches.count(self._parts.journal(), wanted, words) if number == self._number else None

        self._parts.runner.run(job, lambda total: self._on_count(number, total), self._failing(number))

    def _on_count(self, number: int, total: int | None) -> None:
        if number == self._number and total is not None:
            self._total = total
            self._render()

    def _failing(self, number: int) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if number == self._number:
                self._waiting = self._searching = False
                self._parts.failed(error)

        return failed

    def _render(self) -> None:
        state = build_state(self.wanted, len(self._lines), self._total, searching=self._searching, whole=self._whole)
        self._view.render_state(state)
