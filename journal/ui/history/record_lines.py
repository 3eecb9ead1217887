"""What else was written down for a day as lines of History: sessions, doses, practice, markers. Pure, no Qt."""

from __future__ import annotations

from dataclasses import replace

from journal.model.entries import TimeKnown
from journal.model.markers import Marker
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.sessions import Session
from journal.texts.dates import clock_time
from journal.texts.translation import _
from journal.texts.treatments import practice_title
from journal.ui.history.lines import EntryLine, LineKind
from journal.ui.treatment.course_words import effects_line, given_words, session_words
from journal.ui.treatment.day_cards import practice_line
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.medicine_words import dose_words

DOT = " \u00b7 "

TreatmentRecord = Session | Intake | Practice | Marker
"""What has lines here; questionnaires have their own."""


def record_line(record: TreatmentRecord, known: Loaded) -> EntryLine:
    """The line of a record; private words of a session stay on its own page."""
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
    return _line(record, _("Marker"), "", record.label, LineKind.MARKER, record.note)


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
