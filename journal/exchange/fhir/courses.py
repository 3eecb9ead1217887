"""Courses of treatment as CarePlans, each plan of sessions an activity."""

from __future__ import annotations

from datetime import date

from journal.exchange.fhir.codings import Json, own
from journal.exchange.fhir.strings import string
from journal.exchange.fhir.subject import Subject
from journal.model.courses import Course, CoursePlan
from journal.model.treatments import Treatments
from journal.texts.translation import _
from journal.texts.treatments import course_title, treatment_label


def care_plan(course: Course, treatments: Treatments, today: date, subject: Subject) -> Json:
    """A course as it stands on a day."""
    ended = course.ended_on is not None and course.ended_on < today
    status = "completed" if ended else "draft" if course.start > today else "active"
    label = treatment_label(treatments.of(course.kind))
    about = _about(course)
    return {
        **subject.made("CarePlan", "course", course.id),
        "status": status,
        "intent": "plan",
        "category": [own(f"treatment.{course.kind}", label)],
        "title": string(course_title(course, treatments)) or label,
        **({"description": about} if about else {}),
        "period": period(course.start, course.ended_on),
        "author": subject.reference,
        **({"activity": [_activity(plan, course, status) for plan in course.plans]} if course.plans else {}),
    }


def period(first: date, last: date | None) -> Json:
    """Days as a Period; open while it goes on. A last day before the first one is not told: FHIR forbids it."""
    end = {"end": last.isoformat()} if last is not None and last >= first else {}
    return {"start": first.isoformat(), **end}


def _about(course: Course) -> str:
    said = (
        (_("What it is for"), course.purpose),
        (_("Treatments tried before"), course.tried_earlier),
        (_("Clinic or prescriber"), course.clinic),
        (_("How things were at its start"), course.baseline),
        (_("Why it ended"), course.end_reason),
    )
    return "\n".join(f"{label}: {text}" for label, words in said if (text := string(words)))


def _activity(plan: CoursePlan, course: Course, status: str) -> Json:
    """So many sessions, one every so many days, from a day on."""
    count = {"count": plan.sessions} if plan.sessions else {}
    rhythm = {"frequency": 1, "period": plan.every_days, "periodUnit": "d"} if plan.every_days else {}
    bounds = {"boundsPeriod": period(plan.since_day, course.ended_on)}
    states = {"draft": "not-started", "active": "in-progress"}
    return {
        "detail": {
            "status": states.get(status, status),
            "scheduledTiming": {"repeat": {**bounds, **count, **rhythm}},
        }
    }
