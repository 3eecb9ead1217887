"""The current treatment in one line."""

from __future__ import annotations

from journal.report.medicines import name, usual
from journal.report.text_safety import one_line, shortened
from journal.report.treatment_data import ReportCourse, Treatment
from journal.report.wording import ReportWords
from journal.texts.translation import _, ngettext

TITLE_LIMIT = 40
LIMIT = 260


def current_treatment(told: Treatment, words: ReportWords) -> str:
    """The courses and medicines that go on at the end of the period; empty where there are none."""
    courses = [course_phrase(course, words) for course in told.courses]
    taken = [f"{name(medicine)} {usual(medicine, words)}" for medicine in told.medicines if medicine.level is not None]
    said = "; ".join([*courses, *taken])
    return shortened(_("Treatment: {list}.").format(list=said), LIMIT) if said else ""


def course_phrase(course: ReportCourse, words: ReportWords) -> str:
    """A course: "Ketamine infusion, 4 of 6 sessions, last on 5 Aug"."""
    said = [shortened(one_line(course.title), TITLE_LIMIT), held(course)]
    if course.last_session is not None:
        said.append(_("last on {day}").format(day=words.day(course.last_session)))
    return ", ".join(said)


def held(course: ReportCourse) -> str:
    """How many sessions there were, of how many planned."""
    if course.planned is not None and course.held <= course.planned:
        return ngettext("{n} of {planned} session", "{n} of {planned} sessions", course.planned).format(
            n=course.held, planned=course.planned
        )
    return ngettext("{n} session", "{n} sessions", course.held).format(n=course.held)
