"""The canvas of the small charts: matplotlib's picture in a Qt widget, quick to move through.

matplotlib draws into memory and Qt shows that memory. What stands still is drawn once and copied;
each frame only draws what moves over the copy. Every frame is made in the paint event, so however
fast the pointer moves there is never more than one on its way.

Importing this module imports matplotlib, which takes half a second: see `journal.ui.trends.loading`.
"""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal.charts.trends import Spot, TrendsDrawing, arrangement, period_view
from journal.charts.week import arrangement as week_arrangement
from journal.charts.week import draw_week
from journal.host.themes import ThemeTokens
from journal.model.series import TrendsData, WeekData
from journal.ui.widgets.chart_keys import stepped

LOGICAL_DPI = 72
"""So that matplotlib's points are Qt's logical pixels."""

EDGE_PX = 1
"""So that the outlines of the cards stand whole inside."""

SETTLED_MS = 200
"""After the last turn of a wheel, the period is what is then shown."""

WHEEL_STEP = 120
DRAGGED_PX = 4


class ChartCanvas(QWidget):
    """Shows the small charts, or the typical weeks, as high as they want to be."""

    pointed = Signal(object)
    """The day that is read: a Spot, or None when the pointer left."""

    moved = Signal(int, int)
    """The view was moved and let go: its first and last day (ordinals)."""

    def __init__(self, tokens: ThemeTokens, text_px: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens, self._text_px = tokens, text_px
        self._data: TrendsData | WeekData | None = None
        self._drawing: TrendsDrawing | None = None
        self._canvas: FigureCanvasAgg | None = None
        self._still: object = None
        self._image = QImage()
        self._stale = True
        self._view: tuple[float, float] | None = None
        self._spot: Spot | None = None
        self._held: tuple[QPointF, float, float] | None = None
        self._dragging = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self._settle)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    @property
    def spot(self) -> Spot | None:
        """The day that is read now."""
        return self._spot

    @property
    def data(self) -> TrendsData | WeekData | None:
        """What is shown."""
        return self._data

    @property
    def drawing(self) -> TrendsDrawing | None:
        """The drawing of the small charts, once painted."""
        return self._drawing

    def show_data(self, data: TrendsData | WeekData | None) -> None:
        """Show other charts. The day that was read stays if it is still there."""
        if data == self._data:
            return
        self._data = data
        self._view = self._held = None
        self._spot = self._kept_spot(data)
        self._refresh()

    def dress(self, tokens: ThemeTokens, text_px: float) -> None:
        """Use other colours or another text size."""
        if (tokens, text_px) != (self._tokens, self._text_px):
            self._tokens, self._text_px = tokens, text_px
            self._refresh()

    def point(self, spot: Spot | None) -> None:
        """Read another day."""
        if spot != self._spot:
            self._spot = spot
            self.update()
            self.pointed.emit(spot)

    def move_by(self, days: float) -> None:
        """Show the period moved by some days, within the first entry and today."""
        if isinstance(self._data, TrendsData):
            self._shift(*period_view(self._data), days)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the charts to move them."""
        if event.button() == Qt.MouseButton.LeftButton and self._drawing is not None:
            self._held = (event.position(), self._drawing.first, self._drawing.last)
            self._dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the charts while held, else read the day under the pointer."""
        if self._held is not None and self._drawing is not None:
            start, first, last = self._held
            by_px = start.x() - event.position().x()
            self._dragging = self._dragging or abs(by_px) >= DRAGGED_PX
            if self._dragging:
                self._shift(first, last, by_px / self._drawing.pixels_a_day)
        elif self._drawing is not None:
            self.point(self._drawing.spot_at(event.position().x(), event.position().y()))

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
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._drawing else Qt.CursorShape.ArrowCursor)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways (or with Shift) moves through time; up and down scrolls the page."""
        delta = event.angleDelta()
        sideways = delta.x() or (delta.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if not sideways or self._drawing is None:
            event.ignore()
            return
        first, last = self._view or (self._drawing.first, self._drawing.last)
        self._shift(first, last, -sideways / WHEEL_STEP * (last - first) / 12)
        self._settling.start()
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins to read at the last day."""
        super().focusInEvent(event)
        if self._spot is None and self._drawing is not None and self._drawing.layout.places:
            self.point(Spot(0, self._drawing.last_day))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard left: read no day."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← → a day (a week with Ctrl), Home and End, Page Up and Page Down by panel."""
        spot = stepped(self._drawing, self._spot, event) if self._drawing is not None else None
        if spot is None:
            super().keyPressEvent(event)
        else:
            self.point(spot)
            event.accept()

    def _kept_spot(self, data: TrendsData | WeekData | None) -> Spot | None:
        spot = self._spot
        if spot is None or not isinstance(data, TrendsData) or spot.panel >= len(data.panels):
            return None
        inside = data.period.first.toordinal() <= spot.day <= data.period.last.toordinal()
        return spot if inside else Spot(spot.panel, data.period.last.toordinal())

    def _shift(self, first: float, last: float, by_days: float) -> None:
        """Move the view, but not beyond the first entry and today."""
        data = self._data
        if not isinstance(data, TrendsData):
            return
        least, most = data.reach.first.toordinal() - 1, data.reach.last.toordinal() + 1
        by_days = max(least - first, min(by_days, most - last)) if last - first < most - least else 0.0
        self._view = (first + by_days, last + by_days)
        self.update()

    def _settle(self) -> None:
        if self._drawing is not None and self._view is not None:
            first = round(self._view[0] + 0.6)
            length = self._data.period.length_days if self._data is not None else 1
            self.moved.emit(first, first + length - 1)

    def _refresh(self) -> None:
        self._drawing = None
        self._stale = True
        self._fit_height()
        self.update()

    def _fit_height(self) -> None:
        self.setMinimumHeight(round(self._wanted_height()))
        self.updateGeometry()

    def _wanted_height(self) -> float:
        width = max(self.width() - 2 * EDGE_PX, 1)
        if isinstance(self._data, WeekData):
            return week_arrangement(self._data, width, self._text_px).natural_height + 2 * EDGE_PX
        return arrangement(self._data, width, self._text_px).natural_height + 2 * EDGE_PX if self._data else 1.0

    def _frame(self) -> None:
        """Bring the image up to date."""
        if self._stale:
            self._draw_anew()
        drawing, canvas = self._drawing, self._canvas
        if drawing is None or canvas is None:
            return
        if self._view is not None and self._view != (drawing.first, drawing.last):
            drawing.cursor = self._spot
            drawing.show(*self._view)
        elif drawing.cursor != self._spot:
            drawing.point(self._spot)
        canvas.restore_region(self._still)
        for artist in drawing.moving:
            drawing.axes.draw_artist(artist)

    def _draw_anew(self) -> None:
        """Draw everything for the size and resolution of now; keep a copy of what stands still."""
        self._stale = False
        ratio = self.devicePixelRatioF()
        figure = Figure(dpi=LOGICAL_DPI * ratio) if self._canvas is None else self._canvas.figure
        figure.set_dpi(LOGICAL_DPI * ratio)
        figure.set_size_inches(max(self.width(), 1) / LOGICAL_DPI, max(self.height(), 1) / LOGICAL_DPI)
        self._canvas = canvas = self._canvas or FigureCanvasAgg(figure)
        self._arrange(figure)
        canvas.draw()
        self._still = canvas.copy_from_bbox(figure.bbox)
        width, height = canvas.get_width_height(physical=True)
        self._image = QImage(canvas.buffer_rgba(), width, height, width * 4, QImage.Format.Format_RGBX8888)
        self._image.setDevicePixelRatio(ratio)

    def _arrange(self, figure: Figure) -> None:
        """Set the artists for the size of now. The drawing is kept while its data and colours are."""
        if isinstance(self._data, WeekData):
            draw_week(figure, self._data, self._tokens, self._text_px, EDGE_PX)
        elif isinstance(self._data, TrendsData):
            if self._drawing is None:
                self._drawing = TrendsDrawing(figure, self._data, self._tokens, self._text_px, EDGE_PX)
            self._drawing.cursor = self._spot
            self._drawing.arrange()
            self._drawing.animate(True)
        else:
            figure.clear()
            figure.set_facecolor(self._tokens.paper)
