"""The words of the panels of questionnaires' totals. They are points, each with how much was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.model.items import Better
from journal.model.score_series import ScorePoint, ScoreSeries, WithheldScore
from journal.model.series import Panel, TrendsData
from journal.texts import dates, numbers
from journal.texts.names import short_name
from journal.texts.questionnaires import (
    bands_words,
    change_remark,
    change_words,
    cut_words,
    scale_title,
    score_number,
    withheld_words,
)
from journal.texts.translation import _, ngettext


def group() -> str:
    """What the scales are called together, where items are chosen."""
    return _("Questionnaires")


def heading(better: Better) -> str:
    """The heading over the panels of one direction."""
    return {
        Better.LOWER: _("Questionnaires, lower is better"),
        Better.HIGHER: _("Questionnaires, higher is better"),
        Better.NONE: _("Questionnaires, direction not known"),
    }[better]


def label(series: ScoreSeries) -> str:
    """What sets one scale apart from the others."""
    return scale_title(series)


def total(point: ScorePoint, series: ScoreSeries) -> str:
    """A total of what is possible, where that is known: "47 of 80"."""
    if series.high is None:
        return score_number(point.value)
    return _("{total} of {possible}").format(total=score_number(point.value), possible=score_number(series.high))


def answered(point: ScorePoint) -> str:
    """How many questions were answered, or who gave a total that was typed in."""
    if point.typed:
        return _("given by {name}").format(name=short_name(point.by)) if point.by else _("typed in")
    if not point.n_items:
        return ""
    return _("{n} of {items} answered").format(n=point.n_answered, items=point.n_items)


def numbers_line(panel: Panel, data: TrendsData, first: int, last: int) -> str:
    """Over a panel: the newest total of the days shown, and how many; that of the days before when comparing."""
    now = _newest(panel, first, last)
    if not data.compare:
        return now
    return _("{now} · before: {before}").format(now=now, before=_before(panel, first, last))


def _before(panel: Panel, first: int, last: int) -> str:
    """The newest total of as many days before some days."""
    found = _shown(panel, 2 * first - last - 1, first - 1)
    if found is None or not found.points:
        return _("no total")
    newest = found.points[-1]
    return _("{total} on {day}").format(total=score_number(newest.value), day=dates.short_day(newest.day))


def _newest(panel: Panel, first: int, last: int) -> str:
    found = _shown(panel, first, last)
    if found is None or not found.points:
        return none_line()
    newest = found.points[-1]
    return ngettext("{total} on {day} (n {n} total)", "{total} on {day} (n {n} totals)", len(found.points)).format(
        total=total(newest, found), day=dates.short_day(newest.day), n=len(found.points)
    )


def none_line() -> str:
    """Where there is no total in the days shown."""
    return _("No total in these days")


def reading(panel: Panel, day: int, *, short: bool = False) -> str:
    """A day over a panel: "16 Oct: 47 of 80, 20 of 20 answered"; when short without what was answered."""
    return _("{day}: {value}").format(
        day=dates.short_day(date.fromordinal(day)), value=_told(panel, day, short=short) or _("not filled in")
    )


def read_out(panel: Panel, day: int) -> str:
    """A day of a panel as a sentence."""
    return _("{day}. {panel}: {value}.").format(
        day=dates.heading(dates.full_day(date.fromordinal(day))),
        panel=panel.label,
        value=_told(panel, day) or _("not filled in"),
    )


def sentence(panel: Panel, data: TrendsData, period: str) -> str:
    """Every total of the period with its day and how much was answered, the change, and the lines it is read by."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    found = _shown(panel, first, last)
    if found is None or not (found.points or found.withheld):
        return _("{item}, {span}: nothing filled in.").format(item=panel.label, span=period)
    before = _("In the period before: {total}.").format(total=_before(panel, first, last)) if data.compare else ""
    said = [*_totals(found), *_withheld(found), change_line(found.points), before, lines_line(found)]
    return " ".join([f"{panel.label}, {period}: {_scale(found)}", *(text for text in said if text)])


