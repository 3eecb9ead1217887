"""What the Search page shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal.model.folding import fold
from journal.model.periods import Period
from journal.model.searches import Part, Search
from journal.texts.dates import period_text
from journal.texts.searches import nothing_found, part_text, results_text
from journal.texts.translation import _
from journal.ui.history.lines import DOT


@dataclass(frozen=True, slots=True)
class SearchState:
    """The sentence over the results, whether there are any, and what narrows them; empty for nothing."""

    sentence: str
    any_results: bool = False
    narrowed: str = ""


def build_state(wanted: Search, shown: int, total: int | None, *, searching: bool, whole: bool) -> SearchState:
    """`total` is None until it is counted; `whole` is false while older texts are still being read in."""
    state = _found(wanted, shown, total, searching=searching, whole=whole)
    return replace(state, narrowed=narrowed_words(wanted))


def narrowed_words(wanted: Search) -> str:
    """What a search is narrowed to: its parts and its days."""
    parts = _("Only in: {parts}").format(parts=", ".join(part_text(part) for part in Part if part in wanted.parts))
    days = period_text(Period(wanted.first, wanted.last)) if wanted.first and wanted.last else ""
    return DOT.join(words for words in (parts if wanted.parts else "", days) if words)


def _found(wanted: Search, shown: int, total: int | None, *, searching: bool, whole: bool) -> SearchState:
    if not fold(wanted.text):
        return SearchState(_("Write a word, or part of one. It is found as you type."))
    if searching and not shown:
        return SearchState("")
    if not whole:
        return SearchState(_("Older notes are still being read."), shown > 0)
    if not shown:
        return SearchState(nothing_found())
    return SearchState("" if total is None else results_text(total), any_results=True)
