"""The focus ring: two pixels of the accent round whatever has the keyboard, outside the control itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from journal.ui.theme.source import ThemeSource

GAP = 3
WIDTH = 2
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class FocusRing(QWidget):
    """One ring that goes where the focus goes.

    A widget that draws its own ring has the property `own_focus` true. The ring lives in the nearest
    scrolled content or window, so it scrolls and is clipped with its control.
    """

    def __init__(self, app: QApplication, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        for attribute in (Qt.WidgetAttribute.WA_TransparentForMouseEvents, Qt.WidgetAttribute.WA_NoSystemBackground):
            self.setAttribute(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app.focusChanged.connect(self._on_focus)
        theme.changed.connect(self.update)
        self._on_focus(None, app.focusWidget())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.tokens.focus), WIDTH))
            half = WIDTH / 2
            rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(rect, 12, 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when anything between it and the ring's home moves."""
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:  # noqa: ARG002
        self._unwatch()
        if now is None or now.window() is now or now.property("own_focus") or _takes_no_focus(now):
            self._leave()
            return
        self._target = now
        now.destroyed.connect(self._on_destroyed)
        home = _home(now)
        self._watch(now, home)
        self.setParent(home)
        self._follow()

    def _leave(self) -> None:
        """Stand nowhere: the place where it stood may be thrown away, with everything in it."""
        self.hide()
        if self.parentWidget() is not None:
            self.setParent(None)

    def _follow(self) -> None:
        target, home = self._target, self.parentWidget()
        if target is None or home is None or not home.isAncestorOf(target) or not target.isVisibleTo(home):
            self.hide()
            return
        spot = QRect(target.mapTo(home, target.rect().topLeft()), target.size())
        self.setGeometry(spot.adjusted(-GAP - WIDTH, -GAP - WIDTH, GAP + WIDTH, GAP + WIDTH))
        self.show()
        self.raise_()

    def _watch(self, target: QWidget, home: QWidget) -> None:
        widget: QWidget | None = target
        while widget is not None and widget is not home:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()

    def _unwatch(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None

    def _on_destroyed(self) -> None:
        """A control that had the focus is gone; it may be an earlier one than the one that has it now."""
        if self._target is not None and not isValid(self._target):
            self._unwatch()
            self.hide()


def _takes_no_focus(widget: QWidget) -> bool:
    """A popup, or what Qt leads the keyboard to for want of a control, such as a page that is still empty."""
    return widget.windowType() == Qt.WindowType.Popup or widget.focusPolicy() == Qt.FocusPolicy.NoFocus


def _home(widget: QWidget) -> QWidget:
    """The scrolled content or the window that `widget` lives in."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        above = parent.parentWidget()
        area = above.parentWidget() if above is not None else None
        if isinstance(area, QAbstractScrollArea) and isinstance(area, QScrollArea):
            return parent
        parent = above
    return widget.window()
