"""The rows of items: a trend and a daily strip on the shared time axis, and the figures beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from journal.model.items import Better, Cluster, Kind
from journal.model.periods import Period
from journal.report import curves
from journal.report.course import ends, item_alt, scale_words
from journal.report.data import ReportData, ReportItem
from journal.report.request import ReportRequest
from journal.report.text_safety import one_line, shortened
from journal.report.wording import NOTHING, ReportWords
from journal.texts.translation import _, ngettext, pgettext

SYMPTOM_ROWS = 8
LIFE_ROWS = 3
LABEL_LIMIT = 44
OWN_LABEL_LIMIT = 30
"""On other scales the line under the label must be seen, so the label keeps to one line."""

_ORDER = tuple(Cluster)

Group = tuple[str, tuple[ReportItem, ...]]
"""The title of a table and the items that are its rows."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Which items stand where: rows of page one, life items under them, the rest later, by group."""

    symptoms: tuple[ReportItem, ...]
    life: tuple[ReportItem, ...]
    more_symptoms: tuple[ReportItem, ...]
    more_life: tuple[ReportItem, ...]
    body: tuple[ReportItem, ...]
    others: tuple[ReportItem, ...]
    goals: tuple[ReportItem, ...] = ()


def placed(request: ReportRequest, data: ReportData) -> Placed:
    """Choose the rows of page one: the person's own choice, else the highest means."""
    rated = [item for item in data.items if item.n_days]
    goals = [item for item in rated if item.cluster is Cluster.GOAL and item.key not in request.item_keys]
    rated = [item for item in rated if item not in goals]
    life = [item for item in rated if item.better is Better.HIGHER and item.kind is Kind.SCALE]
    symptoms = [item for item in rated if is_symptom(item)]
    chosen = [item for item in rated if item.key in request.item_keys and item.better is Better.LOWER]
    highest = sorted(symptoms, key=height, reverse=True)[:SYMPTOM_ROWS]
    front = in_order(chosen[:SYMPTOM_ROWS] or [item for item in symptoms if item in highest])
    wanted_life = [item for item in life if item.key in request.item_keys] or life
    front_life = wanted_life[:LIFE_ROWS]
    rest = [item for item in rated if item not in front and item not in life]
    return Placed(
        symptoms=tuple(front),
        life=tuple(front_life),
        more_symptoms=tuple(in_order([item for item in rest if is_symptom(item)])),
        more_life=tuple(item for item in life if item not in front_life),
        body=tuple(item for item in rest if item.cluster in (Cluster.BODY, Cluster.MONTH)),
        others=tuple(
            item for item in rest if not is_symptom(item) and item.cluster not in (Cluster.BODY, Cluster.MONTH)
        ),
        goals=tuple(goals),
    )


def is_symptom(item: ReportItem) -> bool:
    """Whether it counts among the symptoms: the journal's own, and the person's own scales that are alike."""
    if item.kind is not Kind.SCALE or item.better is not Better.LOWER:
        return False
    return item.symptom or item.cluster in (Cluster.B, Cluster.C, Cluster.D, Cluster.E, Cluster.OWN)


def height(item: ReportItem) -> float:
    """Where the mean lies on the item's own scale, to choose the highest."""
    return 0.0 if item.mean is None else curves.fraction(item.mean, item.minimum, item.maximum or item.mean)


def in_order(items: Sequence[ReportItem]) -> list[ReportItem]:
    """In the order of the DSM-5 clusters; the given order within one."""
    return sorted(items, key=lambda item: _ORDER.index(item.cluster))


def table(
    title: str, items: Sequence[ReportItem], period: Period, words: ReportWords, *, compare: bool, more: int = 0
) -> dict[str, Any] | None:
    """A table of rows with its column heads; None without items."""
    if not items:
        return None
    return {
        "title": title,
        "mores": [more_words(more + moved) for moved in range(len(items) + 1)],
        "continued": _("{title}, continued").format(title=title),
        "columns": columns(items, compare=compare),
        "rows": rows(items, period, words, compare=compare),
    }


def more_words(count: int) -> str:
    """How many rows stand on the next page. The template moves rows there where page one has no room."""
    return ngettext("{n} more on page 2", "{n} more on page 2", count).format(n=count) if count else ""


def columns(items: Sequence[ReportItem], *, compare: bool) -> list[str]:
    """The heads of the figures: mean, median, change where chosen, days at the far end, n."""
    heads = [_("Mean"), _("Median"), *([pgettext("column of figures", "Change")] if compare else [])]
    return [*heads, *([extreme_head(items)] if any(map(extreme, items)) else []), _("Days rated")]


def extreme_head(items: Sequence[ReportItem]) -> str:
    """What the column of days at the far end is called: in steps if every row has the same five."""
    low = any(item.days_low is not None for item in items)
    five_steps = all((item.minimum, item.maximum) == (0, 4) for item in items)
    if low:
        return _("Days at 0–1") if five_steps else _("Days low")
    return _("Days at 3–4") if five_steps else _("Days high")


