"""What a report tells of treatment, read from the journal: only the parts that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from journal.app.journal import Journal
from journal.host.resources import read_treatments
from journal.model.courses import Course
from journal.model.dose_steps import dose_changes
from journal.model.intake_counts import intake_counts, per_month
from journal.model.markers import Marker
from journal.model.medicines import Intake, Medicine, Taken
from journal.model.periods import Period
from journal.model.practices import Practice
from journal.model.quantiles import median
from journal.model.sessions import Session, SessionOutline, numbers
from journal.model.side_effects import MINUTE_MS, effect_courses
from journal.model.since_session import SessionDay, ratings_by_day
from journal.report.request import Part, ReportRequest
from journal.report.treatment_data import (
    ReportCourse,
    ReportEffect,
    ReportMedicine,
    ReportPractice,
    ReportSession,
    ReportSince,
    Treatment,
)
from journal.texts.items import ItemWords
from journal.texts.marks import numbered
from journal.texts.treatments import course_title, session_title, treatment_label, treatment_short

AnySession = TypeVar("AnySession", Session, SessionOutline)


def parts_of_treatment(journal: Journal) -> frozenset[Part]:
    """The parts about treatment, questionnaires and own goals among them, of which the journal holds anything."""
    store = journal.store
    held = {
        Part.SESSIONS: bool(store.sessions.latest() or store.practices.all()),
        Part.MEDICINES: bool(store.medicines.all()),
        Part.MARKERS: bool(store.markers.all()),
        Part.SCORES: bool(store.questionnaires.count()),
        Part.GOALS: bool(store.goals.count()),
    }
    return frozenset(part for part, any_there in held.items() if any_there)


class TreatmentSource:
    """The treatment of a period. Nothing is read of a part that was not asked for."""

    def __init__(self, journal: Journal, request: ReportRequest, words: ItemWords) -> None:
        self._journal, self._request, self._period = journal, request, request.period
        self._words = words
        self._kinds = read_treatments()
        self._now_ms = journal.clock.now_ms()
        asked = request.has(Part.SESSIONS)
        self._courses = {course.id: course for course in journal.store.courses.all()} if asked else {}
        stored, period = journal.store.sessions, self._period
        self._known = self._begun(stored.outlines() if asked else [])
        self._within = self._begun(stored.between(period.first, period.last) if asked else [])
        self._numbers = numbers(self._known)

    def treatment(self) -> Treatment:
        """Everything but the ratings since a session, which need the report's own day values."""
        return Treatment(
            sessions=tuple(self._sessions()),
            courses=tuple(self._running()),
            medicines=tuple(self._medicines()) if self._request.has(Part.MEDICINES) else (),
            practice=self._practice(),
            markers=self._markers(),
        )

    def since(
        self,
        values: Sequence[float | None],
        label: str,
        scale: tuple[float, float],
        words: tuple[str, str],
    ) -> ReportSince | None:
        """Ratings by days since a session: of the kind with a dose whose last session is the newest, else the newest.

        `values` has one for each day of the period, None where there is none.
        """
        newest = max(self._within, key=lambda one: (self._kinds.of(one.kind).dosed, one.at_ms, one.kind), default=None)
        if newest is None:
            return None
        first_day = self._journal.store.entries.first_day()
        alike = [session for session in self._known if session.kind == newest.kind]
        rated = [
            (day.toordinal(), value)
            for day, value in zip(self._period.days(), values, strict=True)
            if value is not None
        ]
        found = ratings_by_day(
            [SessionDay(one.id, one.day.toordinal()) for one in alike if one.day in self._period],
            [day for day, _value in rated],
            [value for _day, value in rated],
            others=[one.day.toordinal() for one in alike if one.day not in self._period],
            first=max(self._period.first, first_day or self._period.first).toordinal(),
            last=min(self._period.last, self._journal.today()).toordinal(),
        )
        return ReportSince(found, label, treatment_label(self._kinds.of(newest.kind)), *scale, words)

    def _begun(self, sessions: Iterable[AnySession]) -> list[AnySession]:
        return [session for session in sessions if session.at_ms <= self._now_ms]

    def _sessions(self) -> list[ReportSession]:
        labels = self._labels() if self._within else {}
        return [self._session(session, self._numbers.get(session.id), labels) for session in self._within]

    def _session(self, session: Session, number: int | None, labels: Mapping[str, str]) -> ReportSession:
        kind = self._kinds.of(session.kind)
        course = self._courses.get(session.course_id or "")
        private = {"intention": "", "note": ""} | ({} if self._request.has(Part.ALCOHOL) else {"alcohol": None})
        return ReportSession(
            session=replace(session, effects=(), **private),  # type: ignore[arg-type]  # fields by name
            title=session_title(session, course, number, self._kinds),
            short=session.name or numbered(treatment_short(kind), number),
            kind=session.name or treatment_label(kind),
            number=number,
            dosed=kind.dosed and (kind.dissociative or session.dose is not None),
            device_mg=kind.device_mg,
            effects=tuple(self._effects(session, labels)),
        )

    def _effects(self, session: Session, labels: Mapping[str, str]) -> list[ReportEffect]:
        def minutes(at_ms: int) -> int:
            return (at_ms - session.at_ms) // MINUTE_MS

        return [
            ReportEffect(
                label=labels.get(course.item_id, ""),
                level=course.peak.level,
                onset_min=minutes(course.onset.at_ms),
                peak_min=minutes(course.peak.at_ms),
                end_min=None if course.end is None else minutes(course.end.at_ms),
                still_there=course.still_there,
                phase=course.phase,
            )
            for course in effect_courses(session, self._now_ms)
            if course.onset is not None and course.peak is not None
        ]

    def _labels(self) -> dict[str, str]:
        return {item.id: self._words.item_label(item) for item in self._journal.items()}

    def _running(self) -> list[ReportCourse]:
        """The courses that go on at the end of the period, in the order in which they began."""
        last = self._period.last
        return [self._course(course) for course in self._courses.values() if course.open_on(last)]

    def _course(self, course: Course) -> ReportCourse:
        days = [one.day for one in self._known if one.course_id == course.id and one.day <= self._period.last]
        plans = [plan for plan in course.plans if plan.since_day <= self._period.last]
        return ReportCourse(
            title=course_title(course, self._kinds),
            start=course.start,
            held=len(days),
            planned=plans[-1].sessions if plans else None,
            last_session=max(days, default=None),
        )

    def _medicines(self) -> list[ReportMedicine]:
        """The medicines that were taken at any time of the period."""
        first, last = self._period.first, self._period.last
        known = [
            medicine
            for medicine in self._journal.store.medicines.all()
            if medicine.start <= last and (medicine.stopped_on is None or medicine.stopped_on >= first)
        ]
        doses = self._journal.store.intakes.between(first, last) if known else []
        logged = min([self._journal.store.entries.first_day() or last, *(intake.day for intake in doses)])
        planned = [intake for intake in doses if intake.taken is not Taken.EXTRA]
        return [self._medicine(medicine, planned, logged) for medicine in known]

    def _medicine(self, medicine: Medicine, doses: Sequence[Intake], logged: date) -> ReportMedicine:
        own = [intake for intake in doses if intake.medicine_id == medicine.id]
        begin = max(self._period.first, medicine.start, logged)
        end = min(self._period.last, self._journal.today(), medicine.stopped_on or date.max)
        changes = (change for change in dose_changes(medicine) if change.day in self._period)
        return ReportMedicine(
            name=medicine.name,
            unit=medicine.unit,
            as_needed=medicine.as_needed,
            start=medicine.start,
            level=medicine.level_on(self._period.last),
            changes=tuple(changes),
            counts=intake_counts(own),
            per_month=per_month(own, Period(min(begin, end), end)),
        )

    def _practice(self) -> ReportPractice | None:
        if not self._request.has(Part.SESSIONS):
            return None
        found = self._journal.store.practices.between(self._period.first, self._period.last)
        done = [practice for practice in found if practice.done]
        if not found:
            return None
        return ReportPractice(
            done=len(done),
            not_done=len(found) - len(done),
            before=_middle(done, "before"),
            highest=_middle(done, "highest"),
            after=_middle(done, "after"),
        )

    def _markers(self) -> tuple[Marker, ...]:
        if not self._request.has(Part.MARKERS):
            return ()
        return tuple(self._journal.store.markers.between(self._period.first, self._period.last))


def _middle(practices: Sequence[Practice], field: str) -> tuple[float, int] | None:
    values = [value for practice in practices if (value := getattr(practice, field)) is not None]
    return (median(values), len(values)) if values else None
