"""What stands on a day as rows of cards, each to open or change and to delete. Pure, no Qt."""

from __future__ import annotations

from journal.model.appointments import Appointment
from journal.model.calm_moments import CalmMoment
from journal.model.day_pages import ChangeKind, MedicineChange
from journal.model.entries import Entry
from journal.model.markers import Marker
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.questionnaires import Questionnaire
from journal.model.sessions import Session
from journal.texts.dates import clock_time
from journal.texts.translation import _
from journal.ui.history.day_deeds import DayDo
from journal.ui.history.day_reading import DayRead
from journal.ui.history.lines import EntryLine, LineKind, note_and_tags
from journal.ui.history.record_lines import appointment_time, calm_moment_words, record_line
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.medicine_words import quantity, times_text
from journal.ui.treatment.parts import Press, Row, Weight

DOT = " \u00b7 "


def entry_row(entry: Entry, read: DayRead) -> Row:
    """A check-in with all its answers, its note and its tags."""
    line = read.lines[entry.id]
    told = (line.answers, entry.note, note_and_tags("", entry.tags))
    return _opened(entry.id, _title(line.time, line.marks), told, LineKind.ENTRY)


def session_row(session: Session, read: DayRead) -> Row:
    """A session; its private words stay on its own page."""
    return _of_line(record_line(session, read.loaded), LineKind.SESSION)


def questionnaire_row(questionnaire: Questionnaire, read: DayRead) -> Row:
    """A questionnaire with its total."""
    return _of_line(read.scores[questionnaire.id], LineKind.QUESTIONNAIRE)


def dose_row(intake: Intake, read: DayRead) -> Row:
    """What became of a dose."""
    line = record_line(intake, read.loaded)
    title = _title(line.time, line.marks)
    known = read.loaded.medicine(intake.medicine_id) is not None
    deeds = (Deed(Do.CHANGE_INTAKE, intake.id) if known else None, LineKind.DOSE)
    return _changed(intake.id, title, (line.answers, intake.note), *deeds)


def practice_row(practice: Practice, read: DayRead) -> Row:
    """What was practised."""
    line = record_line(practice, read.loaded)
    change = Deed(Do.CHANGE_PRACTICE, practice.id)
    return _changed(
        practice.id, _title(line.time, line.marks), (line.answers, practice.note), change, LineKind.PRACTICE
    )


def marker_row(marker: Marker) -> Row:
    """A day that may matter."""
    return _changed(marker.id, marker.label, (marker.note,), Deed(Do.CHANGE_MARKER, marker.id), LineKind.MARKER)


def change_row(change: MedicineChange) -> Row:
    """What happened to a medicine, which opens to be corrected there."""
    medicine, level = change.medicine, change.level
    dose = quantity(level.amount, medicine.unit) if level else ""
    before = quantity(change.before.amount, medicine.unit) if change.before else ""
    words = {
        ChangeKind.BEGUN: _("Begun with {dose}").format(dose=dose),
        ChangeKind.CHANGED: _("From {before} to {dose}").format(before=before, dose=dose),
        ChangeKind.STOPPED: _("Last day"),
    }[change.kind]
    when = times_text(level) if level else ""
    told = DOT.join(part for part in (words, when) if part)
    key = f"{medicine.id}-{change.kind}-{level.id if level else ''}"
    opens = Deed(DayDo.OPEN, medicine.id, LineKind.MEDICINE)
    return Row(key, medicine.name, (told,), (_press(_("Open"), opens, medicine.name),))


def calm_moment_row(moment: CalmMoment) -> Row:
    """A calm moment that was kept: what was chosen, and the distress before and after it where that was said."""
    chosen, told = calm_moment_words(moment)
    return _changed(moment.id, _title(clock_time(moment.at), chosen), (told,), None, LineKind.CALM_MOMENT)


def appointment_row(appointment: Appointment) -> Row:
    """An appointment; its note is private and stays on its own page."""
    return _opened(appointment.id, appointment_time(appointment), (), LineKind.APPOINTMENT)


def _of_line(line: EntryLine, kind: LineKind) -> Row:
    return _opened(line.entry_id, _title(line.time, line.marks), (line.answers,), kind)


def _opened(record_id: str, title: str, lines: tuple[str, ...], kind: LineKind) -> Row:
    """A row that opens elsewhere."""
    opens = Deed(DayDo.OPEN, record_id, kind)
    presses = (_press(_("Open"), opens, title), _delete(record_id, title, kind))
    return Row(record_id, title, tuple(line for line in lines if line), presses)


def _changed(record_id: str, title: str, lines: tuple[str, ...], change: Deed | None, kind: LineKind) -> Row:
    """A row that is changed in a form under it, if it can be."""
    first = (_press(_("Change"), change, title),) if change else ()
    return Row(record_id, title, tuple(line for line in lines if line), (*first, _delete(record_id, title, kind)))


def _delete(record_id: str, about: str, kind: LineKind) -> Press:
    return _press(_("Delete"), Deed(DayDo.DELETE, record_id, kind), about)


def _press(words: str, deed: Deed, about: str) -> Press:
    return Press(words, deed, Weight.TEXT, about)


def _title(time: str, marks: str) -> str:
    return DOT.join(part for part in (time, marks) if part)
