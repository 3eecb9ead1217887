"""The treatment of a period in plain numbers: its sessions, its medicines, and ratings since a session.

`TreatmentSummary.as_json` gives the keys that `summary --json` has beyond the items. What is private
(intention, note) is never in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from journal.model.courses import Course
from journal.model.dose_steps import dose_steps
from journal.model.intake_counts import IntakeCounts, PerMonth, intake_counts, per_month
from journal.model.medicines import DoseStep, Intake, Medicine
from journal.model.periods import Period
from journal.model.sessions import EffectPoint, Session, Vital
from journal.model.side_effects import EffectCourse, effect_courses
from journal.model.since_session import SinceSession


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One session with the derived courses of its side effects, and its number within its course."""

    session: Session
    number: int | None
    planned: int | None
    effects: tuple[EffectCourse, ...]

    def as_json(self, key_of: Callable[[str], str]) -> dict[str, object]:
        """The session as `summary --json` gives it.

        `{"id", "kind", "at", "day", "course", "number", "planned", "dose", "unit", "weight_kg",
        "route", "minutes", "shortened", "went", "clear_min", "vitals": [{"minute", "systolic", "diastolic",
        "pulse", "spo2"}], "effects": [{"key", "onset", "peak", "peak_level", "end", "still_there",
        "end_unknown", "phase"}]}`. Times are ISO with their offset; what was not said is null.
        """
        session = self.session
        return {
            "id": session.id,
            "kind": session.kind,
            "at": session.at.isoformat(timespec="minutes"),
            "day": session.day.isoformat(),
            "course": session.course_id,
            "number": self.number,
            "planned": self.planned,
            "dose": session.dose,
            "unit": session.unit or None,
            "weight_kg": session.weight_kg,
            "route": session.route or None,
            "minutes": session.minutes,
            "shortened": None if session.shortened is None else str(session.shortened),
            "went": None if session.went is None else str(session.went),
            "clear_min": session.clear_min,
            "vitals": [_vital_json(vital) for vital in session.vitals],
            "effects": [_effect_json(effect, key_of(effect.item_id)) for effect in self.effects],
        }


@dataclass(frozen=True, slots=True)
class MedicineSummary:
    """One medicine in a period: its steps that touch it, and what was written down of its doses.

    `per_month` is None for a medicine that is not taken as needed.
    """

    medicine: Medicine
    steps: tuple[DoseStep, ...]
    counts: IntakeCounts
    per_month: PerMonth | None

    def as_json(self) -> dict[str, object]:
        """The medicine as `summary --json` gives it.

        `{"id", "name", "unit", "as_needed", "start", "stopped_on", "steps": [{"from", "to", "dose",
        "times_a_day"}], "taken", "taken_later", "extra", "not_taken", "per_month": {"mean", "n_months",
        "months": [{"month", "doses", "complete"}]}}`. `taken` holds the later and the extra
        ones; `to` is null while a dose goes on.
        """
        medicine, stop = self.medicine, self.medicine.stopped_on
        return {
            "id": medicine.id,
            "name": medicine.name,
            "unit": medicine.unit,
            "as_needed": medicine.as_needed,
            "start": medicine.start.isoformat(),
            "stopped_on": None if stop is None else stop.isoformat(),
            "steps": [_step_json(step) for step in self.steps],
            "taken": self.counts.taken,
            "taken_later": self.counts.later,
            "extra": self.counts.extra,
            "not_taken": self.counts.not_taken,
            "per_month": None if self.per_month is None else self.per_month.as_json(),
        }


@dataclass(frozen=True, slots=True)
class SinceSummary:
    """Ratings by days since a session, and what of: the item, the kind of session and its course."""

    key: str
    kind: str
    course_id: str | None
    found: SinceSession

    def as_json(self) -> dict[str, object]:
        """What the list of points is about."""
        return {
            "item": self.key,
            "kind": self.kind,
            "course": self.course_id,
            "n_sessions": self.found.n_sessions,
            "fewer_from": self.found.fewer_from,
            "sessions_without": self.found.missing.sessions,
            "days_without": self.found.missing.days,
        }


