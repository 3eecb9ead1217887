"""The left side of the page: the period, the lines, what goes in, and the notes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from journal.report.request import LINES_AT_MOST, OF_TREATMENT, TO_BRING_UP, Paper, Part
from journal.texts.translation import _
from journal.ui.report.attach_card import AttachCard
from journal.ui.report.choices import Choices, Span
from journal.ui.report.range_row import RangeRow
from journal.ui.report.seen_by_card import SeenByCard
from journal.ui.report.state import ReportState
from journal.ui.report.ticks import TickList
from journal.ui.widgets.buttons import ChoiceButton, QuietButton, show_chosen
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, Words
from journal.ui.widgets.spoken_fold import say_unfolded, speak_as_fold

LINE_AT_MOST = 500
NAME_AT_MOST = 80


class PeriodCard(Card):
    """How long, and on which paper. Emits changes by the names of `Choices`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Period and paper"), parent)
        self.spans = {
            Span.SINCE: ChoiceButton(_("Since last time")),
            Span.WEEKS: ChoiceButton(_("4 weeks")),
            Span.MONTHS: ChoiceButton(_("3 months")),
            Span.OWN: ChoiceButton(_("Own dates")),
        }
        self.papers = {Paper.A4: ChoiceButton(_("A4")), Paper.LETTER: ChoiceButton(_("Letter"))}
        self._groups = [_exclusive(self, self.spans.values()), _exclusive(self, self.papers.values())]
        show_chosen(self.spans, Choices().span)
        show_chosen(self.papers, Choices().paper)
        self.spans[Span.SINCE].setAccessibleDescription(_("Since the last appointment"))
        self.words = Caption()
        self.range = RangeRow()
        self.body.addWidget(FlowRow(*self.spans.values()))
        self.body.addWidget(self.range)
        self.body.addWidget(self.words)
        self.body.addWidget(FlowRow(*self.papers.values()))
        for span, button in self.spans.items():
            button.clicked.connect(lambda _checked=False, span=span: self._on_span(span))
        for paper, button in self.papers.items():
            button.clicked.connect(lambda _checked=False, paper=paper: self.chosen.emit({"paper": paper}))
        self.range.chosen.connect(lambda period: self.chosen.emit({"span": Span.OWN, "own": period}))

    def render_state(self, state: ReportState) -> None:
        """Show what is chosen."""
        self.spans[Span.SINCE].setVisible(state.since_offered)
        show_chosen(self.spans, state.choices.span)
        show_chosen(self.papers, state.choices.paper)
        self.words.setText(state.period_words)
        self.words.setVisible(not state.own_range)
        self.range.setVisible(state.own_range)
        if state.period is not None:
            self.range.show_period(state.period)

    def _on_span(self, span: Span) -> None:
        """An own range begins with the days that are shown now."""
        own = {"own": self.range.period} if span is Span.OWN else {}
        self.chosen.emit({"span": span, **own})


class LinesCard(Card):
    """The person's own three lines."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("For this appointment"), parent)
        hints = (_("What changed"), _("What matters most"), _("A question to ask"))
        names = (_("First line"), _("Second line"), _("Third line"))
        self.fields = [TextField() for _number in range(LINES_AT_MOST)]
        for field, hint, name in zip(self.fields, hints, names, strict=True):
            field.setPlaceholderText(hint)
            field.setAccessibleName(_("{line}: {hint}").format(line=name, hint=hint))
            field.setMaxLength(LINE_AT_MOST)
            field.editingFinished.connect(self.flush)
            self.body.addWidget(field)

    def flush(self) -> None:
        """Hand over what was typed."""
        self.chosen.emit({"lines": tuple(field.text() for field in self.fields)})

    def render_state(self, state: ReportState) -> None:
        """Show the lines, but never over what is being typed."""
        for field, line in zip(self.fields, state.choices.lines, strict=True):
            if field.text() != line and not field.hasFocus():
                field.setText(line)


class PartsCard(Card):
    """What goes in beside the usual, each part only where it is ticked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What goes in"), parent)
        self.boxes = {
            Part.COMPARISON: CheckBox(_("Comparison with the period before")),
            Part.SESSIONS: CheckBox(_("Sessions, side effects and practice")),
            Part.MEDICINES: CheckBox(_("Medicines and dose changes")),
            Part.MARKERS: CheckBox(_("Your markers")),
            Part.SCORES: CheckBox(_("Questionnaire scores")),
            Part.CHANGES: CheckBox(_("What changed")),
            Part.QUESTIONS: CheckBox(_("Questions to ask")),
            Part.GOALS: CheckBox(_("Own goals")),
            Part.DAILY_TABLE: CheckBox(_("A table of every day")),
            Part.SUICIDAL_THOUGHTS: CheckBox(_("Thoughts of suicide")),
            Part.ALCOHOL: CheckBox(_("Alcohol and drugs")),
            Part.NAME: CheckBox(_("Your name")),
            Part.BORN: CheckBox(_("Your date of birth")),
            Part.CLINICIAN: CheckBox(_("Who it is for")),
        }
        self.fields = {Part.NAME: TextField(), Part.BORN: TextField(), Part.CLINICIAN: TextField()}
        for part, box in self.boxes.items():
            box.toggled.connect(self._on_toggled)
            self.body.addWidget(box)
            if part in self.fields:
                self._add_field(part, box)

    def flush(self) -> None:
        """Hand over what was typed."""
        self.chosen.emit({part.value: field.text() for part, field in self.fields.items()})

    def render_state(self, state: ReportState) -> None:
        """Show what is ticked; a field stands open under its tick."""
        for part, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(part in state.choices.parts)
            box.blockSignals(False)
            box.setVisible(part not in OF_TREATMENT | TO_BRING_UP or part in state.treated)
        for part, field in self.fields.items():
            field.setVisible(part in state.choices.parts)
            given = str(getattr(state.choices, part.value))
            if field.text() != given and not field.hasFocus():
                field.setText(given)

    def _add_field(self, part: Part, box: CheckBox) -> None:
        field = self.fields[part]
        field.setAccessibleName(box.text())
        field.setMaxLength(NAME_AT_MOST)
        field.editingFinished.connect(self.flush)
        field.hide()
        self.body.addWidget(field)

    def _on_toggled(self) -> None:
        parts = frozenset(part for part, box in self.boxes.items() if box.isChecked())
        self.chosen.emit({"parts": parts})


