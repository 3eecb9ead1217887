"""Reading the charts by keyboard: which day and panel a key leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from journal.charts.scores import filled_days
from journal.charts.trends import Spot, TrendsDrawing

WEEK = 7


def stepped(drawing: TrendsDrawing, spot: Spot | None, event: QKeyEvent) -> Spot | None:
    """Where the key leads from `spot`, or None for a key that is not used.

    Left and right by a day (a week with Ctrl, and where the view shows weeks), Home and End to the
    first and last day, Page Up and Page Down by panel. In a panel of a questionnaire's totals left and
    right lead from one time it was filled in to the next.
    """
    if not drawing.layout.places:
        return None
    spot = spot or Spot(0, drawing.last_day)
    day = _days(drawing, spot, event).get(Qt.Key(event.key()))
    if day is not None:
        return Spot(spot.panel, max(drawing.first_day, min(day, drawing.last_day)))
    panel = {Qt.Key.Key_PageUp: spot.panel - 1, Qt.Key.Key_PageDown: spot.panel + 1}.get(Qt.Key(event.key()))
    return None if panel is None else Spot(max(0, min(panel, len(drawing.layout.places) - 1)), spot.day)


def _days(drawing: TrendsDrawing, spot: Spot, event: QKeyEvent) -> dict[Qt.Key, int]:
    earlier, later = _beside(drawing, spot, event)
    return {
        Qt.Key.Key_Left: earlier,
        Qt.Key.Key_Right: later,
        Qt.Key.Key_Home: drawing.first_day,
        Qt.Key.Key_End: drawing.last_day,
    }


def _beside(drawing: TrendsDrawing, spot: Spot, event: QKeyEvent) -> tuple[int, int]:
    """The days left and right of a spot. Where there is no further questionnaire, the day stays."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    panel = drawing.layout.places[spot.panel].panel
    if panel.scores is not None and not control:
        filled = [day for day in filled_days(panel) if drawing.first_day <= day <= drawing.last_day]
        earlier = max((day for day in filled if day < spot.day), default=spot.day)
        return earlier, min((day for day in filled if day > spot.day), default=spot.day)
    step = WEEK if control or drawing.by_weeks else 1
    return spot.day - step, spot.day + step
