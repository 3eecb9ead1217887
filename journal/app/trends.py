"""Trends: the course of the chosen items over a period, and their typical week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal.app.chart_scores import known_scores, score_label
from journal.app.chart_treatment import chart_marks, dose_lanes, has_sessions
from journal.app.item_versions import scale_since, versions
from journal.app.journal import Journal
from journal.app.tags import tag_days
from journal.app.trend_source import TrendSource
from journal.model.periods import Period
from journal.model.score_panels import is_score_key
from journal.model.series import EFFECTS_KEY, LOAD_KEY, ChartMark, MarkKind, ScaleChange, TrendsData, WeekData
from journal.texts.items import ItemWords
from journal.texts.names import short_name
from journal.texts.score_charts import group as scores_group
from journal.texts.session_effects import label as effects_label
from journal.texts.trends import load_label

SETTING = "trends_items"
"""The journal's setting that holds the chosen keys."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An item that can be chosen for the charts. `group` is the name of its group."""

    key: str
    label: str
    group: str


def choices(journal: Journal) -> tuple[Choice, ...]:
    """What can be chosen: the average symptom rating, and every item asked now or ever answered.

    Where there are sessions, their side effects too; where questionnaires were filled in, each of their
    scales. A screen is none of them.
    """
    words = ItemWords(journal.catalogue)
    answered = {row.id for row in journal.store.items.all()}
    items = [item for item in journal.items() if not item.hidden or item.id in answered]
    effects = (Choice(EFFECTS_KEY, effects_label(), ""),) if has_sessions(journal) else ()
    return (
        Choice(LOAD_KEY, load_label(), ""),
        *effects,
        *(Choice(item.key, words.item_label(item), words.group_name(item)) for item in items),
        *(Choice(key, score_label(series), scores_group()) for key, series in known_scores(journal).items()),
    )


def chosen_keys(journal: Journal) -> tuple[str, ...] | None:
    """The items the person chose, or None where nothing was chosen yet."""
    kept = journal.setting(SETTING)
    return tuple(kept) if kept else None


def choose(journal: Journal, keys: Sequence[str]) -> None:
    """Remember which items the charts show; none means the usual ones."""
    journal.put_setting(SETTING, list(keys))


def panels(
    journal: Journal,
    period: Period,
    keys: Sequence[str] | None,
    *,
    compare: bool = False,
    margin_days: int = 0,
    tag: str = "",
    mark_tag: str = "",
) -> TrendsData:
    """The charts of the items over a period; without keys, of the items most people want first.

    `margin_days` are read on both sides so that the view can be moved. With a tag, ratings of days without
    it are left out, as if nothing had been logged; questionnaires, sessions and medicines stay. The days with
    `mark_tag` are marked, and nothing is left out for it. Raises UnknownItem.
    """
    reach = _reach(journal, period, keys)
    loaded = _loaded(period, reach, margin_days + (period.length_days if compare else 0))
    source = TrendSource(journal, loaded, keys, tag)
    shown = source.usual_keys(period) if keys is None else tuple(dict.fromkeys(keys))
    drawn = [panel for key in shown for panel in source.panels(key)]
    marks = (*chart_marks(journal, loaded), *_tag_marks(journal, loaded, mark_tag))
    doses = dose_lanes(journal, loaded, period)
    return TrendsData(period, loaded, reach, tuple(drawn), compare, marks, doses, source.scale_changes(shown))


def _tag_marks(journal: Journal, loaded: Period, tag: str) -> list[ChartMark]:
    """A mark on each day with a tag; none without one."""
    days = sorted(day for day in tag_days(journal, tag) if day in loaded) if tag else []
    label = f"#{short_name(tag)}"
    return [ChartMark(day.toordinal(), label, MarkKind.TAG) for day in days]


def weeks(journal: Journal, period: Period, keys: Sequence[str] | None, tag: str = "") -> WeekData:
    """The typical week of each item over a period, of the days with a tag if one is given. Raises UnknownItem."""
    source = TrendSource(journal, period, keys, tag)
    shown = source.usual_keys(period) if keys is None else tuple(dict.fromkeys(keys))
    drawn = [key for key in shown if key != EFFECTS_KEY and not is_score_key(key)]
    return WeekData(period, tuple(source.week(key) for key in drawn), source.scale_changes(drawn))


def tagged(journal: Journal, period: Period, tag: str) -> tuple[int, int]:
    """How many days of a period have entries and the tag, and how many have entries at all."""
    logged = {stamp.day for stamp in journal.store.entries.stamps(period.first, period.last)}
    return len(logged & tag_days(journal, tag)), len(logged)


def scale_change(journal: Journal, key: str) -> ScaleChange | None:
    """When the scale of an item last changed; None for what always had one. Raises UnknownItem."""
    if key in (LOAD_KEY, EFFECTS_KEY) or is_score_key(key):
        return None
    item = journal.item(key)
    day = scale_since(versions(journal).values(), item)
    return None if day is None else ScaleChange(ItemWords(journal.catalogue).item_label(item), day)


def extent(journal: Journal, keys: Sequence[str] | None) -> tuple[date | None, date | None]:
    """The first and the last day with anything to show, None where there is nothing.

    Those of entries; of questionnaires too where their totals are chosen, or where there is no entry.
    """
    entries = journal.store.entries
    first, last = entries.first_day(), entries.last_day()
    asked = first is None or any(is_score_key(key) for key in keys or ())
    filled = journal.store.questionnaires.extent() if asked else None
    if filled is None:
        return first, last
    return min(filled[0], first or filled[0]), max(filled[1], last or filled[1])


def _reach(journal: Journal, period: Period, keys: Sequence[str] | None) -> Period:
    first = extent(journal, keys)[0] or period.first
    return Period(min(first, period.first), max(journal.today(), period.last))


def _loaded(period: Period, reach: Period, margin_days: int) -> Period:
    margin = timedelta(days=min(margin_days, (period.first - reach.first).days))
    later = timedelta(days=min(margin_days, (reach.last - period.last).days))
    return Period(period.first - margin, period.last + later)
