"""Any CSV or TSV by a mapping: wide (one row an entry) or long (one row a value).

A file is read three times at most: a first look finds the order of its rows (which tells apart the
two readings of the hour that a clock shows twice), a survey counts and lists what can't be read,
and the last pass gives the entries for writing. Only the rows at hand are in memory, except for a
long table that is not in order of time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from journal.exchange.drafts import EntryDraft, Progress, RatingDraft, Survey, UnmappedName
from journal.exchange.encodings import TableShape, find_shape
from journal.exchange.limits import check_size
from journal.exchange.table_answers import Answers
from journal.exchange.table_doses import Doses
from journal.exchange.table_mapping import Layout, TableMapping
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_names import Names
from journal.exchange.table_plan import TablePlan
from journal.exchange.table_rows import Row, TableRows, places
from journal.exchange.table_stamps import FileTime, Stamp, Stamps
from journal.exchange.unread import EXTRA_CELL, Report, Unread, unread, unreported
from journal.model.errors import FileUnreadable, JournalError

FORMAT = "table"
_PROGRESS_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class StampedRow:
    """A row with the time it says."""

    row: Row
    stamp: Stamp


class TableReader:
    """A table file with its mapping and plan, ready to be surveyed and read.

    Making one raises FileMissing, FileUnreadable, FileTooLarge, InvalidFile, and InvalidMapping
    for a column that the file does not have (which names `mapping_path`).
    """

    def __init__(
        self, path: Path, mapping: TableMapping, plan: TablePlan, times: FileTime, mapping_path: str = ""
    ) -> None:
        check_size(path)
        self.shape = shape_of(path, mapping)
        self._mapping = mapping
        self._plan = plan
        self._times = times
        self._rows = TableRows(path, self.shape)
        self._width = len(self._rows.header())
        self._columns = places(mapping, self._rows.header(), mapping_path or str(path))
        self._stamps = Stamps(mapping, self._columns, times, self.shape.decimal)
        self._row_count: int | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the items that the mapping names."""
        return frozenset(item.key for item in self._plan.items)

    @property
    def speaks_of_notes(self) -> bool:
        """Whether the mapping names a note column."""
        return bool(self._mapping.notes)

    @property
    def _only_doses(self) -> bool:
        """Whether the mapping names nothing that an entry could hold, so that a row makes none."""
        return not self._mapping.items and not self._mapping.notes

    @cached_property
    def names(self) -> Names:
        """The names of a long table that map to nothing, filled by the survey."""
        return Names(self._mapping)

    def survey(self, report: Report | None = None, progress: Progress | None = None) -> Survey:
        """Read everything once; nothing is kept but counts, the first entries and the first unread cells."""
        self._look()
        survey = Survey(rows=self._row_count or 0)

        def listed(cell: Unread) -> None:
            survey.add_unread(cell)
            if report is not None:
                report(cell)

        doses = self._doses(listed)
        for draft, stamps in self._read(listed, progress, self.names, doses):
            survey.add_entry(draft)
            survey.moved += sum(stamp.instant.moved for stamp in stamps)
        survey.doses = doses.found()
        survey.unmapped = tuple(UnmappedName(name, "item", seen.count) for name, seen in self.names.unmapped.items())
        return survey

    def drafts(self, progress: Progress | None = None) -> Iterator[EntryDraft]:
        """Read the file for writing, entry by entry."""
        self._look()
        for draft, _ in self._read(unreported, progress, None, self._doses(unreported)):
            yield draft

    def _look(self) -> None:
        """Find the order and the number of rows, once."""
        if self._row_count is not None:
            return
        count = 0
        for row in self._rows:
            self._stamps.scan(row)
            count += 1
        self._row_count = count
        self._stamps.order.finish()

    def _doses(self, report: Report) -> Doses:
        return Doses(self._mapping, self._columns, self.shape.decimal, report)

    def _read(
        self, report: Report, progress: Progress | None, names: Names | None, doses: Doses
    ) -> Iterator[tuple[EntryDraft, tuple[Stamp, ...]]]:
        answers = Answers(self._mapping, self._plan, self._columns, self.shape.decimal, report, names)
        stamped = self._stamped(report, progress, doses)
        if self._mapping.layout is Layout.WIDE:
            return self._wide(stamped, answers)
        return self._long(stamped, answers)

    def _stamped(self, report: Report, progress: Progress | None, doses: Doses) -> Iterator[StampedRow]:
        for count, row in enumerate(self._rows, 1):
            if progress is not None and count % _PROGRESS_ROWS == 0:
                progress(count, self._row_count)
            if len(row.cells) > self._width:
                self._report_extra(row, report)
            stamp = self._stamps.read(row, report)
            if stamp is not None:
                doses.read(row, stamp)
                yield StampedRow(row, stamp)

    def _report_extra(self, row: Row, report: Report) -> None:
        for place, text in enumerate(row.cells[self._width :], self._width + 1):
            if text.strip():
                report(unread(row.line, str(place), text, EXTRA_CELL))

    def _wide(self, rows: Iterable[StampedRow], answers: Answers) -> Iterator[tuple[EntryDraft, tuple[Stamp, ...]]]:
        ordinals = _Ordinals(self._stamps)
        for each in rows:
            if self._only_doses:
                continue
            ratings = answers.wide(each.row, each.stamp.day)
            yield self._draft(each, ordinals.next(each), ratings, answers.note(each.row)), (each.stamp,)

    def _long(self, rows: Iterable[StampedRow], answers: Answers) -> Iterator[tuple[EntryDraft, tuple[Stamp, ...]]]:
        """Rows of one time make one entry; a second answer for an item at that time makes another."""
        for group in self._groups(rows):
            entries: list[_Gathered] = []
            for each in group:
                note, rating = answers.note(each.row), answers.long(each.row, each.stamp.day)
                if rating is None and not note:
                    continue
                key = "" if rating is None else rating.key
                place = next((found for found in entries if found.takes(each, key)), None)
                if place is None:
                    place = _Gathered(each)
                    entries.append(place)
                place.add(rating, note)
            for ordinal, found in enumerate(entries):
                ratings, note = tuple(found.ratings.values()), "\n".join(found.notes)
                yield self._draft(found.first, ordinal, ratings, note), (found.first.stamp,)

    def _groups(self, rows: Iterable[StampedRow]) -> Iterator[list[StampedRow]]:
        order = self._stamps.order
        if order.in_order and not order.doubles:
            for _, group in groupby(rows, key=lambda each: each.stamp.wall.key):
                yield list(group)
            return
        found: dict[str, list[StampedRow]] = {}
        for each in rows:
            found.setdefault(each.stamp.wall.key, []).append(each)
        yield from found.values()

    def _draft(self, each: StampedRow, ordinal: int, ratings: tuple[RatingDraft, ...], note: str) -> EntryDraft:
        wall, found = each.stamp.wall, each.stamp.instant
        return EntryDraft(
            source_key=f"{FORMAT}:{self._mapping.source}:{wall.key}#{ordinal}",
            line=each.row.line,
            at_ms=found.at_ms,
            offset_min=found.offset_min,
            zone=each.stamp.zone,
            day=each.stamp.day,
            time_known=wall.known,
            note=note,
            ratings=ratings,
        )


