"""The columns of treatment and questionnaires in the CSV export, file by file, and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from journal.exchange.csv_questionnaire_columns import QUESTIONNAIRE_FILES
from journal.texts.translation import mark

Columns = Mapping[str, tuple[str, str]]
"""The type and the meaning of each column, in order."""

NOTED = ("intention", "note", "tags", "shared", "clinic", "baseline")
"""Columns that are there only where notes go in."""

_SESSION = ("text", mark("Names the session."))
_COURSE = ("text", mark("Names the course; empty where there is none."))
_MEDICINE = ("text", mark("Names the medicine."))
_TIME = ("time", mark("Local time with its offset from UTC; only the date where the time is not known."))
_DAY = ("date", mark("The day it belongs to; a day runs from the person's own start-of-day hour."))
_KNOWN = ("text", mark("How exactly the time is known: minute, part (of the day) or day."))
_TREATMENT = ("text", mark("The kind of treatment, in words."))
_KIND = ("text", mark("The key of the kind."))
_MADE = ("time", mark("When it was written down; empty where that is not known."))
_CHANGED = ("time", mark("When it was changed last, in UTC; empty if it never was."))
BETWEEN_TAGS = " | "
TAGS = ("text", mark("The person's own tags, with a bar between them."))
_NOTE = ("text", mark("The note, in the person's own words."))
_DISTRESS = ("number", mark("Distress from 0 to 100."))
_DOSE_UNIT = ("text", mark("The unit of the dose."))

COURSES: Columns = {
    "course": ("text", mark("Names the course; there is a row for each plan it has had.")),
    "kind": _KIND,
    "treatment": _TREATMENT,
    "name": ("text", mark("The course's own name.")),
    "start": ("date", mark("Its first day.")),
    "ended_on": ("date", mark("Its last day; empty while it goes on.")),
    "end_reason": ("text", mark("Why it ended, in the person's own words.")),
    "purpose": ("text", mark("What it is for.")),
    "tried_earlier": ("text", mark("Treatments tried before it.")),
    "clinic": ("text", mark("The clinic or prescriber.")),
    "baseline": ("text", mark("How things were at its start.")),
    "plan_since": ("date", mark("The day from which this plan holds.")),
    "planned_sessions": ("number", mark("How many sessions are planned.")),
    "every_days": ("number", mark("One session every so many days is planned.")),
}

SESSIONS: Columns = {
    "session": _SESSION,
    "course": _COURSE,
    "number": ("number", mark("Its number within the course.")),
    "kind": _KIND,
    "treatment": _TREATMENT,
    "name": ("text", mark("What the person called it.")),
    "time": _TIME,
    "day": _DAY,
    "time_known": _KNOWN,
    "planned_at": ("time", mark("The planned time.")),
    "minutes": ("number", mark("How many minutes it took.")),
    "dose": ("number", mark("The dose, in its unit.")),
    "unit": ("text", mark("mg, mg/kg (of the weight) or device.")),
    "dose_mg": ("number", mark("The dose in mg where it can be reckoned: by the weight, or by what a device holds.")),
    "weight_kg": ("number", mark("The weight at this session.")),
    "route": ("text", mark("How it was given.")),
    "went": ("text", mark("How it was to go through: easy, manageable, hard or too-much.")),
    "clear_min": ("number", mark("Minutes from the start until clear again.")),
    "worked_with": ("number", mark("Could work with what came up: 0 (not at all) to 4 (very much).")),
    "place": ("text", mark("clinic, home or remote (by video or phone).")),
    "accompanied": ("text", mark("yes: someone was present.")),
    "shortened": ("text", mark("stopped (before its planned end) or slowed.")),
    "shortened_why": ("text", mark("Why it was stopped or slowed.")),
    "other_medicines": ("text", mark("Other medicines given.")),
    "ate_at": ("time", mark("When the person ate last before it.")),
    "alcohol": ("text", mark("yes: alcohol in the 24 hours before.")),
    "calming": ("text", mark("yes: calming medicine in the 24 hours before.")),
    "held_back": ("text", mark("Medicines held back before it.")),
    "ride": ("text", mark("yes: a way home was arranged.")),
    "open": ("text", mark("yes: the person has not closed it yet.")),
    "made_at": _MADE,
    "changed_at": _CHANGED,
    "shared": ("text", mark("yes: the person marked intention and note as ones to share.")),
    "intention": ("text", mark("The intention, in the person's own words.")),
    "note": _NOTE,
    "tags": TAGS,
}

VITALS: Columns = {
    "session": _SESSION,
    "time": ("time", mark("When they were taken, reckoned from the start of the session.")),
    "minute": ("number", mark("Minutes after the start; 0 is before the session.")),
    "systolic": ("number", mark("Systolic blood pressure in mmHg.")),
    "diastolic": ("number", mark("Diastolic blood pressure in mmHg.")),
    "pulse": ("number", mark("Heart rate, in beats a minute.")),
    "spo2": ("number", mark("Oxygen saturation in percent.")),
}

SIDE_EFFECTS: Columns = {
    "session": _SESSION,
    "item": ("text", mark("The item's key.")),
    "label": ("text", mark("The item's name.")),
    "phase": ("text", mark("When it came, if the person said so: during, later-that-day, next-days or stayed.")),
    "time": ("time", mark("When it was so strong; empty where no time was written down.")),
    "minute": ("number", mark("Minutes after the start of the session.")),
    "level": ("number", mark("How strong it was, from 0 (gone) to 4.")),
}

MEDICINES: Columns = {
    "medicine": _MEDICINE,
    "name": ("text", mark("Its name, as the person wrote it.")),
    "unit": _DOSE_UNIT,
    "as_needed": ("text", mark("yes: taken as needed.")),
    "start": ("date", mark("Its first day.")),
    "stopped_on": ("date", mark("Its last day; empty while it is taken.")),
    "stop_reason": ("text", mark("Why it was stopped, in the person's own words.")),
    "purpose": ("text", mark("What it is for.")),
}

DOSES: Columns = {
    "medicine": _MEDICINE,
    "name": ("text", mark("The medicine's name.")),
    "row": ("text", mark("usual: the usual dose from that day on; dose: one dose.")),
    "day": _DAY,
    "time": ("time", mark("When the dose was taken; empty for a usual dose.")),
    "time_known": _KNOWN,
    "amount": ("number", mark("The dose, in its unit. 0 is a dose; empty where none was said.")),
    "unit": _DOSE_UNIT,
    "times": ("text", mark("The times of day of a usual dose.")),
    "due": ("text", mark("The planned time of day that a dose answers.")),
    "taken": ("text", mark("taken, later (taken later), not-taken or extra (more than planned).")),
    "made_at": _MADE,
    "changed_at": _CHANGED,
    "note": _NOTE,
}

PRACTICE: Columns = {
    "practice": ("text", mark("Names the practice.")),
    "course": _COURSE,
    "time": _TIME,
    "day": _DAY,
    "time_known": _KNOWN,
    "kind": ("text", mark("in-life, in-imagination (exposure), worksheet, breathing or other.")),
    "name": ("text", mark("What the person called it.")),
    "minutes": ("number", mark("How many minutes it took.")),
    "before": _DISTRESS,
    "highest": _DISTRESS,
    "after": _DISTRESS,
    "done": ("text", mark("no: it was planned and not done.")),
    "made_at": _MADE,
    "changed_at": _CHANGED,
    "note": _NOTE,
}

MARKERS: Columns = {
    "marker": ("text", mark("Names the marker.")),
    "day": ("date", mark("The day it stands on.")),
    "label": ("text", mark("What is drawn on the charts.")),
    "note": _NOTE,
}

FILES: Mapping[str, tuple[str, Columns]] = {
    "courses.csv": (mark("One row for each plan of a course."), COURSES),
    "sessions.csv": (mark("One row for each session."), SESSIONS),
    "vitals.csv": (mark("One row for each time at which vitals were taken."), VITALS),
    "side_effects.csv": (mark("One row for each point of a side effect of a session."), SIDE_EFFECTS),
    "practice.csv": (mark("One row for each practice."), PRACTICE),
    "medicines.csv": (mark("One row for each medicine."), MEDICINES),
    "doses.csv": (mark("One row for each usual dose from a day on, and for each dose."), DOSES),
    "markers.csv": (mark("One row for each marker."), MARKERS),
    **QUESTIONNAIRE_FILES,
}
"""Each file: what a row of it is, and its columns."""


def columns_of(name: str, *, with_notes: bool) -> Columns:
    """The columns of a file, without those for notes where no notes go in."""
    return {column: about for column, about in FILES[name][1].items() if with_notes or column not in NOTED}