def lines(series: ScoreSeries) -> tuple[str, ...]:
    """The lines of change with their population, in the rows that stand over the points."""
    if not series.change_lines:
        return ()
    told = "; ".join(change_words(line) for line in series.change_lines)
    rows = [_("Lines of change: {lines}.").format(lines=told), change_remark(series.change_remark)]
    return tuple(row for row in rows if row)


def lines_line(series: ScoreSeries) -> str:
    """Everything a scale is read by, as sentences; empty for none."""
    marks = [*(cut_words(cut) for cut in series.cuts), bands_words(series.bands)]
    told = ", ".join(mark for mark in marks if mark)
    drawn = _("Lines: {lines}.").format(lines=told) if told else ""
    return " ".join(text for text in (drawn, *lines(series)) if text)


def change_line(points: Sequence[ScorePoint]) -> str:
    """The change in points between the last two totals; empty where there are fewer."""
    if len(points) < 2:
        return ""
    before, newest = points[-2], points[-1]
    return _("From {first} to {last}: {change} points.").format(
        first=dates.short_date(before.day), last=dates.short_date(newest.day), change=points_changed(before, newest)
    )


def points_changed(before: ScorePoint, newest: ScorePoint) -> str:
    """A change in points with its sign; 0 has none."""
    change = newest.value - before.value
    if not change:
        return score_number(0)
    return f"{numbers.MINUS if change < 0 else '+'}{score_number(abs(change))}"


def note(panels: Iterable[Panel]) -> str:
    """What the points of questionnaires are, and the measures beside those that have any."""
    points = _(
        "A total of a questionnaire is a single point. A thin line joins points of the same scale; it breaks where "
        "a total is withheld because of questions that were not answered."
    )
    if not any(panel.scores is not None and panel.scores.change_lines for panel in panels):
        return points
    return " ".join((points, _("Uprights beside a chart show how long its lines of change are.")))


def _shown(panel: Panel, first: int, last: int) -> ScoreSeries | None:
    if panel.scores is None:
        return None
    return panel.scores.between(date.fromordinal(max(1, first)), date.fromordinal(last))


def _told(panel: Panel, day: int, *, short: bool = False) -> str:
    found = _shown(panel, day, day)
    if found is None:
        return ""
    told = [_point(point, found, short=short) for point in found.points]
    return "; ".join([*told, *(withheld_words(each.scored) for each in found.withheld)])


def _point(point: ScorePoint, series: ScoreSeries, *, short: bool = False) -> str:
    parts = (total(point, series), "" if short else answered(point))
    return ", ".join(part for part in parts if part)


def _scale(series: ScoreSeries) -> str:
    direction = {
        Better.LOWER: _("lower is better"),
        Better.HIGHER: _("higher is better"),
        Better.NONE: _("direction not known"),
    }[series.better]
    if series.high is None:
        return _("range not known, {direction}.").format(direction=direction)
    return _("scale from {low} to {high}, {direction}.").format(
        low=score_number(series.low), high=score_number(series.high), direction=direction
    )


def _totals(series: ScoreSeries) -> list[str]:
    told = "; ".join(", ".join(filter(None, [_on_day(point, series), answered(point)])) for point in series.points)
    n = len(series.points)
    return [ngettext("{n} total: {totals}.", "{n} totals: {totals}.", n).format(n=n, totals=told)] if told else []


def _on_day(point: ScorePoint, series: ScoreSeries) -> str:
    return _("{total} on {day}").format(total=total(point, series), day=dates.short_date(point.day))


def _withheld(series: ScoreSeries) -> list[str]:
    return [_withheld_one(each) for each in series.withheld]


def _withheld_one(each: WithheldScore) -> str:
    return _("No total on {day}: {why}.").format(day=dates.short_date(each.day), why=withheld_words(each.scored))
