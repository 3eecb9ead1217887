"""What happens on Report: choices are made, the pages are made again, the file is written. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from journal.app import reports
from journal.app.clinicians import add_clinician, clinicians, remember_choices
from journal.app.journal import Journal
from journal.app.questions import bring_up_today
from journal.app.runner import Runner
from journal.model.appointments import Clinician
from journal.report.attachments import Attachment
from journal.report.data import ReportData
from journal.report.figure_tables import figure_tables
from journal.report.request import Paper, ReportRequest
from journal.report.wording import ReportWords
from journal.texts.number_tables import NumbersTable
from journal.ui.report.choices import (
    Choices,
    for_clinician,
    for_nobody,
    renamed,
)
from journal.ui.report.reading import keep_choices, read, recall
from journal.ui.report.state import Loaded, ReportState, build_state

TOLD = frozenset(
    {
        *("entries", "items", "courses", "sessions", "medicines", "practices", "markers", "questionnaires", "forms"),
        *("appointments", "clinicians", "questions", "goals"),
    }
)


class ReportView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: ReportState) -> None:
        """Show a state."""

    def saved(self, path: Path) -> None:
        """The file was written."""

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """The page images for the printer are there."""


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What the presenter works with.

    `journal` is called on the storage thread only. `setter` sets pages: it touches no journal, so
    it need not hold up the saving of an entry.
    """

    journal: Callable[[], Journal]
    runner: Runner
    setter: Runner
    failed: Callable[[Exception], None]
    paper: Paper


