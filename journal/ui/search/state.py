"""What the Search page shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from journal.model.folding import fold
from journal.model.searches import Search
from journal.texts.searches import nothing_found, results_text
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class SearchState:
    """The sentence over the results, and whether there are any."""

    sentence: str
    any_results: bool = False


def build_state(wanted: Search, shown: int, total: int | None, *, searching: bool, whole: bool) -> SearchState:
    """`total` is None until it is counted; `whole` is false while older texts are still being read in."""
    if not fold(wanted.text):
        return SearchState(_("Write a word, or part of one. It is found as you type."))
    if searching and not shown:
        return SearchState("")
    if not whole:
        return SearchState(_("Older notes are still being read."), shown > 0)
    if not shown:
        return SearchState(nothing_found())
    return SearchState("" if total is None else results_text(total), any_results=True)
