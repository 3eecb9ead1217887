"""The list of a side effect's points, each with its time and level, and when it came."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QFrame, QVBoxLayout, QWidget

from journal.model.sessions import Phase
from journal.texts.locales import forms, locale_in_use
from journal.texts.translation import _
from journal.texts.treatments import phase_text
from journal.ui.session.card_fields import ListField
from journal.ui.session.effects_state import EffectState, PointState
from journal.ui.widgets.buttons import LARGE_PX, QuietButton, TextButton
from journal.ui.widgets.combo_box import ComboBox
from journal.ui.widgets.date_field import INSET_PX, date_pattern
from journal.ui.widgets.flow_row import FlowRow

PHASE_PX = 300


class MomentField(QDateTimeEdit):
    """A day and a time. One tab stop: Tab leaves it, arrows and typing go from part to part."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Leave the field instead of going to its next part."""
        return QAbstractSpinBox.focusNextPrevChild(self, forwards)


class PointRow(QWidget):
    """One point: its time, its level, and a way to take it away."""

    moved = Signal(object)
    level_given = Signal(int)
    removed = Signal()

    def __init__(self, point: PointState, levels: tuple[str, ...], effect: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when, self.level = MomentField(), ComboBox()
        locale = QLocale(str(forms(locale_in_use())))
        self.when.setLocale(locale)
        self.when.setDisplayFormat(f"{date_pattern()}  {locale.timeFormat(QLocale.FormatType.ShortFormat)}")
        self.when.setAccessibleName(_("{effect}, when").format(effect=effect))
        self.when.lineEdit().setTextMargins(INSET_PX, 0, 0, 0)
        strength = _("{effect}, how strong").format(effect=effect)
        self.level.setAccessibleName(strength)
        self.level.setAccessibleDescription(strength)  # its name is what was chosen, as no label stands beside it
        for n, word in enumerate(levels):
            self.level.addItem(_("{figure}, {word}").format(figure=n, word=word) if word else str(n), n)
        remove = TextButton(_("Remove"), large=True)
        remove.setAccessibleName(_("Remove {time}").format(time=point.words))
        for widget in (self.when, self.level):
            widget.setMinimumHeight(LARGE_PX)
        self._shown = point
        self.render_point(point)
        self.when.editingFinished.connect(self._on_moved)
        self.level.activated.connect(lambda _index: self.level_given.emit(int(self.level.currentData())))
        remove.clicked.connect(self.removed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(FlowRow(self.when, self.level, remove))

    def render_point(self, point: PointState) -> None:
        """Show the point as it stands."""
        self._shown = point
        if not self.when.hasFocus():
            at = point.at
            self.when.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))
        self.level.setCurrentIndex(point.level)

    def _on_moved(self) -> None:
        """Tell of a time only when it is another one: leaving the field changes nothing."""
        day, time = self.when.date(), self.when.time()
        given = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001 a wall clock
        if given != self._shown.at.replace(second=0, microsecond=0):
            self.moved.emit(given)


class EffectDetails(QFrame):
    """Stands under the row of a side effect while that is open."""

    point_moved = Signal(str, object)
    point_level = Signal(str, int)
    point_removed = Signal(str)
    point_added = Signal(str)
    phase_given = Signal(str, object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effect: EffectState | None = None
        self._rows: dict[str, PointRow] = {}
        self._points = QVBoxLayout()
        self._points.setSpacing(8)
        self.add = QuietButton(_("Add a time"), large=True)
        self.remove = TextButton(_("Remove this side effect"), large=True)
        self.phase = ListField("phase", _("When it was there"), PHASE_PX)
        self.add.clicked.connect(lambda: self._emit(self.point_added))
        self.remove.clicked.connect(lambda: self._emit(self.removed))
        self.phase.chosen.connect(self._on_phase)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 2, 8, 10)
        box.setSpacing(10)
        box.addLayout(self._points)
        box.addWidget(FlowRow(self.add, self.remove))
        box.addWidget(self.phase)

    def render_effect(self, effect: EffectState, levels: tuple[str, ...]) -> None:
        """Show its points; a point keeps its row, and the keyboard in it."""
        self._effect = effect
        shown = {point.id for point in effect.points}
        for gone in set(self._rows) - shown:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, point in enumerate(effect.points):
            row = self._rows.get(point.id) or self._made(point, levels, effect.label)
            row.render_point(point)
            self._points.insertWidget(place, row)
        found = _("as its times say: {phase}").format(phase=effect.phase_found) if effect.phase_found else _("not said")
        choices = (("", found), *((phase.value, phase_text(phase)) for phase in Phase))
        self.phase.render_list(choices, effect.phase.value if effect.phase else "")

    def _made(self, point: PointState, levels: tuple[str, ...], label: str) -> PointRow:
        row = self._rows[point.id] = PointRow(point, levels, label)
        row.moved.connect(partial(self.point_moved.emit, point.id))
        row.level_given.connect(partial(self.point_level.emit, point.id))
        row.removed.connect(partial(self.point_removed.emit, point.id))
        return row

    def _on_phase(self, _key: str, value: str) -> None:
        if self._effect is not None:
            self.phase_given.emit(self._effect.item_id, Phase(value) if value else None)

    def _emit(self, signal: object) -> None:
        if self._effect is not None:
            signal.emit(self._effect.item_id)  # type: ignore[attr-defined]
