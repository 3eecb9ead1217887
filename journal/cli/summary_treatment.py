"""Sessions, medicines and ratings since a session in a summary, as lines for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from journal.cli.output import put_line, put_table, shown
from journal.model.entries import local_time
from journal.model.sessions import Vital
from journal.model.treatment_summary import MedicineSummary, SessionSummary, SinceSummary, TreatmentSummary
from journal.texts import numbers
from journal.texts.translation import _, ngettext
from journal.texts.treatments import dose_text, route_text, treatment_label, went_text

if TYPE_CHECKING:
    from journal.model.side_effects import EffectCourse
    from journal.model.treatments import Treatments


class TreatmentLines:
    """Prints the treatment of a period. `labels` are the items' labels by id and by key."""

    def __init__(self, treatments: Treatments, labels: dict[str, str]) -> None:
        self._treatments = treatments
        self._labels = labels

    def put(self, treatment: TreatmentSummary) -> None:
        """Print each part that has something, with a heading."""
        for heading, lines in (
            (_("Sessions"), [self._session(session) for session in treatment.sessions]),
            (_("Medicines"), [medicine_line(medicine) for medicine in treatment.medicines]),
        ):
            if lines:
                click.echo(f"\n{heading}")
                for line in lines:
                    put_line(line)
        if treatment.since is not None and treatment.since.found.points:
            self._put_since(treatment.since)

    def _session(self, told: SessionSummary) -> str:
        session = told.session
        kind = self._treatments.of(session.kind)
        name = shown(session.name) or treatment_label(kind)
        parts = [
            "" if session.dose is None else dose_text(session.dose, session.unit, kind.device_mg),
            route_text(session.route) if session.route else "",
            pressure_text(session.vitals),
            *(self._effect(effect) for effect in told.effects),
            went_text(session.went) if session.went else "",
            "" if session.clear_min is None else _("clear again after {n} min").format(n=session.clear_min),
        ]
        return f"{session.day.isoformat()} {name}{_place(told)}: {', '.join(part for part in parts if part) or '–'}"

    def _effect(self, effect: EffectCourse) -> str:
        label = self._labels.get(effect.item_id, "–")
        if effect.peak is None:
            return label
        at = local_time(effect.peak.at_ms, effect.peak.offset_min)
        return _("{effect} up to {level} at {time}").format(effect=label, level=effect.peak.level, time=f"{at:%H:%M}")

    def _put_since(self, since: SinceSummary) -> None:
        from journal.texts.since_sessions import missing_line, reach_line, summary_line, title

        label = self._labels.get(since.key) or _("Average symptom rating")
        kind = treatment_label(self._treatments.of(since.kind))
        click.echo("\n" + title(label, kind, since.found.unit))
        rows = [(_("day"), _("sessions"), _("median"), _("quartiles"))]
        rows += [
            (
                numbers.amount(point.x),
                str(point.n_sessions),
                _number(point.median),
                "–" if point.q1 is None else f"{_number(point.q1)}–{_number(point.q3)}",
            )
            for point in since.found.points
        ]
        put_table(rows, numbers_from=0)
        for line in (summary_line(since.found), missing_line(since.found), reach_line(since.found.unit)):
            if line:
                click.echo(line)


def medicine_line(told: MedicineSummary) -> str:
    """A medicine with its doses by day and what was written down of them."""
    medicine = told.medicine
    steps = [
        _("{dose} from {day}").format(
            dose=f"{numbers.dose(step.amount)} {medicine.unit}".strip(), day=step.first.isoformat()
        )
        for step in told.steps
    ]
    return f"{shown(medicine.name)}: {', '.join([*steps, *_counts(told)]) or '–'}"


def pressure_text(vitals: Iterable[Vital]) -> str:
    """Blood pressure first and where it was highest; nothing where none was measured."""
    measured = [vital for vital in vitals if vital.systolic is not None and vital.diastolic is not None]
    if not measured:
        return ""
    highest = max(measured, key=lambda vital: (vital.systolic or 0, vital.diastolic or 0))
    shown_vitals = measured[:1] if highest == measured[0] else [measured[0], highest]
    texts = [f"{vital.systolic}/{vital.diastolic}" for vital in shown_vitals]
    if len(texts) == 1:
        return _("blood pressure {first}").format(first=texts[0])
    return _("blood pressure {first}, highest {highest}").format(first=texts[0], highest=texts[1])


def _place(told: SessionSummary) -> str:
    if told.number is None:
        return ""
    if told.planned is None or told.number > told.planned:
        return f" {told.number}"
    return " " + _("{n} of {planned}").format(n=told.number, planned=told.planned)


def _counts(told: MedicineSummary) -> list[str]:
    counts = told.counts
    parts = []
    if told.per_month is not None and told.per_month.mean is not None:
        months = ngettext("{n} month", "{n} months", told.per_month.n_months).format(n=told.per_month.n_months)
        parts.append(
            _("{mean} a month over {months}").format(mean=numbers.one_decimal(told.per_month.mean), months=months)
        )
    if counts.taken:
        parts.append(ngettext("taken {n} time", "taken {n} times", counts.taken).format(n=counts.taken))
    if counts.later:
        parts.append(_("of these {n} later").format(n=counts.later))
    if counts.extra:
        parts.append(_("{n} more than planned").format(n=counts.extra))
    if counts.not_taken:
        parts.append(ngettext("not taken {n} time", "not taken {n} times", counts.not_taken).format(n=counts.not_taken))
    return parts


def _number(value: float | None) -> str:
    return "–" if value is None else numbers.one_decimal(value)