class ReportPresenter:
    """Holds the choices; one preview is made at a time, and only the last one wanted is shown."""

    def __init__(self, view: ReportView, parts: ReportParts) -> None:
        self._view, self._parts = view, parts
        self._choices: Choices | None = None
        self._usual = Choices(paper=parts.paper)
        self._handed: tuple[Loaded, str] | None = None
        self._loaded: Loaded | None = None
        self._pages: tuple[bytes, ...] = ()
        self._figures: tuple[NumbersTable, ...] = ()
        self._here = self._working = self._stale = self._in_words = False
        self.state = ReportState()

    @property
    def choices(self) -> Choices | None:
        """What is chosen now; None before the page was entered."""
        return self._choices

    def on_entered(self) -> None:
        """The page is shown: begin with what is remembered, or go on where it was left."""
        self._here = True
        if self._choices is not None:
            self._refresh()
            return
        self._parts.runner.run(self._recall, self._begin, self._parts.failed)

    def on_left(self) -> None:
        """Another page is shown or the journal closes: keep the lines and the choices that may be kept."""
        self._here = False
        if self._choices is not None:
            choices, sensitive = self._general(self._choices), self._sensitive()
            self._parts.runner.run(
                lambda: keep_choices(self._parts.journal(), choices, sensitive), failed=self._parts.failed
            )

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something that the report tells changed elsewhere."""
        if self._here and parts & TOLD:
            self._refresh()

    def on_chosen(self, **changes: Any) -> None:
        """Something was chosen, by the names of `Choices`."""
        if self._choices is not None:
            changed = replace(self._choices, **changes)
            if changed != self._choices:
                self._choices = changed
                self._refresh()

    def on_words(self, wanted: bool) -> None:
        """Tables are wanted in place of the pages, or the pages again. They are made only when wanted."""
        self._in_words, self._figures = wanted, ()
        if wanted and self._loaded is not None:
            self._make_figures(self._loaded)
        else:
            self._render(busy=self.state.busy, failed=self.state.failed)

    def on_clinician(self, clinician_id: str) -> None:
        """It is for another clinician, or with an empty id for nobody in particular: their choices come back."""
        if self._choices is None or clinician_id == self._choices.seen_by:
            return
        known = next((each for each in self._clinicians() if each.id == clinician_id), None)
        if not self._choices.seen_by:
            self._usual = self._choices
        usual, now = self._usual, self._choices
        self._choices = for_nobody(now, usual) if known is None else for_clinician(now, known, usual)
        self._refresh()

    def on_somebody_new(self, name: str) -> None:
        """It is for a clinician who is not in the list yet."""

        def added(made: Clinician) -> None:
            if self._loaded is not None:
                self._loaded = replace(self._loaded, clinicians=(*self._loaded.clinicians, made))
            self.on_clinician(made.id)

        if name.strip():
            self._parts.runner.run(lambda: add_clinician(self._parts.journal(), name), added, self._parts.failed)

    def on_handed_over(self) -> tuple[str, ...]:
        """The report was saved or printed: keep what this clinician is shown. The printed lines to bring up, by id."""
        if self._handed is None:
            return ()
        handed, seen_by = self._handed
        parts, paper = handed.request.includes, handed.request.paper

        def remember() -> None:
            journal = self._parts.journal()
            if not journal.store.read_only and any(each.id == seen_by for each in clinicians(journal)):
                remember_choices(journal, seen_by, parts, paper)

        if seen_by:
            self._parts.runner.run(remember, failed=self._parts.failed)
        return handed.printed_ids

    def on_brought_up(self, question_ids: tuple[str, ...], done: Callable[[], None]) -> None:
        """What was printed was brought up."""
        self._parts.runner.run(
            lambda: bring_up_today(self._parts.journal(), question_ids), lambda _done: done(), self._parts.failed
        )

    def on_save(self, path: Path, password: str) -> None:
        """Write the file, locked if there is a password."""
        if self._loaded is not None:
            self._hand_over(self._loaded)
            data, request = self._loaded.data, replace(self._loaded.request, password=password)

            def write(attachments: tuple[Attachment, ...]) -> None:
                self._parts.setter.run(
                    lambda: _written(path, data, request, attachments), self._view.saved, self._parts.failed
                )

            self._parts.runner.run(lambda: reports.attached(self._parts.journal(), request), write, self._parts.failed)

    def on_print(self) -> None:
        """Make the page images for the printer."""
        if self._loaded is not None:
            self._hand_over(self._loaded)
            data, request = self._loaded.data, self._loaded.request
            self._parts.setter.run(
                lambda: reports.set_data(data, request, ppi=reports.PRINT_PPI, pdf=False).pages,
                self._view.print_pages,
                self._parts.failed,
            )

    def _hand_over(self, loaded: Loaded) -> None:
        self._handed = (loaded, self._choices.seen_by if self._choices else "")

    def _recall(self) -> Choices:
        return recall(self._parts.journal(), self._parts.paper)

    def _begin(self, choices: Choices) -> None:
        self._choices = self._usual = choices
        self._refresh()

    def _general(self, choices: Choices) -> Choices:
        """What is kept for nobody in particular: a clinician's own choices stay theirs."""
        if not choices.seen_by:
            return choices
        return replace(choices, parts=self._usual.parts, paper=self._usual.paper)

    def _clinicians(self) -> tuple[Clinician, ...]:
        return self._loaded.clinicians if self._loaded else ()

    def _sensitive(self) -> frozenset[str]:
        offered = self._loaded.items if self._loaded else ()
        return frozenset(item.key for item in offered if item.sensitive)

    def _refresh(self) -> None:
        """Make the preview again; while one is being made, once more when it is done."""
        self._stale = True
        self._render(busy=True)
        if not self._working and self._choices is not None:
            self._working, self._stale = True, False
            choices = self._choices
            self._parts.runner.run(lambda: read(self._parts.journal(), choices), self._on_read, self._on_failed)

    def _on_read(self, loaded: Loaded) -> None:
        before, self._loaded = self._clinicians(), loaded
        self._follow_the_renamed(before)
        self._let_go_of_the_deleted()
        self._render(busy=True)
        if self._stale:
            self._again()
            return
        if self._in_words:
            self._make_figures(loaded)
        self._parts.setter.run(
            lambda: reports.set_data(loaded.data, loaded.request, ppi=reports.PREVIEW_PPI, pdf=False).pages,
            self._on_pages,
            self._on_failed,
        )

    def _make_figures(self, loaded: Loaded) -> None:
        """Make the tables of what was read; those that come too late are not shown."""

        def take(tables: tuple[NumbersTable, ...]) -> None:
            if self._in_words and self._loaded is loaded:
                self._figures = tables
                self._render(busy=self.state.busy, failed=self.state.failed)

        self._parts.setter.run(
            lambda: figure_tables(loaded.request, loaded.data, ReportWords()), take, self._parts.failed
        )

    def _follow_the_renamed(self, before: tuple[Clinician, ...]) -> None:
        """A clinician who has another name meanwhile is printed by it."""
        if self._choices is not None:
            followed = renamed(self._choices, before, self._clinicians())
            self._stale = self._stale or followed != self._choices
            self._choices = followed

    def _let_go_of_the_deleted(self) -> None:
        """A clinician who was deleted meanwhile is nobody's report any more."""
        choices = self._choices
        if choices is not None and choices.seen_by and choices.seen_by not in {each.id for each in self._clinicians()}:
            self._choices, self._stale = for_nobody(choices, self._usual), True

    def _on_pages(self, pages: tuple[bytes, ...]) -> None:
        self._pages = pages
        if self._stale:
            self._again()
            return
        self._working = False
        self._render(busy=False)

    def _on_failed(self, error: Exception) -> None:
        self._working = self._stale = False
        self._pages = ()
        self._render(busy=False, failed=True)
        self._parts.failed(error)

    def _again(self) -> None:
        self._working = False
        if self._here:
            self._refresh()

    def _render(self, *, busy: bool, failed: bool = False) -> None:
        if self._choices is not None:
            state = build_state(self._choices, self._loaded, self._pages, busy=busy)
            self.state = replace(state, busy=state.busy and not failed, failed=failed, figures=self._figures)
            self._view.render_state(self.state)


def _written(path: Path, data: ReportData, request: ReportRequest, attachments: tuple[Attachment, ...]) -> Path:
    reports.write_report(path, reports.set_data(data, request, attachments=attachments).pdf)
    return path
