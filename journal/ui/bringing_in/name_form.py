"""What becomes of one name: where it goes, and the scale of a new item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.exchange.diaries.naming import NameAnswer
from journal.exchange.drafts import NewItem
from journal.model.items import Better, Kind
from journal.texts.numbers import amount, parse_number
from journal.texts.translation import _
from journal.ui.bringing_in.answer_form import AnswerForm
from journal.ui.bringing_in.names_state import LEFT_OUT, MEDICINE, NEW, NameRow
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Caption

USUAL: Mapping[Kind, tuple[float, float | None]] = {
    Kind.SCALE: (0.0, 4.0),
    Kind.COUNT: (0.0, None),
    Kind.HOURS: (0.0, 24.0),
    Kind.YES_NO: (0.0, 1.0),
}


class NameForm(AnswerForm):
    """`way_chosen` carries where a name goes, `answered` the answer in full."""

    way_chosen = Signal(str)
    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What becomes of it"), _("Next name"), parent)
        self._row: NameRow | None = None
        self.value = TextField()
        self.problem = Caption()
        self.problem.setProperty("role", "problem")
        self._put_rows(
            (
                (_("What becomes of it"), self.way),
                (_("Stands for the number"), self.value),
                (_("Name of the medicine"), self.medicine),
                (_("Name of the item"), self.label),
                (_("Answered with"), self.kind),
                (_("Lowest step"), self.lowest),
                (_("Highest step"), self.highest),
                (_("Which way is better"), self.better),
            )
        )
        self._lay_out(self.problem)
        self._connect()

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
        steps = new is not None and new.kind is Kind.SCALE
        self._show(
            (
                (self.value, row.valued),
                (self.medicine, row.way == MEDICINE),
                (self.label, new is not None),
                (self.kind, new is not None and not row.question.words),
                (self.lowest, steps),
                (self.highest, steps),
                (self.better, new is not None and new.kind is not Kind.YES_NO),
            )
        )
        self._put(self.value, "" if answer.value is None else amount(answer.value), fresh=fresh)
        self._put(self.medicine, answer.medicine, fresh=fresh)
        if new is not None:
            self._fill_new(new, fresh=fresh)
        self._say(_("Give a number for it, or leave it out.") if row.lacking else "")

    def _fill_new(self, new: NewItem, *, fresh: bool) -> None:
        self._put(self.label, new.label, fresh=fresh)
        self._put(self.lowest, amount(new.minimum), fresh=fresh)
        self._put(self.highest, "" if new.maximum is None else amount(new.maximum), fresh=fresh)
        self._choose(new.kind, new.better)

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

    def _connect(self) -> None:
        self.way.picked.connect(self.way_chosen)
        for field in (self.value, self.label, self.lowest, self.highest, self.medicine):
            field.editingFinished.connect(self._on_edited)
        for box in (self.kind, self.better):
            box.activated.connect(self._on_edited)


def ways_of(items: tuple[tuple[str, str], ...], *, medicines: bool) -> tuple[tuple[str, str], ...]:
    """Where a name can go, in the order of the list: out, to a new item, to one that exists."""
    first = [(LEFT_OUT, _("Leave it out")), (NEW, _("Make a new item"))]
    if medicines:
        first.append((MEDICINE, _("To a medicine")))
    return (*first, *items)
