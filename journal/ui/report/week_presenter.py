"""A week on paper handed over: read from the journal, set in a process of its own. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.report.request import Paper

if TYPE_CHECKING:
    from journal.app.week_sheets import WeekSheet

WEEK_DAYS = 7


class Heads(StrEnum):
    """What stands over the seven columns."""

    WEEKDAYS = "weekdays"
    THIS_WEEK = "this-week"
    NEXT_WEEK = "next-week"


class WeekView(Protocol):
    """What the presenter needs of the card."""

    def saved(self, path: Path) -> None:
        """The file was written."""

    def print_pages(self, pages: tuple[bytes, ...], paper: Paper) -> None:
        """The page images for the printer are there."""

    def ask_where(self, today: date) -> None:
        """The day for the name of the file is known."""


@dataclass(frozen=True, slots=True)
class WeekParts:
    """What the presenter works with.

    `journal` is called on the storage thread only; `setter` sets pages and touches no journal. `paper` is asked for
    each time, as it is chosen for the report on the same page.
    """

    journal: Callable[[], Journal]
    runner: Runner
    setter: Runner
    failed: Callable[[Exception], None]
    paper: Callable[[], Paper]


class WeekPresenter:
    """Nothing of the sheet is kept."""

    def __init__(self, view: WeekView, parts: WeekParts) -> None:
        self._view, self._parts = view, parts

    def on_save_wanted(self) -> None:
        """The file is wanted: its name has today in it."""
        self._parts.runner.run(lambda: self._parts.journal().today(), self._view.ask_where, self._parts.failed)

    def on_save(self, path: Path, heads: Heads) -> None:
        """Write the sheet as a PDF."""
        from journal.app import reports, week_sheets

        paper = self._parts.paper()

        def set_it(sheet: WeekSheet) -> None:
            def write() -> Path:
                reports.write_report(path, week_sheets.set_sheet(sheet, paper))
                return path

            self._parts.setter.run(write, self._view.saved, self._parts.failed)

        self._gather(heads, set_it)

    def on_print(self, heads: Heads) -> None:
        """Make the page images for the printer."""
        from journal.app import week_sheets

        paper = self._parts.paper()

        def set_it(sheet: WeekSheet) -> None:
            self._parts.setter.run(
                lambda: week_sheets.sheet_pages(sheet, paper),
                lambda pages: self._view.print_pages(pages, paper),
                self._parts.failed,
            )

        self._gather(heads, set_it)

    def _gather(self, heads: Heads, then: Callable[[WeekSheet], None]) -> None:
        from journal.app import week_sheets

        def job() -> WeekSheet:
            journal = self._parts.journal()
            this = week_sheets.week_of(journal, journal.today())
            first = {Heads.THIS_WEEK: this, Heads.NEXT_WEEK: this + timedelta(days=WEEK_DAYS)}.get(heads)
            return week_sheets.gather(journal, first)

        self._parts.runner.run(job, then, self._parts.failed)
