"""Fields to type in."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from journal.texts.translation import _
from journal.ui.widgets.buttons import LARGE_PX, SMALL_PX, QuietButton


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(text, parent)
        self.setMinimumHeight(LARGE_PX if large else SMALL_PX)


class PassphraseField(QWidget):
    """A passphrase, hidden until shown; pasting is allowed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = TextField(large=True)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(name)
        self.shower = QuietButton(_("Show"), large=True)
        self.shower.setCheckable(True)
        self.shower.setAccessibleName(f"{_('Show')}, {name}")  # whether it does is said by its state
        self.shower.toggled.connect(self._on_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.shower)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Empty the field and hide what is typed next."""
        self.edit.clear()
        self.shower.setChecked(False)

    def _on_shown(self, shown: bool) -> None:
        from PySide6.QtCore import Qt

        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # A hidden field asks keyboards to learn nothing by itself; a shown one must be told to.
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.edit.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.shower.setText(_("Hide") if shown else _("Show"))
