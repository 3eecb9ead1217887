"""The report as it was chosen, without notes and thoughts of suicide, to look at and no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from journal.app import reports
from journal.app.appointments import since_last_with
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.report.data import ReportData
from journal.report.figure_tables import figure_tables, has_figures
from journal.report.request import Paper, Part, ReportRequest
from journal.report.wording import ReportWords
from journal.texts.number_tables import NumbersTable
from journal.ui.report.choices import Choices, period_of, request_of
from journal.ui.report.preview import EDGE, Preview
from journal.ui.report.reading import recall
from journal.ui.widgets.scroll_page import MARGIN

NEVER_SHOWN = frozenset({Part.SUICIDAL_THOUGHTS})


@dataclass(frozen=True, slots=True)
class ShownReportParts:
    """`journal` is called on the storage thread only; `setter` sets pages beside it."""

    journal: Callable[[], Journal]
    runner: Runner
    setter: Runner
    failed: Callable[[Exception], None]
    paper: Paper


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the pages are made of, and the list of what is in them."""

    data: ReportData
    request: ReportRequest
    included: tuple[str, ...]


class ShownReport(Preview):
    """The pages. `choices` are those of the Report page, None where it was not open yet."""

    def __init__(self, parts: ShownReportParts, choices: Choices | None) -> None:
        super().__init__()
        self._parts, self._choices = parts, choices
        self._asked = self._left = False
        self._gathered: Gathered | None = None
        self.setViewportMargins(MARGIN - EDGE, 0, 0, 0)
        self.words_toggled.connect(self._on_words)

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Make the pages, once."""
        if self._asked:
            return
        self._asked = True
        self.show_pages((), busy=True)
        choices, parts = self._choices, self._parts
        parts.runner.run(
            lambda: gathered(parts.journal(), choices or recall(parts.journal(), parts.paper)), self._set, self._failed
        )

    def left(self) -> None:
        """Nothing that comes later is shown any more."""
        self._left = True

    def _set(self, gathered: Gathered) -> None:
        if self._left:
            return
        self._gathered = gathered
        self.offer_words(there=has_figures(gathered.data))
        self.setAccessibleDescription("\n".join(gathered.included))
        self._parts.setter.run(
            lambda: reports.set_data(gathered.data, gathered.request, ppi=reports.PREVIEW_PPI, pdf=False).pages,
            lambda pages: self.show_pages(pages, busy=False),
            self._failed,
        )

    def _on_words(self, wanted: bool) -> None:
        """The tables of the pages are made only when they are wanted."""
        gathered = self._gathered
        if not wanted or gathered is None:
            return

        def take(tables: tuple[NumbersTable, ...]) -> None:
            if self.in_words.isChecked() and not self._left:
                self.show_figures(tables)

        self._parts.setter.run(
            lambda: figure_tables(gathered.request, gathered.data, ReportWords()), take, self._failed
        )

    def _failed(self, error: Exception) -> None:
        if not self._left:
            self.show_pages((), busy=False, failed=True)
        self._parts.failed(error)


def gathered(journal: Journal, choices: Choices) -> Gathered:
    """What was chosen, without notes and thoughts of suicide."""
    shown = replace(choices, parts=choices.parts - NEVER_SHOWN, note_ids=frozenset())
    period = period_of(shown, journal.today(), since_last_with(journal, shown.seen_by))
    request = request_of(shown, period, ())
    data = reports.gather(journal, request)
    included, _left_out = reports.contents_list(request, data)
    return Gathered(data, request, tuple(included))
