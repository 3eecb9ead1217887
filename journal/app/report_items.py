"""The items of a report: each one's days, line and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from journal.app.item_versions import scale_since
from journal.app.report_readings import ReportReadings
from journal.model.entries import State
from journal.model.item_summary import ItemSummary
from journal.model.items import Cluster, Item, Kind, Origin
from journal.model.loads import scale_of
from journal.model.trailing import trailing_mean
from journal.report.data import ReportItem
from journal.report.request import Part

SUICIDAL_THOUGHTS = "suicidal_thoughts"
DSM_CLUSTERS = frozenset({Cluster.B, Cluster.C, Cluster.D, Cluster.E})


def report_items(read: ReportReadings) -> tuple[ReportItem, ...]:
    """The items that may be shown and have anything to show, in their order."""
    made = (_report_item(read, part) for part in read.summary.items if _may_show(read, part.item))
    return tuple(item for item in made if item.n_days or item.states)


def _may_show(read: ReportReadings, item: Item) -> bool:
    if item.key == SUICIDAL_THOUGHTS:
        return False  # only ever told in a sentence
    if item.key in read.request.opened_keys:
        return True
    if item.origin is Origin.GOAL:
        return read.request.has(Part.GOALS) and item.id in read.goals
    return item.in_report and item.cluster is not Cluster.SAFETY


def _report_item(read: ReportReadings, part: ItemSummary) -> ReportItem:
    item, version = replace(part.item, version=part.version), part.version
    known = _day_values(read, part)
    span = None if version.maximum is None else version.maximum - version.minimum
    compared = read.compare and part.previous.n_days > 0
    return ReportItem(
        key=item.key,
        label=part.label,
        clinical=read.words.clinical_cluster_name(item.cluster) if item.cluster in DSM_CLUSTERS else "",
        cluster=item.cluster,
        kind=version.kind,
        better=version.better,
        minimum=version.minimum,
        maximum=None if version.kind in (Kind.COUNT, Kind.HOURS) else version.maximum,
        words=read.words.step_words(item) or tuple(filter(None, read.words.end_words(item))),
        values=tuple(known.get(day) for day in read.period.days()),
        trend=tuple(trailing_mean(known, list(read.period.days()))),
        unit=read.words.unit(item),
        symptom=item.symptom,
        n_days=part.now.n_days,
        mean=part.now.mean,
        median=part.now.median,
        days_high=part.days_high,
        days_low=part.days_low,
        high_from=None if span is None else version.minimum + 0.75 * span,
        low_to=None if span is None else version.minimum + 0.25 * span,
        previous_mean=part.previous.mean if compared else None,
        previous_days=part.previous.n_days if compared else 0,
        change=part.change.value if read.compare else None,
        change_withheld=str(part.change.withheld) if read.compare and part.change.withheld else None,
        ended_on=read.goals[item.id].ended_on if item.id in read.goals else None,
        states=_states(read, part, known) if read.request.has(Part.DAILY_TABLE) else {},
        scale_since=scale_since(read.versions.values(), item) if _left_out(read, part) else None,
    )


def _day_values(read: ReportReadings, part: ItemSummary) -> Mapping[date, float]:
    """The day values on the scale that the period's figures are on."""
    scale = scale_of(part.version)
    days = read.table.days(part.item, lambda version: scale_of(version) == scale, part.version.combine)
    return {day: value for day, value in days.items() if day >= read.line_start}


def _left_out(read: ReportReadings, part: ItemSummary) -> bool:
    """Whether the period has ratings on another scale than that of its figures."""
    scale = scale_of(part.version)
    rows = read.table.rows(part.item, lambda version: scale_of(version) != scale)
    return any(row.day in read.period and row.state == State.RATED for row in rows)


def _states(read: ReportReadings, part: ItemSummary, known: Mapping[date, float]) -> dict[date, State]:
    rows = read.table.by_item.get(part.item.id, [])
    return {row.day: State(row.state) for row in rows if row.day in read.period and row.day not in known}
