"""The charts of somebody who has changed nothing, known before any journal is open."""

from __future__ import annotations

from journal.app.journal import catalogue_item
from journal.host.resources import read_catalogue
from journal.model.items import Better, Kind
from journal.model.panels import item_scale
from journal.model.series import Scale
from journal.texts.items import ItemWords
from journal.texts.trends import load_label

HIGHEST = 4.0


def usual_scales() -> dict[str, Scale]:
    """Label and axis of the average symptom rating, then of every item that a new journal asks."""
    catalogue = read_catalogue()
    words = ItemWords(catalogue)
    items = [item for item in (catalogue_item(entry, None) for entry in catalogue.items) if not item.hidden]
    ends = next((words.end_words(item) for item in items if item.symptom), ("", ""))
    load = Scale(Kind.SCALE, Better.LOWER, 0, HIGHEST, 0, *ends)
    return {load_label(): load} | {
        words.item_label(item): item_scale(item, words.step_words(item), words.end_words(item), HIGHEST)
        for item in items
    }