@dataclass(frozen=True, slots=True)
class TreatmentSummary:
    """Sessions, medicines and ratings since a session, of one period. `item_keys` names side effects."""

    sessions: tuple[SessionSummary, ...] = ()
    medicines: tuple[MedicineSummary, ...] = ()
    since: SinceSummary | None = None
    item_keys: Mapping[str, str] | None = None

    def as_json(self) -> dict[str, object]:
        """The four keys. `since_session_of` says what `since_session` is about, null without a session."""
        return {
            "sessions": [session.as_json(self._key_of) for session in self.sessions],
            "medicines": [medicine.as_json() for medicine in self.medicines],
            "since_session": [] if self.since is None else [point.as_json() for point in self.since.found.points],
            "since_session_of": None if self.since is None else self.since.as_json(),
        }

    def _key_of(self, item_id: str) -> str:
        return (self.item_keys or {}).get(item_id, item_id)


def session_summaries(
    sessions: Iterable[Session], numbered: Mapping[str, int], courses: Iterable[Course], now_ms: int
) -> tuple[SessionSummary, ...]:
    """The sessions of a period by time; `numbered` has the number of each within its course, by id."""
    by_id = {course.id: course for course in courses}
    found = []
    for session in sorted(sessions, key=lambda session: (session.at_ms, session.id)):
        course = by_id.get(session.course_id or "")
        planned = course.planned_on(session.day) if course else None
        found.append(SessionSummary(session, numbered.get(session.id), planned, effect_courses(session, now_ms)))
    return tuple(found)


def medicine_summaries(
    period: Period, medicines: Iterable[Medicine], intakes: Sequence[Intake], known: Period
) -> tuple[MedicineSummary, ...]:
    """The medicines with a dose or an intake in the period.

    `known` are the days of which something can be known: from the first that was logged to today. A
    month beyond them is never taken for one without a dose.
    """
    found = []
    for medicine in medicines:
        own = [intake for intake in intakes if intake.medicine_id == medicine.id and intake.day in period]
        steps = dose_steps(medicine, period.first, period.last)
        if steps or own:
            found.append(MedicineSummary(medicine, steps, intake_counts(own), _per_month(medicine, own, period, known)))
    return tuple(found)


def _per_month(medicine: Medicine, intakes: Sequence[Intake], period: Period, known: Period) -> PerMonth | None:
    if not medicine.as_needed:
        return None
    first = max(period.first, known.first, medicine.start)
    last = min(period.last, known.last, medicine.stopped_on or date.max)
    return per_month(intakes, Period(first, last)) if first <= last else PerMonth()


def _step_json(step: DoseStep) -> dict[str, object]:
    return {
        "from": step.first.isoformat(),
        "to": None if step.last is None else step.last.isoformat(),
        "dose": step.amount,
        "times_a_day": step.times_a_day or None,
    }


def _vital_json(vital: Vital) -> dict[str, object]:
    return {
        "minute": vital.minute,
        "systolic": vital.systolic,
        "diastolic": vital.diastolic,
        "pulse": vital.pulse,
        "spo2": vital.spo2,
    }


def _effect_json(effect: EffectCourse, key: str) -> dict[str, object]:
    return {
        "key": key,
        "onset": _time_json(effect.onset),
        "peak": _time_json(effect.peak),
        "peak_level": None if effect.peak is None else effect.peak.level,
        "end": _time_json(effect.end),
        "still_there": effect.still_there,
        "end_unknown": effect.end_unknown,
        "phase": None if effect.phase is None else str(effect.phase),
    }


def _time_json(point: EffectPoint | None) -> str | None:
    return None if point is None else point.at.isoformat(timespec="minutes")
