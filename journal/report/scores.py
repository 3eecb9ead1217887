"""The questionnaires of page one: newest total, those before it, the change in points, and how each is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from journal.model.items import Better
from journal.model.score_series import ScorePoint, ScoreSeries, WithheldScore
from journal.report.score_data import ReportScores
from journal.report.text_safety import one_line, shortened
from journal.report.wording import NOTHING, ReportWords
from journal.texts import numbers
from journal.texts.questionnaires import bands_words, change_remark, change_words, cut_words, scale_title
from journal.texts.translation import _, ngettext, pgettext

FRONT_ROWS, FEWEST_ROWS = 6, 3
"""So many scales stand on page one, and so few where it has no room."""

EARLIER = 3
"""So many totals before the newest stand beside it."""

NAME_LIMIT, BY_LIMIT = 40, 30

Told = ScorePoint | WithheldScore


def front_scores(told: ReportScores, words: ReportWords) -> dict[str, Any] | None:
    """A row for each scale, six at most; None without any. `mores` says how many are left out if rows yield."""
    if not told.series:
        return None
    shown = told.series[:FRONT_ROWS]
    return {
        "title": _("Questionnaire scores"),
        "heads": [_("Questionnaire"), _("Newest"), pgettext("newest but one", "Before"), _("Change in points")],
        "widths": ["38mm", "50mm", "1fr", "27mm"],
        "rows": [{"cells": row(each, words), "note": note(each, words)} for each in shown],
        "fewest": FEWEST_ROWS,
        "mores": [*(more(len(told.series) - len(shown) + moved) for moved in range(len(shown))), more(0)],
    }


def more(count: int) -> str:
    """How many scales stand on a later page alone."""
    if not count:
        return _("All totals on a later page")
    return ngettext("{n} more and all totals on a later page", "{n} more and all totals on a later page", count).format(
        n=count
    )


def row(series: ScoreSeries, words: ReportWords) -> list[str]:
    """One scale: its name, the newest time it was filled in, three before, and the change between the last two."""
    newest, *before = filled(series)
    earlier = "; ".join(short(each, words) for each in before[:EARLIER])
    return [title(series, words), whole(newest, series, words), earlier or NOTHING, change(series.points, words)]


def filled(series: ScoreSeries) -> list[Told]:
    """Every time it was filled in, the newest first."""
    everything: list[Told] = [*series.points, *series.withheld]
    return sorted(everything, key=lambda each: (each.day, each.at_ms), reverse=True)


def title(series: ScoreSeries, words: ReportWords) -> str:
    """The name of a scale; a scale that is better when higher says so."""
    name = shortened(one_line(scale_title(series, words.locale)), NAME_LIMIT)
    return _("{name}, higher is better").format(name=name) if series.better is Better.HIGHER else name


def whole(told: Told, series: ScoreSeries, words: ReportWords) -> str:
    """A total with its day and what was answered: "47 of 80 on 16 Oct, 20 of 20 answered"."""
    if isinstance(told, WithheldScore):
        return _("no total on {day}, {why}").format(day=words.day(told.day), why=left(told))
    return ", ".join(filter(None, [on_day(total(told.value, series, words), told.day, words), answered(told)]))


def short(told: Told, words: ReportWords) -> str:
    """A total with its day alone; why there is none where it is withheld."""
    if isinstance(told, WithheldScore):
        done = told.scored
        return _("no total on {day} ({n} of {items})").format(
            day=words.day(told.day), n=done.n_answered, items=done.n_items
        )
    return on_day(words.number(told.value), told.day, words)


def on_day(amount: str, day: date, words: ReportWords) -> str:
    """A total on its day."""
    return _("{total} on {day}").format(total=amount, day=words.day(day))


def total(value: float, series: ScoreSeries, words: ReportWords) -> str:
    """A total of what is possible, where that is known."""
    if series.high is None:
        return words.number(value)
    return _("{total} of {possible}").format(total=words.number(value), possible=words.number(series.high))


def answered(point: ScorePoint) -> str:
    """How much was answered, or who gave a total that was typed in."""
    if point.typed:
        by = shortened(one_line(point.by), BY_LIMIT)
        return _("given by {name}").format(name=by) if by else _("typed in")
    if not point.n_items:
        return ""
    return _("{n} of {items} answered").format(n=point.n_answered, items=point.n_items)


def left(told: WithheldScore) -> str:
    """How much was answered where no total can be had."""
    return _("{n} of {items} answered").format(n=told.scored.n_answered, items=told.scored.n_items)


def change(points: Sequence[ScorePoint], words: ReportWords) -> str:
    """The newest total minus the one before, with that one's day; a dash for a single total."""
    if len(points) < 2:
        return NOTHING
    before, newest = points[-2:]
    return _("{change} since {day}").format(
        change=signed(newest.value - before.value, words), day=words.day(before.day)
    )


def signed(value: float, words: ReportWords) -> str:
    """A change with its sign; 0 has none."""
    amount = words.number(abs(value))
    if amount == words.number(0):
        return amount
    return f"{numbers.MINUS if value < 0 else '+'}{amount}"


def note(series: ScoreSeries, words: ReportWords) -> str:
    """How a scale is read: cuts, bands, and lines of change, each with its population; empty for none."""
    levels = ", ".join(
        filter(None, [*(cut_words(cut) for cut in series.cuts), bands_words(series.bands, words.locale)])
    )
    told = " ".join(filter(None, [f"{levels}." if levels else "", changes(series)]))
    return _("{name}: {lines}").format(name=series.name, lines=told) if told else ""


def changes(series: ScoreSeries) -> str:
    """The lines of change with the population that each comes from; empty for none."""
    if not series.change_lines:
        return ""
    lines = "; ".join(change_words(line) for line in series.change_lines)
    said = _("Reference lines for a change: {lines}.").format(lines=lines)
    return " ".join(filter(None, [said, change_remark(series.change_remark)]))
