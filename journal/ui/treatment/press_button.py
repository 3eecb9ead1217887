"""A button made from plain data, and the pill that shows whether its answer holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Press, Weight
from journal.ui.widgets.buttons import PrimaryButton, QuietButton, TextButton
from journal.ui.widgets.menu_button import MenuButton
from journal.ui.widgets.spoken_fold import speak_as_fold


class PillButton(QuietButton):
    """One of a few answers. A press tells of itself; whether it holds is shown only when the journal says so."""

    role = "choice"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """A press changes nothing by itself."""


def make_button(press: Press, act: Callable[[Deed], None]) -> QPushButton:
    """The button of a press; `act` is called with its deed."""
    if press.menu:
        return _menu_button(press, act)
    kinds = {Weight.PRIMARY: PrimaryButton, Weight.QUIET: QuietButton, Weight.TEXT: TextButton, Weight.PILL: PillButton}
    button: QPushButton = kinds[press.weight](press.words)
    button.setAccessibleName(press.spoken)
    button.clicked.connect(lambda: act(press.deed))
    button.setChecked(press.held)
    if press.opened is not None:
        speak_as_fold(button, opened=press.opened)
    return button


def _menu_button(press: Press, act: Callable[[Deed], None]) -> MenuButton:
    button = MenuButton(press.words)
    button.setAccessibleName(press.spoken)
    menu = QMenu(button)
    for words, deed in press.menu:
        menu.addAction(words, partial(act, deed))
    button.setMenu(menu)
    return button
