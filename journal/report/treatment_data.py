"""What a report tells of treatment, gathered from the journal: sessions, courses, medicines, practice, markers.

Only what was chosen is in here. Intentions and notes never are: they come in as chosen notes alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from journal.model.dose_steps import DoseChange
from journal.model.intake_counts import IntakeCounts, PerMonth
from journal.model.markers import Marker
from journal.model.medicines import DoseLevel
from journal.model.sessions import Phase, Session
from journal.model.since_session import SinceSession


@dataclass(frozen=True, slots=True)
class ReportEffect:
    """One side effect of a session: its highest level, and when it came, was highest and went.

    In minutes after the session's start. Without `end_min` it is still there, or its end is not known.
    """

    label: str
    level: int
    onset_min: int
    peak_min: int
    end_min: int | None = None
    still_there: bool = False
    phase: Phase | None = None


@dataclass(frozen=True, slots=True)
class ReportSession:
    """One session of the period, without its intention and note.

    `title` is its kind with its number in its course, `short` the same for narrow columns. `dosed`
    is true for treatments with a dose, `device_mg` the content of one device where there are any.
    """

    session: Session
    title: str
    short: str
    kind: str
    number: int | None = None
    dosed: bool = True
    device_mg: float | None = None
    effects: tuple[ReportEffect, ...] = ()

    @property
    def day(self) -> date:
        """The day it belongs to."""
        return self.session.day


@dataclass(frozen=True, slots=True)
class ReportCourse:
    """A course that goes on at the end of the period: how many sessions it had until then."""

    title: str
    start: date
    held: int
    planned: int | None = None
    last_session: date | None = None


@dataclass(frozen=True, slots=True)
class ReportMedicine:
    """A medicine of the period.

    `level` is the usual dose on its last day, None once it was stopped. `changes` lie in the period.
    `counts` and `per_month` leave out what was more than planned.
    """

    name: str
    unit: str
    as_needed: bool
    start: date
    level: DoseLevel | None = None
    changes: tuple[DoseChange, ...] = ()
    counts: IntakeCounts = field(default_factory=IntakeCounts)
    per_month: PerMonth = field(default_factory=PerMonth)


@dataclass(frozen=True, slots=True)
class ReportPractice:
    """The practice of the period. Each median of distress (0 to 100) comes with its n."""

    done: int
    not_done: int
    before: tuple[float, int] | None = None
    highest: tuple[float, int] | None = None
    after: tuple[float, int] | None = None


@dataclass(frozen=True, slots=True)
class ReportSince:
    """Ratings by days since a session: of what, since which sessions, on which scale."""

    found: SinceSession
    label: str
    sessions: str
    minimum: float = 0.0
    maximum: float = 4.0
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Treatment:
    """Everything a report tells of treatment. Empty where nothing was chosen or there is nothing."""

    sessions: tuple[ReportSession, ...] = ()
    courses: tuple[ReportCourse, ...] = ()
    medicines: tuple[ReportMedicine, ...] = ()
    practice: ReportPractice | None = None
    since: ReportSince | None = None
    markers: tuple[Marker, ...] = ()

    @property
    def dosed(self) -> tuple[ReportSession, ...]:
        """The sessions of treatments with a dose, by time."""
        return tuple(session for session in self.sessions if session.dosed)
