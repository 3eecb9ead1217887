"""Appointments with a clinician, what to ask there, and what each clinician is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class QuestionKind(StrEnum):
    """Something to ask, or something that changed and should be told."""

    QUESTION = "question"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Clinician:
    """Someone who is shown the report. `include` are names of parts of the report, `paper` its size or empty.

    Notes, the name, thoughts of suicide, alcohol, drugs and craving are never among them.
    """

    id: str
    name: str
    include: tuple[str, ...] = ()
    paper: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Appointment:
    """A date with a clinician. `time` is a local "HH:MM" or empty; the note is private."""

    id: str
    day: date
    time: str = ""
    clinician_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question or a change, written down on `day`; `asked_on` says when it was brought up, None while it is open."""

    id: str
    kind: QuestionKind
    text: str
    day: date
    asked_on: date | None = None
    appointment_id: str | None = None
    position: int = 0
