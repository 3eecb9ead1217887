"""What a report tells of questionnaires, gathered from the journal: totals and days, nothing yet in words.

Only what was chosen is in here: no answer to a question about suicide without its part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.model.instruments import CutLine
from journal.model.score_series import ScoreSeries
from journal.model.scoring import Scored


@dataclass(frozen=True, slots=True)
class ReportScreen:
    """A screen that was filled in: it is listed, and never drawn over time."""

    name: str
    day: date
    scored: Scored
    cuts: tuple[CutLine, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class SupportAnswer:
    """The answer to a questionnaire's question about suicide, 0 to `high`."""

    name: str
    number: str
    day: date
    value: float
    high: float


@dataclass(frozen=True, slots=True)
class ReportScores:
    """Everything a report tells of questionnaires. Empty where nothing was chosen or filled in."""

    series: tuple[ScoreSeries, ...] = ()
    screens: tuple[ReportScreen, ...] = ()
    support: tuple[SupportAnswer, ...] = ()

    @property
    def n_filled(self) -> int:
        """How many questionnaires it tells of."""
        return sum(len(each.points) + len(each.withheld) for each in self.series) + len(self.screens)
