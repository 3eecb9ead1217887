"""Reading the chart of a session's days by keyboard: one day, or stretch of hours, after the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from journal.model.treatment_charts import SinceChart
from journal.texts.since_sessions import point_text
from journal.ui.widgets.chart_canvas import ChartCanvas

WEEK = 7


class SinceReading(QObject):
    """Left and right lead from point to point, with Ctrl by seven; Home and End to the first and the last.

    Only places that a session has a rating at are read. It begins at the day of the session.
    """

    read = Signal(str)
    """The numbers of a point, as a sentence."""

    def __init__(self, canvas: ChartCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._x: int | None = None
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys while such a chart is shown; forget the place when the keyboard leaves."""
        if event.type() == QEvent.Type.FocusOut:
            self._x = None
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._step(event)
        return super().eventFilter(watched, event)

    def _step(self, event: QKeyEvent) -> bool:
        chart = self._canvas.data
        if not isinstance(chart, SinceChart):
            return False
        points = [point for point in chart.found.points if point.n_sessions]
        if not points:
            return False
        by = WEEK if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        last = len(points) - 1
        here = min(range(last + 1), key=lambda n: abs(points[n].x - (self._x or 0)))
        begun = self._x is not None
        places = {
            Qt.Key.Key_Left: here - by if begun else here,
            Qt.Key.Key_Right: here + by if begun else here,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            return False
        point = points[max(0, min(place, last))]
        self._x = point.x
        self.read.emit(point_text(point, chart.found.unit))
        return True
