"""Searching the journal: what was written, and items by their names. Nothing of the plan is ever found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.app.item_search import item_results
from journal.app.search_results import Naming
from journal.app.search_words import search_words
from journal.model.folding import fold
from journal.model.searches import Found, Mark, Page, Search
from journal.texts.translation import language

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.texts.items import ItemWords

AT_ONCE = 50
"""Results on a page."""


def bring_up_to_date(journal: Journal, most: int | None = None) -> bool:
    """Read in what was written since the last search, at most so many texts; whether that was all."""
    journal.store.search.speak(language(), lambda: search_words(journal))
    return journal.store.search.bring_up_to_date(most)


def search(
    journal: Journal,
    wanted: Search,
    words: ItemWords,
    *,
    after: Mark | None = None,
    count: int = AT_ONCE,
    most: int | None = None,
) -> Page:
    """A page of results, newest first, those after `after` if it is given.

    At most `most` texts are read in before, None for all; a page that is not `whole` may lack some.
    """
    whole = bring_up_to_date(journal, most)
    hits = journal.store.search.page(wanted, after, count + 1)
    more, hits = len(hits) > count, hits[:count]
    least = hits[-1].mark if more else None
    naming = Naming(journal, words, fold(wanted.text))
    found = [(hit.mark, naming.found(hit)) for hit in hits]
    found += [
        (mark, item)
        for mark, item in item_results(journal, wanted, words)
        if (after is None or mark < after) and (least is None or mark > least)
    ]
    found.sort(key=lambda each: each[0], reverse=True)
    return Page(tuple(result for _mark, result in found), least, whole)


def count(journal: Journal, wanted: Search, words: ItemWords) -> int:
    """How many results there are in all."""
    bring_up_to_date(journal)
    return journal.store.search.count(wanted) + len(item_results(journal, wanted, words))


def all_results(journal: Journal, wanted: Search, words: ItemWords) -> list[Found]:
    """Every result, newest first."""
    found: list[Found] = []
    after: Mark | None = None
    while True:
        page = search(journal, wanted, words, after=after, count=500)
        found += page.results
        after = page.more
        if after is None:
            return found