def rows(items: Sequence[ReportItem], period: Period, words: ReportWords, *, compare: bool) -> list[dict[str, Any]]:
    """Each item's row. `place` is 0 for the highest mean: the last places yield where there is no room."""
    far = any(map(extreme, items))
    places = {item.key: place for place, item in enumerate(sorted(items, key=height, reverse=True))}
    return [
        {
            **row(item, period, words),
            "figures": figures(item, words, compare=compare, far=far),
            "place": places[item.key],
        }
        for item in items
    ]


def row(item: ReportItem, period: Period, words: ReportWords) -> dict[str, Any]:
    """One item: label, points, strip and the sentence for who cannot see the chart."""
    top = curves.top_of(item.values, item.maximum)
    low, high = end_labels(item, top, words)
    return {
        "label": row_label(item),
        "below": second_line(item, words),
        "low": low,
        "high": high,
        "line": curves.runs(item.trend, item.minimum, top),
        "dots": curves.dots(item.values, item.minimum, top),
        "strip": [] if item.maximum is None else curves.strip(item.values, item.minimum, top),
        "alt": item_alt(item, period, words),
    }


def row_label(item: ReportItem) -> str:
    """The label of an item, as long as its row has room for."""
    return shortened(one_line(item.label), OWN_LABEL_LIMIT if own_scale(item) else LABEL_LIMIT)


def end_labels(item: ReportItem, top: float, words: ReportWords) -> tuple[str, str]:
    """The words at the ends of the axis with their numbers."""
    low, high = ends(item)
    return (
        f"{shortened(one_line(low), 16)} {words.number(item.minimum)}".strip(),
        f"{shortened(one_line(high), 16)} {words.number(top)} {shortened(one_line(item.unit), 6)}".strip(),
    )


def figures(item: ReportItem, words: ReportWords, *, compare: bool, far: bool) -> list[str]:
    """The figures in the order of `columns`; a dash where there is none."""
    change = [words.signed(item.change)] if compare else []
    days = [extreme(item) or NOTHING] if far else []
    return [words.fixed(item.mean), words.fixed(item.median), *change, *days, words.number(item.n_days)]


def extreme(item: ReportItem) -> str:
    """The days at the far end of the scale; empty where the item has none to count."""
    count = item.days_low if item.days_low is not None else item.days_high
    return "" if count is None else str(count)


def front_groups(places: Placed) -> list[Group]:
    """The tables of page one: symptoms, and the life items under them."""
    found = [(_("Symptoms"), places.symptoms), (_("Higher is better"), places.life)]
    return [(title, items) for title, items in found if items]


def later_groups(places: Placed) -> list[Group]:
    """The tables of page two."""
    found = [
        (_("Other symptoms"), places.more_symptoms),
        (_("Higher is better, others"), places.more_life),
        (_("Body and side effects"), places.body),
        (_("Sleep and others"), places.others),
        *((title, _of(places.goals, better)) for better, title in _goal_titles(places.goals).items()),
    ]
    return [(title, items) for title, items in found if items]


def front_tables(places: Placed, request: ReportRequest, words: ReportWords, *, compare: bool) -> list[dict[str, Any]]:
    """The tables of page one, with how many more rows stand on page two."""
    later = {_("Symptoms"): places.more_symptoms, _("Higher is better"): places.more_life}
    found = (
        table(title, items, request.period, words, compare=compare, more=len(later[title]))
        for title, items in front_groups(places)
    )
    return [each for each in found if each]


def later_tables(places: Placed, request: ReportRequest, words: ReportWords, *, compare: bool) -> list[dict[str, Any]]:
    """The tables of page two."""
    found = (table(title, items, request.period, words, compare=compare) for title, items in later_groups(places))
    return [each for each in found if each]


def _goal_titles(goals: Sequence[ReportItem]) -> dict[Better, str]:
    """A table of own goals for each direction; the better end is named only where there are several."""
    if len({item.better for item in goals}) < 2:
        return dict.fromkeys(Better, _("Own goals"))
    return {
        Better.HIGHER: _("Own goals, higher is better"),
        Better.LOWER: _("Own goals, lower is better"),
        Better.NONE: _("Own goals, neither end is better"),
    }


def _of(items: Sequence[ReportItem], better: Better) -> tuple[ReportItem, ...]:
    return tuple(item for item in items if item.better is better)


def second_line(item: ReportItem, words: ReportWords) -> str:
    """What stands under the label: the clinical name, or on other scales than 0 to 4 what counts as high.

    Of a goal that ended its last day stands there instead: there is room for one line.
    """
    if item.ended_on is not None:
        return _("ended on {day}").format(day=words.day(item.ended_on))
    if item.maximum is None or not own_scale(item):
        return one_line(item.clinical)
    scale = scale_words(item, item.maximum, words)
    if item.days_low is not None and item.low_to is not None:
        return _("{scale}, low to {n}").format(scale=scale, n=words.number(item.low_to))
    if item.days_high is not None and item.high_from is not None:
        return _("{scale}, high from {n}").format(scale=scale, n=words.number(item.high_from))
    return scale


def own_scale(item: ReportItem) -> bool:
    """Whether it has an upper end and other steps than 0 to 4."""
    return item.maximum is not None and (item.minimum, item.maximum) != (0, 4)
