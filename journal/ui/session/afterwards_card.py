"""How it was to go through, and what came after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.session.choice_row import ChoiceRow
from journal.ui.session.state import ChoiceState, SessionState
from journal.ui.session.typed_field import TypedField
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.card import PADDING, Card
from journal.ui.widgets.labels import Caption
from journal.ui.widgets.step_geometry import SIDE_PX

CLEAR_PX = 128
QUESTIONS = ("went", "ride", "worked_with", "place", "accompanied", "shortened")


class AfterwardsCard(Card):
    """The usual questions first: how it was, time until clear again, a way home."""

    typed = Signal(str, str)
    chosen = Signal(str, str)

    def __init__(self, choices: dict[str, ChoiceState], theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(_("Afterwards"), parent)
        self.rows = {key: ChoiceRow(key, choices[key], theme) for key in QUESTIONS}
        self.clear = TypedField("clear", _("Time until clear again"), base_px=CLEAR_PX)
        self.clear.edit.setPlaceholderText(_("h:mm"))
        self.driving = Caption(
            _(
                "Feeling like yourself does not mean it is safe to drive. "
                "Not before the next day after a full sleep, or later if your clinic says so."
            )
        )
        self.why = TypedField("shortened_why", _("Why it was stopped or slowed"))
        self._build()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The questions in the order of the keyboard."""
        rows = self.rows
        return (
            rows["went"], self.clear, rows["ride"], rows["worked_with"], rows["place"], rows["accompanied"],
            rows["shortened"], self.why,
        )  # fmt: skip

    def render_state(self, state: SessionState) -> None:
        """Show the answers."""
        for key, row in self.rows.items():
            row.render_choice(state.choices[key])
        for field in (self.clear, self.why):
            field.render_text(state.texts[field.key])
        self.clear.setVisible(state.clear_shown)
        self.driving.setVisible(state.clear_shown)
        self.why.setVisible(state.why_shown)

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.clear.edit.flush()
        self.why.edit.flush()

    def _build(self) -> None:
        self.body.setContentsMargins(PADDING - SIDE_PX, 18, PADDING - SIDE_PX, 16)
        self.body.setSpacing(8)
        for words in (self.heading, self.driving, self.clear, self.why):
            words.setContentsMargins(SIDE_PX, 0, SIDE_PX, 0)
        for stop in self.stops:
            self.body.addWidget(stop)
            if stop is self.clear:
                self.body.addWidget(self.driving)
        for row in self.rows.values():
            row.chosen.connect(self.chosen)
        for field in (self.clear, self.why):
            field.typed.connect(self.typed)
