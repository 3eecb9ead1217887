"""The list of days: read some weeks at a time, so that ten years cost no more than one. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from journal.app import history, questionnaires
from journal.app.form_scores import FormScores
from journal.app.item_versions import versions
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.periods import Period
from journal.model.questionnaires import Questionnaire
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.history.import_words import import_words
from journal.ui.history.lines import EntryLine, LineWords, lines_of
from journal.ui.history.questionnaire_lines import Scores, questionnaire_line
from journal.ui.history.record_lines import record_line
from journal.ui.treatment.loading import known

DAYS_AT_ONCE = 42
MOST_DAYS_AGAIN = 6 * DAYS_AT_ONCE


class ListView(Protocol):
    """What the presenter needs of the list."""

    def reset(self, lines: Sequence[EntryLine], select: str) -> None:
        """Show these lines only, with one entry or day selected ("" for the first)."""

    def refresh(self, lines: Sequence[EntryLine]) -> None:
        """Show the lines as they are now, without moving what is in sight."""

    def append(self, lines: Sequence[EntryLine]) -> None:
        """Add older lines below."""

    def prepend(self, lines: Sequence[EntryLine]) -> None:
        """Add newer lines above."""

    def say_empty(self, words: str) -> None:
        """Say why there is nothing, or take that away."""


@dataclass(frozen=True, slots=True)
class ListParts:
    """What the presenter works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that were read, the days they were looked for in, and how far the journal reaches."""

    lines: tuple[EntryLine, ...]
    read: Period | None
    extent: Period | None


class ListPresenter:
    """Reads towards older and newer days as the list is scrolled."""

    def __init__(self, view: ListView, parts: ListParts) -> None:
        self._view = view
        self._parts = parts
        self._read: Period | None = None
        self._extent: Period | None = None
        self._waiting = False

    def on_entered(self, day: date | None = None, entry_id: str = "") -> None:
        """Show the newest days, or those round `day`, with an entry selected."""
        self._run(lambda journal: _first_stretch(journal, self._parts.words, day), self._shown(day, entry_id))

    def on_changed(self, day: date | None = None, entry_id: str = "") -> None:
        """Read the same days again, and newer ones if the newest are in the list.

        Where years were scrolled through, only the days round the line with the keyboard.
        """
        if self._read is None or self._extent is None or self._read.length_days > MOST_DAYS_AGAIN:
            self.on_entered(day, entry_id)
            return
        read, at_newest = self._read, not self.more_above
        self._run(lambda journal: _again(journal, self._parts.words, read, at_newest=at_newest), self._on_again)

    def on_bottom_reached(self) -> None:
        """Read older days."""
        if self.more_below and self._read is not None and not self._waiting:
            last = self._read.first - timedelta(days=1)
            self._run(lambda journal: _older(journal, self._parts.words, last), self._on_older)

    def on_top_reached(self) -> None:
        """Read newer days."""
        if self.more_above and self._read is not None and not self._waiting:
            first = self._read.last + timedelta(days=1)
            self._run(lambda journal: _newer(journal, self._parts.words, first), self._on_newer)

    @property
    def newest(self) -> date | None:
        """The newest day of the journal, as last read; None before that."""
        return None if self._extent is None else self._extent.last

    @property
    def more_below(self) -> bool:
        """Whether older days are left to read."""
        return self._read is not None and self._extent is not None and self._read.first > self._extent.first

    @property
    def more_above(self) -> bool:
        """Whether newer days are left to read."""
        return self._read is not None and self._extent is not None and self._read.last < self._extent.last

    def _shown(self, day: date | None, entry_id: str) -> Callable[[Stretch], None]:
        def show(stretch: Stretch) -> None:
            self._read, self._extent = stretch.read, stretch.extent
            self._view.say_empty("" if stretch.lines else nothing_words())
            nearest = next((line.entry_id for line in stretch.lines if day is not None and line.day <= day), "")
            self._view.reset(stretch.lines, entry_id or nearest)

        return show

    def _on_again(self, stretch: Stretch) -> None:
        self._read, self._extent = stretch.read, stretch.extent
        self._view.say_empty("" if stretch.extent else nothing_words())
        self._view.refresh(stretch.lines)

    def _on_older(self, stretch: Stretch) -> None:
        if self._read is not None and stretch.read is not None:
            self._read = Period(stretch.read.first, self._read.last)
            self._view.append(stretch.lines)

    def _on_newer(self, stretch: Stretch) -> None:
        if self._read is not None and stretch.read is not None:
            self._read = Period(self._read.first, stretch.read.last)
            self._view.prepend(stretch.lines)

    def _run(self, job: Callable[[Journal], Stretch], then: Callable[[Stretch], None]) -> None:
        def done(stretch: Stretch) -> None:
            self._waiting = False
            then(stretch)

        def failed(error: Exception) -> None:
            self._waiting = False
            self._parts.failed(error)

        self._waiting = True
        self._parts.runner.run(lambda: job(self._parts.journal()), done, failed)


def _first_stretch(journal: Journal, words: ItemWords, day: date | None) -> Stretch:
    extent = history.reach(journal)
    if extent is None:
        return Stretch((), None, None)
    last = extent.last if day is None else min(extent.last, max(extent.first, day) + timedelta(days=DAYS_AT_ONCE // 3))
    return _older(journal, words, last)


def _again(journal: Journal, words: ItemWords, read: Period, *, at_newest: bool) -> Stretch:
    extent = history.reach(journal)
    if extent is None:
        return Stretch((), None, None)
    last = max(read.last, extent.last) if at_newest else read.last
    again = Period(min(read.first, last), last)
    return Stretch(_lines(journal, words, again), again, extent)


def _older(journal: Journal, words: ItemWords, last: date) -> Stretch:
    """The days up to `last`; a longer stretch where the first ones hold nothing."""
    extent = history.reach(journal)
    if extent is None:
        return Stretch((), None, None)
    reach = DAYS_AT_ONCE
    while True:
        first = max(extent.first, last - timedelta(days=reach - 1))
        read = Period(min(first, last), last)
        lines = _lines(journal, words, read)
        if lines or first <= extent.first:
            return Stretch(lines, read, extent)
        reach *= 4


def _newer(journal: Journal, words: ItemWords, first: date) -> Stretch:
    """The days from `first` on; a longer stretch where the first ones hold nothing."""
    extent = history.reach(journal)
    if extent is None:
        return Stretch((), None, None)
    reach = DAYS_AT_ONCE
    while True:
        last = min(extent.last, first + timedelta(days=reach - 1))
        read = Period(first, max(first, last))
        lines = _lines(journal, words, read)
        if lines or last >= extent.last:
            return Stretch(lines, read, extent)
        reach *= 4


def _lines(journal: Journal, words: ItemWords, read: Period) -> tuple[EntryLine, ...]:
    items = {item.id: item for item in journal.items()}
    using = LineWords(items, import_words(journal), words, journal.today().year, versions(journal))
    days = history.days_with_records(journal, read.first, read.last)
    if not any(day.records for day in days):
        return lines_of(days, using)
    return lines_of(days, using, _record_lines(journal, words))


def _record_lines(journal: Journal, words: ItemWords) -> Callable[[history.Record], EntryLine]:
    """How a record is told, with all that its words need."""
    told = known(journal, words)
    clinicians = {clinician.id: clinician.name for clinician in journal.store.clinicians.all()}
    titles = {form.id: form.title for form in journal.store.forms.all()}
    forms = FormScores(journal)
    scores = Scores(journal.instruments, titles, lambda each: questionnaires.scored(journal, each, forms))
    return lambda record: (
        questionnaire_line(record, scores)
        if isinstance(record, Questionnaire)
        else record_line(record, told, clinicians)
    )


def nothing_words() -> str:
    """What is said while nothing is logged."""
    return _("Nothing is logged yet. Each check-in on Today is listed here.")
