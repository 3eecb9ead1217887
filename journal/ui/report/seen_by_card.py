"""For whom the report is, the next appointment, and the way to what should be brought up there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.report.state import ReportState
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption, Words

NEW = "new"
NAME_AT_MOST = 80


class SeenByCard(Card):
    """Signals are wishes. `chosen` carries the id of a clinician, empty for nobody in particular."""

    chosen = Signal(str)
    somebody_new = Signal(str)
    appointments_wanted = Signal()
    showing_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Appointment"), parent)
        self.coming = Caption()
        self.words, self.choice = Words(_("For")), ComboBox()
        self.words.setBuddy(self.choice)
        self.choice.setAccessibleName(_("For"))
        self.choice.setAccessibleDescription(_("What you choose for the report is kept for each of them."))
        self.name, self.add = TextField(), QuietButton(_("Add"))
        self.name.setAccessibleName(_("Name of somebody new"))
        self.name.setPlaceholderText(_("Name"))
        self.name.setMaxLength(NAME_AT_MOST)
        self.appointments = QuietButton(_("Appointments"))
        self.appointments.setAccessibleDescription(_("When they are, what to ask there, and what changed"))
        self.showing = TextButton(_("Show my clinician"))
        self.showing.setProperty("role", "link")
        self._new = QWidget()
        self._lay_out()
        self.choice.activated.connect(self._on_chosen)
        self.name.returnPressed.connect(self._on_named)
        self.add.clicked.connect(self._on_named)
        self.appointments.clicked.connect(self.appointments_wanted)
        self.showing.clicked.connect(self.showing_wanted)

    def render_state(self, state: ReportState) -> None:
        """Show who is known and who is chosen; never while a new name is being typed."""
        self.coming.setText(_("Next: {when}").format(when=state.coming) if state.coming else "")
        self.coming.setVisible(bool(state.coming))
        offered = (("", _("Nobody in particular")), *state.clinicians, (NEW, _("Somebody new")))
        if offered != tuple((self.choice.itemData(n), self.choice.itemText(n)) for n in range(self.choice.count())):
            self.choice.clear()
            for key, words in offered:
                self.choice.addItem(words, key)
            self._new.hide()
        if self._new.isHidden():
            self.choice.setCurrentIndex(max(0, self.choice.findData(state.choices.seen_by)))

    def _on_chosen(self, place: int) -> None:
        key = self.choice.itemData(place)
        self._new.setVisible(key == NEW)
        if key == NEW:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(key)

    def _on_named(self) -> None:
        if self.name.text().strip():
            self.somebody_new.emit(self.name.text())
            self.name.clear()
            self._new.hide()
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self._new)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.name, 1)
        across.addWidget(self.add)
        for widget in (self.coming, self.words, self.choice, self._new, FlowRow(self.appointments, self.showing)):
            self.body.addWidget(widget)
        self._new.hide()
