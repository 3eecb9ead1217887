"""The readings of a stretch of days, read once, and the charts made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

from journal.app.chart_scores import known_scores, scores_panel, usual_scores
from journal.app.chart_treatment import effects_panel
from journal.app.item_versions import scale_since
from journal.app.item_versions import versions as all_versions
from journal.app.journal import Journal
from journal.app.tags import tag_days
from journal.model.day_values import day_values, readings_by_item
from journal.model.entries import Reading, State
from journal.model.items import Better, Item, ItemVersion, Kind, Origin
from journal.model.loads import loads, version_of
from journal.model.panels import item_panel, item_scale, load_panel
from journal.model.periods import Period
from journal.model.score_panels import is_score_key
from journal.model.score_series import ScoreSeries
from journal.model.series import EFFECTS_KEY, LOAD_KEY, Panel, Scale, ScaleChange, WeekPanel
from journal.model.trailing import WINDOW_DAYS
from journal.model.week import typical_week
from journal.texts.items import ItemWords
from journal.texts.trends import load_label, scale_label, tagged_label

FIRST_SHOWN = 8
"""How many items are shown until the person chooses."""

FIRST_HIGHER = 2
"""How many of those are items where higher is better, unless there are too few others."""


FIRST_GOALS = 3
"""How many own goals stand beside them."""


class TrendSource:
    """The readings of a stretch of days, read once, and the panels made of them."""

    def __init__(self, journal: Journal, loaded: Period, keys: Sequence[str] | None, tag: str = "") -> None:
        self._journal, self._loaded, self._tag = journal, loaded, tag
        self._words = ItemWords(journal.catalogue)
        self._versions: Mapping[str, ItemVersion] = all_versions(journal)
        self._items = {item.key: item for item in journal.items()}
        items = [key for key in keys or () if key != EFFECTS_KEY and not self._is_score(key)]
        wanted = None if keys is None or LOAD_KEY in keys else [journal.item(key).id for key in items]
        first = loaded.first - timedelta(days=WINDOW_DAYS - 1)
        self._readings = journal.store.entries.readings(first, loaded.last, wanted)
        if tag:
            days = tag_days(journal, tag)
            self._readings = [row for row in self._readings if row.day in days]
        self._by_item = readings_by_item(self._readings)

    def usual_keys(self, period: Period) -> tuple[str, ...]:
        """What is shown before anything was chosen.

        The average symptom rating where there is one, items that were answered in the period, the first
        questionnaires with several totals in it, and side effects where its sessions have some.
        """
        answered = [item for item in self._items.values() if self._usual(item) and self._days(item, period)]
        rated = [item for item in answered if not item.hidden] or self._most_answered(answered, period)
        goals = [item for item in rated if item.origin is Origin.GOAL]
        rated = [item for item in rated if item not in goals]
        others = [item for item in rated if item.version.better is not Better.HIGHER]
        higher = [item for item in rated if item.version.better is Better.HIGHER]
        higher = higher[: max(FIRST_HIGHER, FIRST_SHOWN - len(others))]
        shown = [*others[: FIRST_SHOWN - len(higher)], *higher, *goals[:FIRST_GOALS]]
        symptoms = LOAD_KEY if any(day in period for day in self._loads()) else None
        effects = (
            EFFECTS_KEY if self._effects.numbers(period.first.toordinal(), period.last.toordinal()).n_days else None
        )
        found = (symptoms, *(item.key for item in shown), *usual_scores(self._journal, period), effects)
        return tuple(key for key in found if key is not None)

    def panels(self, key: str) -> list[Panel]:
        """The panels of one key: one, or more where the item's scale was changed."""
        if key == LOAD_KEY:
            return [load_panel(self._label(load_label()), self._load_scale(), self._loads())]
        if key == EFFECTS_KEY:
            return [self._effects]
        if self._is_score(key):
            return [scores_panel(self._scores[key], self._loaded)]
        item = self._journal.item(key)
        newest = _measure(item.version)
        return [
            self._panel(item, version, rows, old=_measure(version) != newest) for version, rows in self._by_scale(item)
        ]

    @cached_property
    def _effects(self) -> Panel:
        return effects_panel(self._journal, self._loaded)

    @cached_property
    def _scores(self) -> Mapping[str, ScoreSeries]:
        return known_scores(self._journal)

    def _is_score(self, key: str) -> bool:
        """Whether a key is that of a scale with questionnaires; one that is gone is like an unknown item."""
        return is_score_key(key) and key in self._scores

    def scale_changes(self, keys: Iterable[str]) -> tuple[ScaleChange, ...]:
        """When the scales changed of those items that have ratings on another scale than their newest."""
        items = [self._items[key] for key in keys if key in self._items]
        changed = [item for item in items if len(self._by_scale(item)) > 1]
        since = {item.key: scale_since(self._versions.values(), item) for item in changed}
        return tuple(
            ScaleChange(self._words.item_label(item), day) for item in changed if (day := since[item.key]) is not None
        )

    def week(self, key: str) -> WeekPanel:
        """The typical week of one key."""
        if key == LOAD_KEY:
            table = typical_week(self._symptoms(), self._readings, self._versions)
            return WeekPanel(key, self._label(load_label()), self._load_scale(), table)
        item = self._journal.item(key)
        rows = [row for row in self._by_item.get(item.id, ()) if self._on_newest_scale(row, item)]
        table = typical_week([item], rows, self._versions)
        top = max((cell.value or 0.0 for row in table.rows for cell in row), default=0.0)
        return WeekPanel(key, self._label(self._words.item_label(item)), self._scale(item, top), table)

    def _panel(self, item: Item, version: ItemVersion, rows: list[Reading], *, old: bool) -> Panel:
        values = day_values(rows, version.combine)
        scale = self._scale(replace(item, version=version), max(values.values(), default=0.0))
        label = self._label(self._words.item_label(item))
        key = f"{item.key}@{version.id}" if old else item.key
        return item_panel(key, scale_label(label, version.minimum, scale.maximum) if old else label, scale, values)

    def _label(self, label: str) -> str:
        """What a chart is called: with the tag where only its days are drawn."""
        return tagged_label(label, self._tag) if self._tag else label

    def _by_scale(self, item: Item) -> list[tuple[ItemVersion, list[Reading]]]:
        """The readings by the scale they were made on, the newest scale first even without readings."""
        found: dict[tuple[object, ...], tuple[ItemVersion, list[Reading]]] = {
            _measure(item.version): (item.version, [])
        }
        rows_of: dict[str, list[Reading]] = {}
        for row in self._by_item.get(item.id, ()):
            rows = rows_of.get(row.version_id)
            if rows is None:  # the first of its version: most items have one for all their readings
                version = version_of(row, item, self._versions)
                rows = rows_of[row.version_id] = found.setdefault(_measure(version), (version, []))[1]
            rows.append(row)
        return list(found.values())

    def _on_newest_scale(self, row: Reading, item: Item) -> bool:
        return _measure(version_of(row, item, self._versions)) == _measure(item.version)

    def _scale(self, item: Item, top: float) -> Scale:
        scale = item_scale(item, self._words.step_words(item), self._words.end_words(item), top)
        return replace(scale, unit=self._words.unit(item))

    def _load_scale(self) -> Scale:
        symptoms = self._symptoms()
        ends = self._words.end_words(symptoms[0]) if symptoms else ("", "")
        return Scale(Kind.SCALE, Better.LOWER, 0, 4, 0, *ends)

    def _symptoms(self) -> list[Item]:
        return [item for item in self._items.values() if item.symptom]

    def _loads(self) -> Mapping[date, float]:
        return loads(list(self._items.values()), self._readings, self._versions)

    def _usual(self, item: Item) -> bool:
        """Whether an item is shown before anything was chosen: not what only opens beneath another."""
        return not item.opt_in and not item.opened_by

    def _most_answered(self, items: Sequence[Item], period: Period) -> list[Item]:
        """The items rated on most days, in their own order.

        What an import brought is not asked from then on, and may still be all there is to see.
        """
        by_days = sorted(items, key=lambda item: self._days(item, period), reverse=True)[:FIRST_SHOWN]
        return [item for item in items if item in by_days]

    def _days(self, item: Item, period: Period) -> int:
        """On how many days of the period an item was rated."""
        rows = self._by_item.get(item.id, ())
        return len({row.day for row in rows if row.state == State.RATED and row.day in period})


def _measure(version: ItemVersion) -> tuple[object, ...]:
    """What must be the same for two readings to stand on one axis."""
    return version.kind, version.minimum, version.maximum, version.better
