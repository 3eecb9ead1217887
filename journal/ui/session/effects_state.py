"""Side effects as small courses over time, in words and as places on a line. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from journal.model.entries import local_time
from journal.model.items import Item
from journal.model.sessions import EffectPoint, Phase, Session, SideEffect
from journal.model.side_effects import EffectCourse, effect_course, in_order
from journal.texts.dates import clock_time, day_and_time
from journal.texts.items import ItemWords
from journal.texts.times import parse_span, span_text
from journal.texts.translation import _
from journal.texts.treatments import phase_text
from journal.ui.session.draft import HalfEffect
from journal.ui.session.fields import MINUTE_MS, Unclear

LEVELS = 5
USUAL_CHIPS = 3
"""The usual side effects that have a button of their own; the others stand in a list."""

LATEST_POINT_MIN = 14 * 24 * 60
SPANS_MIN = (60, 120, 240, 360, 480, 720, 1440, 2880, 4320, 7200, 10080, 20160)
"""How long the line under the courses may be: the first that holds every point."""

LEAST_SPAN_MIN = 120
TICKS = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a course on the line: `x` from 0 to 1, level 0 to 4."""

    x: float
    level: int


@dataclass(frozen=True, slots=True)
class PointState:
    """One point in the list of a side effect. `at` is the local wall clock."""

    id: str
    at: datetime
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class EffectState:
    """One side effect. `goes_on` draws it to the end of the line; `sentence` is what a screen reader says."""

    item_id: str
    label: str
    spots: tuple[Spot, ...]
    goes_on: bool
    ending: str
    sentence: str
    points: tuple[PointState, ...]
    phase: Phase | None
    phase_found: str
    expanded: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A side effect that can be added."""

    item_id: str
    label: str


@dataclass(frozen=True, slots=True)
class HalfState:
    """The side effect that is being entered afterwards, with its hints."""

    item_id: str
    label: str
    level: int | None
    texts: dict[str, str]
    hints: dict[str, str]


@dataclass(frozen=True, slots=True)
class EffectsState:
    """The card of side effects. `ticks` are places on the line with their words; `levels` the words of 0 to 4."""

    rows: tuple[EffectState, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    none: str = ""
    chips: tuple[Chip, ...] = ()
    others: tuple[Chip, ...] = ()
    half: HalfState | None = None
    levels: tuple[str, ...] = field(default=("",) * LEVELS)


@dataclass(frozen=True, slots=True)
class EffectSources:
    """What the card is built from."""

    session: Session
    items: Sequence[Item]
    words: ItemWords
    now_ms: int
    half: HalfEffect | None = None
    expanded: str = ""


def build_effects(sources: EffectSources) -> EffectsState:
    """Every side effect that was above 0, those that were none, and what can be added."""
    session, now_ms = sources.session, sources.now_ms
    labels = labels_of(sources.items, sources.words)
    kept = [effect for effect in session.effects if effect.points or effect.phase]
    span = span_min(session, kept)
    levels = level_words(sources.items, sources.words)
    rows = tuple(
        _effect(session, effect, labels, levels, span, now_ms, expanded=effect.item_id == sources.expanded)
        for effect in kept
        if not never(effect) or effect.item_id == sources.expanded
    )
    none = [labels.get(effect.item_id, "") for effect in kept if never(effect) and effect.item_id != sources.expanded]
    free = [item for item in sources.items if item.id not in {row.item_id for row in rows}]
    half_id = sources.half.item_id if sources.half else ""
    usual, others = _offered([item for item in free if item.id != half_id])
    return EffectsState(
        rows=rows,
        ticks=_ticks(session, span) if rows else (),
        none=_("None: {effects}").format(effects=", ".join(none)) if none else "",
        chips=tuple(Chip(item.id, labels[item.id]) for item in usual),
        others=tuple(Chip(item.id, labels[item.id]) for item in others),
        half=_half(sources.half, labels, session, now_ms) if sources.half else None,
        levels=levels,
    )


def labels_of(items: Iterable[Item], words: ItemWords) -> dict[str, str]:
    """The names of the items by id."""
    return {item.id: words.item_label(item) for item in items}


def level_words(items: Sequence[Item], words: ItemWords) -> tuple[str, ...]:
    """The words of the five levels, as the first item has them."""
    found = words.step_words(items[0]) if items else ()
    return found if len(found) == LEVELS else ("",) * LEVELS


def never(effect: SideEffect) -> bool:
    """Whether it was asked and never there."""
    return bool(effect.points) and not any(point.level for point in effect.points)


def span_min(session: Session, effects: Iterable[SideEffect]) -> int:
    """How many minutes the line shows: up to the last point, and at least two hours."""
    last = max((point.at_ms for effect in effects for point in effect.points), default=session.at_ms)
    needed = max(LEAST_SPAN_MIN, -(-(last - session.at_ms) // MINUTE_MS))
    return next((span for span in SPANS_MIN if span >= needed), needed)


def read_points(half: HalfEffect, session: Session, now_ms: int) -> tuple[tuple[int, int], ...]:
    """The points of three numbers, as UTC milliseconds and levels; none while the strongest is not complete.

    "Began" counts as a little (1): it was there, and how strong was not asked. "Gone" is 0. Raises
    `Unclear`, with the name of the field as its second argument.
    """
    minutes = {name: _minutes(name, getattr(half, name)) for name in ("began", "peak", "gone")}
    _check_order(minutes)
    _check_past(minutes, session, now_ms)
    if half.level is None or minutes["peak"] is None:
        return ()
    points = {minutes["peak"]: half.level}
    if minutes["began"] is not None and minutes["began"] < minutes["peak"]:
        points[minutes["began"]] = min(1, half.level)
    if minutes["gone"] is not None:
        points[minutes["gone"]] = 0
    return tuple((session.at_ms + minute * MINUTE_MS, level) for minute, level in sorted(points.items()))


def _check_order(minutes: dict[str, int | None]) -> None:
    began, peak, gone = minutes["began"], minutes["peak"], minutes["gone"]
    if began is not None and peak is not None and began > peak:
        raise Unclear(_("It began before it was strongest."), "began")
    last = peak if peak is not None else began
    if gone is not None and last is not None and gone <= last:
        raise Unclear(_("It was gone after it was strongest."), "gone")


def _minutes(name: str, text: str) -> int | None:
    if not text.strip():
        return None
    minutes = parse_span(text)
    if minutes is None or minutes > LATEST_POINT_MIN:
        raise Unclear(_("Minutes after the start, such as {example}.").format(example="30"), name)
    return minutes


def _check_past(minutes: dict[str, int | None], session: Session, now_ms: int) -> None:
    for name, minute in minutes.items():
        if minute is not None and session.at_ms + minute * MINUTE_MS > now_ms:
            raise Unclear(_("That is still to come."), name)


def _half(half: HalfEffect, labels: dict[str, str], session: Session, now_ms: int) -> HalfState:
    texts = {"began": half.began, "peak": half.peak, "gone": half.gone}
    hints: dict[str, str] = {}
    try:
        read_points(half, session, now_ms)
    except Unclear as unclear:
        hints[str(unclear.args[1])] = str(unclear.args[0])
    return HalfState(half.item_id, labels.get(half.item_id, ""), half.level, texts, hints)


def _offered(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    usual = [item for item in items if item.highlighted][:USUAL_CHIPS]
    return usual, [item for item in items if item not in usual]


def _effect(
    session: Session,
    effect: SideEffect,
    labels: dict[str, str],
    levels: tuple[str, ...],
    span: int,
    now_ms: int,
    *,
    expanded: bool,
) -> EffectState:
    course = effect_course(session, effect, now_ms)
    label = labels.get(effect.item_id, "…")
    ending = _ending(course)
    points = in_order(effect)
    return EffectState(
        item_id=effect.item_id,
        label=label,
        spots=tuple(Spot(_x(session, point.at_ms, span), point.level) for point in points),
        goes_on=course.still_there,
        ending=ending,
        sentence=_sentence(label, course, levels, ending, session),
        points=tuple(PointState(p.id, p.at.replace(tzinfo=None), p.level, _level(levels, p.level)) for p in points),
        phase=effect.phase,
        phase_found=phase_text(course.phase) if course.phase else "",
        expanded=expanded,
    )


def _ending(course: EffectCourse) -> str:
    if course.onset is None:
        return ""
    if course.end is not None:
        length = span_text(max(0, round((course.end.at_ms - course.onset.at_ms) / MINUTE_MS)))
        return _("gone after {length}").format(length=length)
    return _("still there") if course.still_there else _("end not known")


def _sentence(label: str, course: EffectCourse, levels: tuple[str, ...], ending: str, session: Session) -> str:
    if course.onset is None or course.peak is None:
        return _("{effect}: none.").format(effect=label)
    return _("{effect}: began {began}, strongest {level} at {peak}, {ending}.").format(
        effect=label,
        began=when(course.onset, session),
        level=_level(levels, course.peak.level),
        peak=when(course.peak, session),
        ending=ending,
    )


def when(point: EffectPoint, session: Session) -> str:
    """The time of a point, with its day where that is not the session's."""
    return clock_time(point.at) if point.at.date() == session.at.date() else day_and_time(point.at)


def _level(levels: tuple[str, ...], level: int) -> str:
    word = levels[level] if 0 <= level < len(levels) else ""
    return _("{figure}, {word}").format(figure=level, word=word) if word else str(level)


def _x(session: Session, at_ms: int, span: int) -> float:
    return min(1.0, max(0.0, (at_ms - session.at_ms) / (span * MINUTE_MS)))


def _ticks(session: Session, span: int) -> tuple[tuple[float, str], ...]:
    """Clock times along the line; days where it is longer than one."""
    ticks = []
    for n in range(TICKS + 1):
        at = local_time(session.at_ms + round(span * MINUTE_MS * n / TICKS), session.offset_min)
        ticks.append((n / TICKS, clock_time(at) if span <= 24 * 60 else day_and_time(at)))
    return tuple(ticks)
