"""The rows of treatment in the CSV export, and with them those of questionnaires."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from journal.exchange.csv_questionnaires import QuestionnaireRows
from journal.exchange.csv_treatment_columns import BETWEEN_TAGS
from journal.exchange.iso_times import iso_time
from journal.exchange.leeward_document import DocumentRecords
from journal.model.courses import Course
from journal.model.entries import TimeKnown
from journal.model.items import Item
from journal.model.medicines import Intake, Medicine
from journal.model.practices import Practice
from journal.model.sessions import Session, SideEffect
from journal.model.treatments import DoseUnit, Treatments
from journal.texts.items import ItemWords
from journal.texts.treatments import treatment_label

Row = dict[str, Any]
MINUTE_MS = 60_000

PART_FILES: Mapping[str, tuple[str, ...]] = {
    "sessions": ("courses.csv", "sessions.csv", "vitals.csv", "side_effects.csv", "practice.csv"),
    "medicines": ("medicines.csv", "doses.csv"),
    "markers": ("markers.csv",),
    "scores": ("questionnaires.csv", "questionnaire_answers.csv"),
}
"""The files of each part that can be chosen."""


@dataclass(frozen=True)
class TreatmentContent:
    """What goes into the zip beside the entries: the chosen parts and their records. `items` are by id.

    `session_numbers` are the numbers of all sessions within their courses, whatever the period.
    """

    records: DocumentRecords
    parts: frozenset[str]
    items: Mapping[str, Item]
    treatments: Treatments
    session_numbers: Mapping[str, int]
    questionnaires: QuestionnaireRows

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the chosen parts, in order."""
        return tuple(name for part, names in PART_FILES.items() if part in self.parts for name in names)


class TreatmentRows:
    """Makes the rows of each file."""

    def __init__(self, content: TreatmentContent, words: ItemWords) -> None:
        self._content = content
        self._records = content.records
        self._words = words
        self._makers: dict[str, Callable[[], Iterable[Row]]] = {
            "courses.csv": self._courses,
            "sessions.csv": lambda: map(self._session, self._records.sessions),
            "vitals.csv": self._vitals,
            "side_effects.csv": self._side_effects,
            "practice.csv": lambda: map(_practice, self._records.practices),
            "medicines.csv": lambda: map(_medicine, self._records.medicines),
            "doses.csv": self._doses,
            "markers.csv": self._markers,
            "questionnaires.csv": content.questionnaires.questionnaires,
            "questionnaire_answers.csv": content.questionnaires.answers,
        }

    def of(self, name: str) -> Iterable[Row]:
        """The rows of a file."""
        return self._makers[name]()

    def _label(self, kind: str) -> str:
        return treatment_label(self._content.treatments.of(kind))

    def _courses(self) -> Iterator[Row]:
        for course in self._records.courses:
            row = _course(course) | {"treatment": self._label(course.kind)}
            for plan in course.plans or (None,):
                yield row | {
                    "plan_since": plan and plan.since_day.isoformat(),
                    "planned_sessions": plan and plan.sessions,
                    "every_days": plan and plan.every_days,
                }

    def _session(self, session: Session) -> Row:
        return _fields(session) | {
            "session": session.id,
            "course": session.course_id,
            "number": self._content.session_numbers.get(session.id),
            "treatment": self._label(session.kind),
            "planned_at": _optional_time(session.planned_ms, session.offset_min),
            "ate_at": _optional_time(session.ate_ms, session.offset_min),
            "dose_mg": self._dose_mg(session),
            "tags": BETWEEN_TAGS.join(session.tags),
        }

    def _dose_mg(self, session: Session) -> float | None:
        if session.dose is None or session.unit == DoseUnit.MG:
            return session.dose
        device_mg = self._content.treatments.of(session.kind).device_mg
        factors: dict[str, float | None] = {DoseUnit.MG_PER_KG: session.weight_kg, DoseUnit.DEVICE: device_mg}
        factor = factors.get(session.unit)
        return None if factor is None else round(session.dose * factor, 6)

    def _vitals(self) -> Iterator[Row]:
        for session in self._records.sessions:
            for vital in session.vitals:
                known = session.time_known is TimeKnown.MINUTE
                at = iso_time(session.at_ms + vital.minute * MINUTE_MS, session.offset_min) if known else ""
                yield _fields(vital) | {"session": session.id, "time": at}

    def _side_effects(self) -> Iterator[Row]:
        for session in self._records.sessions:
            for effect in session.effects:
                yield from self._effect(session, effect)

    def _effect(self, session: Session, effect: SideEffect) -> Iterator[Row]:
        item = self._content.items.get(effect.item_id)
        head: Row = {
            "session": session.id,
            "item": item.key if item else "",
            "label": self._words.item_label(item) if item else "",
            "phase": effect.phase,
        }
        if not effect.points:
            yield head | {"time": None, "minute": None, "level": None}
        for point in effect.points:
            minute = (point.at_ms - session.at_ms) // MINUTE_MS if session.time_known is TimeKnown.MINUTE else None
            yield head | {"time": iso_time(point.at_ms, point.offset_min), "minute": minute, "level": point.level}

    def _doses(self) -> Iterator[Row]:
        known = {medicine.id: medicine for medicine in self._records.medicines}
        for medicine in self._records.medicines:
            for level in medicine.levels:
                times = " ".join(map(_clock, level.times))
                yield _dose(medicine, "usual", level.since_day.isoformat(), level.amount) | {"times": times}
        for intake in self._records.intakes:
            yield _intake(intake, known.get(intake.medicine_id))

    def _markers(self) -> Iterator[Row]:
        return ({**_fields(marker), "marker": marker.id} for marker in self._records.markers)


