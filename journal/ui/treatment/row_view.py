"""A row of a card as a widget. It stays itself while its row changes, so that the keyboard keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Press, Row, Weight
from journal.ui.treatment.press_button import make_button
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong
from journal.ui.widgets.widths import text_px

Act = Callable[[Deed], None]

LINKS_APART = 14
LINK_PX = 28

WORDS_PX = 230
"""The words of a row have so much room beside its buttons, at the ordinary text size, or the buttons go below."""


class Presses(FlowRow):
    """Buttons in a row. One that stays keeps the keyboard; if it goes, the first one gets it.

    With `links` buttons of text stand flush with the words over them.
    """

    def __init__(self, act: Act, parent: QWidget | None = None, *, links: bool = False) -> None:
        super().__init__(spacing=LINKS_APART if links else 8, parent=parent)
        self._act, self._links = act, links
        self._shown: tuple[Press, ...] = ()
        self.buttons: dict[Deed, QPushButton] = {}

    def show_presses(self, presses: Sequence[Press]) -> None:
        """Show these buttons."""
        if tuple(presses) == self._shown:
            return
        had = next((deed for deed, button in self.buttons.items() if has_keyboard(button)), None)
        if [_kind(press) for press in presses] == [_kind(press) for press in self._shown]:
            for press in presses:
                self.buttons[press.deed].setChecked(press.held)
                self.buttons[press.deed].setAccessibleName(press.spoken)
        else:
            self._make_anew(presses)
        self._shown = tuple(presses)
        self.setVisible(bool(presses))
        if had is not None and self.buttons:
            self.buttons.get(had, next(iter(self.buttons.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_anew(self, presses: Sequence[Press]) -> None:
        before, self.buttons = self.buttons, {}
        for press in presses:
            button = self.buttons[press.deed] = make_button(press, self._act)
            if self._links and press.weight is Weight.TEXT:
                button.setProperty("role", "link")
        self.add(*self.buttons.values())
        if self.isVisible():
            for button in self.buttons.values():
                button.show()  # at once: the keyboard may have to go there
        for old in before.values():
            old.hide()
            old.setParent(None)
            old.deleteLater()


class RowView(QWidget):
    """Title and lines on one side, buttons on the other; the buttons go below where there is no room."""

    def __init__(self, row: Row, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._act = act
        self.title: QLabel | QPushButton = self._title(row)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.captions: list[Caption] = []
        self.presses = Presses(act)
        self._lay_out()
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show the row as it is now."""
        self.row = row
        self.title.setText(row.title)
        self._show_lines(row.lines)
        self.presses.show_presses(row.presses)
        self._place_presses()

    def take_focus(self) -> bool:
        """Bring the keyboard here, if anything here takes it."""
        buttons = list(self.presses.buttons.values())
        target = self.title if isinstance(self.title, QPushButton) else buttons[0] if buttons else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def _title(self, row: Row) -> QLabel | QPushButton:
        if row.opens is None:
            return Strong(row.title) if row.lines else Body(row.title)
        button = TextButton(row.title)
        button.setProperty("role", "link")
        button.setMinimumHeight(LINK_PX)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._act(self.row.opens) if self.row.opens else None)
        return button

    def _show_lines(self, lines: Sequence[str]) -> None:
        while len(self.captions) < len(lines):
            self.captions.append(Caption())
            self._lines.addWidget(self.captions[-1])
        for place, caption in enumerate(self.captions):
            caption.setText(lines[place] if place < len(lines) else "")
            caption.setVisible(place < len(lines))
        described = ". ".join(lines)
        self.title.setAccessibleDescription(described)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addLayout(self._lines)
        words.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 6, 0, 6)
        self._across.setSpacing(16)
        self._across.addLayout(words, 1)
        self._across.addWidget(self.presses)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the words or below them."""
        super().resizeEvent(event)
        self._place_presses()

    def _place_presses(self) -> None:
        beside = self.presses.sizeHint().width() + text_px(self, WORDS_PX) <= self.width()
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(16 if beside else 6)


def has_keyboard(widget: QWidget) -> bool:
    """Whether the keyboard is here or inside, or will be when the window has it again."""
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def _kind(press: Press) -> tuple[object, ...]:
    return (press.words, press.deed, press.weight, press.menu)
