"""A list to choose from that is also typed in: what is typed narrows it, wherever it stands in the words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from journal.ui.widgets.combo_box import ComboBox

SHOWN = 12


class SearchBox(ComboBox):
    """`picked` carries the value of what was chosen. What fits nothing is put back when the box is left."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.setAccessibleName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(SHOWN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)
        self.setCompleter(self._finder())
        self.activated.connect(self._on_activated)

    def _finder(self) -> QCompleter:
        finder = QCompleter(self.model(), self)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(SHOWN)
        popup = finder.popup()
        if popup is not None:
            popup.setProperty("role", "found")
        return finder

    @property
    def value(self) -> str:
        """The value that holds."""
        return self._value

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these values with their words."""
        with QSignalBlocker(self):
            self.clear()
            for value, words in choices:
                self.addItem(words, value)
            self._put(self._value)

    def set_value(self, value: str) -> None:
        """Show the value that holds; what is being typed is never replaced by the same one."""
        edit = self.lineEdit()
        typing = edit is not None and edit.isModified() and self.hasFocus()
        if not (typing and value == self._value):
            self._put(value)

    def _put(self, value: str) -> None:
        self._value = value
        with QSignalBlocker(self):
            index = self.findData(value)
            self.setCurrentIndex(index)
            self.setEditText(self.itemText(index) if index >= 0 else value)
        edit = self.lineEdit()
        if edit is not None and self.hasFocus():
            edit.selectAll()  # typing takes its place
        elif edit is not None:
            edit.setCursorPosition(0)  # long words show their beginning

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands here is selected, so that typing takes its place."""
        super().focusInEvent(event)
        edit = self.lineEdit()
        if edit is not None and event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed in full; put back what fits nothing. The list under the box does not count as leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is typed and is then the page's; Escape puts back what held, if that is another one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self.currentText() != self._shown():
            self._put(self._value)
            return
        super().keyPressEvent(event)

    def _shown(self) -> str:
        index = self.findData(self._value)
        return self.itemText(index) if index >= 0 else self._value

    def _settle(self) -> None:
        typed = self.currentText().strip()
        index = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if index < 0:
            near = [place for place in range(self.count()) if typed.casefold() in self.itemText(place).casefold()]
            index = near[0] if typed and len(near) == 1 else -1
        if index < 0:
            self._put(self._value)
        else:
            self._on_activated(index)

    def _on_activated(self, index: int) -> None:
        value = str(self.itemData(index))
        changed = value != self._value
        self._put(value)
        if changed:
            self.picked.emit(value)
