"""Made-up totals of questionnaires, for charts and reports."""

from __future__ import annotations

from datetime import date, timedelta

from journal.host.resources import read_instruments
from journal.model.questionnaires import Questionnaire, Span
from journal.model.score_panels import score_panel
from journal.model.score_series import ScoreSeries, score_series
from journal.model.scoring import Scored, Withheld
from journal.model.series import Panel
from journal.texts.score_charts import label
from tests.support.report_data import LAST

ALL = read_instruments()


def filled_in(instrument: str, totals: dict[int, float | None], *, span: Span = Span.NONE) -> ScoreSeries:
    """The series of totals given by how many days before the last day; None for a withheld one."""
    known = ALL.get(instrument)
    assert known is not None
    items = len(known.items)
    rows = {}
    for before in sorted(totals, reverse=True):
        day = LAST - timedelta(days=before)
        at_ms = day.toordinal() * 86_400_000
        total = totals[before]
        scored = (
            Scored(None, known.possible(), items - 1, items, Withheld.SKIPPED)
            if total is None
            else Scored(total, known.possible(), items, items)
        )
        asked = Questionnaire(f"{instrument} {before}", instrument, at_ms, 0, day, span=span)
        rows[asked.id] = (asked, scored)
    (series,) = score_series(
        [asked for asked, _ in rows.values()], ALL, lambda each: rows[each.id][1], lambda form_id: form_id, whole=True
    )
    return series


def given(name: str, day: date, total: float, by: str) -> ScoreSeries:
    """The series of one total that was typed in."""
    asked = Questionnaire(name, "", day.toordinal() * 86_400_000, 0, day, name=name, total=total, total_by=by)
    (series,) = score_series([asked], ALL, lambda _each: Scored(total, None, 0, 0, typed=True), lambda form_id: form_id)
    return series


MONTHLY = {85: 54.0, 60: 46.0, 40: None, 12: 37.0}
"""Three totals of PCL-5, one withheld between them."""


def monthly() -> ScoreSeries:
    """PCL-5 by the month."""
    return filled_in("pcl5", MONTHLY, span=Span.MONTH)


def panel(series: ScoreSeries) -> Panel:
    """The panel of a series."""
    return score_panel(series, label(series))
