"""What a result is called, and the piece of it that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from journal.model.entries import local_time
from journal.model.folding import fold
from journal.model.searches import Excerpt, Found, Place, excerpt

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.store.search_pages import Hit
    from journal.store.search_sources import Texts
    from journal.texts.items import ItemWords

TITLES: Mapping[Place, tuple[str, ...]] = {
    Place.SESSION: ("name", "kind"),
    Place.COURSE: ("name", "kind"),
    Place.MEDICINE: ("name",),
    Place.PRACTICE: ("name", "kind"),
    Place.MARKER: ("label",),
    Place.QUESTIONNAIRE: ("name", "instrument", "form_id"),
}
"""The columns that name a result; the first that says anything does."""


class Naming:
    """Turns what the index gives into results, for one folded text that was looked for."""

    def __init__(self, journal: Journal, words: ItemWords, wanted: str) -> None:
        self._journal = journal
        self._words = words
        self._wanted = wanted

    def found(self, hit: Hit) -> Found:
        """One result."""
        named = next((name for name in TITLES.get(hit.place, ()) if name in hit.texts), "")
        title = hit.texts.get(named) or self._belonging(hit)
        at = None if hit.offset_min is None else local_time(hit.mark.at_ms, hit.offset_min)
        piece = self._piece({name: text for name, text in hit.texts.items() if name != named})
        return Found(hit.place, hit.part, hit.id, hit.day, excerpt(title, self._wanted), piece, at, hit.about)

    def _piece(self, texts: Texts) -> Excerpt:
        """Round what was found; where that is only in the title, the beginning of what else stands there."""
        for text in texts.values():
            if self._wanted in fold(text):
                return excerpt(text, self._wanted)
        return excerpt(next((texts[name] for name in ("note", "intention", "why") if name in texts), ""), self._wanted)

    def _belonging(self, hit: Hit) -> str:
        """The name of what it belongs to: the medicine of a dose, the item of a goal."""
        if hit.place is Place.DOSE:
            return self._medicines.get(hit.about, "")
        return self._items.get(hit.about, "") if hit.place is Place.GOAL else ""

    @cached_property
    def _medicines(self) -> dict[str, str]:
        return {medicine.id: medicine.name for medicine in self._journal.store.medicines.all()}

    @cached_property
    def _items(self) -> dict[str, str]:
        return {item.id: self._words.item_label(item) for item in self._journal.items()}
