"""A diary of another program, read twice: surveyed first, then made into entries by what its names became."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from journal.exchange.diaries.instants import Instants
from journal.exchange.diaries.names import NamesSeen
from journal.exchange.diaries.order import EntryOrder
from journal.exchange.diaries.plan import NamePlan
from journal.exchange.diaries.source import DiaryFormat, SourceDose, SourceEntry, SourceShape
from journal.exchange.drafts import DoseDraft, EntryDraft, Progress
from journal.exchange.limits import MOST_LISTED
from journal.exchange.table_stamps import FileTime
from journal.exchange.unread import Report, Unread, unread, unreported
from journal.exchange.wall_clock import Instant
from journal.model.entries import TimeKnown, day_at
from journal.model.medicines import Taken

WHEN = "date"
"""The column that a time that can't be is listed under."""


@dataclass(slots=True)
class DiarySurvey:
    """What the first pass found. `rows` is how far the progress went; lists as on `drafts.Survey`.

    `first` and `last` are the earliest and latest days.
    """

    rows: int | None = None
    entries: int = 0
    moved: int = 0
    names: NamesSeen = field(default_factory=NamesSeen)
    unread: list[Unread] = field(default_factory=list)
    unread_count: int = 0
    first: date | None = None
    last: date | None = None

    def add_unread(self, cell: Unread) -> None:
        """Count what was not read; keep it if there is room."""
        self.unread_count += 1
        if len(self.unread) < MOST_LISTED:
            self.unread.append(cell)

    def add_day(self, day: date) -> None:
        """Count an entry of a day."""
        self.entries += 1
        if self.first is None or day < self.first:
            self.first = day
        if self.last is None or day > self.last:
            self.last = day


class DiaryReader:
    """One file of a format with the zone of its times. A survey comes first; then `drafts` as often as wanted."""

    def __init__(self, path: Path, form: DiaryFormat, shape: SourceShape, times: FileTime) -> None:
        self.path = path
        self.form = form
        self.shape = shape
        self._times = times
        self._instants = Instants(times)
        self._order = EntryOrder(newest_first=form.newest_first)

    def survey(self, report: Report | None = None, progress: Progress | None = None) -> DiarySurvey:
        """Read everything once; nothing is kept but names, counts and the first unread cells."""
        survey = DiarySurvey(names=NamesSeen(str(self.path)))
        order = self._order = EntryOrder(newest_first=self.form.newest_first)

        def listed(cell: Unread) -> None:
            survey.add_unread(cell)
            if report is not None:
                report(cell)

        def told(done: int, total: int | None) -> None:
            survey.rows = done
            if progress is not None:
                progress(done, total)

        for entry in self._possible(listed, told):
            day = entry.at.date()
            changes = self._instants.changes(day)
            order.add(entry, double=changes and self._instants.is_double(entry.at))
            survey.names.add(entry)
            if changes:
                survey.moved += self._instants.of(entry.at).moved
            survey.add_day(day)
        order.finish()
        return survey

    def drafts(
        self, plan: NamePlan, report: Report = unreported, progress: Progress | None = None
    ) -> Iterator[EntryDraft]:
        """Read again for writing. `report` gets only what depends on the plan, and rows that stand there twice."""
        for entry, ordinal in self._order.numbered(self._possible(unreported, progress), report):
            yield self._draft(entry, ordinal, plan, report)

    def _possible(self, report: Report, progress: Progress | None) -> Iterator[SourceEntry]:
        """The entries of the file whose time can be."""
        fault = self._instants.fault
        for entry in self.form.read(self.path, self.shape, report, progress):
            reason = fault(entry.at)
            if reason:
                report(unread(entry.line, WHEN, entry.at.isoformat(" "), reason))
            else:
                yield self._on_the_wall(entry) if entry.in_utc else entry

    def _on_the_wall(self, entry: SourceEntry) -> SourceEntry:
        """An entry whose file gives instants, with the clock of the zone chosen."""
        zone = self._times.zone
        doses = (dose if dose.at is None else dose._replace(at=dose.at.astimezone(zone)) for dose in entry.doses)
        return entry._replace(at=entry.at.astimezone(zone), doses=tuple(doses))

    def _draft(self, entry: SourceEntry, ordinal: int, plan: NamePlan, report: Report) -> EntryDraft:
        found = self._instants.of(entry.at, second=entry.line in self._order.seconds)
        source_key = f"{self.form.format}:{entry.key}#{ordinal}"
        return EntryDraft(
            source_key=source_key,
            line=entry.line,
            at_ms=found.at_ms,
            offset_min=found.offset_min,
            zone=self._zone(entry, entry.at),
            day=self._day(entry.at, found, entry.known),
            time_known=entry.known,
            note=entry.note,
            ratings=plan.ratings(entry, report),
            part=entry.part,
            doses=tuple(self._doses(entry, source_key, plan)) if entry.doses else (),
        )

    def _doses(self, entry: SourceEntry, source_key: str, plan: NamePlan) -> Iterable[DoseDraft]:
        met: dict[str, int] = {}
        for dose in entry.doses:
            medicine = plan.medicine(dose.medicine)
            unsure = dose.planned and dose.taken is Taken.NOT_TAKEN and not plan.untaken
            if not medicine or unsure or (dose.at is not None and self._instants.fault(dose.at)):
                continue
            stem = f"{source_key}:{dose.medicine.strip().casefold()}:{dose.key}"
            met[stem] = met.get(stem, -1) + 1
            yield self._dose(entry, dose, f"{stem}#{met[stem]}", medicine)

    def _dose(self, entry: SourceEntry, dose: SourceDose, source_key: str, medicine: str) -> DoseDraft:
        at, known = (entry.at, entry.known) if dose.at is None else (dose.at, TimeKnown.MINUTE)
        found = self._instants.of(at, second=entry.line in self._order.seconds)
        day = self._day(at, found, known)
        return DoseDraft(
            source_key=source_key,
            line=entry.line,
            medicine=medicine,
            unit=dose.unit,
            taken=dose.taken,
            at_ms=found.at_ms,
            offset_min=found.offset_min,
            zone=self._zone(entry, at),
            day=self._day(entry.at, self._instants.of(entry.at), entry.known) if dose.planned else day,
            time_known=known,
            amount=dose.amount,
            due_min=entry.at.hour * 60 + entry.at.minute if dose.planned else dose.due_min,
            note=dose.note,
        )

    def _zone(self, entry: SourceEntry, at: datetime) -> str | None:
        return self._times.zone_name if at.tzinfo is None or entry.in_utc else None

    def _day(self, at: datetime, found: Instant, known: TimeKnown) -> date:
        if known is TimeKnown.DAY:
            return at.date()
        return day_at(found.at_ms, found.offset_min, self._times.day_start_min)
