"""The profiles: which items are asked on which kind of day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.app.profiles import ProfileWish
from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.shape.item_row import MoveButtons
from journal.ui.shape.profile_form import ProfileForm
from journal.ui.shape.profile_state import ProfileLine, ProfilesState
from journal.ui.widgets.buttons import QuietButton, TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong


class ProfileCard(Card):
    """One profile, with what can be done with it."""

    moved = Signal(int)

    def __init__(self, line: ProfileLine, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(line.name)
        self.arrows, self.change, self.delete = MoveButtons(), QuietButton(_("Change")), TextButton(_("Delete"))
        self.arrows.show_possible(line.name, up=line.up, down=line.down)
        self.change.setAccessibleName(_("Change {item}").format(item=line.name))
        self.delete.setAccessibleName(_("Delete the profile {name}").format(name=line.name))
        self.arrows.moved.connect(self.moved)
        top = QHBoxLayout()
        top.addWidget(Strong(line.name), 1)
        top.addWidget(self.arrows)
        top.addWidget(self.change)
        top.addWidget(self.delete)
        self.body.addLayout(top)
        self.body.addWidget(Caption(line.days))
        self.body.addWidget(Body(line.items))


class ProfilesView(QWidget):
    """A card a profile, the form, and three to begin with. Signals carry ids; "" is a new one."""

    kept = Signal(str, object)
    moved = Signal(str, int)
    delete_wanted = Signal(str)
    built = Signal()
    """Other things can be reached by keyboard than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ProfilesState | None = None
        self._week: tuple[int, ...] = tuple(range(7))
        self._parts: list[QWidget] = []
        self.form: ProfileForm | None = None
        self.cards: dict[str, ProfileCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        words = _(
            "A profile asks only some items, in its own order, on the days that you choose. Today shows which "
            "one it is, and all questions are always a choice away."
        )
        self._column.addWidget(Body(words))
        self.add = button(_("Make a profile"), lambda: self._open("", ProfileWish("", ())))
        self._column.addWidget(FlowRow(self.add))

    def render_state(self, state: ProfilesState, week: tuple[int, ...]) -> None:
        """Show the profiles; a form that is open stays as it is. `week` are the weekdays in their order."""
        if (state, week) == (self._state, self._week):
            return
        self._state, self._week = state, week
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.cards = [], {}
        for line in state.lines:
            self.cards[line.id] = self._card(line)
            self._put(self.cards[line.id])
        if state.offers:
            self._put(self._offers(state.offers))
        self.built.emit()

    def close_form(self) -> None:
        """The profile is kept, or not wanted."""
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.built.emit()

    def _put(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()

    def _card(self, line: ProfileLine) -> ProfileCard:
        card = ProfileCard(line, self)
        card.moved.connect(lambda by: self.moved.emit(line.id, by))
        card.change.clicked.connect(lambda: self._open(line.id, line.wish))
        card.delete.clicked.connect(lambda: self.delete_wanted.emit(line.id))
        return card

    def _offers(self, offers: tuple[ProfileWish, ...]) -> Card:
        card = Card(_("To begin with"), self)
        card.body.addWidget(Caption(_("Each of these opens to be looked at. Nothing is made before you keep it.")))
        buttons = []
        for wish in offers:
            made = QuietButton(wish.name)
            made.clicked.connect(lambda _checked=False, wish=wish: self._open("", wish))
            buttons.append(made)
        card.body.addWidget(FlowRow(*buttons))
        return card

    def _open(self, profile_id: str, wish: ProfileWish) -> None:
        if self.form is not None:
            self.close_form()
        items = self._state.items if self._state else ()
        self.form = ProfileForm(wish, items, self._week, self)
        self.form.kept.connect(lambda wanted: self.kept.emit(profile_id, wanted))
        self.form.left.connect(self.close_form)
        self.form.built.connect(self.built)
        self._column.insertWidget(2, self.form)
        self.form.show()
        self.form.setFocus()
        self.built.emit()
