"""What a press or a filled-in form on the page for appointments asks of the journal. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from journal.app import appointments, clinicians, questions
from journal.app.journal import Journal
from journal.model.appointments import Appointment, QuestionKind
from journal.texts.times import parse_clock
from journal.texts.translation import _
from journal.ui.appointments.state import NEW, Loaded
from journal.ui.appointments.wishes import Do
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.wishes import Wish

HOUR_MIN = 60


def form_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """What the answers of a form ask for; `given` holds the problems found on the way."""
    if deed.do in (Do.ADD_APPOINTMENT, Do.CHANGE_APPOINTMENT):
        return _appointment_wish(deed, given, loaded)
    name = given.text("name", _("Type a name."))
    if deed.do is Do.ADD_CLINICIAN:
        return Wish(lambda journal: clinicians.add_clinician(journal, name), _("Added."))
    return Wish(lambda journal: clinicians.rename_clinician(journal, deed.id, name), _("Changed."))


def press_wish(deed: Deed) -> Wish:
    """What a press asks for."""
    if deed.do is Do.OPEN_AGAIN:
        return Wish(lambda journal: questions.bring_up(journal, [deed.id], None), _("It is in the list again."))
    if deed.do is Do.DELETE_CLINICIAN:
        return _deleted(lambda journal: clinicians.delete_clinician(journal, deed.id), "clinician", deed.id)
    if deed.do is Do.DELETE_APPOINTMENT:
        return _deleted(lambda journal: appointments.delete_appointment(journal, deed.id), "appointment", deed.id)
    return delete_line_wish(deed.id)


def add_line_wish(kind: QuestionKind, text: str) -> Wish:
    """Write a line down."""
    return Wish(lambda journal: questions.add_question(journal, kind, text), announced=_("Added."))


def reword_wish(question_id: str, text: str) -> Wish:
    """Give a line other words."""
    return Wish(lambda journal: questions.reword_question(journal, question_id, text), announced=_("Changed."))


def move_wish(question_id: str, by: int) -> Wish:
    """Move a line up or down."""
    return Wish(lambda journal: questions.move_question(journal, question_id, by))


def bring_up_wish(question_ids: tuple[str, ...]) -> Wish:
    """Note that lines were brought up today."""
    return Wish(lambda journal: questions.bring_up_today(journal, question_ids), _("Marked as brought up."))


def delete_line_wish(question_id: str) -> Wish:
    """Delete a line."""
    return _deleted(lambda journal: questions.delete_question(journal, question_id), "question", question_id)


def _deleted(act: Callable[[Journal], object], kind: str, record_id: str) -> Wish:
    return Wish(act, _("Deleted."), for_good=(kind, record_id))


def _appointment_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    before = next((each for each in loaded.appointments if each.id == deed.id), Appointment("", loaded.today))
    chosen = given.text("clinician")
    new = given.text("name", _("Type a name.")) if chosen == NEW else ""
    wanted = replace(
        before,
        day=given.day("day"),
        time=_time(given),
        clinician_id=chosen if chosen and chosen != NEW else None,
        note=given.text("note"),
    )
    said = _("Changed.") if before.id else _("Added.")
    return Wish(lambda journal: appointments.keep_appointment(journal, wanted, new), said)


def _time(given: Answers) -> str:
    """The time as the journal keeps it; empty where none was typed."""
    text = given.text("time")
    minute = parse_clock(text) if text else None
    if text and minute is None:
        given.problems["time"] = _("Type a time such as 14:30, or leave it empty.")
    return "" if minute is None else "{:02}:{:02}".format(*divmod(minute, HOUR_MIN))
