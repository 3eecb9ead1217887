"""A row of a card as a widget. It stays itself while its row changes, so that the keyboard keeps its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Press, Row
from journal.ui.treatment.press_button import make_button
from journal.ui.widgets.buttons import TextButton
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, Strong

Act = Callable[[Deed], None]


class Presses(FlowRow):
    """Buttons in a row. One that stays keeps the keyboard; if it goes, the first one gets it."""

    def __init__(self, act: Act, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._act = act
        self._shown: tuple[Press, ...] = ()
        self.buttons: dict[Deed, QPushButton] = {}

    def show_presses(self, presses: Sequence[Press]) -> None:
        """Show these buttons."""
        if tuple(presses) == self._shown:
            return
        had = next((deed for deed, button in self.buttons.items() if button.hasFocus()), None)
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
            self.buttons[press.deed] = make_button(press, self._act)
        self.add(*self.buttons.values())
        for button in before.values():
            button.hide()
            button.setParent(None)
            button.deleteLater()


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
        words.addWidget(self.title)
        words.addLayout(self._lines)
        words.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 6, 0, 6)
        across.setSpacing(16)
        across.addLayout(words, 1)
        across.addWidget(self.presses, 0, Qt.AlignmentFlag.AlignTop)


def _kind(press: Press) -> tuple[object, ...]:
    return (press.words, press.deed, press.weight, press.menu)
