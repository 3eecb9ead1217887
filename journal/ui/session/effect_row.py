"""One side effect as a row that can be opened, and the times under all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journal.texts.translation import _
from journal.ui.session.effect_painting import EffectGeometry, arrange, paint_effect, paint_ticks
from journal.ui.session.effects_state import EffectState
from journal.ui.theme.source import ThemeSource

LEAST_PX = 44
RADIUS_PX = 9.0


class EffectRow(QAbstractButton):
    """Painted by hand; its accessible name is the whole sentence. Pressing it opens the list of its points."""

    def __init__(self, effect: EffectState, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._effect, self._theme = effect, theme
        self._labels: tuple[str, ...] = ()
        self._endings: tuple[str, ...] = ()
        self._inside = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Not Fixed: a layout holds on to the hint of an earlier width or text size.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def render_effect(self, effect: EffectState, labels: Sequence[str], endings: Sequence[str]) -> None:
        """Show a side effect, in columns as wide as those of the others."""
        self._effect, self._labels, self._endings = effect, tuple(labels), tuple(endings)
        self.setObjectName(f"effect_{effect.item_id}")
        self.setAccessibleName(effect.sentence)
        opened = _("Open. Press to close the list of its times.")
        self.setAccessibleDescription(opened if effect.expanded else _("Press to change its times."))
        self.updateGeometry()
        self.update()

    def arranged(self, width: int) -> EffectGeometry:
        """Where everything stands at a width in pixels."""
        return arrange(width, self.font(), self._labels, self._endings, self._effect.label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the row, on a tint under the pointer or when it is open."""
        with QPainter(self) as painter:
            tokens = self._theme.tokens
            if self._inside or self._effect.expanded:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.hover))
                painter.drawRoundedRect(self.rect(), RADIUS_PX, RADIUS_PX)
            paint_effect(painter, self._effect, self.arranged(self.width()), tokens, self.font())

    def hasHeightForWidth(self) -> bool:
        """A narrow row is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels that a width needs."""
        return max(LEAST_PX, self.arranged(width).height)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(360, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Narrow rows are higher."""
        return QSize(180, LEAST_PX)

    def changeEvent(self, event: QEvent) -> None:
        """Keep up with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self._inside = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No tint any more."""
        super().leaveEvent(event)
        self._inside = False
        self.update()


class TimeLine(QWidget):
    """The times under the rows."""

    def __init__(self, theme: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticks: tuple[tuple[float, str], ...] = ()
        self._row: EffectRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def render_ticks(self, ticks: tuple[tuple[float, str], ...], row: EffectRow | None) -> None:
        """Show these times in the columns of a row."""
        self._ticks, self._row = ticks, row
        self.setVisible(bool(ticks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of small words."""
        return QSize(200, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the times."""
        if self._row is None or not self._ticks:
            return
        hill: QRect = self._row.arranged(self.width()).hill
        with QPainter(self) as painter:
            paint_ticks(painter, self._ticks, hill, self._theme.tokens, self.font())
