"""The drafts of a diary on their way into the journal: what is empty left out, doses set aside, the first kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.exchange.diaries.plan import NamePlan
from journal.exchange.diaries.reading import DiaryReader, DiarySurvey
from journal.exchange.drafts import DoseDraft, EntryDraft, Progress
from journal.exchange.limits import FIRST_SHOWN
from journal.exchange.results import MedicineCounts
from journal.exchange.unread import Report, Unread

if TYPE_CHECKING:
    from journal.app.intake_imports import IntakeWriting

_BATCH = 500


class DraftStream:
    """The second pass over a file. `source` is the journal, the format's name and the import's id.

    `first` are its first entries, `values` counts its ratings, `medicines` what came of doses.
    """

    def __init__(
        self,
        source: tuple[Journal, str, str],
        reader: DiaryReader,
        survey: DiarySurvey,
        plan: NamePlan,
        report: Report | None,
        progress: Progress | None,
    ) -> None:
        self._source = source
        self._reader = reader
        self._survey = survey
        self._plan = plan
        self._report = report
        self._progress = progress
        self._doses: list[DoseDraft] = []
        self._intakes: IntakeWriting | None = None
        self._write = False
        self.first: list[EntryDraft] = []
        self.values = 0
        self.medicines: tuple[MedicineCounts, ...] = ()

    @property
    def wrote_doses(self) -> bool:
        """Whether a dose was new or changed."""
        return self._intakes is not None and self._intakes.anything

    def write_doses(self) -> None:
        """From now on doses are written, in the open action, and not only counted."""
        self._write = True

    def entries(self) -> Iterator[EntryDraft]:
        """Every entry that says something; the doses of entries go their own way, some hundreds at a time."""
        for draft in self._reader.drafts(self._plan, self._listed, self._told):
            if not draft.ratings and not draft.note and not draft.doses:
                continue
            if len(self.first) < FIRST_SHOWN:
                self.first.append(draft)
            if draft.doses:
                self._doses += draft.doses
                if len(self._doses) >= _BATCH:
                    self._take_doses()
            if draft.ratings or draft.note:
                self.values += len(draft.ratings)
                yield draft

    def finish(self) -> None:
        """Take the doses that are left, and settle the medicines that they make."""
        self._take_doses()
        if self._intakes is not None:
            self.medicines = self._intakes.finish()

    def _take_doses(self) -> None:
        if not self._doses:
            return
        if self._intakes is None:
            from journal.app.intake_imports import IntakeWriting

            self._intakes = IntakeWriting(*self._source, write=self._write)
        self._intakes.take(self._doses)
        self._doses = []

    def _listed(self, cell: Unread) -> None:
        self._survey.add_unread(cell)
        if self._report is not None:
            self._report(cell)

    def _told(self, done: int, total: int | None) -> None:
        if self._progress is not None:
            self._progress(done, total or self._survey.rows)
