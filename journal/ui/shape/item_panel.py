"""An item that is open to be changed: its name, its group, and its scale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.app.items import LONGEST_LABEL
from journal.texts.translation import _, pgettext
from journal.ui.settings.rows import button
from journal.ui.shape.scale_fields import ScaleFields, set_choice
from journal.ui.shape.state import PanelState
from journal.ui.widgets.combo_box import choice_box
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labelled_rows import LabelledRows
from journal.ui.widgets.labels import Caption


class ItemPanel(QFrame):
    """Name and group hold at once; a scale holds when it is asked for. Escape closes."""

    renamed = Signal(str)
    grouped = Signal(str)
    scaled = Signal(object)
    closed = Signal()

    def __init__(self, state: PanelState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "calm")
        self.setAccessibleName(_("Change {item}").format(item=state.name))
        self.state = state
        self.name = TextField(state.name)
        self.name.setPlaceholderText(state.first_name)
        self.name.setMaxLength(LONGEST_LABEL)
        self.group = choice_box(*((words, value) for value, words in state.groups), wide=True)
        set_choice(self.group, state.group)
        self.scale: ScaleFields | None = None
        self._problem = Caption()
        self._problem.hide()
        self._lay_out()
        self._fill()
        self.name.editingFinished.connect(self.flush)
        self.group.activated.connect(lambda _place: self.grouped.emit(str(self.group.currentData())))
        self.setFocusProxy(self.name)

    def flush(self) -> None:
        """Hand over a name that was typed."""
        self.name.setModified(False)
        if self.name.text().strip() != self.state.name:
            self.renamed.emit(self.name.text().strip())

    def render_state(self, state: PanelState) -> None:
        """Show what holds now. What is being typed stays."""
        self.state = state
        if not self.name.isModified():
            self.name.setText(state.name)
        self.setAccessibleName(_("Change {item}").format(item=state.name))
        set_choice(self.group, state.group)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel without what is half typed; Enter in a field stays there."""
        if event.key() == Qt.Key.Key_Escape:
            self.name.setText(self.state.name)
            self.closed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        rows = LabelledRows(spacing=10)
        rows.add(pgettext("of a thing", "Name"), self.name)
        column.addLayout(rows)
        if len(self.state.groups) > 1:
            rows.add(_("Group"), self.group)
        else:
            self.group.setParent(self)
            self.group.hide()
        if self.state.kind is not None:
            self.scale = ScaleFields(rows, own=self.state.asked is not None)
        if self.state.name != self.state.first_name:
            words = _("It came as “{name}”. An empty field takes that name back.")
            column.addWidget(Caption(words.format(name=self.state.first_name)))
        for note in self.state.notes:
            column.addWidget(Caption(note))
        column.addWidget(self._problem)
        self.use = button(_("Use this scale"), self._on_use)
        self.close_button = button(_("Done"), self._on_done)
        self.use.setVisible(self.state.kind is not None)
        column.addWidget(FlowRow(self.use, self.close_button))

    def _fill(self) -> None:
        state = self.state
        if self.scale is not None and state.kind is not None:
            self.scale.show_kind(state.kind)
            self.scale.set_values(state.lowest, state.highest, state.words, state.unit, state.better)
            set_choice(self.scale.asked, state.asked)

    def _on_use(self) -> None:
        scale = self.scale.scale(self.state.kind) if self.scale and self.state.kind else None
        self._problem.setVisible(scale is None)
        self._problem.setText("" if scale else _("The lowest and the highest step are whole numbers."))
        if scale is not None:
            self.scaled.emit(scale)

    def _on_done(self) -> None:
        self.flush()
        self.closed.emit()
