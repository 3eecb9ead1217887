"""Fields to type in that save themselves: when typing rests, when they are left, and with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.session.state import TextState
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.labels import Caption, Words
from journal.ui.widgets.note_field import NoteEdit
from journal.ui.widgets.widths import changes_text_size, text_px

REST_MS = 1000
LONGEST_TEXT = 500


class SavingEdit(TextField):
    """One line that says when it holds something else. Enter goes on, as in the rows of Today."""

    typed = Signal(str)
    onward = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, large=True)
        self.setMaxLength(LONGEST_TEXT)
        self._told = self._wanted = ""
        self._edited = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self.textEdited.connect(self._on_edited)

    def render_text(self, text: str) -> None:
        """Show another text, but never over what is being typed: that waits until the field is left."""
        self._wanted = text
        if not self._edited:
            self._told = text
            if self.text() != text:
                self.setText(text)

    def flush(self) -> None:
        """Hand the text over as it stands, if it is another one."""
        self._rest.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.typed.emit(self._told)

    def _on_edited(self) -> None:
        self._edited = True
        self._rest.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands here is selected, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand it over when the field is left, and show it as it was understood."""
        super().focusOutEvent(event)
        self.flush()
        self._edited = False
        self.render_text(self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over and goes on."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.onward.emit()
            return
        super().keyPressEvent(event)


class TypedField(QWidget):
    """A field with its label over it and, where its text says nothing, a sentence under it.

    `base_px` is its width at the ordinary text size; 0 takes the whole width. `unit` stands behind it.
    """

    typed = Signal(str, str)
    """Its key and its text."""

    onward = Signal()

    def __init__(
        self, key: str, label: str, *, base_px: int = 0, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key, self._base_px, self._label = key, base_px, label
        self.edit = SavingEdit()
        self.edit.setObjectName(key)
        self.label, self.hint, self._unit = Caption(label, wrap=not base_px), Caption(), Words(parent=self, wrap=False)
        self.render_unit(unit)
        self.label.setBuddy(self.edit)
        self.hint.hide()
        self.edit.typed.connect(lambda text: self.typed.emit(key, text))
        self.edit.onward.connect(self.onward)
        self.setFocusProxy(self.edit)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.edit, 0 if base_px else 1)
        line.addWidget(self._unit)
        if base_px:
            line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.label)
        box.addLayout(line)
        box.addWidget(self.hint)
        across = QSizePolicy.Policy.Expanding if not base_px else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def render_text(self, state: TextState) -> None:
        """Show a text and its hint."""
        self.edit.render_text(state.text)
        self.hint.setText(state.hint)
        self.hint.setVisible(bool(state.hint))
        self.edit.setAccessibleDescription(state.hint)

    def render_unit(self, unit: str) -> None:
        """Say what the number is in, behind the field and in its name."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))
        self.edit.setAccessibleName(f"{self._label} ({unit})" if unit else self._label)

    def event(self, event: QEvent) -> bool:
        """Grow with the text size."""
        handled = super().event(event)
        if self._base_px and changes_text_size(event):
            self.edit.setFixedWidth(text_px(self, self._base_px))
        return handled


class TypedWords(QWidget):
    """Several lines of own words, with their label over them."""

    typed = Signal(str, str)

    def __init__(self, key: str, label: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._told = key, ""
        self.edit = NoteEdit()
        self.edit.setObjectName(key)
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)
        caption = Caption(label)
        caption.setBuddy(self.edit)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._rest.start)
        self.edit.left.connect(self.flush)
        self.setFocusProxy(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(caption)
        box.addWidget(self.edit, 1)

    def say_who_sees_it(self, words: str) -> None:
        """The words in the empty field."""
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleDescription(words)

    def render_text(self, state: TextState) -> None:
        """Show other words; what is being typed is never replaced."""
        if self._rest.isActive() or state.text == self._told:
            return
        self._told = state.text
        if self.edit.toPlainText() != state.text:
            self.edit.setPlainText(state.text)
            self._rest.stop()

    def flush(self) -> None:
        """Hand the words over as they stand, if they are others."""
        self._rest.stop()
        text = self.edit.toPlainText()
        if text != self._told:
            self._told = text
            self.typed.emit(self.key, text)
