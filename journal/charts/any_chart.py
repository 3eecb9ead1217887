"""The charts that do not move: how high they want to be, and drawing them, whichever it is."""

from __future__ import annotations

from matplotlib.figure import Figure

from journal.charts import around, since_session, trends, week
from journal.host.themes import ThemeTokens
from journal.model.series import TrendsData, WeekData
from journal.model.treatment_charts import AroundChart, Chart, SinceChart


def natural_height(data: Chart, width: float, text_px: float) -> float:
    """The height at which everything in a chart has room."""
    if isinstance(data, TrendsData):
        return trends.arrangement(data, width, text_px).natural_height
    if isinstance(data, WeekData):
        return week.arrangement(data, width, text_px).natural_height
    if isinstance(data, SinceChart):
        return since_session.height(data, width, text_px)
    return around.height(data, width, text_px)


def draw_resting(
    figure: Figure, data: WeekData | SinceChart | AroundChart, tokens: ThemeTokens, text_px: float, margin_px: float
) -> None:
    """Draw a chart that does not move."""
    if isinstance(data, WeekData):
        week.draw_week(figure, data, tokens, text_px, margin_px)
    elif isinstance(data, SinceChart):
        since_session.draw_since(figure, data, tokens, text_px, margin_px)
    else:
        around.draw_around(figure, data, tokens, text_px, margin_px)
