"""The chart of page one: the average symptom rating day by day, or the item that stands in for it."""

from __future__ import annotations

from typing import Any

from journal.model.periods import Period
from journal.report import curves, marks
from journal.report.data import Load, ReportData, ReportItem
from journal.report.text_safety import one_line
from journal.report.tiles import day_count
from journal.report.wording import ReportWords
from journal.texts import trends
from journal.texts.translation import _


def course(data: ReportData, main_item: ReportItem | None, period: Period, words: ReportWords) -> dict[str, Any] | None:
    """The chart, or None where nothing was rated at all. Its sentence tells what is marked on it too."""
    if data.load is not None:
        chart = of_load(data.load, data.step_words, period, words)
    elif main_item is not None:
        chart = of_item(main_item, period, words)
    else:
        return None
    return {**chart, "alt": " ".join([chart["alt"], *marks.sentences(data.treatment, period, words)])}


def of_load(load: Load, step_words: tuple[str, ...], period: Period, words: ReportWords) -> dict[str, Any]:
    """The trailing median with its quartile band over the days."""
    low, high = (step_words[0], step_words[-1]) if step_words else ("", "")
    figures = _("The mean is {mean} and the median {median}, over {days} that have one.").format(
        mean=words.fixed(load.mean), median=words.fixed(load.median), days=day_count(load.n_days)
    )
    alt = _("Chart of the average symptom rating for each day of the period, {period}, on a scale of 0 to 4.").format(
        period=words.period(period)
    )
    return {
        "title": _("Average symptom rating, day by day"),
        "caption": _("this journal's own summary, not a test score"),
        "notice": "",
        "axis": axis(0, 4, low, high, words),
        "line": curves.runs(load.median_line, 0, 4),
        "band": curves.band(load.band, 0, 4),
        "dots": curves.dots(load.values, 0, 4),
        "key": {"line": _("median of 7 days"), "band": _("middle half of 7 days"), "dot": _("one day")},
        "alt": " ".join([alt, figures, *compared(load.previous_mean, load.previous_days, words), trends.load_note()]),
    }


def of_item(item: ReportItem, period: Period, words: ReportWords) -> dict[str, Any]:
    """One item in the place of the average symptom rating, with the sentence why."""
    top = curves.top_of(item.values, item.maximum)
    low, high = ends(item)
    label = one_line(item.label)
    return {
        "title": _("{item}, day by day").format(item=label),
        "caption": scale_words(item, top, words),
        "notice": _(
            "There is no average symptom rating here, because it needs 6 of the journal's own symptoms on one day. "
            "{item} is shown instead."
        ).format(item=label),
        "axis": axis(item.minimum, top, low, high, words),
        "line": curves.runs(item.trend, item.minimum, top),
        "band": [],
        "dots": curves.dots(item.values, item.minimum, top),
        "key": {"line": _("mean of 7 days"), "band": "", "dot": _("one day")},
        "alt": f"{item_alt(item, period, words)} {trends.line_note()}",
    }


def axis(minimum: float, maximum: float, low: str, high: str, words: ReportWords) -> dict[str, Any]:
    """The ticks of the value axis and the words at its ends."""
    span = maximum - minimum
    size = 1 if span <= 6 else 2 if span <= 12 else 5 if span <= 30 else max(10, round(span / 50) * 10)
    values = [minimum + n * size for n in range(int(span // size) + 1)]
    marks = [{"y": curves.fraction(value, minimum, maximum), "text": words.number(value)} for value in values]
    return {"ticks": marks, "low": one_line(low), "high": one_line(high)}


def ends(item: ReportItem) -> tuple[str, str]:
    """The words of the lowest and the highest step; empty ones where there are none."""
    return (item.words[0], item.words[-1]) if len(item.words) > 1 else ("", "")


def scale_words(item: ReportItem, top: float, words: ReportWords) -> str:
    """The ends of the scale in numbers, and the unit."""
    text = _("{low} to {high}").format(low=words.number(item.minimum), high=words.number(top))
    return f"{text} {one_line(item.unit)}".strip()


def spoken_scale(item: ReportItem, top: float, words: ReportWords) -> str:
    """The ends of the scale with their words, for a sentence."""
    low, high = (one_line(word) for word in ends(item))
    if not (low and high):
        return scale_words(item, top, words)
    return _("{low} ({low_word}) to {high} ({high_word})").format(
        low=words.number(item.minimum), low_word=low, high=words.number(top), high_word=high
    )


def item_alt(item: ReportItem, period: Period, words: ReportWords) -> str:
    """What an item's chart shows, as sentences with the numbers."""
    top = curves.top_of(item.values, item.maximum)
    label = one_line(item.label)
    first = _("Chart of {item} for each day of the period, {period}, on a scale of {scale}.").format(
        item=label, period=words.period(period), scale=spoken_scale(item, top, words)
    )
    if item.mean is None:
        return " ".join((first, _("No day was rated.")))
    figures = _("The mean is {mean} and the median {median}, over {days} that were rated.").format(
        mean=words.fixed(item.mean), median=words.fixed(item.median), days=day_count(item.n_days)
    )
    return " ".join([first, figures, *compared(item.previous_mean, item.previous_days, words)])


def compared(mean: float | None, days: int, words: ReportWords) -> list[str]:
    """The mean of the period before in a sentence, if there is one."""
    if mean is None:
        return []
    return [
        _("In the period before, the mean was {mean} over {days}.").format(mean=words.fixed(mean), days=day_count(days))
    ]
