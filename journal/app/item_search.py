"""Items found by their names, in the language in use: own and shipped labels, own words, clinical names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from journal.model.folding import fold
from journal.model.searches import Excerpt, Found, Mark, Part, Place, Search, excerpt

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.items import Item
    from journal.texts.items import ItemWords


def item_results(journal: Journal, wanted: Search, words: ItemWords) -> list[tuple[Mark, Found]]:
    """The items found, each with its place by the day of its last answer; those without one come last."""
    text = fold(wanted.text)
    if not text or not wanted.takes(Part.ITEMS):
        return []
    named = [(item, names) for item, names in _named(journal, words) if any(text in fold(name) for name in names)]
    last = journal.store.search.last_answers([item.id for item, _names in named])
    found = []
    for place, (item, names) in enumerate(named):
        answer = last.get(item.id)
        day = date.fromisoformat(answer.day) if answer else None
        if wanted.covers(day):
            mark = Mark(answer.day, answer.at_ms, 0) if answer else Mark("", 0, -place)
            found.append((mark, _result(item, names, text, day)))
    return found


def _result(item: Item, names: list[str], text: str, day: date | None) -> Found:
    title, *others = names
    matching = next((name for name in others if text in fold(name)), "")
    return Found(Place.ITEM, Part.ITEMS, item.id, day, excerpt(title, text), _marked(matching, text), about=item.key)


def _marked(name: str, text: str) -> Excerpt:
    return excerpt(name, text) if name else Excerpt()


def _named(journal: Journal, words: ItemWords) -> Iterator[tuple[Item, list[str]]]:
    """Each item with what it is called, its name first."""
    for item in journal.items():
        own = ", ".join(item.version.words)
        names = (
            words.item_label(item),
            words.shipped_label(item),
            words.clinical_name(item),
            own,
            words.clinical_cluster_name(item.cluster),
        )
        yield item, list(dict.fromkeys(name for name in names if name))
