"""Trends: first draw, redraw and a step of panning, against a bare FigureCanvas and a QPainter twin.

The data is made up (see tests/support/trends_data.py); reading it from the journal is part of growth.
The bare canvas holds the same dots and lines in one ordinary axes: no cards, no words. The twin draws
the whole picture with QPainter: cards, rules, words, dots and lines.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from benchmarks.measuring import Row, elapsed_ms, in_turn, percentile
from journal.host.themes import load_theme
from journal.model.series import Panel, TrendsData

WIDTH = 1000
STEPS = 60
SETS = (("8 items × 1 year", 8, 365), ("12 items × 10 years", 12, 3650))
TREATED = (("8 items × 1 year, treated", 8, 365, 12), ("12 items × 10 years, treated", 12, 3650, 200))
"""The same with so many sessions, dose changes, a marker, three lanes of doses, and side effects."""


def rows() -> list[Row]:
    """Both sets of the contract, then both with a treatment."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    found = []
    from tests.support.trends_data import trends, with_treatment

    for name, items, days in SETS:
        found += measured(app, name, trends(items, days))
    for name, items, days, sessions in TREATED:
        found += measured(app, name, with_treatment(trends(items, days), sessions=sessions, lanes=3))
    return found


def measured(app: Any, name: str, data: TrendsData) -> list[Row]:
    """First draw, redraw, and panning of one set. Neither floor nor twin draws anything of a treatment."""
    floor_first, first = in_turn(lambda: shown(app, bare(data)), lambda: shown(app, canvas(data)))
    ours, plain, twin = (shown(app, made) for made in (canvas(data), bare(data), painted(data)))
    redraw = statistics.median(elapsed_ms(ours.redraw) for _ in range(9))
    times = [[elapsed_ms(partial(work.step, n)) for work in (ours, plain, twin)] for n in range(STEPS)]
    own, floor, twins = (list(column) for column in zip(*times[5:], strict=True))
    for widget in (ours, plain, twin):
        widget.close()
    large = len(data.panels) > 9
    return [
        Row(
            f"trends {name}: first draw",
            first,
            "bare FigureCanvas",
            floor_first,
            120 if large else None,
            budget_is_ms=large,
        ),
        Row(f"trends {name}: redraw", redraw, budget=100 if large else None, budget_is_ms=large),
        Row(f"trends {name}: pan step", statistics.median(own), "bare FigureCanvas", statistics.median(floor)),
        Row(
            f"trends {name}: pan step p95",
            percentile(own, 0.95),
            "QPainter twin",
            percentile(twins, 0.95),
            None if large else 1.2,
        ),
    ]


def shown(app: Any, widget: Any) -> Any:
    """Show a widget until it is painted."""
    widget.show()
    app.processEvents()
    widget.repaint()
    return widget


def canvas(data: TrendsData) -> Any:
    """The canvas of the program."""
    from journal.charts.typeface import USUAL_FACE
    from journal.ui.widgets.chart_canvas import ChartCanvas

    class Measured(ChartCanvas):
        def step(self, number: int) -> None:
            length = data.period.length_days
            self.move_by(-number * length / 365)
            self.repaint()

        def redraw(self) -> None:
            self.resize(WIDTH, self.height() + 1)
            self.repaint()

    made = Measured(load_theme("light"), 14, USUAL_FACE)
    made.resize(WIDTH, 100)
    made.show_data(data)
    made.resize(WIDTH, made.minimumHeight())
    return made


