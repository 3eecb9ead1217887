"""Scores over time, a series for each scale: what was scored differently is never joined by one line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from journal.model.instruments import ChangeLine, CutLine, Instrument, Instruments
from journal.model.items import Better
from journal.model.questionnaires import Questionnaire, Span
from journal.model.scoring import Scored, Withheld


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """One total. `n_answered` of `n_items`; both 0 for a total that was typed in, `by` says who gave it."""

    day: date
    at_ms: int
    value: float
    n_answered: int
    n_items: int
    questionnaire_id: str
    typed: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class WithheldScore:
    """A time when it was filled in without a total. There is no number for it, and none is estimated."""

    day: date
    at_ms: int
    scored: Scored
    questionnaire_id: str


@dataclass(frozen=True, slots=True)
class ScoreSeries:
    """The totals of one scale by time, with its range and lines.

    `key` is stable: `pcl5:week`, `suds:10`, `phq9`, `form:ID`, `named:NAME`. `instrument` is empty where
    it is not a shipped one; `name` is then the form's title or what a person called it, and `high` None
    where nothing is known of the scale, or where it was not always the same. `withheld` are the times
    between them without a total: no line is drawn across one.
    """

    key: str
    name: str
    points: tuple[ScorePoint, ...]
    instrument: str = ""
    span: Span = Span.NONE
    maximum: float | None = None
    better: Better = Better.NONE
    low: float = 0.0
    high: float | None = None
    bands: tuple[int, ...] = ()
    cuts: tuple[CutLine, ...] = ()
    change_lines: tuple[ChangeLine, ...] = ()
    change_remark: str = ""
    withheld: tuple[WithheldScore, ...] = ()

    def between(self, first: date, last: date) -> ScoreSeries:
        """What of it lies in these days, both included."""
        return replace(
            self,
            points=tuple(point for point in self.points if first <= point.day <= last),
            withheld=tuple(each for each in self.withheld if first <= each.day <= last),
        )

    @property
    def runs(self) -> tuple[tuple[ScorePoint, ...], ...]:
        """The totals by stretches without a withheld one between them."""
        breaks = [each.at_ms for each in self.withheld]
        return tuple(
            tuple(points) for _, points in groupby(self.points, lambda point: bisect_left(breaks, point.at_ms))
        )


Scoring = Callable[[Questionnaire], Scored]


def score_series(
    questionnaires: Iterable[Questionnaire],
    instruments: Instruments,
    scored: Scoring,
    names: Callable[[str], str],
    *,
    whole: bool = False,
) -> tuple[ScoreSeries, ...]:
    """The series of questionnaires that stand in the order of time; without screens.

    `names` says what a form of this id is called. Shipped instruments come first, in their order. A
    series of which every total is withheld is there only with `whole`.
    """
    found: dict[str, list[tuple[Questionnaire, Scored]]] = {}
    for each in questionnaires:
        instrument = instruments.get(each.instrument)
        came_to = None if instrument is not None and not instrument.trended else scored(each)
        if came_to is not None and came_to.withheld is not Withheld.NO_RULE:
            found.setdefault(series_key(each, instrument), []).append((each, came_to))
    series = [
        _series(key, rows, instruments, names)
        for key, rows in found.items()
        if whole or any(came_to.total is not None for _, came_to in rows)
    ]
    places = {instrument.key: place for place, instrument in enumerate(instruments.all)}
    return tuple(sorted(series, key=lambda one: (places.get(one.instrument, len(places)), one.name, one.key)))


def series_key(questionnaire: Questionnaire, instrument: Instrument | None) -> str:
    """The key of the series that a questionnaire belongs to."""
    if instrument is None:
        if questionnaire.form_id is not None:
            return f"form:{questionnaire.form_id}"
        name = questionnaire.name or questionnaire.instrument
        return f"named:{' '.join(name.split()).casefold()}"
    parts = [instrument.key]
    if instrument.spans:
        parts.append(str(questionnaire.span))
    if instrument.other_highs:
        parts.append(f"{questionnaire.maximum or instrument.high:g}")
    return ":".join(parts)


def _point(questionnaire: Questionnaire, scored: Scored) -> ScorePoint:
    return ScorePoint(
        questionnaire.day,
        questionnaire.at_ms,
        scored.total or 0.0,
        scored.n_answered,
        scored.n_items,
        questionnaire.id,
        scored.typed,
        questionnaire.total_by,
    )


def _series(
    key: str, rows: list[tuple[Questionnaire, Scored]], instruments: Instruments, names: Callable[[str], str]
) -> ScoreSeries:
    newest = rows[-1][0]
    points = tuple(_point(*row) for row in rows if row[1].total is not None)
    withheld = tuple(WithheldScore(q.day, q.at_ms, scored, q.id) for q, scored in rows if scored.total is None)
    instrument = instruments.get(newest.instrument)
    if instrument is None:
        name = names(newest.form_id) if newest.form_id is not None else newest.name or newest.instrument
        highest = {scored.possible for _, scored in rows}
        return ScoreSeries(key, name, points, high=highest.pop() if len(highest) == 1 else None, withheld=withheld)
    return ScoreSeries(
        key=key,
        name=instrument.name,
        points=points,
        instrument=instrument.key,
        span=newest.span if instrument.spans else Span.NONE,
        maximum=newest.maximum if instrument.other_highs else None,
        better=instrument.better,
        high=instrument.possible(newest.maximum),
        bands=instrument.bands,
        cuts=instrument.cuts,
        change_lines=instrument.change_lines,
        change_remark=instrument.change_remark,
        withheld=withheld,
    )
