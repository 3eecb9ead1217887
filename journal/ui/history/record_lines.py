"""What else was written down for a day as lines of History, but for questionnaires. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from journal.model.appointments import Appointment
from journal.model.calm_moments import CalmMoment
from journal.model.entries import TimeKnown
from journal.model.markers import Marker
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.sessions import Session
from journal.texts.dates import clock_time
from journal.texts.numbers import count
from journal.texts.times import parse_clock
from journal.texts.translation import _
from journal.texts.treatments import practice_title
from journal.ui.calm.place import Part
from journal.ui.calm.words import part_words
from journal.ui.history.lines import EntryLine, LineKind
from journal.ui.treatment.course_words import effects_line, given_words, session_words
from journal.ui.treatment.day_cards import practice_line
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.medicine_words import dose_words, minute_text

DOT = " \u00b7 "

TreatmentRecord = Session | Intake | Practice | Marker | CalmMoment | Appointment
"""What has lines here; questionnaires have their own."""


NOBODY: Mapping[str, str] = MappingProxyType({})


def record_line(record: TreatmentRecord, known: Loaded, clinicians: Mapping[str, str] = NOBODY) -> EntryLine:
    """The line of a record; private words of a session or an appointment stay on its own page.

    `clinicians` are names by id.
    """
    if isinstance(record, Session):
        told = DOT.join(part for part in (*given_words(record, known), effects_line(record, known)) if part)
        title = session_words(record, known)
        return _line(record, _time(record), title, told, LineKind.SESSION)
    if isinstance(record, Intake):
        return _dose_line(record, known)
    if isinstance(record, Practice):
        return _line(
            record, _time(record), practice_title(record), practice_line(record), LineKind.PRACTICE, record.note
        )
    if isinstance(record, CalmMoment):
        told = DOT.join(part for part in calm_moment_words(record) if part)
        return _line(record, clock_time(record.at), _("Calm moment"), told, LineKind.CALM_MOMENT)
    if isinstance(record, Appointment):
        name = clinicians.get(record.clinician_id or "", "")
        return _line(record, appointment_time(record), _("Appointment"), name, LineKind.APPOINTMENT)
    return _line(record, _("Marker"), "", record.label, LineKind.MARKER, record.note)


def calm_moment_words(moment: CalmMoment) -> tuple[str, str]:
    """What was chosen in a calm moment, and the distress before and after it where that was said; else empty."""
    chosen = part_words(Part(moment.choice)) if moment.choice in list(Part) else ""
    levels = ((_("before {n}"), moment.before), (_("after {n}"), moment.after))
    said = ", ".join(words.format(n=count(level)) for words, level in levels if level is not None)
    return chosen, _("distress {levels}").format(levels=said) if said else ""


def appointment_time(appointment: Appointment) -> str:
    """The hour of an appointment, or that it is not known."""
    minute = parse_clock(appointment.time)
    return _("No time of day") if minute is None else minute_text(minute)


def _dose_line(intake: Intake, known: Loaded) -> EntryLine:
    medicine = known.medicine(intake.medicine_id)
    name = medicine.name if medicine else ""
    line = _line(intake, _time(intake), name, dose_words(intake, medicine.unit if medicine else ""), LineKind.DOSE)
    return replace(line, about=intake.medicine_id)


def _time(record: Session | Intake | Practice) -> str:
    return clock_time(record.at) if record.time_known is TimeKnown.MINUTE else _("No time of day")


def _line(record: TreatmentRecord, time: str, marks: str, told: str, kind: LineKind, note: str = "") -> EntryLine:
    day = record.day
    return EntryLine(record.id, day, "", time, marks, told, " ".join(note.split()), kind)
