"""What becomes of one name: where it goes, and the scale of a new item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.drafts import NewItem
from journal.model.items import Better, Kind
from journal.texts.numbers import amount, parse_number
from journal.texts.translation import _
from journal.ui.bringing_in.names_state import LEFT_OUT, MEDICINE, NEW, NameRow
from journal.ui.bringing_in.search_box import SearchBox
from journal.ui.settings.rows import button
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong

LONGEST_LABEL = 80
USUAL: Mapping[Kind, tuple[float, float | None]] = {
    Kind.SCALE: (0.0, 4.0),
    Kind.COUNT: (0.0, None),
    Kind.HOURS: (0.0, 24.0),
    Kind.YES_NO: (0.0, 1.0),
}


class NameForm(QWidget):
    """`way_chosen` carries where a name goes, `answered` the answer in full."""

    way_chosen = Signal(str)
    answered = Signal(object)
    next_wanted = Signal()
    left = Signal()
    """The person wants back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: NameRow | None = None
        self.name = Strong()
        self.way = SearchBox(_("What becomes of it"))
        self.value = TextField()
        self.label = TextField()
        self.label.setMaxLength(LONGEST_LABEL)
        self.kind = _combo(
            (_("Steps"), Kind.SCALE),
            (_("A count"), Kind.COUNT),
            (_("Hours"), Kind.HOURS),
            (_("Yes or no"), Kind.YES_NO),
        )
        self.lowest, self.highest = TextField(), TextField()
        self.better = _combo(
            (_("Lower is better"), Better.LOWER), (_("Higher is better"), Better.HIGHER), (_("Neither"), Better.NONE)
        )
        self.medicine = TextField()
        self.problem = Caption()
        self.problem.setProperty("role", "problem")
        self.next = button(_("Next name"), self.next_wanted.emit)
        self._form = QFormLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.way)

    def offer(self, ways: tuple[tuple[str, str], ...]) -> None:
        """Offer these places to go to."""
        self.way.offer(ways)

    def render_row(self, row: NameRow) -> None:
        """Show a name and its answer; what is being typed for it is never replaced."""
        fresh = self._row is None or self._row.question != row.question
        self._row = row
        answer = row.answer
        new = answer.new if row.way == NEW else None
        self.name.setText(row.title)
        self.way.set_value(row.way)
        self._show(self.value, row.valued)
        self._show(self.medicine, row.way == MEDICINE)
        steps = new is not None and new.kind is Kind.SCALE
        for field, there in (
            (self.label, new is not None),
            (self.kind, new is not None and not row.question.words),
            (self.lowest, steps),
            (self.highest, steps),
            (self.better, new is not None and new.kind is not Kind.YES_NO),
        ):
            self._show(field, there)
        self._put(self.value, "" if answer.value is None else amount(answer.value), fresh=fresh)
        self._put(self.medicine, answer.medicine, fresh=fresh)
        if new is not None:
            self._fill_new(new, fresh=fresh)
        self._say(_("Give a number for it, or leave it out.") if row.lacking else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list; Enter in a field takes it and goes on to the next name."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _fill_new(self, new: NewItem, *, fresh: bool) -> None:
        self._put(self.label, new.label, fresh=fresh)
        self._put(self.lowest, amount(new.minimum), fresh=fresh)
        self._put(self.highest, "" if new.maximum is None else amount(new.maximum), fresh=fresh)
        self.kind.setCurrentIndex(max(0, self.kind.findData(new.kind)))
        self.better.setCurrentIndex(max(0, self.better.findData(new.better)))

    @staticmethod
    def _put(field: TextField, text: str, *, fresh: bool) -> None:
        if (fresh or not field.hasFocus()) and field.text() != text:
            field.setText(text)

    def _show(self, field: QWidget, there: bool) -> None:
        self._form.setRowVisible(field, there)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _on_edited(self) -> None:
        answer = self._read()
        if answer is not None and self._row is not None and answer != self._row.answer:
            self.answered.emit(answer)

    def _read(self) -> NameAnswer | None:
        """The answer as it stands in the fields, or None where something does not fit, which is said."""
        row = self._row
        if row is None or row.way == LEFT_OUT:
            return None
        answer = row.answer
        if row.way == MEDICINE:
            name = self.medicine.text().strip()
            self._say("" if name else _("Give the medicine a name."))
            return replace(answer, medicine=name) if name else None
        if row.valued:
            typed = self.value.text().strip()
            value = parse_number(typed) if typed else None  # without one it is left out, which its line says
            if typed and value is None:
                self._say(_("Give a number for it, or leave it out."))
                return None
            answer = replace(answer, value=value)
        if answer.new is None or row.way != NEW:
            self._say("")
            return answer
        new = self._read_new(answer.new)
        return None if new is None else replace(answer, new=new)

    def _read_new(self, before: NewItem) -> NewItem | None:
        label = self.label.text().strip()
        kind = Kind(self.kind.currentData())
        low, high = parse_number(self.lowest.text()), parse_number(self.highest.text())
        if kind is not before.kind:
            low, high = USUAL[kind]  # the fields of a scale come in sight only now
        elif kind is not Kind.SCALE:
            low, high = before.minimum, before.maximum
        if not label or low is None or (kind is Kind.SCALE and (high is None or high <= low)):
            self._say(_("Give it a name, and a highest step above the lowest."))
            return None
        self._say("")
        better = Better(self.better.currentData())
        same = (kind, low, high) == (before.kind, before.minimum, before.maximum)
        words, step = (before.words, before.step) if same else ((), 0.25 if kind is Kind.HOURS else 1.0)
        return replace(before, label=label, kind=kind, minimum=low, maximum=high, step=step, better=better, words=words)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(16)
        for words, field in (
            (_("What becomes of it"), self.way),
            (_("Stands for the number"), self.value),
            (_("Name of the medicine"), self.medicine),
            (_("Name of the item"), self.label),
            (_("Answered with"), self.kind),
            (_("Lowest step"), self.lowest),
            (_("Highest step"), self.highest),
            (_("Which way is better"), self.better),
        ):
            label = Body(words, wrap=False)
            label.setBuddy(field)
            field.setAccessibleName(words)
            self._form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addWidget(FlowRow(self.next))

    def _connect(self) -> None:
        self.way.picked.connect(self.way_chosen)
        for field in (self.value, self.label, self.lowest, self.highest, self.medicine):
            field.editingFinished.connect(self._on_edited)
        for box in (self.kind, self.better):
            box.activated.connect(self._on_edited)


def _combo(*choices: tuple[str, Kind] | tuple[str, Better]) -> ComboBox:
    box = ComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, value in choices:
        box.addItem(words, value)
    return box


def ways_of(items: tuple[tuple[str, str], ...], *, medicines: bool) -> tuple[tuple[str, str], ...]:
    """Where a name can go, in the order of the list: out, to a new item, to one that exists."""
    first = [(LEFT_OUT, _("Leave it out")), (NEW, _("Make a new item"))]
    if medicines:
        first.append((MEDICINE, _("To a medicine")))
    return (*first, *items)
