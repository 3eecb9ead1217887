"""The box that shows numbers in tables where something is drawn: the same words and the same key on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from journal.texts.key_names import key_names
from journal.texts.translation import _
from journal.ui.widgets.buttons import SMALL_PX
from journal.ui.widgets.checks import CheckBox

KEY = "Ctrl+T"
"""No screen reader and no text field has it."""


class InWords(CheckBox):
    """Ticked, the page says and lists what it draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("In words"), parent)
        self.setMinimumHeight(SMALL_PX)
        told = _("Sentences and tables in place of what is drawn: {key}").format(key=key_names(KEY))
        self.setAccessibleDescription(told)
        self.setToolTip(told)

    def show_ticked(self, *, ticked: bool) -> None:
        """Show what holds; nobody is told."""
        self.blockSignals(True)
        self.setChecked(ticked)
        self.blockSignals(False)


def switch_words(page: QWidget | None) -> None:
    """Turn the box of a page over and bring the keyboard to it, so that a screen reader says what holds now."""
    boxes = page.findChildren(InWords) if page is not None else []
    shown = next((box for box in boxes if box.isVisible() and box.isEnabled()), None)
    if shown is not None:
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        shown.toggle()
