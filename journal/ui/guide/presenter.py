"""What happens in the guide: a chapter is opened, words are looked for. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from journal.model.guide_pages import GuidePage
from journal.ui.guide.state import GuideState, build_state


class GuidePlace(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: GuideState) -> None:
        """Show what is listed and said."""

    def open_page(self, page: GuidePage, anchor: str) -> None:
        """Show a chapter, from a heading on; from its beginning where `anchor` is empty."""

    def mark_words(self, words: str) -> None:
        """Mark words on the chapter that is shown; none where empty."""


class GuidePresenter:
    """`chapters` are in reading order; `language` tells the language in use."""

    def __init__(self, view: GuidePlace, chapters: Sequence[GuidePage], language: Callable[[], str]) -> None:
        self._view, self.chapters, self._language = view, chapters, language
        self._current, self._wanted = 0, ""
        self.state = build_state(chapters, 0, "", language())

    @property
    def current(self) -> GuidePage:
        """The chapter that is open."""
        return self.chapters[self._current]

    def on_target(self, target: str) -> None:
        """Open "chapter" or "chapter#heading"; what leads nowhere does nothing."""
        key, _stroke, anchor = target.partition("#")
        places = {page.key: place for place, page in enumerate(self.chapters)}
        if key in places:
            self._open(places[key], anchor)

    def on_chosen(self, place: int) -> None:
        """Open a chapter by its place in the guide."""
        if place != self._current:
            self._open(place, "")

    def on_words(self, words: str) -> None:
        """Look for words. The first chapter that has them opens where the one that is open has not."""
        self._wanted = words.strip()
        self._render()
        listed = self.state.listed
        if listed and self._current not in listed:
            self._open(listed[0], "")
        else:
            self._view.mark_words(self._wanted)

    def on_next_chapter(self) -> None:
        """Go on to the next chapter that has the words; after the last comes the first."""
        listed = self.state.listed
        if listed:
            after = [place for place in listed if place > self._current]
            self._open(after[0] if after else listed[0], "")

    def _open(self, place: int, anchor: str) -> None:
        self._current = place
        self._render()
        self._view.open_page(self.current, anchor)
        self._view.mark_words(self._wanted)

    def _render(self) -> None:
        self.state = build_state(self.chapters, self._current, self._wanted, self._language())
        self._view.render_state(self.state)
