"""The Report page. It holds no rules, only the last state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.app import history
from journal.app.runner import Runner
from journal.report.request import Paper
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.report.handing_dialogs import HandingDialogs
from journal.ui.report.handing_over import HandingOver
from journal.ui.report.options import Options
from journal.ui.report.presenter import ReportParts, ReportPresenter
from journal.ui.report.preview import TOP, Preview
from journal.ui.report.state import ReportState
from journal.ui.report.week_card import WeekCard
from journal.ui.saying import Action
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import MARGIN, ScrollPage
from journal.ui.widgets.scroll_page import TOP as PAGE_TOP
from journal.ui.widgets.tab_order import put_in_order
from journal.ui.widgets.widths import changes_text_size, text_px

OPTIONS_SHARE, PREVIEW_SHARE = 10, 13
LEAST_PREVIEW = 300
SCROLL_BAR = 16
READABLE = 230
"""The choices are at least so wide, in pixels at the ordinary text size."""


class ReportPage(QWidget):
    """Renders a `ReportState`; what the person does goes to the presenter."""

    rendered = Signal()
    """A state was shown; for whoever waits for it."""

    def __init__(self, context: PageContext, setter: Runner, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.dialogs = HandingDialogs(
            self,
            context,
            _("Save the report"),
            _("The printer could not be reached. Save the report as PDF and print that."),
            self._handed,
        )
        self.state = ReportState()
        self.options, self.preview, self.handing_over = Options(), Preview(), HandingOver()
        parts = ReportParts(lambda: context.session.opened, context.runner, setter, context.failed, paper)
        self.presenter = ReportPresenter(self, parts)
        self.week = WeekCard(context, setter, lambda: self.state.choices.paper)
        self._build()
        self._connect()

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Show the report as it was last chosen."""
        self.handing_over.begin()
        self.presenter.on_entered()

    def left(self) -> None:
        """Hand over what is half typed, and let go of the password."""
        self.options.flush()
        self.handing_over.begin()
        self.presenter.on_left()

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: ReportState) -> None:
        """Show a state."""
        self.state = state
        self.options.render_state(state)
        self.preview.show_pages(state.pages, busy=state.busy, failed=state.failed)
        self.preview.offer_words(there=state.tabled)
        self.preview.show_figures(state.figures)
        self.preview.setAccessibleDescription("\n".join(state.included))
        self.handing_over.set_attached(attached=bool(state.choices.attach))
        self.handing_over.set_ready(ready=bool(state.pages) and not state.busy)
        self.rendered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choices the width they need at this text size; the preview stands below where none is left."""
        super().resizeEvent(event)
        needed = max(self.options.minimumSizeHint().width(), text_px(self, READABLE)) + 2 * MARGIN + SCROLL_BAR
        self._put_preview(below=needed + LEAST_PREVIEW > self.width())
        self._left.setMinimumWidth(min(needed, self.width()))
        self._level()

    def event(self, event: QEvent) -> bool:
        """Another text size has other lines."""
        handled = super().event(event)
        if changes_text_size(event) and hasattr(self, "_title"):
            self._level()
        return handled

    def _level(self) -> None:
        """The first words of the preview stand on the line of the title, where it is beside it."""
        lower = self._title.fontMetrics().ascent() - self.preview.words.fontMetrics().ascent()
        self.preview.begin_at(TOP if self.preview.whole else PAGE_TOP + max(0, lower))

    def _put_preview(self, *, below: bool) -> None:
        """Beside the choices, scrolling by itself, or below them, as high as its pages."""
        if below is self.preview.whole:
            return
        if below:
            self._left.column.insertWidget(self._left.column.indexOf(self.week), self.preview)
        else:
            self._across.addWidget(self.preview, PREVIEW_SHARE)
        self.preview.show_whole(whole=below)
        self._order_tabs()

    def saved(self, path: Path) -> None:
        """Say that the file is there."""
        self.handing_over.begin()
        self.dialogs.saved(path)

    def print_pages(self, pages: tuple[bytes, ...]) -> None:
        """Ask for the printer, then print."""
        self.dialogs.print_pages(pages, self.state.choices.paper)

    def ask_where(self, password: str) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        self.dialogs.ask_where(self.state.file_name, lambda path: self.presenter.on_save(path, password))

    def _build(self) -> None:
        self._left = left = ScrollPage()
        self._title = PageTitle(_("Report"))
        left.column.addWidget(self._title)
        left.column.addWidget(self.options)
        left.column.addWidget(self.week)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(left, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 12, MARGIN, 18)
        foot.addWidget(self.handing_over)
        column.addLayout(foot)
        self._across = across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 12, 0)
        across.setSpacing(0)
        across.addLayout(column, OPTIONS_SHARE)
        across.addWidget(self.preview, PREVIEW_SHARE)

    def _connect(self) -> None:
        seen_by = self.options.seen_by
        seen_by.chosen.connect(self.presenter.on_clinician)
        seen_by.somebody_new.connect(self.presenter.on_somebody_new)
        seen_by.appointments_wanted.connect(lambda: self._context.go("appointments"))
        seen_by.showing_wanted.connect(self._on_showing)
        self.preview.words_toggled.connect(self.presenter.on_words)
        self.preview.tables_added.connect(self._order_tabs)
        self.options.chosen.connect(lambda changes: self.presenter.on_chosen(**changes))
        self.handing_over.save_wanted.connect(self.ask_where)
        self.handing_over.print_wanted.connect(self._on_print)
        for ticks in (self.options.notes.list, self.options.items.list):
            ticks.built.connect(self._order_tabs)
        self._context.session.listen(self.presenter.on_changed)
        self._order_tabs()

    def _handed(self) -> Sequence[Action]:
        """The report left the window: what was printed may be marked as brought up."""
        printed = self.presenter.on_handed_over()
        if not printed:
            return ()

        def say() -> None:
            self._context.say(_("Marked as brought up."), [(_("Undo"), self._undo)])

        return ((_("Mark these as brought up"), lambda: self.presenter.on_brought_up(printed, say)),)

    def _on_showing(self) -> None:
        if self._context.controls is not None:
            self._context.controls.show_to_someone("report")

    def _undo(self) -> None:
        context = self._context
        context.runner.run(
            lambda: history.undo(context.session.opened), lambda _step: context.say(_("Undone.")), context.failed
        )

    def _order_tabs(self) -> None:
        preview = (self.preview, self.preview.in_words, self.preview.numbers)
        if self.preview.whole:
            put_in_order(self.options, *preview, self.week, self.handing_over)
        else:
            put_in_order(self.options, self.week, self.handing_over, *preview)

    def _on_print(self) -> None:
        self.options.flush()
        self.presenter.on_print()
