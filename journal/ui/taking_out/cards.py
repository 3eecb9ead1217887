"""The cards on which a file to take out is chosen: what for, which days, which parts, which notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from journal.app.exports import ExportFormat
from journal.app.record_exports import Notes
from journal.texts.translation import _, pgettext
from journal.ui.report.range_row import RangeRow
from journal.ui.report.ticks import TickList
from journal.ui.taking_out.state import KindWords, TakingOutState, kind_words, parts_of
from journal.ui.widgets.buttons import ChoiceButton, TextButton, show_chosen
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import RadioButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.widths import changes_text_size

BESIDE_THE_RING = 15
"""The words of a radio button begin so many pixels after its ring, which is as high as its letters."""


class KindCard(Card):
    """What the file is for. The report has a page of its own."""

    chosen = Signal(object)
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What is it for?"), parent)
        self.kinds: dict[ExportFormat, RadioButton] = {}
        group = QButtonGroup(self)
        for kind, words in kind_words().items():
            self.kinds[kind] = radio = RadioButton(words.name)
            group.addButton(radio)
            radio.clicked.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))
            self.body.addWidget(_explained(radio, words))
        self.report = TextButton(_("Make the report"))
        self.report.clicked.connect(self.report_wanted)
        self.body.addWidget(
            Caption(_("For an appointment the report is the better choice: a page to print, or a PDF."))
        )
        self.body.addWidget(FlowRow(self.report))

    def render_state(self, state: TakingOutState) -> None:
        """Show what is chosen."""
        self.kinds[state.choices.kind].setChecked(True)


class DaysCard(Card):
    """All days, or from one to another. Emits the own range, None for all days."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Days"), parent)
        self.spans = {False: ChoiceButton(_("All days")), True: ChoiceButton(_("From one day to another"))}
        self._group = _grouped(self, self.spans)
        self.words, self.range = Caption(), RangeRow()
        for widget in (FlowRow(*self.spans.values()), self.words, self.range):
            self.body.addWidget(widget)
        self.spans[False].clicked.connect(lambda: self.chosen.emit(None))
        self.spans[True].clicked.connect(lambda: self.chosen.emit(self.range.period))
        self.range.chosen.connect(self.chosen)

    def render_state(self, state: TakingOutState) -> None:
        """Show what is chosen."""
        show_chosen(self.spans, state.own_range)
        self.words.setText(state.days_words)
        self.words.setVisible(not state.own_range)
        if state.days is not None:
            self.range.show_period(state.days)
        self.range.setVisible(state.own_range)


class PartsCard(Card):
    """The parts, each by a tick of its own. Emits changes by the names of `Choices`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What goes in"), parent)
        self.words, self.list = Caption(), TickList()
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)
        self.list.ticked.connect(lambda keys: self.chosen.emit(parts_of(keys)))

    def render_state(self, state: TakingOutState) -> None:
        """Show the ticks."""
        first = _("Your check-ins go in.")
        self.words.setText(first + " " + _("Tick what else goes in.") if state.parts else first)
        self.list.show_ticks(state.parts)


class NotesCard(Card):
    """Which notes go in. Emits changes by the names of `Choices`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), parent)
        self.notes = {
            Notes.NONE: ChoiceButton(pgettext("notes", "None")),
            Notes.SHARED: ChoiceButton(_("Those I marked to share")),
            Notes.ALL: ChoiceButton(pgettext("notes", "All")),
        }
        self._group = _grouped(self, self.notes)
        for notes, button in self.notes.items():
            button.clicked.connect(lambda _checked=False, notes=notes: self.chosen.emit({"notes": notes}))
        self.words = Caption(_("With all notes go the name of your clinic and how things were when a course began."))
        self.whole = Caption()
        for widget in (FlowRow(*self.notes.values()), self.words, self.whole):
            self.body.addWidget(widget)

    def render_state(self, state: TakingOutState) -> None:
        """Show what is chosen, and for a file that reads back whether it is all of it."""
        show_chosen(self.notes, state.choices.notes)
        self.whole.setText(state.whole_words)
        self.whole.setVisible(bool(state.whole_words))


class _About(Caption):
    """Stands under the words of a radio button, at any text size."""

    def event(self, event: QEvent) -> bool:
        """Move in as far as those words."""
        handled = super().event(event)
        if changes_text_size(event):
            self.setContentsMargins(self.fontMetrics().height() + BESIDE_THE_RING, 0, 0, 6)
        return handled


def _explained(radio: RadioButton, words: KindWords) -> QWidget:
    """A radio button with a line below that says more, read out with it."""
    radio.setAccessibleName(words.name)
    radio.setAccessibleDescription(words.about)
    about = _About(words.about)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(radio)
    column.addWidget(about)
    return holder


def _grouped(parent: QWidget, buttons: dict[bool, ChoiceButton] | dict[Notes, ChoiceButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons.values():
        group.addButton(button)
    return group
