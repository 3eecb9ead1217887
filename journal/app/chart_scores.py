"""What questionnaires add to the charts: a panel for each scale whose totals are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from journal.app.journal import Journal
from journal.app.questionnaires import score_series
from journal.model.periods import Period
from journal.model.score_panels import score_key, score_panel
from journal.model.score_series import ScoreSeries
from journal.model.series import Panel
from journal.texts.names import short_name
from journal.texts.score_charts import label

FIRST_SCORES = 2
"""So many scales are shown before anything was chosen."""

FEWEST_TOTALS = 2
"""A scale with fewer totals in the period has no course to show."""


def score_label(series: ScoreSeries) -> str:
    """What a scale is called on a chart; a form and a named total by the person's words."""
    return label(series) if series.instrument else short_name(label(series))


def known_scores(journal: Journal) -> dict[str, ScoreSeries]:
    """Every scale with a questionnaire, by the key under which it is chosen; those with withheld totals too."""
    return {score_key(series): series for series in score_series(journal, whole=True)}


def usual_scores(journal: Journal, period: Period) -> tuple[str, ...]:
    """The scales to show before anything was chosen: the first ones with several totals in the period."""
    found = score_series(journal, period.first, period.last)
    return tuple(score_key(series) for series in found if len(series.points) >= FEWEST_TOTALS)[:FIRST_SCORES]


def scores_panel(series: ScoreSeries, days: Period) -> Panel:
    """The panel of one scale, with what lies in some days."""
    return score_panel(series.between(days.first, days.last), score_label(series))


def resolved(journal: Journal, keys: Sequence[str]) -> tuple[str, ...]:
    """Keys as a person types them: `phq9` or `pcl5:week` are totals where no item is called so."""
    items = {item.key for item in journal.items()}
    asked = [key for key in keys if key not in items]
    if not asked:
        return tuple(keys)
    typed = {series.key: key for key, series in known_scores(journal).items()}
    return tuple(key if key in items else typed.get(key, key) for key in keys)