class _Gathered:
    """An entry of a long table while its rows come."""

    def __init__(self, first: StampedRow) -> None:
        self.first = first
        self.ratings: dict[str, RatingDraft] = {}
        self.notes: list[str] = []

    def takes(self, row: StampedRow, key: str) -> bool:
        """Whether a row belongs to this entry: of the same instant, and with no second answer for an item."""
        return key not in self.ratings and row.stamp.instant == self.first.stamp.instant

    def add(self, rating: RatingDraft | None, note: str) -> None:
        if rating is not None:
            self.ratings[rating.key] = rating
        if note and note not in self.notes:
            self.notes.append(note)


class _Ordinals:
    """Numbers the entries of equal times. In a file that is in order only the time at hand is remembered."""

    def __init__(self, stamps: Stamps) -> None:
        self._order = stamps.order
        self._seen: Counter[str] = Counter()
        self._last = ""

    def next(self, each: StampedRow) -> int:
        """0 for the first entry of a time, 1 for the second."""
        key = each.stamp.wall.key
        if key != self._last and self._order.in_order and each.row.line not in self._order.doubles:
            self._seen.clear()
        self._last = key
        self._seen[key] += 1
        return self._seen[key] - 1


def shape_of(path: Path, mapping: TableMapping) -> TableShape:
    """How the file is written, as found or as the mapping says. Raises FileUnreadable."""
    try:
        return find_shape(path, encoding=mapping.encoding, delimiter=mapping.delimiter, decimal=mapping.decimal)
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error


def fits(path: Path, text: str) -> bool:
    """Whether a mapping's columns are all in the file."""
    try:
        mapping = parse_mapping(text)
        places(mapping, TableRows(path, shape_of(path, mapping)).header())
    except JournalError:
        return False
    return True
