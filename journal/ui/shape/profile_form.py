"""A profile: its name, its days, and its items in order."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.app.profiles import LONGEST_NAME, ProfileWish
from journal.texts.dates import heading, weekday_name
from journal.texts.translation import _, pgettext
from journal.ui.settings.rows import button
from journal.ui.shape.item_row import MoveButtons
from journal.ui.shape.profile_state import ItemOffer, leaves_symptoms_out
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.card import Card, Divider
from journal.ui.widgets.checks import CheckBox
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Body, Caption, Strong

BETWEEN_PX = 20


class ProfileForm(Card):
    """`kept` carries a `ProfileWish`; what cannot be is said by the use case. Escape leaves."""

    kept = Signal(object)
    left = Signal()
    built = Signal()
    """Other things can be reached by keyboard than before."""

    def __init__(
        self,
        wish: ProfileWish,
        items: tuple[ItemOffer, ...],
        week: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("A profile"), parent)
        self._items, self._chosen = items, [key for key in wish.items if any(key == item.key for item in items)]
        self.name = TextField(wish.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.session_day = CheckBox(_("On days with a session"))
        self.session_day.setChecked(wish.session_day)
        self.days = {day: CheckBox(heading(weekday_name(day))) for day in week}
        for day, box in self.days.items():
            box.setChecked(day in wish.weekdays)
        self.boxes = {item.key: CheckBox(item.label.replace("&", "&&")) for item in items}
        self._order = QVBoxLayout()
        self._order.setSpacing(4)
        self.note = Caption()
        self._lay_out()
        self._show_order()
        self.setFocusProxy(self.name)

    @property
    def wish(self) -> ProfileWish:
        """What stands in the form."""
        days = tuple(sorted(day for day, box in self.days.items() if box.isChecked()))
        return ProfileWish(self.name.text(), tuple(self._chosen), days, self.session_day.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        rows = LabelledRows()
        rows.add(pgettext("of a thing", "Name"), self.name)
        self.body.addLayout(rows)
        self.body.addWidget(Strong(_("Asked by itself")))
        self.body.addWidget(FlowRow(*self.days.values(), self.session_day, spacing=BETWEEN_PX))
        self.body.addWidget(Divider())
        self.body.addWidget(Strong(_("Asked in this order")))
        self.body.addLayout(self._order)
        self.body.addWidget(self.note)
        self.body.addWidget(Divider())
        self.body.addWidget(Strong(_("Items to choose from")))
        for group, offers in groupby(self._items, key=lambda item: item.group):
            self.body.addWidget(Caption(group))
            self.body.addWidget(FlowRow(*(self._box(offer) for offer in offers), spacing=BETWEEN_PX))
        leave = TextButton(_("Cancel"))
        leave.clicked.connect(self.left)
        self.keep = button(_("Keep this profile"), lambda: self.kept.emit(self.wish), primary=True)
        self.body.addWidget(FlowRow(self.keep, leave))

    def _box(self, offer: ItemOffer) -> CheckBox:
        box = self.boxes[offer.key]
        box.setChecked(offer.key in self._chosen)
        box.setAccessibleName(offer.label)
        box.toggled.connect(lambda on: self._on_ticked(offer.key, on))
        return box

    def _on_ticked(self, key: str, on: bool) -> None:
        self._chosen = [*(each for each in self._chosen if each != key), *([key] if on else [])]
        self._show_order()

    def _on_moved(self, key: str, by: int) -> None:
        here = self._chosen.index(key)
        self._chosen.insert(here + by, self._chosen.pop(here))
        self._show_order(key, by)

    def _show_order(self, moved: str = "", by: int = 0) -> None:
        while (item := self._order.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        labels, last = {item.key: item.label for item in self._items}, len(self._chosen) - 1
        for number, key in enumerate(self._chosen):
            row = _OrderRow(labels[key], up=number > 0, down=number < last, parent=self)
            row.arrows.moved.connect(lambda by, key=key: self._on_moved(key, by))
            self._order.addWidget(row)
            if key == moved:
                row.hold(by)
        if not self._chosen:
            self._order.addWidget(Caption(_("No items yet. Tick some below."), self))
        left_out = leaves_symptoms_out(self._chosen, self._items)
        self.note.setText(
            _("It leaves some symptoms out: a day with it alone has no average symptom rating.") if left_out else ""
        )
        self.note.setVisible(left_out)
        self.built.emit()


class _OrderRow(QWidget):
    """An item of the profile at its place."""

    def __init__(self, label: str, *, up: bool, down: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.arrows = MoveButtons()
        self.arrows.show_possible(label, up=up, down=down)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Body(label), 1)
        row.addWidget(self.arrows)

    def hold(self, by: int) -> None:
        """Take the keyboard to the arrow that was pressed, or to the other one at the end."""
        first, other = (self.arrows.up, self.arrows.down) if by < 0 else (self.arrows.down, self.arrows.up)
        (first if first.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
