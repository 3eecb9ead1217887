"""Reading the charts by keyboard: which day and panel a key leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journal.charts.trends import Spot, TrendsDrawing

WEEK = 7


def stepped(drawing: TrendsDrawing, spot: Spot | None, event: QKeyEvent) -> Spot | None:
    """Where the key leads from `spot`, or None for a key that is not used.

    Left and right by a day (a week with Ctrl, and where the view shows weeks), Home and End to the
    first and last day, Page Up and Page Down by panel.
    """
    if not drawing.layout.places:
        return None
    spot = spot or Spot(0, drawing.last_day)
    day = _days(drawing, spot.day, event).get(Qt.Key(event.key()))
    if day is not None:
        return Spot(spot.panel, max(drawing.first_day, min(day, drawing.last_day)))
    panel = {Qt.Key.Key_PageUp: spot.panel - 1, Qt.Key.Key_PageDown: spot.panel + 1}.get(Qt.Key(event.key()))
    return None if panel is None else Spot(max(0, min(panel, len(drawing.layout.places) - 1)), spot.day)


def _days(drawing: TrendsDrawing, day: int, event: QKeyEvent) -> dict[Qt.Key, int]:
    far = drawing.by_weeks or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    step = WEEK if far else 1
    return {
        Qt.Key.Key_Left: day - step,
        Qt.Key.Key_Right: day + step,
        Qt.Key.Key_Home: drawing.first_day,
        Qt.Key.Key_End: drawing.last_day,
    }
