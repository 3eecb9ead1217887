"""All items by group: to tick, to find, to move, to change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.shape.group_card import GroupCard, NameForm
from journal.ui.shape.item_panel import ItemPanel
from journal.ui.shape.item_row import ItemRow
from journal.ui.shape.own_item_form import OwnItemForm
from journal.ui.shape.state import GroupLine, ItemLine, PanelState, ShapeState
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption

FEW_ROWS = 6
"""More rows than these are shown all at once."""


class ItemsView(QWidget):
    """Keeps the widgets of what is shown, so that the keyboard stays where it is."""

    searched = Signal(str)
    all_wanted = Signal(bool)
    ticked = Signal(str, bool)
    moved = Signal(str, int)
    panel_wanted = Signal(str)
    renamed = Signal(str, str)
    grouped = Signal(str, str)
    scaled = Signal(str, object)
    own_item_wanted = Signal(object)
    group_added = Signal(str)
    group_moved = Signal(str, int)
    group_renamed = Signal(str, str)
    group_delete_wanted = Signal(str)
    built = Signal()
    """Other things can be reached by keyboard than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ShapeState()
        self._rows: dict[str, ItemRow] = {}
        self._cards: dict[str, GroupCard] = {}
        self.panel: ItemPanel | None = None
        self._taken_up = False
        self.search = TextField()
        self.search.setPlaceholderText(_("Find an item by name"))
        self.search.setAccessibleName(_("Find an item by name"))
        self.search.setClearButtonEnabled(True)
        self.more = button("", lambda: self.all_wanted.emit(not self._state.all_shown))
        self.add, self.add_group = (
            button(_("Add an item of your own"), self._on_add),
            button(_("Make a group"), self._on_group),
        )
        self.own, self.group_form = OwnItemForm(), NameForm(_("Name of the group"), _("Make it"))
        self.nothing = Caption()
        self._lay_out()
        self._connect()

    def render_state(self, state: ShapeState) -> None:
        """Show a state. Widgets of items that are no longer shown stay, hidden, for when they are again."""
        before, self._state = self._state, state
        self.more.setVisible(state.more)
        self.more.setText(_("Show only the usual ones") if state.all_shown else _("Show every item"))
        self.nothing.setText(state.nothing)
        self.nothing.setVisible(bool(state.nothing))
        if state.own_groups != before.own_groups:
            self.own.show_groups(state.own_groups)
        self._take_up(state)
        held = self._held()
        opened = self._render_panel(state.panel)
        self._render_groups(state.groups)
        self.built.emit()
        self._hold(self.panel if opened else held)

    def item_added(self) -> None:
        """The own item is made: its form goes."""
        self.own.clear()
        self._close_own()

    @property
    def half_typed(self) -> dict[str, str]:
        """What stands half typed in the form for an item of one's own; nothing where it is closed or blank."""
        return {} if self.own.isHidden() or self.own.blank else self.own.typed

    def flush(self) -> None:
        """Hand over a name that is half typed."""
        if self.panel is not None:
            self.panel.flush()

    def row(self, key: str) -> ItemRow:
        """The row of an item that is shown."""
        return self._rows[key]

    def card(self, key: str) -> GroupCard:
        """The card of a group that is shown."""
        return self._cards[key]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._forms = Card()
        for widget in (self.own, self.group_form):
            self._forms.body.addWidget(widget)
            widget.hide()
        self._forms.hide()
        tools = FlowRow(self.add, self.add_group, self.more)
        keys = Caption(
            _("An item that is not asked keeps everything you logged with it.")
            + " "
            + _("Alt and an arrow key move the item that has the keyboard.")
        )
        for part in (self.search, tools, self._forms, keys, self.nothing):
            column.addWidget(part)
        self._holder = QWidget()
        self._groups = QVBoxLayout(self._holder)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(14)
        column.addWidget(self._holder)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.searched)
        self.own.wanted.connect(self.own_item_wanted)
        self.own.left.connect(self._on_left)
        self.group_form.kept.connect(self._on_group_named)
        self.group_form.left.connect(self._on_group_left)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._on_arrow(by))

    def _render_groups(self, groups: tuple[GroupLine, ...]) -> None:
        shown = {line.key for group in groups for line in group.lines}
        coming = [key for key in shown if key not in self._rows or self._rows[key].isHidden()]
        many = len(coming) > FEW_ROWS
        if many:
            self._holder.hide()  # each row that is shown on its own has all of them laid out again
        self._put_groups(groups, shown)
        if many:
            self._holder.show()

    def _put_groups(self, groups: tuple[GroupLine, ...], shown: set[str]) -> None:
        for key, row in self._rows.items():
            if key not in shown:
                row.hide()
        for key in set(self._cards) - {group.key for group in groups}:
            self._cards[key].render_group(self._cards[key].group, ())
            self._cards[key].hide()
        for place, group in enumerate(groups):
            card = self._card(group)
            if self._groups.indexOf(card) != place:
                self._groups.insertWidget(place, card)
            card.render_group(group, self._widgets(group))
            card.show()

    def _widgets(self, group: GroupLine) -> list[QWidget]:
        found: list[QWidget] = []
        for line in group.lines:
            found.append(self._row(line))
            if self.panel is not None and self.panel.state.key == line.key:
                found.append(self.panel)
        return found

    def _row(self, line: ItemLine) -> ItemRow:
        row = self._rows.get(line.key)
        if row is None:
            row = self._rows[line.key] = ItemRow(line, self)
            row.ticked.connect(self.ticked)
            row.moved.connect(self.moved)
            row.change_wanted.connect(self._on_change)
        elif row.line != line:
            row.render_line(line)
        return row

    def _card(self, group: GroupLine) -> GroupCard:
        card = self._cards.get(group.key)
        if card is None:
            card = self._cards[group.key] = GroupCard(group, self)
            card.moved.connect(self.group_moved)
            card.renamed.connect(self.group_renamed)
            card.delete_wanted.connect(self.group_delete_wanted)
        return card

    def _render_panel(self, state: PanelState | None) -> bool:
        """Show the panel of an item, or none; true when it was opened now."""
        before = self.panel.state if self.panel is not None else None
        if self.panel is not None and before is not None and state is not None and _same_form(before, state):
            self.panel.render_state(state)
            return False
        gone, self.panel = self.panel, None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
        if state is not None:
            self.panel = self._made_panel(state)
        return state is not None

    def _made_panel(self, state: PanelState) -> ItemPanel:
        made, key = ItemPanel(state, self), state.key
        made.renamed.connect(lambda name: self.renamed.emit(key, name))
        made.grouped.connect(lambda group: self.grouped.emit(key, group))
        made.scaled.connect(lambda scale: self.scaled.emit(key, scale))
        made.closed.connect(self._on_closed)
        return made

    def _held(self) -> QWidget | None:
        """What has the keyboard here: a widget that goes to another card would lose it."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _hold(self, held: QWidget | None) -> None:
        if held is not None and held.isVisible() and held.isEnabled() and QApplication.focusWidget() is not held:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self, state: ShapeState) -> None:
        """Open the form as it stood when the journal closed, once."""
        if not self._taken_up:
            self._taken_up = True
            if state.own_item:
                self.own.fill(state.own_item)
                self._show_form(self.own)

    def _show_form(self, form: QWidget) -> None:
        for each in (self.own, self.group_form):
            each.setVisible(each is form)
        self._forms.show()
        form.setFocus()

    def _close_own(self) -> None:
        self._forms.hide()
        self.own.hide()
        self.group_form.hide()

    def _on_arrow(self, by: int) -> None:
        focused = QApplication.focusWidget()
        row = next((row for row in self._rows.values() if focused is not None and row.isAncestorOf(focused)), None)
        if row is not None:
            self.moved.emit(row.line.key, by)

    def _on_change(self, key: str) -> None:
        self.flush()
        self.panel_wanted.emit("" if self.panel is not None and self.panel.state.key == key else key)

    def _on_closed(self) -> None:
        key = self.panel.state.key if self.panel is not None else ""
        self.panel_wanted.emit("")
        if key in self._rows:
            self._rows[key].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self._show_form(self.own)

    def _on_group(self) -> None:
        self.group_form.name.clear()
        self._show_form(self.group_form)

    def _on_left(self) -> None:
        self.own.clear()
        self._close_own()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_group_left(self) -> None:
        self._close_own()
        self.add_group.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_group_named(self, name: str) -> None:
        self._on_group_left()
        self.group_added.emit(name)


def _same_form(one: PanelState, other: PanelState) -> bool:
    """Whether a panel can show another state without being made anew."""
    return (one.key, one.groups, one.notes) == (other.key, other.groups, other.notes)
