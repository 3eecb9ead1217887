"""How appointments and what to bring up there are named, on screen and on the page."""

from __future__ import annotations

from datetime import time

from journal.model.appointments import Appointment, QuestionKind
from journal.texts.dates import clock_time, full_day
from journal.texts.times import parse_clock
from journal.texts.translation import _

HOUR_MIN = 60


def appointment_title(appointment: Appointment) -> str:
    """When it is: "Thursday, 3 December 2026, 14:30"."""
    minute = parse_clock(appointment.time)
    day = full_day(appointment.day)
    if minute is None:
        return day
    return _("{day}, {time}").format(day=day, time=clock_time(time(*divmod(minute, HOUR_MIN))))


def kind_words(kind: QuestionKind) -> str:
    """What the lines of a kind are called."""
    return {QuestionKind.QUESTION: _("To ask"), QuestionKind.CHANGE: _("What changed")}[kind]


def labelled_line(kind: QuestionKind, text: str) -> str:
    """A line with its short label, for the page: "To ask: …"."""
    if kind is QuestionKind.QUESTION:
        return _("To ask: {text}").format(text=text)
    return _("Changed: {text}").format(text=text)
