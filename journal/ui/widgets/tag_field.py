"""Tags of one's own beside a note: typed words become buttons that take themselves away again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from journal.model.tags import BETWEEN, same_tag, tidy_tags
from journal.texts.translation import _
from journal.ui.widgets.buttons import QuietButton
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Caption

LONGEST_TEXT = 200
CROSS = "\u00d7"
FEW = "mmmm…"
"""As much of a tag as is always shown."""
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma)
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TagButton(QuietButton):
    """One tag. A press takes it away, and so do Delete and Backspace. A long one is shortened where room is narrow."""

    def __init__(self, tag: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{tag}  {CROSS}", parent, large=True)
        self.tag = tag
        self._whole = self.text()
        self.setToolTip(tag)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("tag", True)
        self.setAccessibleName(_("Tag: {tag}").format(tag=tag))
        self.setAccessibleDescription(_("Press to take it away."))

    def sizeHint(self) -> QSize:
        """Room for the whole tag."""
        hint = super().sizeHint()
        return QSize(hint.width() - self._wide(self.text()) + self._wide(self._whole), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), hint.width() - self._wide(self._whole) + self._wide(FEW)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the tag as there is room for."""
        super().resizeEvent(event)
        room = self.width() - super().sizeHint().width() + self._wide(self.text())
        if self._wide(self._whole) <= room:
            self.setText(self._whole)
            return
        end = f"  {CROSS}"
        start = self.fontMetrics().elidedText(self.tag, Qt.TextElideMode.ElideRight, room - self._wide(end))
        self.setText(start + end)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace press it."""
        if event.key() in _REMOVES and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class TagEdit(TextField):
    """What is typed up to a comma or Enter becomes a tag; Backspace in the empty field goes to the last one."""

    given = Signal(str)
    back_wanted = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, large=True)
        self.setMaxLength(LONGEST_TEXT)
        self.setAccessibleName(_("Add a tag"))
        self.setPlaceholderText(_("Add a tag"))
        self.setAccessibleDescription(_("A comma or Enter ends a tag. Only you see your tags."))
        self._known = QStringListModel(self)
        finder = QCompleter(self._known, self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.activated[str].connect(self._on_picked)  # type: ignore[index]
        popup = finder.popup()
        if popup is not None:
            popup.setProperty("role", "found")
            popup.setAccessibleName(_("Your tags"))
        self.setCompleter(finder)
        self.textEdited.connect(self._on_edited)

    def offer(self, tags: Sequence[str]) -> None:
        """Offer these while something is typed."""
        if self._known.stringList() != list(tags):
            self._known.setStringList(list(tags))

    def flush(self) -> None:
        """Hand over what stands here."""
        text = self.text()
        self.clear()
        if text.strip():
            self.given.emit(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that tags may be wanted."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A tag that was typed is kept when the field is left; not while the list of tags is open."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a tag, or go back to the last one."""
        if event.key() in _ENDS and self.text().strip():
            self.flush()
        elif event.key() == Qt.Key.Key_Backspace and not self.text() and not event.isAutoRepeat():
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_Comma:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        """Commas that were pasted, or came from an input method, end tags too."""
        if BETWEEN in text:
            self.flush()

    def _on_picked(self, tag: str) -> None:
        self.clear()
        self.given.emit(tag)


class TagField(QWidget):
    """The tags as buttons, and the field that adds to them."""

    changed = Signal(tuple)
    """All tags as they are now."""

    known_wanted = Signal()
    """The field was entered: its own tags can be offered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags: tuple[str, ...] = ()
        self._known: tuple[str, ...] = ()
        self.buttons: list[TagButton] = []
        self.edit = TagEdit()
        self.setFocusProxy(self.edit)
        caption = Caption(_("Tags"))
        caption.setBuddy(self.edit)
        self._row = FlowRow(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(caption)
        box.addWidget(self._row)
        self.edit.given.connect(self._on_given)
        self.edit.back_wanted.connect(self._on_back)
        self.edit.entered.connect(self.known_wanted)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops in order."""
        return (*self.buttons, self.edit)

    def render_tags(self, tags: Sequence[str], known: Sequence[str] = ()) -> bool:
        """Show these tags, and offer the known ones that are not among them; whether other tags stand here now."""
        others = tuple(tags) != self.tags
        self._known = tuple(known)
        if others:
            self._show(tuple(tags))
        self._offer()
        return others

    def flush(self) -> None:
        """Hand over what is half typed."""
        self.edit.flush()

    def _show(self, tags: tuple[str, ...]) -> None:
        self.tags = tags
        before = self._stop_before()
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(tag) for tag in tags]
        self._row.put(*self.buttons, self.edit)
        for button in self.buttons:
            button.show()
        for one, other in pairwise((before, *self.stops)):
            QWidget.setTabOrder(one, other)
        self.updateGeometry()

    def _stop_before(self) -> QWidget:
        """What the Tab key leaves for the tags: the field keeps its place on the page."""
        before: QWidget | None = self.edit.previousInFocusChain()
        while before is not None and before in self.buttons:
            before = before.previousInFocusChain()
        return before or self.edit

    def _button(self, tag: str) -> TagButton:
        button = TagButton(tag, self._row)
        button.clicked.connect(lambda: self._on_removed(tag))
        return button

    def _offer(self) -> None:
        self.edit.offer([tag for tag in self._known if not any(same_tag(tag, each) for each in self.tags)])

    def _on_given(self, text: str) -> None:
        self._change(tidy_tags((*self.tags, *text.split(BETWEEN))))

    def _on_removed(self, tag: str) -> None:
        """Take a tag away; the keyboard stays among the tags."""
        place = self.tags.index(tag)
        self._change(tuple(each for each in self.tags if each != tag))
        self.stops[min(place, len(self.stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        if self.buttons:
            self.buttons[-1].setFocus(Qt.FocusReason.BacktabFocusReason)

    def _change(self, tags: tuple[str, ...]) -> None:
        if tags != self.tags:
            self._show(tags)
            self._offer()
            self.changed.emit(tags)
