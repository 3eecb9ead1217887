"""Reads "Since a session" and "Before and after" for what was chosen, on the storage thread. No Qt."""

from __future__ import annotations

from dataclasses import replace

from journal.app.journal import Journal
from journal.app.treatment_charts import around_chart, events, since_chart
from journal.app.trends import Choice, scale_change
from journal.model.score_panels import is_score_key
from journal.model.series import EFFECTS_KEY, LOAD_KEY
from journal.texts.trends import newest_scale_note
from journal.ui.trends.around_state import build_around, event_of
from journal.ui.trends.since_state import build_since
from journal.ui.trends.state import Loaded, View, Wanted


def read(journal: Journal, wanted: Wanted, loaded: Loaded) -> Loaded:
    """Add what the chosen view needs; nothing for the views of a period."""
    items = tuple(choice for choice in loaded.choices if choice.key != EFFECTS_KEY and not is_score_key(choice.key))
    if wanted.view is View.SINCE:
        key = _item(wanted.since.key, items, loaded)
        found = since_chart(journal, key, wanted.since.of, hours=wanted.since.hours)
        since = build_since(wanted.since, found, items, key)
        changed = scale_change(journal, key)
        notes = since.notes if changed is None else (*since.notes, newest_scale_note(changed))
        return replace(loaded, since=replace(since, notes=notes))
    if wanted.view is View.AROUND:
        key, known = _item(wanted.around.key, items, loaded), events(journal)
        event = event_of(wanted.around, known, loaded.today)
        chart = around_chart(journal, key, event.day, wanted.around.days, event.label)
        return replace(loaded, around=build_around(wanted.around, known, event, items, chart, key))
    return loaded


def _item(chosen: str | None, items: tuple[Choice, ...], loaded: Loaded) -> str:
    """The item chosen, else the first that the charts show, else the average symptom rating."""
    known = {choice.key for choice in items}
    wanted = (chosen, *(panel.key for panel in loaded.data.panels))
    return next((key for key in wanted if key in known), LOAD_KEY)
