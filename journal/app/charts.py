"""A chart as a file, from the window and from the command line."""

from __future__ import annotations

from collections.abc import Sequence

from journal.app.chart_scores import resolved
from journal.app.journal import Journal
from journal.app.trends import panels
from journal.host.chart_cache import prepare_chart_cache
from journal.host.paths import cache_folder
from journal.host.themes import load_theme
from journal.model.errors import NothingLogged
from journal.model.periods import Period
from journal.model.series import TrendsData, WeekData
from journal.model.treatment_charts import Chart

THEME = "print"


def chart(
    journal: Journal, keys: Sequence[str], period: Period, file_format: str, tag: str = "", mark_tag: str = ""
) -> bytes:
    """The content of a png, svg or pdf file with the chart of these items and totals (`phq9`, `pcl5:week`).

    With a tag, only the days that have it are drawn of items; with `mark_tag` those days are marked. Raises
    UnknownItem, and NothingLogged where none of them was rated or filled in in the period.
    """
    data = panels(journal, period, resolved(journal, keys), tag=tag, mark_tag=mark_tag)
    if data.empty:
        raise NothingLogged(first=period.first.isoformat(), last=period.last.isoformat())
    return picture(data, file_format)


def picture(data: Chart, file_format: str) -> bytes:
    """The content of a file with what the Trends page shows, in the colours of print."""
    prepare_chart_cache(cache_folder())
    from journal.charts.pictures import single_picture, trends_picture, week_picture

    tokens = load_theme(THEME)
    if isinstance(data, WeekData):
        return week_picture(data, tokens, file_format)
    if isinstance(data, TrendsData):
        return trends_picture(data, tokens, file_format)
    return single_picture(data, tokens, file_format)
