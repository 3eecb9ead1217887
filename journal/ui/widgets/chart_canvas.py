"""The canvas of the charts: shows the frames that matplotlib draws, and takes pointer and keys.

Every frame is made in the paint event, so however fast the pointer moves there is never more than
one on its way. Importing this module imports matplotlib, which takes half a second: the window does
so on a thread of its own, after the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.charts.frames import EDGE_PX, Frames, View
from journal.charts.still import CORNER_PX
from journal.charts.trends import Spot, TrendsDrawing, period_view
from journal.host.themes import ThemeTokens
from journal.model.series import TrendsData
from journal.model.treatment_charts import Chart
from journal.ui.widgets.chart_keys import stepped
from journal.ui.widgets.drawn_ahead import DrawnAhead, Room

RING_PX = 2

SETTLED_MS = 200
"""After the last turn of a wheel, the period is what is then shown."""

WHEEL_STEP = 120
DRAGGED_PX = 4


class ChartCanvas(QWidget):
    """Shows the small charts, the typical weeks, or one chart of a treatment, as high as they want to be."""

    pointed = Signal(object)
    """The day that is read: a Spot, or None when the pointer left."""

    moved = Signal(int, int)
    """The view was moved and let go: its first and last day (ordinals)."""

    def __init__(self, tokens: ThemeTokens, text_px: float, font: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frames = Frames(tokens, text_px, font)
        self._ahead = DrawnAhead()
        self._image = QImage()
        self._stale = True
        self._view: View | None = None
        self._spot: Spot | None = None
        self._held: tuple[QPointF, float, float] | None = None
        self._dragging = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self._settle)
        self.setProperty("own_focus", True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    @property
    def spot(self) -> Spot | None:
        """The day that is read now."""
        return self._spot

    @property
    def data(self) -> Chart | None:
        """What is shown."""
        return self._frames.data

    @property
    def drawing(self) -> TrendsDrawing | None:
        """The drawing of the small charts, once painted."""
        return self._frames.drawing

    def show_data(self, data: Chart | None) -> None:
        """Show other charts. The day that was read stays if it is still there."""
        if data == self._frames.data:
            return
        self._frames = self._ahead.take(data, self._frames)
        self._view = self._held = None
        self._spot = self._kept_spot(data)
        self._refresh()

    def expect(self, width: int) -> None:
        """Say how wide it will be, before it is shown for the first time."""
        self._ahead.room = Room(width, 0, self.devicePixelRatioF())

    def draw_ahead(self, data: Chart) -> None:
        """Draw charts that will be shown next, as they are expected to be. For another thread than the window's."""
        self._ahead.draw(data, self._frames)

    def dress(self, tokens: ThemeTokens, text_px: float, font: str) -> None:
        """Use other colours, another text size or another font."""
        if not self._frames.is_dressed(tokens, text_px, font):
            self._frames.dress(tokens, text_px, font)
            self._refresh()

    def point(self, spot: Spot | None) -> None:
        """Read another day."""
        if spot != self._spot:
            self._spot = spot
            self.update()
            self.pointed.emit(spot)

    def move_by(self, days: float) -> None:
        """Show the period moved by some days, within the first entry and today."""
        if isinstance(self.data, TrendsData):
            self._shift(*period_view(self.data), days)

    def picture(self) -> QImage:
        """What the canvas shows, without the day that is read, for the clipboard."""
        spot, self._spot = self._spot, None
        self._frame()
        copy = self._image.copy()
        self._spot = spot
        self.update()
        return copy

    def sizeHint(self) -> QSize:
        """As high as the panels want to be at this width."""
        return QSize(self.width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another size."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_height()
        stretched = self.height() if self.height() > self.minimumHeight() else 0
        self._ahead.room = Room(self.width(), stretched, self.devicePixelRatioF())
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when the screen's resolution changes."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stale = True
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make the frame that is due, and show the part that is visible."""
        self._frame()
        ratio = self._image.devicePixelRatio()
        shown = QRectF(event.rect())
        source = QRectF(shown.topLeft() * ratio, shown.size() * ratio)
        with QPainter(self) as painter:
            painter.drawImage(shown, self._image, source)
            if self.hasFocus():
                self._ring(painter)

    def _ring(self, painter: QPainter) -> None:
        """The focus ring, round the panel that the keyboard reads or else round everything."""
        ring = QRectF(self.rect()).adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        if self.drawing is not None and self._spot is not None:
            card = self.drawing.layout.places[self._spot.panel].card
            ring = QRectF(card.left + EDGE_PX, card.top + EDGE_PX, card.right - card.left, card.bottom - card.top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._frames.tokens.focus), RING_PX))
        painter.drawRoundedRect(ring.adjusted(0.5, 0.5, -0.5, -0.5), CORNER_PX, CORNER_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the charts to move them."""
        if event.button() == Qt.MouseButton.LeftButton and self.drawing is not None:
            self._held = (event.position(), self.drawing.first, self.drawing.last)
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the charts while held, else read the day under the pointer."""
        if self._held is not None and self.drawing is not None:
            start, first, last = self._held
            by_px = start.x() - event.position().x()
            self._dragging = self._dragging or abs(by_px) >= DRAGGED_PX
            if self._dragging:
                self._shift(first, last, by_px / self.drawing.pixels_a_day)
        elif self.drawing is not None:
            self.point(self.drawing.spot_at(event.position().x(), event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; what is shown then is the period."""
        if event.button() == Qt.MouseButton.LeftButton and self._held is not None:
            self._held = None
            if self._dragging:
                self._settle()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: read no day, unless the keyboard does."""
        if not self.hasFocus():
            self.point(None)
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """A hand says that the charts can be taken hold of."""
        self.setCursor(Qt.CursorShape.OpenHandCursor if self.drawing else Qt.CursorShape.ArrowCursor)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways (or with Shift) moves through time; up and down scrolls the page."""
        delta = event.angleDelta()
        sideways = delta.x() or (delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if not sideways or self.drawing is None:
            event.ignore()
            return
        first, last = self._view or (self.drawing.first, self.drawing.last)
        self._shift(first, last, -sideways / WHEEL_STEP * (last - first) / 12)
        self._settling.start()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins to read at the last day."""
        super().focusInEvent(event)
        if self._spot is None and self.drawing is not None and self.drawing.layout.places:
            self.point(Spot(0, self.drawing.last_day))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left: read no day."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → a day (a week with Ctrl), Home and End, Page Up and Page Down by panel."""
        spot = stepped(self.drawing, self._spot, event) if self.drawing is not None else None
        if spot is None:
            super().keyPressEvent(event)
        else:
            self.point(spot)
            event.accept()

    def _kept_spot(self, data: Chart | None) -> Spot | None:
        spot = self._spot
        if spot is None or not isinstance(data, TrendsData) or spot.panel >= len(data.panels):
            return None
        inside = data.period.first.toordinal() <= spot.day <= data.period.last.toordinal()
        return spot if inside else Spot(spot.panel, data.period.last.toordinal())

    def _shift(self, first: float, last: float, by_days: float) -> None:
        """Move the view, but not beyond the first entry and today."""
        data = self.data
        if not isinstance(data, TrendsData):
            return
        least, most = data.reach.first.toordinal() - 1, data.reach.last.toordinal() + 1
        by_days = max(least - first, min(by_days, most - last)) if last - first < most - least else 0.0
        self._view = (first + by_days, last + by_days)
        self.update()

    def _settle(self) -> None:
        if self.drawing is not None and self._view is not None:
            first = round(self._view[0] + 0.6)
            length = self.data.period.length_days if isinstance(self.data, TrendsData) else 1
            self.moved.emit(first, first + length - 1)

    def _refresh(self) -> None:
        self._stale = True
        self._fit_height()
        self.update()

    def _fit_height(self) -> None:
        self.setMinimumHeight(round(self._frames.wanted_height(self.width())))
        self.updateGeometry()

    def _frame(self) -> None:
        """Bring the image up to date."""
        if self._stale:
            self._stale = False
            ratio = self.devicePixelRatioF()
            pixels, width, height = self._frames.draw(self.width(), self.height(), ratio, self._spot)
            self._image = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGBX8888)
            self._image.setDevicePixelRatio(ratio)
        self._frames.move(self._view, self._spot)