def bare(data: TrendsData) -> Any:
    """The floor: one axes with the same dots and lines, drawn anew at each step."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    class Bare(FigureCanvasQTAgg):
        def step(self, number: int) -> None:
            first, last = view(data, number)
            self.figure.axes[0].set_xlim(first, last)
            self.draw()  # type: ignore[no-untyped-call]
            self.repaint()

    figure = Figure(figsize=(WIDTH / 72, height_of(data) / 72), dpi=72)
    axes = figure.add_subplot()
    for place, panel in enumerate(data.panels):
        axes.plot(panel.days, [value + 5 * place for value in panel.values], "o", ms=3)
        axes.plot(panel.line_days, [value + 5 * place for value in panel.line])
    axes.set_xlim(*view(data, 0))
    made = Bare(figure)  # type: ignore[no-untyped-call]
    made.resize(WIDTH, height_of(data))
    return made


def painted(data: TrendsData) -> Any:
    """The twin: the same picture with QPainter."""
    from PySide6.QtWidgets import QWidget

    from journal.charts.trends import arrangement

    layout = arrangement(data, WIDTH, 14).filling(0)

    class Painted(QWidget):
        number = 0

        def step(self, number: int) -> None:
            self.number = number
            self.repaint()

        def paintEvent(self, event: Any) -> None:  # noqa: ARG002, N802 Qt's own name
            paint_twin(self, data, layout, view(data, self.number))

    made = Painted()
    made.resize(WIDTH, height_of(data))
    return made


def paint_twin(widget: Any, data: TrendsData, layout: Any, shown_days: tuple[float, float]) -> None:
    """Draw cards, rules, words, dots and lines."""
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QColor, QPainter, QPen

    from journal.charts.time_ticks import time_ticks
    from journal.texts import trends as words

    tokens, (first, last) = load_theme("light"), shown_days
    ticks = time_ticks(first, last, 6)
    with QPainter(widget) as painter:
        painter.fillRect(widget.rect(), QColor(tokens.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in layout.places:
            card, plot = place.card, place.plot
            painter.setPen(QColor(tokens.hair))
            painter.setBrush(QColor(tokens.card))
            painter.drawRoundedRect(QRectF(card.left, card.top, card.right - card.left, card.bottom - card.top), 10, 10)
            x = across(plot.left, plot.right, first, last)
            y = across(plot.bottom, plot.top, 0, 4)
            painter.setPen(QColor(tokens.grid))
            for value in (0, 2, 4):
                painter.drawLine(QPointF(plot.left, y(value)), QPointF(plot.right, y(value)))
            for tick in ticks:
                painter.drawLine(QPointF(x(tick.day), plot.top), QPointF(x(tick.day), plot.bottom))
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QPointF(card.left + 14, card.top + 24), place.panel.label)
            text = words.numbers_line(place.panel, data, round(first), round(last))
            painter.drawText(QRectF(card.left, card.top + 10, card.right - card.left - 14, 20), 0x82, text)
            for value in (0, 2, 4):
                painter.drawText(QPointF(card.left + 20, y(value) + 4), str(value))
            for tick in ticks:
                painter.drawText(QPointF(x(tick.day) - 12, plot.bottom + 16), tick.text)
            painter.setPen(QPen(QColor(tokens.dot), 3))
            painter.drawPoints([QPointF(x(day), y(value)) for day, value in seen(place.panel, first, last)])
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawPolyline([QPointF(x(day), y(value)) for day, value in seen_line(place.panel, first, last)])


def across(start: float, end: float, low: float, high: float) -> Callable[[float], float]:
    """A linear scale."""
    return lambda value: start + (value - low) / (high - low) * (end - start)


def seen(panel: Panel, first: float, last: float) -> list[tuple[int, float]]:
    """The days with a value in the view, every seventh in a view of years."""
    return thinned(panel.days, panel.values, first, last)


def seen_line(panel: Panel, first: float, last: float) -> list[tuple[int, float]]:
    """The line in the view."""
    return thinned(panel.line_days, panel.line, first, last)


def thinned(days: Sequence[int], values: Sequence[float], first: float, last: float) -> list[tuple[int, float]]:
    """Points in the view."""
    from bisect import bisect_left, bisect_right

    begin, end = bisect_left(days, first), bisect_right(days, last)
    step = 7 if last - first > 800 else 1
    return list(zip(days[begin:end:step], values[begin:end:step], strict=True))


def view(data: TrendsData, number: int) -> tuple[float, float]:
    """The days shown after some steps to the left."""
    by = timedelta(days=number * data.period.length_days / 365).total_seconds() / 86400
    return data.period.first.toordinal() - 0.6 - by, data.period.last.toordinal() + 0.6 - by


def height_of(data: TrendsData) -> int:
    """As high as the program draws it."""
    from journal.charts.trends import arrangement

    return round(arrangement(data, WIDTH, 14).natural_height)
