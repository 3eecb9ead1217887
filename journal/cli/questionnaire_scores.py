"""Totals over time, as lines for people and as the command line's JSON. A change never stands without its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from journal.cli.output import shown
from journal.exchange.iso_times import iso_time
from journal.model.items import Better
from journal.model.score_series import ScorePoint, ScoreSeries
from journal.texts.questionnaires import bands_words, change_remark, change_words, cut_words, scale_title, score_number
from journal.texts.translation import _


def series_json(series: ScoreSeries) -> dict[str, Any]:
    """One scale with its totals; `change` is the newest minus the first, null for fewer than two."""
    points = series.points
    return {
        "key": series.key,
        "label": scale_title(series),
        "instrument": series.instrument or None,
        "span": str(series.span) if series.span != "none" else None,
        "scale": {"min": series.low, "max": series.high, "better": str(series.better)},
        "n": len(points),
        "first": _point_json(points[0]),
        "last": _point_json(points[-1]),
        "change": points[-1].value - points[0].value if len(points) > 1 else None,
        "cuts": [asdict(cut) for cut in series.cuts],
        "bands": list(series.bands),
        "change_lines": [asdict(line) for line in series.change_lines],
        "points": [_point_json(point) for point in points],
    }


def series_lines(found: Iterable[ScoreSeries]) -> Iterator[str]:
    """A heading for each scale, its totals by day, and the lines it is read by."""
    for number, series in enumerate(found):
        if number:
            yield ""
        higher = series.better is Better.HIGHER
        title = shown(scale_title(series))
        yield _("{name}, higher is better").format(name=title) if higher else title
        for point in series.points:
            yield f"  {point.day.isoformat()}  {_point_line(point, series)}"
        if series.cuts:
            yield "  " + ", ".join(cut_words(cut) for cut in series.cuts)
        if series.bands:
            yield "  " + bands_words(series.bands)
        for line in series.change_lines:
            yield "  " + _("reference for a change: {line}").format(line=change_words(line))
        if series.change_remark:
            yield "  " + change_remark(series.change_remark)


def _point_line(point: ScorePoint, series: ScoreSeries) -> str:
    total = score_number(point.value)
    if series.high is not None:
        total = _("{total} of {possible}").format(total=total, possible=score_number(series.high))
    if point.typed:
        given = _("given by {name}").format(name=shown(point.by)) if point.by else _("typed in")
        return f"{total}, {given}"
    answered = _("{n} of {items} answered").format(n=point.n_answered, items=point.n_items)
    return f"{total}, {answered}" if point.n_answered < point.n_items else total


def _point_json(point: ScorePoint) -> dict[str, Any]:
    return {
        "id": point.questionnaire_id,
        "day": point.day.isoformat(),
        "at": None if point.typed else iso_time(point.at_ms, None),
        "value": point.value,
        "answered": point.n_answered,
        "items": point.n_items,
        "typed": point.typed,
        "by": point.by or None,
    }
