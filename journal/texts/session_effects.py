"""The words of the panel of side effects by session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journal.model.series import EffectPeaks, MarkKind, Panel, TrendsData
from journal.texts import dates, numbers
from journal.texts.translation import _, ngettext


def label() -> str:
    """What the panel is called."""
    return _("Side effects by session")


def key(effect: EffectPeaks, n: int) -> str:
    """A symbol's words: the side effect and how many sessions it was logged for."""
    return _("{effect} (n {n})").format(effect=effect.label, n=n)


def none_line() -> str:
    """Where no session in view has side effects logged."""
    return _("No side effects logged in these days")


def sessions_line(panel: Panel, data: TrendsData, first: int, last: int) -> str:
    """Over the panel: for how many of the sessions in view side effects were logged."""
    logged = n_sessions(panel, first, last)
    known = sum(1 for mark in data.marks if mark.kind is MarkKind.SESSION and first <= mark.day <= last)
    if known < logged:
        return ngettext("n {n} session", "n {n} sessions", logged).format(n=logged)
    return ngettext("Logged for {n} of {known} session", "Logged for {n} of {known} sessions", known).format(
        n=logged, known=known
    )


def n_sessions(panel: Panel, first: int, last: int) -> int:
    """How many sessions in some days have side effects logged."""
    return len({day for effect in panel.effects for day in effect.days if first <= day < last + 1})


def reading(panel: Panel, day: int) -> str:
    """A day over the panel: "29 Sep: Dizziness 2, Nausea 0"."""
    told = ", ".join(
        _("{effect} {level}").format(effect=effect.label, level=numbers.amount(level))
        for effect in panel.effects
        for level in effect.between(day, day)
    )
    shown = told or _("no side effects logged")
    return _("{day}: {value}").format(day=dates.short_day(date.fromordinal(day)), value=shown)


def read_out(panel: Panel, day: int) -> str:
    """A day of the panel as a sentence, with the words of the levels."""
    told = "; ".join(
        _("{effect}: {level}").format(effect=effect.label, level=_level(panel, level))
        for effect in panel.effects
        for level in effect.between(day, day)
    )
    return _("{day}. {panel}: {value}.").format(
        day=dates.heading(dates.full_day(date.fromordinal(day))),
        panel=panel.label,
        value=told or _("no side effects logged"),
    )


def sentence(panel: Panel, data: TrendsData, period: str) -> str:
    """Every level of every session in the period, each side effect with its n."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    shown = [effect for effect in panel.effects if effect.between(first, last)]
    if not shown:
        return _("{item}, {span}: nothing logged.").format(item=panel.label, span=period)
    told = "; ".join(_effect(effect, first, last) for effect in shown)
    return _("{item}, {span}: {n}. The highest level of each session, 0 to 4, lower is better: {told}.").format(
        item=panel.label, span=period, n=sessions_line(panel, data, first, last), told=told
    )


def _effect(effect: EffectPeaks, first: int, last: int) -> str:
    rows = [(day, level) for day, level in zip(effect.days, effect.levels, strict=True) if first <= day < last + 1]
    return _("{effect} (n {n}) {levels}").format(effect=effect.label, n=len(rows), levels=_levels(rows))


def _levels(rows: Iterable[tuple[float, float]]) -> str:
    return ", ".join(
        _("{level} on {day}").format(level=numbers.amount(level), day=dates.short_date(date.fromordinal(int(day))))
        for day, level in rows
    )


def _level(panel: Panel, level: float) -> str:
    word = panel.scale.word(level)
    return _("{value}, {word}").format(value=numbers.amount(level), word=word) if word else numbers.amount(level)


def others_note(labels: Iterable[str]) -> str:
    """The side effects that have no symbol of their own."""
    return _("Side effects logged in some sessions and not drawn: {effects}.").format(effects=", ".join(labels))
