"""A chart as a file: PNG, SVG or PDF, the same bytes for the same data."""

from __future__ import annotations

import io
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from journal.charts import still, week
from journal.charts.any_chart import draw_resting, natural_height
from journal.charts.trends import arrangement, draw_trends
from journal.host.themes import ThemeTokens
from journal.model.series import TrendsData, WeekData
from journal.model.treatment_charts import AroundChart, SinceChart

WIDTH_PX = 900
"""The width of a picture, in 72nds of an inch."""

TEXT_PX = 13.0
MARGIN_PX = 14.0
DPI = 200
"""Of a PNG: fit to be printed."""

FORMATS = ("png", "svg", "pdf")

DETERMINED: dict[Any, Any] = {"svg.hashsalt": "leeward", "svg.fonttype": "path", "pdf.fonttype": 42}
"""Names inside the file come from its content, and letters look the same everywhere."""

UNDATED: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""Nothing in the file says when or by what it was made."""


def trends_picture(data: TrendsData, tokens: ThemeTokens, file_format: str, width: float = WIDTH_PX) -> bytes:
    """The small charts as a file's content."""
    figure = _figure(width, arrangement(data, width - 2 * MARGIN_PX, TEXT_PX).natural_height)
    layout = draw_trends(figure, data, tokens, TEXT_PX, MARGIN_PX).layout
    still.draw_period(figure.axes[0], layout, data.period, tokens)
    return _written(figure, file_format)


def week_picture(data: WeekData, tokens: ThemeTokens, file_format: str, width: float = WIDTH_PX) -> bytes:
    """The typical weeks as a file's content."""
    figure = _figure(width, week.arrangement(data, width - 2 * MARGIN_PX, TEXT_PX).natural_height)
    layout = week.draw_week(figure, data, tokens, TEXT_PX, MARGIN_PX)
    still.draw_period(figure.axes[0], layout, data.period, tokens)
    return _written(figure, file_format)


def single_picture(
    data: SinceChart | AroundChart, tokens: ThemeTokens, file_format: str, width: float = WIDTH_PX
) -> bytes:
    """A session's days, or before and after, as a file's content."""
    figure = _figure(width, natural_height(data, width - 2 * MARGIN_PX, TEXT_PX))
    draw_resting(figure, data, tokens, TEXT_PX, MARGIN_PX)
    return _written(figure, file_format)


def _figure(width: float, height: float) -> Figure:
    return Figure(figsize=(width / 72, (height + 2 * MARGIN_PX) / 72), dpi=72)


def _written(figure: Figure, file_format: str) -> bytes:
    FigureCanvasAgg(figure)
    content = io.BytesIO()
    with mpl.rc_context(DETERMINED):
        figure.savefig(content, format=file_format, dpi=DPI, metadata=UNDATED[file_format])
    return content.getvalue()
