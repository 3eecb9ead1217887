"""The words of what is marked on the charts: sessions, dose changes, the person's own markers, usual doses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise

from journal.model.series import ChartMark, DoseLane, MarkKind, TrendsData
from journal.texts import dates, numbers
from journal.texts.translation import _, ngettext


def numbered(name: str, number: int | None) -> str:
    """A session's label: "Infusion 4"."""
    return name if number is None else _("{name} {number}").format(name=name, number=number)


def joined_label(marks: Sequence[ChartMark]) -> str:
    """One label for marks of one name: "Infusion 1–3", or "Infusion (12)" where the numbers do not follow."""
    if len(marks) == 1:
        return marks[0].label
    name = marks[0].name or marks[0].label
    counted = [mark.number for mark in marks if mark.number is not None]
    if len(counted) == len(marks) and all(after == before + 1 for before, after in pairwise(counted)):
        return _("{name} {first}–{last}").format(name=name, first=counted[0], last=counted[-1])
    return _("{name} ({n})").format(name=name, n=len(marks))


def heading() -> str:
    """The heading over side effects and doses."""
    return _("Treatment")


def doses_label() -> str:
    """The card with the usual doses."""
    return _("Usual doses")


def dose(amount: str, unit: str) -> str:
    """An amount with its unit, where it has one."""
    return _("{amount} {unit}").format(amount=amount, unit=unit).strip()


def times_dose(times: int, amount: str) -> str:
    """A dose taken more than once a day: "2 × 50"."""
    return _("{times} × {amount}").format(times=numbers.count(times), amount=amount)


def started(name: str, dose: str) -> str:
    """A medicine begins: "Sertraline from 50 mg"."""
    return _("{medicine} from {dose}").format(medicine=name, dose=dose)


def changed(name: str, before: str, after: str) -> str:
    """A usual dose changes: "Sertraline 50 → 100 mg"."""
    return _("{medicine} {before} → {after}").format(medicine=name, before=before, after=after)


def stopped(name: str) -> str:
    """A medicine ends: "Sertraline stopped"."""
    return _("{medicine} stopped").format(medicine=name)


def lane_label(lane: DoseLane) -> str:
    """What stands over a lane: "Sertraline, mg", "Prazosin, mg, as needed"."""
    if lane.as_needed:
        return _("{medicine}, {unit}, as needed").format(medicine=lane.label, unit=lane.unit)
    if lane.daily:
        return _("{medicine}, {unit} a day").format(medicine=lane.label, unit=lane.unit)
    return _("{medicine}, {unit}").format(medicine=lane.label, unit=lane.unit) if lane.unit else lane.label


def also(lanes: Iterable[DoseLane]) -> str:
    """The medicines that have no lane of their own."""
    return _("Also: {medicines}").format(medicines=", ".join(lane.label for lane in lanes))


def day_told(data: TrendsData, day: int) -> str:
    """What happened on a day and what the usual doses were: "Infusion 4. Usual doses: Sertraline 50 mg"."""
    marks = ", ".join(mark.label for mark in data.marks_on(day))
    doses = ", ".join(dose_told(lane, amount) for lane in data.doses if (amount := lane.amount_on(day)) is not None)
    told = _("Usual doses: {doses}").format(doses=doses) if doses else ""
    return " ".join(_("{text}.").format(text=text) for text in (marks, told) if text)


def dose_told(lane: DoseLane, amount: float) -> str:
    """A medicine with its usual dose of a day."""
    return _("{medicine} {dose}").format(medicine=lane.label, dose=_with_unit(lane, amount))


def sentences(data: TrendsData) -> tuple[str, ...]:
    """Everything that is marked in the period, and every usual dose with its days."""
    first, last = data.period.first.toordinal(), data.period.last.toordinal()
    shown = [mark for mark in data.marks if first <= mark.day <= last]
    by_kind = ((kind, [mark for mark in shown if mark.kind is kind]) for kind in MarkKind)
    marks = [_marks(kind, found) for kind, found in by_kind if found]
    lanes = [lane_sentence(lane, first, last) for lane in data.doses]
    return (*marks, *(lane for lane in lanes if lane))


def _marks(kind: MarkKind, marks: Sequence[ChartMark]) -> str:
    if kind is MarkKind.TAG:
        return _tagged(marks)
    told = "; ".join(_("{label} on {day}").format(label=mark.label, day=_day(mark.day)) for mark in marks)
    n = len(marks)
    words = {
        MarkKind.SESSION: ngettext("{n} session: {told}.", "{n} sessions: {told}.", n),
        MarkKind.DOSE: ngettext("{n} dose change: {told}.", "{n} dose changes: {told}.", n),
        MarkKind.MARKER: ngettext("{n} marker: {told}.", "{n} markers: {told}.", n),
    }[kind]
    return words.format(n=n, told=told)


def _tagged(marks: Sequence[ChartMark]) -> str:
    n, days = len(marks), "; ".join(_day(mark.day) for mark in marks)
    words = ngettext("{n} day with the tag {tag}: {days}.", "{n} days with the tag {tag}: {days}.", n)
    return words.format(n=numbers.count(n), tag=marks[0].label, days=days)


def lane_sentence(lane: DoseLane, first: int, last: int) -> str:
    """The usual doses of a medicine in some days (ordinals), or nothing where it was not taken."""
    steps = [
        _("{dose} from {first} to {last}").format(
            dose=_with_unit(lane, amount), first=_day(max(begin, first)), last=_day(min(end, last))
        )
        for begin, end, amount in zip(lane.firsts, lane.lasts, lane.amounts, strict=True)
        if begin <= last and end >= first
    ]
    if not steps:
        return ""
    words = _("{medicine}, usual dose as needed: {steps}.") if lane.as_needed else _("{medicine}, usual dose: {steps}.")
    return words.format(medicine=lane.label, steps="; ".join(steps))


def _with_unit(lane: DoseLane, amount: float) -> str:
    text = dose(numbers.dose(amount), lane.unit)
    return _("{dose} a day").format(dose=text) if lane.daily else text


def _day(day: int) -> str:
    return dates.short_date(date.fromordinal(day))


def note(data: TrendsData) -> str:
    """What the lines through the charts are, for the kinds of marks in the data; nothing without any."""
    kinds = {kind for kind, _group in groupby(sorted(mark.kind for mark in data.marks))}
    parts = {
        MarkKind.SESSION: _("a solid line with ▼ is a session"),
        MarkKind.DOSE: _("a dashed line with ■ is a dose change"),
        MarkKind.MARKER: _("a dotted line with ◆ is a marker of your own"),
        MarkKind.TAG: _("a dash-dotted line with ✚ is a day with the chosen tag"),
    }
    told = [words for kind, words in parts.items() if kind in kinds]
    return _("On the charts {parts}.").format(parts=", ".join(told)) if told else ""
