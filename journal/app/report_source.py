"""What a report is made of, read from the journal: only what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from journal.app.item_versions import versions as all_versions
from journal.app.journal import Journal
from journal.model.day_values import day_values, readings_by_item
from journal.model.entries import Reading, State
from journal.model.item_summary import ItemSummary
from journal.model.items import Cluster, Item, Kind
from journal.model.loads import loads, scale_of, version_of
from journal.model.nightmares import NEEDED_NIGHTS
from journal.model.summary import Summary, build_summary
from journal.model.trailing import WINDOW_DAYS, trailing_mean, trailing_quartiles
from journal.model.week import PARTS, typical_week
from journal.report.content import main_item
from journal.report.data import (
    Asked,
    ChosenNote,
    Days,
    Load,
    Nightly,
    ReportData,
    ReportItem,
    Runs,
    UsualDay,
    WeekTable,
)
from journal.report.request import Part, ReportRequest
from journal.report.rows import placed
from journal.texts.items import ItemWords

SUICIDAL_THOUGHTS = "suicidal_thoughts"
HOURS_SLEPT = "hours_slept"
DSM_CLUSTERS = frozenset({Cluster.B, Cluster.C, Cluster.D, Cluster.E})


class ReportSource:
    """The readings of a period and of what comes before it, read once, and the report's parts made of them."""

    def __init__(self, journal: Journal, request: ReportRequest) -> None:
        self._journal, self._request, self._period = journal, request, request.period
        self._words = ItemWords(journal.catalogue)
        self._versions = all_versions(journal)
        self._items = journal.items()
        before = self._period.before()
        first = min(before.first, self._period.first - timedelta(days=WINDOW_DAYS - 1))
        self._readings = journal.store.entries.readings(first, self._period.last)
        self._by_item = readings_by_item(self._readings)
        self._stamps = journal.store.entries.stamps(before.first, self._period.last)
        self._line_start = self._period.first - timedelta(days=WINDOW_DAYS - 1)
        self._summary = self._summed()
        self._compare = request.has(Part.COMPARISON)

    def data(self) -> ReportData:
        """Everything the report is made of."""
        summary = self._summary
        data = ReportData(
            made_on=self._journal.today(),
            days=self._days(),
            items=tuple(self._report_items()),
            load=self._load(),
            usual_day=self._usual_day(),
            usual_day_before=self._usual_day_before(),
            steps=summary.steps.now,
            steps_before=summary.steps.previous if self._compare else (),
            step_words=self._step_words(),
            nightmares=self._nightmares(),
            sleep=self._sleep(),
            notes=tuple(self._notes()),
            suicidal_thoughts=self._asked(),
        )
        return replace(data, week=self._week(data))

    def _summed(self) -> Summary:
        return build_summary(
            self._period,
            self._items,
            self._readings,
            self._stamps,
            self._journal.store.entries.first_day(),
            self._journal.today(),
            versions=self._versions,
            label_of=self._words.item_label,
        )

    def _days(self) -> Days:
        covered = self._summary.coverage
        before = self._period.before()
        logged = {stamp.day for stamp in self._stamps if stamp.day in before}
        first = self._journal.store.entries.first_day()
        possible = (before.last - max(before.first, first)).days + 1 if first and self._compare else 0
        return Days(
            possible=covered.days_possible,
            logged=covered.days_logged,
            longest_gap=covered.longest_gap_days,
            entries=covered.entries,
            entered_later=covered.entered_later,
            previous_logged=len(logged) if possible > 0 else None,
            previous_possible=possible if possible > 0 else None,
        )

    def _report_items(self) -> list[ReportItem]:
        wanted = [part for part in self._summary.items if self._may_show(part.item)]
        made = [self._report_item(part) for part in wanted]
        return [item for item in made if item.n_days or item.states]

    def _may_show(self, item: Item) -> bool:
        if item.key == SUICIDAL_THOUGHTS:
            return False  # only ever told in a sentence
        opened = self._request.opened_keys
        return item.key in opened or (item.in_report and item.cluster is not Cluster.SAFETY)

    def _report_item(self, part: ItemSummary) -> ReportItem:
        item, version = replace(part.item, version=part.version), part.version
        known = self._day_values(part)
        span = None if version.maximum is None else version.maximum - version.minimum
        compared = self._compare and part.previous.n_days > 0
        return ReportItem(
            key=item.key,
            label=part.label,
            clinical=self._clinical(item),
            cluster=item.cluster,
            kind=version.kind,
            better=version.better,
            minimum=version.minimum,
            maximum=None if version.kind in (Kind.COUNT, Kind.HOURS) else version.maximum,
            words=self._words.step_words(item) or tuple(filter(None, self._words.end_words(item))),
            values=self._runs(known),
            trend=tuple(trailing_mean(known, list(self._period.days()))),
            unit=self._words.unit(item),
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
            change=part.change.value if self._compare else None,
            change_withheld=str(part.change.withheld) if self._compare and part.change.withheld else None,
            states=self._states(part, known) if self._request.has(Part.DAILY_TABLE) else {},
        )

    def _clinical(self, item: Item) -> str:
        return self._words.clinical_cluster_name(item.cluster) if item.cluster in DSM_CLUSTERS else ""

    def _day_values(self, part: ItemSummary) -> Mapping[date, float]:
        """The day values on the scale that the period's figures are on."""
        rows = [row for row in self._by_item.get(part.item.id, ()) if row.day >= self._line_start]
        scale = scale_of(part.version)
        same = {
            row.version_id: scale_of(version_of(row, part.item, self._versions)) == scale
            for row in {row.version_id: row for row in rows}.values()
        }
        return day_values((row for row in rows if same[row.version_id]), part.version.combine)

    def _states(self, part: ItemSummary, known: Mapping[date, float]) -> dict[date, State]:
        rows = self._by_item.get(part.item.id, [])
        return {row.day: State(row.state) for row in rows if row.day in self._period and row.day not in known}

    def _load(self) -> Load | None:
        figures = self._summary.load
        if figures.now.mean is None or figures.now.median is None:
            return None
        recent = [row for row in self._readings if row.day >= self._line_start]
        known = loads(self._items, recent, self._versions)
        lines = trailing_quartiles(known, list(self._period.days()))
        withheld = figures.change.withheld
        return Load(
            values=self._runs(known),
            median_line=tuple(None if line is None else line[1] for line in lines),
            band=tuple(None if line is None else (line[0], line[2]) for line in lines),
            n_days=figures.now.n_days,
            items=figures.items,
            mean=figures.now.mean,
            median=figures.now.median,
            previous_mean=figures.previous.mean if self._compare else None,
            previous_days=figures.previous.n_days if self._compare else 0,
            change=figures.change.value if self._compare else None,
            change_withheld=str(withheld) if self._compare and withheld else None,
        )

    def _usual_day(self) -> UsualDay | None:
        usual = self._summary.usual_day
        return None if usual.median is None else UsualDay(usual.median, usual.of, usual.n_days)

    def _usual_day_before(self) -> UsualDay | None:
        usual = self._summary.usual_day
        if not self._compare or usual.median is None or usual.previous_median is None:
            return None
        return UsualDay(usual.previous_median, usual.of, usual.previous_n_days)

    def _step_words(self) -> tuple[str, ...]:
        found = (self._words.step_words(item) for item in self._items if item.symptom)
        return next((words for words in found if len(words) == len(self._summary.steps.now)), ("",) * 5)

    def _nightmares(self) -> Nightly | None:
        now, before = self._summary.nightmares, self._summary.nightmares_before
        if not now.nights:
            return None
        previous = before if self._compare else None
        return Nightly(
            now.value,
            now.nights,
            NEEDED_NIGHTS,
            previous.value if previous else None,
            previous.nights if previous else 0,
        )

    def _sleep(self) -> Nightly | None:
        hours = self._summary.item(HOURS_SLEPT)
        if hours is None or hours.now.mean is None:
            return None
        before = hours.previous if self._compare else None
        return Nightly(
            hours.now.mean, hours.now.n_days, 0, before.mean if before else None, before.n_days if before else 0
        )

    def _week(self, data: ReportData) -> WeekTable | None:
        """The typical week of the average symptom rating, or of the item that stands in for it."""
        main = main_item(self._request, data, placed(self._request, data))
        if data.load is not None:
            items = [item for item in self._items if item.symptom]
            low, high = 0.0, 4.0
        elif main is not None and main.maximum is not None:
            items = [item for item in self._items if item.key == main.key]
            low, high = main.minimum, main.maximum
        else:
            return None
        within = [row for row in self._readings if row.day in self._period]
        table = typical_week(items, within, self._versions)
        parts = tuple(str(part) for part in PARTS) if table.by_part else ("",)
        cells = tuple(tuple(cell.value for cell in row) for row in table.rows)
        return WeekTable(parts, cells, of_load=data.load is not None, minimum=low, maximum=high)

    def _notes(self) -> list[ChosenNote]:
        entries = (self._journal.store.entries.get(entry_id) for entry_id in self._request.note_ids)
        return [ChosenNote(entry.day, entry.note) for entry in entries if entry is not None and entry.note]

    def _asked(self) -> Asked | None:
        """How often thoughts of suicide were asked about, where the person chose to show it."""
        item = next((item for item in self._items if item.key == SUICIDAL_THOUGHTS), None)
        if not self._request.has(Part.SUICIDAL_THOUGHTS) or item is None:
            return None
        rows = [row for row in self._by_item.get(item.id, []) if row.day in self._period and _rated(row)]
        yes = {row.day for row in rows if row.value}
        return Asked(len({row.day for row in rows}), len(yes), max(yes, default=None))

    def _runs(self, known: Mapping[date, float]) -> Runs:
        return tuple(known.get(day) for day in self._period.days())


def _rated(row: Reading) -> bool:
    return row.state == State.RATED
