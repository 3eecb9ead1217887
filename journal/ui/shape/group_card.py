"""A group with its items."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.app.groups import LONGEST_NAME
from journal.texts.translation import _
from journal.ui.settings.rows import button
from journal.ui.shape.item_row import MoveButtons
from journal.ui.shape.state import GroupLine
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption


class NameForm(QWidget):
    """A name to type, with the button that keeps it. Enter keeps too, Escape leaves."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, words: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TextField()
        self.name.setAccessibleName(words)
        self.name.setPlaceholderText(words)
        self.name.setMinimumWidth(220)
        self.name.setMaxLength(LONGEST_NAME)
        self.keep = button(keep, self._on_keep)
        self.leave = TextButton(_("Cancel"))
        self.leave.clicked.connect(self.left)
        self.name.returnPressed.connect(self._on_keep)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(FlowRow(self.name, self.keep, self.leave))
        self.setFocusProxy(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        if self.name.text().strip():
            self.kept.emit(self.name.text().strip())


class GroupCard(Card):
    """A heading with its rows. An own group can be moved, renamed and deleted."""

    moved = Signal(str, int)
    renamed = Signal(str, str)
    delete_wanted = Signal(str)

    def __init__(self, group: GroupLine, parent: QWidget | None = None) -> None:
        super().__init__(group.title, parent)
        self.group = group
        self._rows: list[QWidget] = []
        self.body.setSpacing(4)
        self._empty = Caption(_("Nothing stands here yet. “Change” at an item lets it stand here."))
        self.arrows, self.rename, self.delete = MoveButtons(), TextButton(_("Rename")), TextButton(_("Delete"))
        self.acts = FlowRow(self.arrows, self.rename, self.delete)
        self.acts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.form = NameForm(_("Name of the group"), _("Keep"))
        self.body.removeWidget(self.heading)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.acts)
        self.body.addLayout(top)
        for widget in (self.form, self._empty):
            self.body.addWidget(widget)
        self.form.hide()
        self.arrows.moved.connect(lambda by: self.moved.emit(self.group.own_id, by))
        self.rename.clicked.connect(self._on_rename)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.group.own_id))
        self.form.kept.connect(self._on_kept)
        self.form.left.connect(self._close_form)

    def render_group(self, group: GroupLine, rows: Sequence[QWidget]) -> None:
        """Show the group with these rows, in this order."""
        self.group = group
        self.set_title(group.title)
        self.setAccessibleDescription(group.clinical)
        own = bool(group.own_id)
        self.acts.setVisible(own and self.form.isHidden())
        if own:
            self.arrows.show_possible(group.title, up=group.up, down=group.down)
            self.rename.setAccessibleName(_("Rename the group {name}").format(name=group.title))
            self.delete.setAccessibleName(_("Delete the group {name}").format(name=group.title))
        self._empty.setVisible(not group.lines)
        if list(rows) != self._rows:
            self._lay_out(rows)

    def _lay_out(self, rows: Sequence[QWidget]) -> None:
        for gone in self._rows:
            self.body.removeWidget(gone)
        self._rows = list(rows)
        for row in rows:
            self.body.addWidget(row)
            row.show()

    def _on_rename(self) -> None:
        self.form.name.setText(self.group.title)
        self.form.name.selectAll()
        self.acts.hide()
        self.form.show()
        self.form.setFocus()

    def _on_kept(self, name: str) -> None:
        self._close_form()
        self.renamed.emit(self.group.own_id, name)

    def _close_form(self) -> None:
        self.form.hide()
        self.acts.show()
        self.rename.setFocus(Qt.FocusReason.OtherFocusReason)
