"""Before the session, folded until it is opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.session.choice_row import ChoiceRow
from journal.ui.session.fold import FoldButton
from journal.ui.session.state import ChoiceState, SessionState
from journal.ui.session.typed_field import TypedField
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.card import PADDING, Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.step_geometry import SIDE_PX

QUESTIONS = ("alcohol", "calming")
TIME_PX = 110


class BeforeCard(Card):
    """Last food, alcohol or calming medicine, medicines held back; and what else was given."""

    typed = Signal(str, str)
    chosen = Signal(str, str)
    folded = Signal(bool)

    def __init__(self, choices: dict[str, ChoiceState], theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Before it, and other medicines"))
        self.fold = FoldButton(_("Before it, and other medicines"))
        self.ate = TypedField("ate", _("Last food at"), base_px=TIME_PX)
        self.rows = {key: ChoiceRow(key, choices[key], theme) for key in QUESTIONS}
        self.held = TypedField("held_back", _("Medicines held back"))
        self.others = TypedField("other_medicines", _("Other medicines given (nausea, calming, blood pressure)"))
        self._inside = QWidget()
        self._build()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The questions in the order of the keyboard."""
        return (self.ate, self.rows["alcohol"], self.rows["calming"], self.held, self.others)

    def render_state(self, state: SessionState) -> None:
        """Show the answers, or only the way to them."""
        self.setVisible(state.before_shown)
        self.fold.show_open(opened=state.before_open)
        self._inside.setVisible(state.before_open)
        for key, row in self.rows.items():
            row.render_choice(state.choices[key])
        for field in (self.ate, self.held, self.others):
            field.render_text(state.texts[field.key])

    def flush(self) -> None:
        """Hand over what is half typed."""
        for field in (self.ate, self.held, self.others):
            field.edit.flush()

    def _build(self) -> None:
        self.body.setContentsMargins(PADDING - SIDE_PX, 10, PADDING - SIDE_PX, 10)
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(0, 0, 0, 8)
        box.setSpacing(8)
        for field in (self.ate, self.held, self.others):
            field.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        for stop in self.stops:
            box.addWidget(stop)
        self.body.addWidget(FlowRow(self.fold))
        self.body.addWidget(self._inside)
        self._inside.hide()
        self.fold.folded.connect(self.folded)
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
        for field in (self.ate, self.held, self.others):
            field.typed.connect(self.typed)
