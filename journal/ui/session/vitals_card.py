"""Blood pressure and pulse, with what stands fixed under them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.model.ranges import DAY_MIN
from journal.texts.translation import _
from journal.ui.session.question_row import QuestionRow
from journal.ui.session.state import SessionState
from journal.ui.session.typed_field import SavingEdit
from journal.ui.session.vitals_state import VitalsState
from journal.ui.session.vitals_table import VitalsTable
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption


class VitalsCard(Card):
    """The table, the sentences of clinical.md under it, and one calm question about an extreme number."""

    typed = Signal(str, str)
    meant = Signal(str)
    time_added = Signal(int)

    def __init__(self, number: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(_("Blood pressure and pulse"), parent)
        self.table = VitalsTable()
        self.table.setAccessibleName(_("Blood pressure and pulse"))
        self.hint, self.asked = Caption(), QuestionRow()
        self.add = QuietButton(_("Add another time"), large=True)
        self.minute = SavingEdit()
        self.minute.setAccessibleName(_("Minutes after the start"))
        self.minute.setPlaceholderText(_("Minutes after the start"))
        self.minute.hide()
        self._fixed = Caption(_fixed_words(number()))
        self._build()

    def render_state(self, state: SessionState) -> None:
        """Show the table."""
        self.setVisible(state.vitals_shown)
        self.render_vitals(state.vitals)

    def render_vitals(self, vitals: VitalsState) -> None:
        """Show the numbers, a hint, and the question if there is one."""
        self.table.render_table(vitals)
        self.hint.setText(vitals.hint)
        self.hint.setVisible(bool(vitals.hint))
        self.asked.render_question(vitals.question)

    def _build(self) -> None:
        self.table.typed.connect(self.typed)
        self.asked.meant.connect(self.meant)
        self.asked.change_wanted.connect(self._on_change)
        self.add.clicked.connect(self._on_add)
        self.minute.onward.connect(self._on_minute)
        for widget in (self.table, self.hint, self.asked, FlowRow(self.add, self.minute), self._fixed):
            self.body.addWidget(widget)
        self.hint.hide()

    def _on_change(self, key: str) -> None:
        self.table.edit(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.minute.clear()
        self.minute.show()
        self.minute.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_minute(self) -> None:
        """Enter in the field of minutes makes the column and brings the keyboard to it."""
        text = self.minute.text().strip()
        self.minute.hide()
        if text.isdigit() and 0 < int(text) <= DAY_MIN:
            self.time_added.emit(int(text))
            self.table.edit(f"{int(text)}.systolic").setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _fixed_words(number: str) -> str:
    """Fixed by clinical.md, section 2."""
    return _(
        "Nobody is watching these numbers. Follow your clinic's plan. "
        "Chest pain, bad headache, trouble breathing, fainting: {number}"
    ).format(number=number)