class ItemsCard(Card):
    """The rows of page one, behind a button, and the item that stands in for the average."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Items on page one"), parent)
        self.words = Caption()
        self.opener = QuietButton(_("Choose items"))
        self.opener.setCheckable(True)
        speak_as_fold(self.opener)
        self.list = TickList()
        self.list.hide()
        self.stand_in_words = Words(_("Shown in place of the average symptom rating"))
        self.stand_in = ComboBox()
        self.stand_in_words.setBuddy(self.stand_in)
        for widget in (self.words, FlowRow(self.opener), self.list, self.stand_in_words, self.stand_in):
            self.body.addWidget(widget)
        self.opener.toggled.connect(self._on_opened)
        self.list.ticked.connect(lambda keys: self.chosen.emit({"item_keys": keys}))
        self.stand_in.activated.connect(lambda n: self.chosen.emit({"main_item": self.stand_in.itemData(n)}))

    def render_state(self, state: ReportState) -> None:
        """Show what is chosen."""
        self.words.setText(state.items_words)
        self.list.show_ticks(state.items)
        needed = bool(state.stand_ins)
        self.stand_in_words.setVisible(needed)
        self.stand_in.setVisible(needed)
        self._show_stand_ins(state)

    def _on_opened(self, opened: bool) -> None:
        self.list.setVisible(opened)
        say_unfolded(self.opener, opened=opened)

    def _show_stand_ins(self, state: ReportState) -> None:
        offered = [(_("The one with the most days"), ""), *((tick.words, tick.key) for tick in state.stand_ins)]
        shown = [(self.stand_in.itemText(n), self.stand_in.itemData(n)) for n in range(self.stand_in.count())]
        self.stand_in.blockSignals(True)
        if shown != offered:
            self.stand_in.clear()
            for words, key in offered:
                self.stand_in.addItem(words, key)
        self.stand_in.setCurrentIndex(max(0, self.stand_in.findData(state.choices.main_item)))
        self.stand_in.blockSignals(False)


class NotesCard(Card):
    """The notes of the period, each chosen by itself."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Notes"), parent)
        self.words = Caption(_("None is in the report unless you tick it."))
        self.list = TickList()
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)
        self.list.ticked.connect(lambda keys: self.chosen.emit({"note_ids": frozenset(keys)}))

    def render_state(self, state: ReportState) -> None:
        """Show the notes of the period."""
        self.words.setText(
            _("None is in the report unless you tick it.") if state.notes else _("There are no notes in this period.")
        )
        self.list.show_ticks(state.notes)


class InventoryCard(Card):
    """The plain list of what is and what is not in the report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What is in it"), parent)
        self.inside, self.outside = Words(), Words()
        self.not_in = Caption(_("Not in it"))
        for label in (self.inside, self.not_in, self.outside):
            label.setWordWrap(True)
            self.body.addWidget(label)

    def render_state(self, state: ReportState) -> None:
        """Show the two lists."""
        self.inside.setText("\n".join(state.included))
        self.outside.setText("\n".join(state.left_out))
        self.not_in.setVisible(bool(state.left_out))


class Options(QWidget):
    """All cards of the left side, one below the other."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen_by, self.period, self.lines, self.parts = SeenByCard(), PeriodCard(), LinesCard(), PartsCard()
        self.items, self.notes, self.inventory = ItemsCard(), NotesCard(), InventoryCard()
        self.attach = AttachCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.seen_by)
        for card in (self.period, self.lines, self.parts, self.notes, self.items, self.attach):
            card.chosen.connect(self.chosen)
            column.addWidget(card)
        column.addWidget(self.inventory)
        column.addStretch(1)

    def render_state(self, state: ReportState) -> None:
        """Show a state."""
        self.seen_by.render_state(state)
        for card in (self.period, self.lines, self.parts, self.items, self.notes, self.attach, self.inventory):
            card.render_state(state)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.lines.flush()
        self.parts.flush()


def _exclusive(parent: QWidget, buttons: Iterable[QAbstractButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
