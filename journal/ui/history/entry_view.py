"""One entry on a page of its own: Today's rows, and the ways to close or delete it."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from journal.texts.locales import forms, locale_in_use
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.history.entry_presenter import EntryState
from journal.ui.today.form_columns import FormColumns
from journal.ui.today.header import ColumnsHeader
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import LARGE_PX, PrimaryButton, QuietButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, PageTitle
from journal.ui.widgets.row_chain import RowChain
from journal.ui.widgets.safety_line import Support
from journal.ui.widgets.scroll_page import MARGIN


class EntryHeader(ColumnsHeader):
    """The way back, the day and the time."""

    time_given = Signal(object)
    """Another time of the same date, as a `datetime.time`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.caption = PageTitle(), Caption()
        self.back = BackButton(_("History"), _("Back to History"))
        self._shown = QTime()
        self.time = QTimeEdit()
        self.time.setLocale(QLocale(str(forms(locale_in_use()))))
        self.time.setDisplayFormat(self.time.locale().timeFormat(QLocale.FormatType.ShortFormat))
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.time.setMinimumHeight(LARGE_PX)
        self.time.setAccessibleName(_("Time"))
        self.time.editingFinished.connect(self._on_time)
        label = Caption(_("Time"), wrap=False)
        label.setBuddy(self.time)
        label.setMinimumHeight(LARGE_PX)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.caption)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(FlowRow(label, self.time, self.back), 0, Qt.AlignmentFlag.AlignTop)

    def render_time(self, wall: time) -> None:
        """Show the time of the entry."""
        self._shown = QTime(wall.hour, wall.minute)
        self.time.setTime(self._shown)

    def _on_time(self) -> None:
        """Tell of a time only when it is another one: leaving the field changes nothing."""
        given = self.time.time()
        if given != self._shown:
            self._shown = given
            self.time_given.emit(time(given.hour(), given.minute()))


class EntryPage(QWidget):
    """Signals are wishes and past facts, as on Today."""

    answered = Signal(str, object, object)
    note_written = Signal(str, bool)
    tags_given = Signal(tuple)
    tags_wanted = Signal()
    time_given = Signal(object)
    closed = Signal()
    delete_wanted = Signal()
    delete_for_good_wanted = Signal()
    goals_wanted = Signal()

    def __init__(self, context: PageContext, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._note_shown: tuple[str, bool] | None = None
        self.header = EntryHeader()
        self.form = FormColumns(self.header, context.theme, support)
        self.chain = RowChain(context.announce, self)
        self.saved = Caption(wrap=False)
        self.delete = QuietButton(_("Delete"), large=True)
        self.for_good = QuietButton(_("Delete for good"), large=True)
        self.close_button = PrimaryButton(_("Close"), large=True)
        self.sure = FlowRow()
        self._usual = FlowRow(self.delete, self.for_good, self.close_button)
        self._build()
        self._connect(context)

    def render_state(self, state: EntryState) -> None:
        """Show an entry."""
        self.header.title.setText(state.title)
        self.header.caption.setText(state.caption)
        self.header.render_time(state.time)
        self.saved.setText(state.form.saved)
        others = self.form.render_state(state.form)
        if others:
            self.chain.lead(self.form.rows)
        note = (state.form.note, state.form.note_shared)
        if note != self._note_shown:
            self._note_shown = note
            self.form.note.render_note(state.form.note, shared=state.form.note_shared)
        if self.form.tags.render_tags(state.form.tags, state.form.known_tags) or others:
            self._order_tabs()

    def begin(self) -> None:
        """Show the beginning, with the keyboard at the first row."""
        self._ask(sure=False)
        self.form.scroll_to_top()
        rows = self.chain.rows
        if rows:
            rows[0].take_focus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.chain.flush()
        self.form.note.flush()
        self.form.tags.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the question back, or goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.sure.isHidden():
            self._on_kept()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _ask(self, *, sure: bool) -> None:
        """Ask once before what can't be undone; the answer that changes nothing has the keyboard."""
        self._usual.setVisible(not sure)
        self.sure.setVisible(sure)
        if sure:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kept(self) -> None:
        self._ask(sure=False)
        self.for_good.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Rows are made when an entry is opened: after the note and the ways to close, which they stand before."""
        head, foot = (self.header.time, self.header.back), (self.delete, self.for_good, self.close_button)
        for one, other in pairwise((*head, *self.form.tab_stops, *foot, self.yes, self.keep)):
            QWidget.setTabOrder(one, other)

    def _build(self) -> None:
        self.keep = QuietButton(_("Keep it"), large=True)
        self.yes = QuietButton(_("Delete for good"), large=True)
        self.sure.add(Body(_("This can't be undone."), wrap=False), self.yes, self.keep)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 10, MARGIN, 16)
        foot.addWidget(self.saved)
        foot.addStretch(1)
        foot.addWidget(self._usual)
        foot.addWidget(self.sure)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.form, 1)
        box.addLayout(foot)
        self.sure.hide()

    def _connect(self, context: PageContext) -> None:
        self.form.goals_wanted.connect(self.goals_wanted)
        self.form.answered.connect(self.answered)
        self.form.note.written.connect(self._on_note)
        self.form.tags.changed.connect(self.tags_given)
        self.form.tags.known_wanted.connect(self.tags_wanted)
        self.form.plan_wanted.connect(lambda: context.go("calm", part="plan"))
        self.header.time_given.connect(self.time_given)
        self.header.back.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)
        self.delete.clicked.connect(self.delete_wanted)
        self.for_good.clicked.connect(lambda: self._ask(sure=True))
        self.keep.clicked.connect(self._on_kept)
        self.yes.clicked.connect(self.delete_for_good_wanted)
        self.chain.ended.connect(lambda: self.close_button.setFocus(Qt.FocusReason.TabFocusReason))

    def _on_note(self, text: str, shared: bool) -> None:
        self._note_shown = (text, shared)
        self.note_written.emit(text, shared)
