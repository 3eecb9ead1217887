"""Three short questions in the hours and days after a session, only when the person chose them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.model.due_forms import LAST_HOUR, MOST_HOURS
from journal.texts.translation import _
from journal.ui.session.state import SessionState
from journal.ui.session.typed_field import SavingEdit
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption

OFFERED = (4, 24, 72)


class DaysAfterCard(Card):
    """Ticks for 4, 24 and 72 hours; other hours by Change. None is ticked until the person does."""

    hours_given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The days after"), parent)
        self._hours: tuple[int, ...] = ()
        self.words = Body()
        self.ticks: dict[int, CheckBox] = {}
        self._row = FlowRow(spacing=14)
        self.change = QuietButton(_("Change"), large=True)
        self.edit = SavingEdit()
        self.edit.setAccessibleName(_("Hours after a session"))
        example = ", ".join(str(hour) for hour in OFFERED)
        self.hint = Caption(_("Hours after a session, such as {example}. Enter keeps them.").format(example=example))
        self._build()

    def render_state(self, state: SessionState) -> None:
        """Show the hours."""
        self._hours = state.after_hours
        self.words.setText(words_of(state.after_hours))
        listed = sorted({*OFFERED, *state.after_hours})
        if list(self.ticks) != listed:
            self._make_ticks(listed)
        for hour, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(hour in state.after_hours)
            tick.blockSignals(False)

    def _make_ticks(self, hours: list[int]) -> None:
        for tick in self.ticks.values():
            tick.hide()
            tick.deleteLater()
        self.ticks = {}
        for hour in hours:
            tick = self.ticks[hour] = CheckBox(_("{hours} h").format(hours=hour))
            tick.setMinimumHeight(44)
            tick.toggled.connect(lambda on, hour=hour: self._on_ticked(hour, on=on))
        self._row.put(*self.ticks.values(), self.change)

    def _on_ticked(self, hour: int, *, on: bool) -> None:
        others = {kept for kept in self._hours if kept != hour}
        self.hours_given.emit(tuple(sorted(others | ({hour} if on else set()))))

    def _on_change(self) -> None:
        self._show_field(shown=True)
        self.edit.setText(", ".join(str(hour) for hour in self._hours))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_entered(self) -> None:
        hours = read_hours(self.edit.text())
        if hours is None:
            return
        self._show_field(shown=False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hours_given.emit(hours)

    def _show_field(self, *, shown: bool) -> None:
        self.edit.setVisible(shown)
        self.hint.setVisible(shown)

    def _build(self) -> None:
        for widget in (self.words, self._row, self.edit, self.hint):
            self.body.addWidget(widget)
        self._show_field(shown=False)
        self.change.clicked.connect(self._on_change)
        self.edit.onward.connect(self._on_entered)


def read_hours(text: str) -> tuple[int, ...] | None:
    """Hours such as "4, 24, 72", each once, in order; empty for never, None where something is no hour."""
    parts = [part for part in re.split(r"[\s,;]+", text.replace("h", " ")) if part]
    if not all(part.isdigit() and 0 < int(part) <= LAST_HOUR for part in parts) or len(set(parts)) > MOST_HOURS:
        return None
    return tuple(sorted({int(part) for part in parts}))


def words_of(hours: tuple[int, ...]) -> str:
    """What is asked and when."""
    if not hours:
        return _("Three short questions after a session, if you want them. Choose when.")
    listed = [_("{hours} h").format(hours=hour) for hour in hours]
    several = _("{first} and {last}").format(first=", ".join(listed[:-1]), last=listed[-1])
    when = several if len(listed) > 1 else listed[0]
    return _("Three short questions at {hours}. You chose these; change them any time.").format(hours=when)
