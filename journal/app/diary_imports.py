"""Importing a diary of another program: its names against the answers, the survey, and the writing."""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import replace
from datetime import timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from journal.app.diary_drafts import DraftStream
from journal.app.draft_writing import DraftWriting, Fate
from journal.app.journal import Journal
from journal.app.table_imports import provisional, store_made
from journal.exchange.diaries.answers_file import parse_answers, write_answers
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.exchange.diaries.questions import questions_of
from journal.exchange.diaries.reading import DiaryReader, DiarySurvey
from journal.exchange.diaries.settling import NameSettling, SettledNames, Unanswered
from journal.exchange.diaries.source import DiaryFormat, SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.limits import check_unchanged, stamp_of
from journal.exchange.results import EntryCounts, ImportPreview, ImportResult
from journal.exchange.table_mapping_file import mapping_text
from journal.exchange.table_stamps import FileTime
from journal.exchange.unread import Report
from journal.model.items import Item
from journal.texts.items import ItemWords


class DiaryImport:
    """One file of a program and the journal it goes into.

    `answers` are the window's; `mapping` holds those of a file, which stand over the ones that are
    remembered. Making one raises InvalidMapping, InvalidFile, FileMissing, FileUnreadable, FileTooLarge.
    """

    def __init__(
        self,
        journal: Journal,
        path: Path,
        form: DiaryFormat,
        *,
        answers: ImportAnswers | None = None,
        mapping: Path | str | None = None,
        make_items: bool = False,
    ) -> None:
        self._stamp = stamp_of(path)
        self._journal = journal
        self._form = form
        self._make_items = make_items
        self._mapping_path = str(mapping if isinstance(mapping, Path) else path)
        self._answers = answers or self._with_mapping(mapping)
        self._zone = self._answers.zone or journal.clock.zone() or ""
        wanted = SourceShape(self._answers.encoding, self._answers.delimiter, self._answers.decimal)
        self._reader = DiaryReader(path, form, form.shape(path, wanted), self._times())
        self._import_id = str(uuid.uuid4())

    def preview(self, report: Report | None = None, progress: Progress | None = None) -> ImportPreview:
        """What the import would do, with its first entries; nothing is written."""
        survey = self._reader.survey(report, progress)
        names = self._settle(survey, Unanswered.MAKE if self._make_items else Unanswered.PROPOSE)
        items = {**self._items(), **{key: provisional(new) for key, new in names.plan.made.items()}}
        stream = self._stream(survey, names, report, progress)
        counts: Counter[Fate] = Counter()
        for batch in self._writing(names, items).batches(stream.entries()):
            counts.update(batch.fates)
        stream.finish()
        result = self._result(survey, names, stream, counts, written=False)
        shape = self._reader.shape
        return ImportPreview(
            result=replace(result, items_made=tuple(names.plan.made)),
            first=tuple(stream.first),
            encoding=shape.encoding,
            delimiter=shape.delimiter,
            decimal=shape.decimal,
            zone=self._zone,
            format=self._form.format,
            names=names.questions,
            questions=questions_of(self._form, names.questions, self._answers),
            made=tuple(names.plan.made.values()),
            answers=replace(self._answers, zone=self._zone, names=names.answers),
        )

    def run(
        self, *, skip_unmapped: bool = False, report: Report | None = None, progress: Progress | None = None
    ) -> ImportResult:
        """Write what is new or changed, in one transaction; nothing while names map to nothing."""
        survey = self._reader.survey(report, progress)
        names = self._settle(survey, Unanswered.MAKE if self._make_items else Unanswered.LEAVE)
        stream = self._stream(survey, names, report, progress)
        if names.unmapped and not skip_unmapped and not self._make_items:
            return self._result(survey, names, stream, Counter(), written=False)
        try:
            with self._journal.store.action("import", many=True):
                counts = self._write(names, stream)
        except _NothingToWriteError as nothing:
            return self._result(survey, names, stream, nothing.counts, written=False)
        self._journal.changed("entries", "items", *(["medicines"] if stream.wrote_doses else []))
        return self._result(survey, names, stream, counts, written=True)

    def _write(self, names: SettledNames, stream: DraftStream) -> Counter[Fate]:
        """Write the import with its items, entries and doses in the open action. Raises to end it with nothing."""
        kept = replace(self._answers, zone=self._zone, names=self._kept(names))
        self._journal.store.imports.add(self._import_id, self._form.format, write_answers(self._form.format, kept))
        store_made(self._journal, names.plan.made.values())
        items = self._items()
        for key in names.plan.keys:
            self._journal.ensure_stored(items[key])
        counts: Counter[Fate] = Counter()
        stream.write_doses()
        for batch in self._writing(names, self._items()).batches(stream.entries()):
            counts.update(batch.fates)
            self._journal.store.entries.add_new(batch.entries, batch.here)
        stream.finish()
        check_unchanged(self._reader.path, self._stamp)
        if not counts[Fate.NEW] and not counts[Fate.CHANGED] and not stream.wrote_doses:
            raise _NothingToWriteError(counts)
        return counts

    def _settle(self, survey: DiarySurvey, unanswered: Unanswered) -> SettledNames:
        items = self._items()
        words = ItemWords(self._journal.catalogue)
        labels = {key: words.item_label(item) for key, item in items.items()}
        settling = NameSettling(self._form, items.values(), labels, self._mapping_path)
        return settling.settle(survey.names, self._answers, unanswered)

    def _stream(
        self, survey: DiarySurvey, names: SettledNames, report: Report | None, progress: Progress | None
    ) -> DraftStream:
        source = (self._journal, self._form.format, self._import_id)
        return DraftStream(source, self._reader, survey, names.plan, report, progress)

    def _writing(self, names: SettledNames, items: dict[str, Item]) -> DraftWriting:
        return DraftWriting(self._journal, _Spoken(self._form, names.plan.keys), items, self._import_id)

    def _items(self) -> dict[str, Item]:
        return {item.key: item for item in self._journal.items()}

    def _kept(self, names: SettledNames) -> tuple[NameAnswer, ...]:
        """The answers in force, and before them those for names that this file does not have."""
        here = {(answer.kind, answer.name) for answer in names.answers}
        others = [answer for answer in self._answers.names if answer.kind and (answer.kind, answer.name) not in here]
        return (*others, *names.answers)

    def _with_mapping(self, mapping: Path | str | None) -> ImportAnswers:
        """The answers of a mapping file over those remembered for the last file of the format."""
        kept = [each.mapping for each in self._journal.store.imports.list() if each.format == self._form.format]
        before = parse_answers(kept[-1]) if kept else ImportAnswers()
        if mapping is None:
            return replace(before, encoding="", delimiter="", decimal="")
        text = mapping_text(mapping) if isinstance(mapping, Path) else mapping
        given = parse_answers(text, self._mapping_path)
        return replace(
            given,
            zone=given.zone or before.zone,
            blank=given.blank or before.blank,
            names=(*before.names, *given.names),
        )

    def _result(
        self, survey: DiarySurvey, names: SettledNames, stream: DraftStream, counts: Counter[Fate], *, written: bool
    ) -> ImportResult:
        return ImportResult(
            format=self._form.format,
            entries=EntryCounts(counts[Fate.NEW], counts[Fate.KNOWN], counts[Fate.CHANGED]),
            values=stream.values,
            not_read=tuple(survey.unread),
            not_read_count=survey.unread_count,
            items_made=tuple(names.plan.made) if written else (),
            import_id=self._import_id if written else None,
            unmapped=names.unmapped,
            moved=survey.moved,
            medicines=stream.medicines,
            zone=self._zone,
        )

    def _times(self) -> FileTime:
        clock = self._journal.clock
        now_ms = clock.now_ms()
        zone: tzinfo = ZoneInfo(self._zone) if self._zone else timezone(timedelta(minutes=clock.offset_min(now_ms)))
        return FileTime(zone, self._zone or None, self._journal.day_start_min, now_ms)


class _Spoken:
    """What a file speaks of, as comparing its entries with the journal's needs to know."""

    def __init__(self, form: DiaryFormat, keys: frozenset[str]) -> None:
        self._form = form
        self._keys = keys

    @property
    def keys(self) -> frozenset[str]:
        return self._keys

    @property
    def speaks_of_notes(self) -> bool:
        return self._form.speaks_of_notes


class _NothingToWriteError(Exception):
    """Ends the transaction of an import whose entries are all here already."""

    def __init__(self, counts: Counter[Fate]) -> None:
        super().__init__()
        self.counts = counts
