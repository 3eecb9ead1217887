"""Fields to type and choose in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

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
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.edit.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.shower = QuietButton(_("Show"), large=True)
        self.shower.setCheckable(True)
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
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.shower.setText(_("Hide") if shown else _("Show"))


class ComboBox(QComboBox):
    """A choice from a list. Give it a buddy label: its accessible name is its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(SMALL_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a turn of the wheel must not change a setting by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then an arrow at its end."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = self.palette().color(QPalette.ColorRole.Highlight)
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x, y = (16.0 if left else self.width() - 16.0), self.height() / 2
            painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2.5), QPointF(x + 4, y - 2)])
