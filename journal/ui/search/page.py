"""Search: a field, what narrows it, and the results by day, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.host.clock import local_now
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.search.filters import Filters
from journal.ui.search.lines import ResultLine
from journal.ui.search.presenter import SearchParts, SearchPresenter
from journal.ui.search.result_list import ResultList
from journal.ui.search.state import SearchState
from journal.ui.widgets.back_button import BackButton
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Caption, PageTitle
from journal.ui.widgets.scroll_page import MARGIN
from journal.ui.widgets.spoken_fold import say_unfolded, speak_as_fold

PAUSE_MS = 180
"""So long typing rests before the journal is asked."""


class SearchPage(QWidget):
    """Results come as the words are typed; Enter in the field goes to the first."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._context = context
        self.state = SearchState("")
        self.field = TextField(large=True)
        self.field.setAccessibleName(_("Search"))
        self.field.setPlaceholderText(_("Notes, items, sessions and more"))
        self.field.setClearButtonEnabled(True)
        self.back = BackButton(_("History"), _("Back to History"))
        self.filters = Filters(local_now(context.clock).date())
        self.narrow = QuietButton(_("Narrow the search"), large=True)
        self.narrow.setCheckable(True)
        speak_as_fold(self.narrow)
        self.narrowed, self.everything = Caption(), TextButton(_("Search everything"))
        self.sentence = Caption()
        self.results = ResultList(context.theme)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.presenter = SearchPresenter(self, _parts(context))
        self._build()
        self._connect()
        self.results.hide()
        self._on_narrow(False)

    def entered(self, **where: Any) -> None:  # noqa: ARG002
        """Bring the keyboard to the field; what was looked for last is looked for again."""
        self.presenter.on_entered()
        self.take_focus()

    def left(self) -> None:
        """Nothing is half done here."""
        self._rest.stop()

    def take_focus(self) -> None:
        """Bring the keyboard to the field, its words chosen, so that typing begins anew."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def render_state(self, state: SearchState) -> None:
        """Show a state; a screen reader hears how many were found."""
        if state.sentence and state.sentence != self.state.sentence and state.any_results | bool(self.field.text()):
            self._context.announce(self.sentence, state.sentence)
        self.state = state
        self.sentence.setText(state.sentence)
        self.narrowed.setText(state.narrowed)
        self._show_narrowed()
        self.results.setVisible(state.any_results)

    def reset(self, lines: Sequence[ResultLine]) -> None:
        """List these results only. The keyboard never stays on a list that goes."""
        if not lines and self.results.hasFocus():
            self.take_focus()
        self.results.setVisible(bool(lines))
        self.results.reset_lines(lines)

    def append(self, lines: Sequence[ResultLine]) -> None:
        """Add older results."""
        self.results.lines.append(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to History."""
        if event.key() == Qt.Key.Key_Escape:
            self._context.go("history")
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus() and not self.results.isHidden():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(_("Search"), wrap=False), 1)
        head.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 24, MARGIN, 12)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.narrow)
        whole.addLayout(row)
        narrowed = QHBoxLayout()
        narrowed.addWidget(self.narrowed, 1)
        narrowed.addWidget(self.everything)
        whole.addLayout(narrowed)
        whole.addWidget(self.filters)
        whole.addWidget(self.results, 1)
        whole.addStretch(0)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._on_rest)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.returnPressed.connect(self._on_return)
        self.back.clicked.connect(lambda: self._context.go("history"))
        self.narrow.toggled.connect(self._on_narrow)
        self.everything.clicked.connect(self._on_everything)
        self.filters.days_given.connect(self.presenter.on_days)
        self.filters.parts_given.connect(self.presenter.on_parts)
        self.results.chosen.connect(self.presenter.on_opened)
        self.results.bottom_reached.connect(self.presenter.on_bottom_reached)
        self.results.left_upwards.connect(self.take_focus)
        self._context.session.listen(self._on_changed)

    def _on_rest(self) -> None:
        self.presenter.on_text(self.field.text())

    def _on_return(self) -> None:
        self._rest.stop()
        self._on_rest()
        if not self.results.isHidden():
            self.results.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_narrow(self, opened: bool) -> None:
        """Open what narrows the search, or leave the room to the results; what narrows them is said then."""
        self.filters.setVisible(opened)
        say_unfolded(self.narrow, opened=opened)
        self.narrow.setText(_("Less to choose") if opened else _("Narrow the search"))
        self._show_narrowed()

    def _show_narrowed(self) -> None:
        said = bool(self.state.narrowed) and self.filters.isHidden()
        self.narrowed.setVisible(said)
        self.everything.setVisible(said)

    def _on_everything(self) -> None:
        self.filters.clear()
        self.take_focus()

    def _on_changed(self, parts: frozenset[str]) -> None:
        if self.isVisible():
            self.presenter.on_changed(parts)


def _parts(context: PageContext) -> SearchParts:
    return SearchParts(lambda: context.session.opened, context.runner, context.words, context.failed, context.go)
