"""Trends: the page. It holds no rules, only the last state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.charts.trends import Spot
from journal.charts.typeface import load_fonts
from journal.model.series import TrendsData
from journal.model.treatment_charts import SinceChart
from journal.texts import marks as mark_words
from journal.texts import trends as words
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.theme.fonts import BASE_PX
from journal.ui.trends.around_controls import AroundControls
from journal.ui.trends.around_state import ANOTHER_DAY
from journal.ui.trends.controls import Controls
from journal.ui.trends.item_choice import ItemChoice
from journal.ui.trends.presenter import TrendsParts, TrendsPresenter
from journal.ui.trends.since_controls import SinceControls
from journal.ui.trends.since_reading import SinceReading
from journal.ui.trends.since_state import of_option
from journal.ui.trends.state import TrendsState
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.chart_canvas import ChartCanvas
from journal.ui.widgets.labels import Body, Caption, PageTitle
from journal.ui.widgets.numbers_view import NumbersTables
from journal.ui.widgets.save_dialog import ask_where_to_save
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

MARGIN_PX = 12
"""Kept round a panel that is scrolled to."""


class TrendsPage(QWidget):
    """Renders a `TrendsState`; what the person does goes to the presenter."""

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, for_someone: bool = False) -> None:
        """With `for_someone` it is shown to somebody: nothing private is drawn, and nothing can be chosen but days."""
        super().__init__(parent)
        self._for_someone = for_someone
        self.setProperty("role", "page")
        self._context = context
        self.state = TrendsState()
        self.controls, self.choice = Controls(), ItemChoice()
        if for_someone:
            self.controls.hide_what_is_own()  # at once: reading the days can take a while
        self.since, self.around, self.numbers = SinceControls(), AroundControls(), NumbersTables()
        self.period, self.read_out = Caption(wrap=False), Caption()
        self.canvas = ChartCanvas(context.theme.tokens, BASE_PX * context.theme.scale, context.theme.font)
        self.reading = SinceReading(self.canvas)
        self.empty = Body(_("The charts are getting ready."))
        self.to_last = QuietButton(_("Show the last days with entries"))
        self.notes = Caption()
        self._words_column = QVBoxLayout()
        self._sentences: list[Body] = []
        parts = TrendsParts(
            journal=lambda: context.session.opened,
            runner=context.runner,
            failed=context.failed,
            prepare=load_fonts,
            draw_ahead=self.canvas.draw_ahead,
            for_someone=for_someone,
        )
        self.presenter = TrendsPresenter(self, parts)
        self._build()
        self._connect()

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Read again and show."""
        if not self.canvas.isVisible():
            self.canvas.expect(self._scroll.width_once_it_scrolls)
        self.presenter.on_entered()

    def left(self) -> None:
        """Nothing is half typed here."""
        self.presenter.on_left()

    def stayed(self) -> None:
        """Half typed words were handed over, but the page is still shown."""
        self.presenter.on_entered()

    def render_state(self, state: TrendsState) -> None:
        """Show a state."""
        self.state = state
        self.controls.render_state(state)
        if self._for_someone:
            self.controls.hide_what_is_own()
        self.choice.show_choices(state.choices, state.chosen)
        self.period.setText(state.period_words)
        self.empty.setText(state.empty)
        self.empty.setVisible(bool(state.empty))
        self.to_last.setVisible(state.go_to_last)
        self.notes.setText("\n".join(state.notes))
        self.notes.setVisible(bool(state.notes))
        self.canvas.setVisible(state.drawn)
        self.canvas.show_data(state.shown)
        self.canvas.setAccessibleName(state.name)
        self._show_treatment(state)
        self._show_sentences(() if state.drawn else state.sentences)
        self._on_pointed(self.canvas.spot)

    def _show_treatment(self, state: TrendsState) -> None:
        self.since.setVisible(state.since is not None)
        self.around.setVisible(state.around is not None)
        if state.since is not None:
            self.since.render_state(state.since)
        if state.around is not None:
            self.around.render_state(state.around)
        self.choice.setVisible(self.choice.isVisibleTo(self) and state.wanted.view.of_period)
        before = len(self.numbers.views)
        self.numbers.show_tables(() if state.drawn else state.tables)
        if len(self.numbers.views) != before:
            self._order_tabs()

    def _order_tabs(self) -> None:
        put_in_order(self.controls, self.since, self.around, self.choice, self.to_last, self.numbers, self.canvas)

    def _show_sentences(self, sentences: tuple[str, ...]) -> None:
        while len(self._sentences) < len(sentences):
            label = Body()
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._sentences.append(label)
            self._words_column.addWidget(label)
        for number, label in enumerate(self._sentences):
            label.setText(sentences[number] if number < len(sentences) else "")
            label.setVisible(number < len(sentences))

    def _on_pointed(self, spot: Spot | None) -> None:
        """Write and say the day that is read; without one, say what the charts show."""
        data = self.canvas.data
        self.read_out.setVisible(isinstance(data, TrendsData | SinceChart) and self.canvas.isVisibleTo(self))
        if spot is None or not isinstance(data, TrendsData):
            days = _("Point at a day, or use ← → and Page Up, Page Down, to read it.")
            self.read_out.setText(
                days if isinstance(data, TrendsData) else _("On the chart, ← → read one point after the other.")
            )
            self.canvas.setAccessibleDescription(" ".join(self.state.sentences))
            return
        QTimer.singleShot(0, self, self._reveal)
        told = words.read_out(data.ordered()[spot.panel], spot.day), mark_words.day_told(data, spot.day)
        text = " ".join(part for part in told if part)
        self.read_out.setText(text)
        if self.canvas.hasFocus():
            self._context.announce(self.canvas, text)

    def _on_read(self, text: str) -> None:
        """Write and say a point of the days since a session."""
        self.read_out.setText(text)
        self._context.announce(self.canvas, text)

    def _reveal(self) -> None:
        """Scroll to the panel that the keyboard reads."""
        drawing, spot = self.canvas.drawing, self.canvas.spot
        inside = self._scroll.widget()
        if drawing is None or spot is None or inside is None or not self.canvas.hasFocus():
            return
        card = drawing.layout.places[spot.panel].card
        corner = self.canvas.mapTo(inside, QPoint(0, round(card.top)))
        height = round(card.bottom - card.top)
        self._scroll.ensureVisible(corner.x(), corner.y() + height // 2, 0, height // 2 + MARGIN_PX)

    def _want_since(self, **changes: Any) -> None:
        self.presenter.on_since(replace(self.presenter.wanted.since, **changes))

    def _want_around(self, **changes: Any) -> None:
        self.presenter.on_around(replace(self.presenter.wanted.around, **changes))

    def _on_event(self, key: str) -> None:
        """A named day was chosen, or another day: then the day shown so far stands in its field."""
        on = self.around.day.day if key == ANOTHER_DAY else None
        self._want_around(event=key, on=on)

    def _on_moved(self, first: int, last: int) -> None:  # noqa: ARG002
        self.presenter.on_moved(date.fromordinal(first))

    def _on_to_last(self) -> None:
        self.presenter.on_last_wanted()

    def _on_showing(self) -> None:
        if self._context.controls is not None:
            self._context.controls.show_to_someone("trends")

    def _on_theme(self) -> None:
        theme = self._context.theme
        self.canvas.dress(theme.tokens, BASE_PX * theme.scale, theme.font)

    def _on_items_wanted(self, wanted: bool) -> None:
        self.choice.setVisible(wanted)
        if wanted:
            self.choice.take_focus()

    def _close_choice(self) -> None:
        self.controls.items.setChecked(False)
        self.controls.items.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setImage(self.canvas.picture())
        self._context.say(_("Copied, for 30 seconds. Other programs on this computer can read it meanwhile."), ())

    def _ask_where_to_save(self, file_format: str) -> None:
        """Offer a neutral name; nothing is written before the person chose."""
        period = self.state.period
        if period is None:
            return
        name = _("Notes {day}").format(day=period.last.isoformat()) + f".{file_format}"
        ask_where_to_save(self, _("Save the picture"), name, lambda path: self.save(path, file_format))

    def save(self, path: Path, file_format: str) -> None:
        """Write what is shown to a file, in the colours of print, beside the window: drawing takes a while."""
        from journal.app.charts import picture
        from journal.app.written_files import written_file

        shown = self.state.shown
        if shown is None:
            return

        def write() -> None:
            with written_file(path) as file:
                file.write(picture(shown, file_format))

        said = _("Saved. Anyone who opens this computer can read this file.")
        self._context.runner.run(write, lambda _done: self._context.say(said, ()), self._context.failed)

    def _build(self) -> None:
        self._scroll = page = ScrollPage()
        head = QHBoxLayout()
        head.addWidget(PageTitle(_("Trends"), wrap=False))
        head.addStretch(1)
        head.addWidget(self.period, 0, Qt.AlignmentFlag.AlignBottom)
        page.column.setSpacing(10)
        page.column.addLayout(head)
        self._words_column.setSpacing(12)
        upper: tuple[QWidget, ...] = (
            self.controls, self.since, self.around, self.choice, self.read_out, self.empty,
        )  # fmt: skip
        for widget in upper:
            page.column.addWidget(widget)
        page.column.addWidget(self.to_last, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addLayout(self._words_column)
        page.column.addWidget(self.numbers)
        page.column.addWidget(self.canvas, 1)
        page.column.addWidget(self.notes)
        page.column.addStretch(0)
        later: tuple[QWidget, ...] = (
            self.choice, self.canvas, self.to_last, self.notes, self.read_out, self.since, self.around, self.numbers,
        )  # fmt: skip
        for widget in later:
            widget.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(page)

    def _connect(self) -> None:
        presenter, controls = self.presenter, self.controls
        controls.span_chosen.connect(presenter.on_span)
        controls.view_chosen.connect(presenter.on_view)
        controls.compare_toggled.connect(presenter.on_compare)
        controls.tag_chosen.connect(presenter.on_tag)
        controls.marked_chosen.connect(presenter.on_marked)
        controls.words_toggled.connect(presenter.on_words)
        controls.range_chosen.connect(presenter.on_own_range)
        controls.earlier_wanted.connect(presenter.on_earlier)
        controls.later_wanted.connect(presenter.on_later)
        controls.items_wanted.connect(self._on_items_wanted)
        controls.copy_wanted.connect(self._copy)
        controls.goals_wanted.connect(lambda: self._context.go("goals", back_to="trends"))
        controls.showing_wanted.connect(self._on_showing)
        controls.save_wanted.connect(self._ask_where_to_save)
        self.since.sessions.chosen.connect(lambda key: self._want_since(of=of_option(key)))
        self.since.items.chosen.connect(lambda key: self._want_since(key=key))
        self.since.hours_chosen.connect(lambda hours: self._want_since(hours=hours))
        self.around.events.chosen.connect(self._on_event)
        self.around.items.chosen.connect(lambda key: self._want_around(key=key))
        self.around.lengths.chosen.connect(lambda days: self._want_around(days=int(days)))
        self.around.day_chosen.connect(lambda on: self._want_around(event=ANOTHER_DAY, on=on))
        self.choice.chosen.connect(presenter.on_items)
        self.choice.closed.connect(self._close_choice)
        self.choice.built.connect(self._order_tabs)
        self.to_last.clicked.connect(self._on_to_last)
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.moved.connect(self._on_moved)
        self.reading.read.connect(self._on_read)
        self._context.theme.changed.connect(self._on_theme)
        self._context.session.listen(presenter.on_changed)
