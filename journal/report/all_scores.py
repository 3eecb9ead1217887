"""All questionnaires of the period, for the later pages: a small chart for each scale, and every total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journal.model.items import Better
from journal.model.periods import Period
from journal.model.score_panels import score_scale
from journal.model.score_series import ScorePoint, ScoreSeries, WithheldScore
from journal.report.curves import Point, fraction
from journal.report.score_data import ReportScores, ReportScreen, SupportAnswer
from journal.report.scores import answered, changes, filled, signed, title, total
from journal.report.text_safety import one_line, shortened
from journal.report.wording import NOTHING, ReportWords
from journal.texts.questionnaires import band_words, cut_words, withheld_words
from journal.texts.translation import _, ngettext, pgettext

LATER_THAT_DAY = 0.3
"""How much later, in days, each further total of a day stands."""

BY_LIMIT = 40

SPOKEN = 6
"""A chart with more totals than this tells their range, the first and the newest."""


def all_scores(
    told: ReportScores, period: Period, words: ReportWords, *, marked: Sequence[str] = ()
) -> dict[str, Any] | None:
    """Every scale with its chart, then every total; None where nothing was filled in.

    `marked` are the sentences of what is marked through the charts, where no chart before them tells it.
    """
    if not told.n_filled:
        return None
    charts = [chart(each, period, words) for each in told.series]
    if charts:
        charts[0]["alt"] = " ".join([charts[0]["alt"], *marked])
    return {
        "title": _("All questionnaire scores"),
        "caption": _(
            "A line joins totals of the same scale and breaks where a total is withheld. Uprights beside a chart show "
            "how long its reference lines for a change are."
        )
        if told.series
        else "",
        "charts": charts,
        "table": table(told, words),
        "notes": screen_notes(told.screens),
    }


def chart(series: ScoreSeries, period: Period, words: ReportWords) -> dict[str, Any]:
    """One scale: points as fractions of the chart, the lines with their words, and the sentence for who cannot see."""
    scale = score_scale(series)

    def height(value: float) -> float:
        return round(fraction(value, scale.minimum, scale.maximum), 5)

    runs = [placed(run, period, height) for run in series.runs]
    return {
        "title": title(series, words),
        "lines": [line for line in (range_words(series, words), changes(series)) if line],
        "low": words.number(scale.minimum),
        "high": words.number(scale.maximum),
        "levels": levels(series, height),
        "measures": [
            [height(scale.minimum + (m or 0)) for m in (line.least, line.most or line.least)]
            for line in series.change_lines
        ],
        "dots": [point for run in runs for point in run],
        "line": [run for run in runs if len(run) > 1],
        "alt": alt(series, period, words),
    }


def placed(run: Sequence[ScorePoint], period: Period, height: Any) -> list[Point]:
    """Where totals stand; a further one of a day a little later."""
    seen: dict[int, int] = {}
    found = []
    for point in run:
        day = (point.day - period.first).days
        x = (day + 0.5 + min(seen.get(day, 0) * LATER_THAT_DAY, 0.45)) / period.length_days
        seen[day] = seen.get(day, 0) + 1
        found.append([round(x, 5), height(point.value)])
    return found


def levels(series: ScoreSeries, height: Any) -> list[dict[str, Any]]:
    """The bands and cuts: where their lines stand, and their words."""
    bands = [{"ys": [height(least)], "text": band_words(least), "cut": False} for least in series.bands]
    cuts = [
        {
            "ys": [height(level) for level in (cut.least, cut.most) if level is not None],
            "text": cut_words(cut),
            "cut": True,
        }
        for cut in series.cuts
    ]
    return [*bands, *cuts]


def range_words(series: ScoreSeries, words: ReportWords) -> str:
    """The range of a scale and which end is better, where that is known."""
    if series.high is None:
        return _("Its range is not known here.")
    ends = {"low": words.number(series.low), "high": words.number(series.high)}
    if series.better is Better.LOWER:
        return _("{low} to {high}, lower is better").format(**ends)
    return _("{low} to {high}").format(**ends)


def alt(series: ScoreSeries, period: Period, words: ReportWords) -> str:
    """The whole chart in words. Many totals are told by their range: the table has every one."""
    about = _("Chart of the totals of {name} in the period {period}, with a dot for each.").format(
        name=title(series, words), period=words.period(period)
    )
    drawn = [
        _("A line across the chart shows where this begins: {words}.").format(words=each) for each in _marks(series)
    ]
    return " ".join(filter(None, [about, *_totals(series, words), *drawn, changes(series)]))


def _totals(series: ScoreSeries, words: ReportWords) -> list[str]:
    """What the dots show, and each time without one."""
    values = [point.value for point in series.points]
    told = [
        _("A total of {total} on {day}.").format(total=total(point.value, series, words), day=words.day(point.day))
        for point in series.points
    ]
    if len(told) > SPOKEN:
        n = ngettext(
            "There is {n} total, in the table below, from {low} to {high}.",
            "There are {n} totals, all of them in the table below, from {low} to {high}.",
            len(told),
        ).format(n=len(told), low=words.number(min(values)), high=words.number(max(values)))
        told = [n, _("The first and the newest are these."), told[0], told[-1]]
    return [
        *(told or [_("There is no total in this period.")]),
        *(
            _("No total on {day}: {why}.").format(day=words.day(each.day), why=withheld_words(each.scored))
            for each in series.withheld
        ),
    ]


def _marks(series: ScoreSeries) -> list[str]:
    return [*(band_words(least) for least in series.bands), *(cut_words(cut) for cut in series.cuts)]


def table(told: ReportScores, words: ReportWords) -> dict[str, Any]:
    """Every time a questionnaire was filled in, by scale and day."""
    rows = [line for series in told.series for line in series_rows(series, words)]
    return {
        "heads": [_("Questionnaire"), _("Day"), _("Total"), pgettext("column of figures", "Change"), _("Answered")],
        "widths": ["48mm", "22mm", "26mm", "28mm", "1fr"],
        "rows": [*rows, *(screen_row(each, words) for each in told.screens)],
    }


def series_rows(series: ScoreSeries, words: ReportWords) -> list[list[str]]:
    """The rows of one scale, by time; a change is from the total before."""
    rows, before = [], None
    for each in reversed(filled(series)):
        if isinstance(each, WithheldScore):
            rows.append([title(series, words), words.day(each.day), NOTHING, NOTHING, withheld_words(each.scored)])
            continue
        changed = NOTHING if before is None else signed(each.value - before, words)
        before = each.value
        rows.append(
            [title(series, words), words.day(each.day), total(each.value, series, words), changed, answered(each)]
        )
    return rows


def screen_row(screen: ReportScreen, words: ReportWords) -> list[str]:
    """The row of a screen."""
    scored = screen.scored
    if scored.total is None:
        return [screen.name, words.day(screen.day), NOTHING, NOTHING, withheld_words(scored)]
    amount = _("{total} of {possible}").format(total=words.number(scored.total), possible=words.number(scored.possible))
    by = shortened(one_line(screen.by), BY_LIMIT)
    who = _("given by {name}").format(name=by) if by else _("typed in")
    done = _("{n} of {items} answered").format(n=scored.n_answered, items=scored.n_items) if scored.n_items else ""
    return [screen.name, words.day(screen.day), amount, NOTHING, who if scored.typed else done]


def screen_notes(screens: Sequence[ReportScreen]) -> list[str]:
    """How a screen is read."""
    cuts = {screen.name: ", ".join(cut_words(cut) for cut in screen.cuts) for screen in screens}
    return [_("{name} is a screen and is not drawn over time: {cuts}.").format(name=n, cuts=c) for n, c in cuts.items()]


def support_sentence(told: Sequence[SupportAnswer], words: ReportWords) -> str:
    """The answers to a questionnaire's question about suicide, where the person chose to show them."""
    if not told:
        return ""
    newest = told[-1]
    days = ", ".join(
        _("{value} on {day}").format(value=words.number(each.value), day=words.day(each.day)) for each in told
    )
    return _("{name}, question {number} (thoughts of suicide), 0 to {high}: {days}.").format(
        name=newest.name, number=newest.number, high=words.number(newest.high), days=days
    )