def _fields(record: Any) -> Row:
    """The fields of a record as cells, with its times as texts."""
    row: Row = {each.name: getattr(record, each.name) for each in fields(record)}
    if "day" in row:
        row["day"] = row["day"].isoformat()
    if "at_ms" in row:
        row |= {
            "time": _time(record),
            "made_at": _optional_time(record.made_ms, record.made_offset_min),
            "changed_at": _optional_time(record.changed_ms, None),
        }
    return row


def _time(record: Session | Intake | Practice) -> str:
    """The time with its offset; only the date where the time of day is not known."""
    if record.time_known is TimeKnown.DAY:
        return record.day.isoformat()
    return iso_time(record.at_ms, record.offset_min)


def _optional_time(at_ms: int | None, offset_min: int | None) -> str | None:
    return None if at_ms is None else iso_time(at_ms, offset_min)


def _course(course: Course) -> Row:
    return _fields(course) | {"course": course.id, "start": course.start.isoformat(), "ended_on": _day(course.ended_on)}


def _medicine(medicine: Medicine) -> Row:
    days = {"start": medicine.start.isoformat(), "stopped_on": _day(medicine.stopped_on)}
    return _fields(medicine) | {"medicine": medicine.id} | days


def _practice(practice: Practice) -> Row:
    return _fields(practice) | {"practice": practice.id, "course": practice.course_id}


def _dose(medicine: Medicine | None, row: str, day: str, amount: float | None) -> Row:
    nothing = dict.fromkeys(("time", "time_known", "times", "due", "taken", "made_at", "changed_at", "note"))
    name, unit = (medicine.name, medicine.unit) if medicine else ("", "")
    about = {"medicine": medicine.id if medicine else "", "name": name, "unit": unit}
    return {**nothing, **about, "row": row, "day": day, "amount": amount}


def _intake(intake: Intake, medicine: Medicine | None) -> Row:
    due = None if intake.due_min is None else _clock(intake.due_min)
    return _dose(medicine, "dose", intake.day.isoformat(), intake.amount) | {
        "medicine": intake.medicine_id,
        "time": _time(intake),
        "time_known": intake.time_known,
        "due": due,
        "taken": intake.taken,
        "made_at": _optional_time(intake.made_ms, intake.made_offset_min),
        "changed_at": _optional_time(intake.changed_ms, None),
        "note": intake.note,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
