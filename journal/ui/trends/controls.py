"""The controls over the charts: how long, which way, which items, compared or not, and the picture."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.trends.lists import LabelledList
from journal.ui.trends.state import Span, TrendsState, View, Wanted
from journal.ui.widgets.buttons import ChoiceButton, QuietButton, TextButton, show_chosen
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.date_field import DateField, labelled
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.in_words import InWords
from journal.ui.widgets.menu_button import MenuButton
from journal.ui.widgets.spoken_fold import say_unfolded, speak_as_fold

FIELD_PX = 36


class Controls(QWidget):
    """Says what the person wishes; shows the state it is given."""

    span_chosen = Signal(Span)
    view_chosen = Signal(View)
    compare_toggled = Signal(bool)
    words_toggled = Signal(bool)
    range_chosen = Signal(date, date)
    items_wanted = Signal(bool)
    earlier_wanted = Signal()
    later_wanted = Signal()
    tag_chosen = Signal(str)
    marked_chosen = Signal(str)
    """The tag whose days are to be marked, empty for none."""

    copy_wanted = Signal()
    goals_wanted = Signal()
    showing_wanted = Signal()
    """The charts are to be shown to a clinician in the room."""

    save_wanted = Signal(str)
    """A file with the picture is wanted: png or svg."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spans = {
            Span.WEEKS: ChoiceButton(_("4 weeks")),
            Span.MONTHS: ChoiceButton(_("3 months")),
            Span.YEAR: ChoiceButton(_("A year")),
            Span.ALL: ChoiceButton(_("All")),
            Span.OWN: ChoiceButton(_("Own dates")),
        }
        self.views = {
            View.COURSE: ChoiceButton(_("Over time")),
            View.WEEK: ChoiceButton(_("Typical week")),
            View.SINCE: ChoiceButton(_("Since a session")),
            View.AROUND: ChoiceButton(_("Before and after")),
        }
        self._groups = [self._exclusive(self.spans.values()), self._exclusive(self.views.values())]
        show_chosen(self.spans, Wanted().span)
        show_chosen(self.views, Wanted().view)
        self.earlier, self.later = TextButton(_("‹ Earlier")), TextButton(_("Later ›"))
        self.earlier.setAccessibleName(_("Earlier days"))
        self.later.setAccessibleName(_("Later days"))
        self.items = QuietButton(_("Items"))
        self.items.setCheckable(True)
        speak_as_fold(self.items)
        self.compare = CheckBox(_("Compare with before"))
        self.compare.setMinimumHeight(FIELD_PX)
        self.in_words = InWords()
        self.tag, self.marked = LabelledList(_("Days")), LabelledList(_("Mark on the charts"))
        self.picture = MenuButton(_("Picture"))
        self.goals = TextButton(_("My goals"))
        self.showing = TextButton(_("Show my clinician"))
        self.first, self.last = DateField(_("First day")), DateField(_("Last day"))
        self.range = FlowRow(labelled(_("From"), self.first), labelled(_("to"), self.last))
        self._build()
        self._connect()
        self.render_state(TrendsState())

    def render_state(self, state: TrendsState) -> None:
        """Show what is chosen."""
        show_chosen(self.spans, state.wanted.span)
        show_chosen(self.views, state.wanted.view)
        self._show_checked(self.compare, state.wanted.compare)
        self.in_words.show_ticked(ticked=state.wanted.in_words)
        self.compare.setVisible(state.wanted.view is View.COURSE)
        self.items.setVisible(state.wanted.view.of_period)
        self._show_tags(state)
        self._spans.setVisible(state.wanted.view.of_period)
        self.earlier.setEnabled(state.can_go_earlier)
        self.later.setEnabled(state.can_go_later)
        self.picture.setEnabled(state.drawn)
        self.range.setVisible(state.wanted.span is Span.OWN and state.wanted.view.of_period)
        if state.period is not None:
            self.first.show_day(state.period.first)
            self.last.show_day(state.period.last)

    def hide_what_is_own(self) -> None:
        """Leave only what may be chosen while somebody else looks on."""
        for widget in (
            self.items,
            self.picture,
            self.goals,
            self.tag,
            self.marked,
            self.showing,
            self.views[View.AROUND],
        ):
            widget.hide()

    def _show_tags(self, state: TrendsState) -> None:
        """Offer the days of each tag; a tag that is gone stays as long as it holds."""
        for box, held, none in (
            (self.tag, state.wanted.tag, _("All days")),
            (self.marked, state.wanted.marked, _("No days")),
        ):
            tags = (*state.tags, *([held] if held and held not in state.tags else []))
            named = ((tag, _("Tagged “{tag}”").format(tag=tag)) for tag in tags)
            box.show_options((("", none), *named), held)
            box.setVisible(bool(tags) and state.wanted.view.of_period)
        self.marked.setVisible(not self.marked.isHidden() and state.wanted.view is View.COURSE)

    @staticmethod
    def _show_checked(box: CheckBox, checked: bool) -> None:
        box.blockSignals(True)
        box.setChecked(checked)
        box.blockSignals(False)

    def _exclusive(self, buttons) -> QButtonGroup:  # type: ignore[no-untyped-def]  # noqa: ANN001
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _build(self) -> None:
        menu = QMenu(self.picture)
        menu.addAction(_("Copy as picture"), self.copy_wanted.emit)
        menu.addAction(_("Save as PNG…"), lambda: self.save_wanted.emit("png"))
        menu.addAction(_("Save as SVG…"), lambda: self.save_wanted.emit("svg"))
        self.picture.setMenu(menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._spans = FlowRow(*self.spans.values(), self.earlier, self.later)
        column.addWidget(FlowRow(*self.views.values()))
        column.addWidget(self._spans)
        column.addWidget(self.range)
        self.tools = FlowRow(
            self.items, self.tag, self.marked, self.picture, self.goals, self.showing, self.in_words, self.compare
        )
        column.addWidget(self.tools)

    def _connect(self) -> None:
        for span, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, span=span: self.span_chosen.emit(span))
        for view, button in self.views.items():
            button.clicked.connect(lambda _checked=False, view=view: self.view_chosen.emit(view))
        self.earlier.clicked.connect(self.earlier_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.items.toggled.connect(lambda on: say_unfolded(self.items, opened=on))
        self.items.toggled.connect(self.items_wanted)
        self.goals.clicked.connect(self.goals_wanted)
        self.showing.clicked.connect(self.showing_wanted)
        self.compare.toggled.connect(self.compare_toggled)
        self.tag.chosen.connect(self.tag_chosen)
        self.marked.chosen.connect(self.marked_chosen)
        self.in_words.toggled.connect(self.words_toggled)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._on_range)

    def _on_range(self) -> None:
        self.range_chosen.emit(self.first.day, self.last.day)
