"""Where the person is on the Treatment page, and what was read for it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from journal.model.entries import local_time
from journal.model.intake_counts import MonthCount
from journal.model.markers import Marker
from journal.model.medicines import Intake, Medicine
from journal.model.practices import Practice
from journal.model.sessions import Session
from journal.model.treatments import Treatments
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Value

if TYPE_CHECKING:
    from journal.app.courses import CourseView
    from journal.app.intakes import DayDoses


ROWS_AT_FIRST = 20
"""A long list shows so many rows, and as many more each time they are asked for."""


class Tab(StrEnum):
    """The views of the page, in their order."""

    NOW = "now"
    COURSES = "courses"
    MEDICINES = "medicines"
    PRACTICE = "practice"
    MARKERS = "markers"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is. `course_id` and `medicine_id` name what is opened, `form` the wish behind an open form.

    `typed` is what stands in that form already when it opens: it was half filled in when the journal closed.
    """

    tab: Tab = Tab.NOW
    course_id: str = ""
    medicine_id: str = ""
    listing: bool = False
    ended_shown: bool = False
    rows_shown: int = ROWS_AT_FIRST
    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)

    @property
    def inside(self) -> bool:
        """Whether something is opened inside the view."""
        return bool(self.course_id or self.medicine_id or self.listing)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read on the storage thread.

    `courses` newest first with their sessions, `loose` sessions of no course, newest first.
    `numbers` are the sessions' numbers within their courses, `labels` the words of side effects,
    both by id. `first_kinds` are the treatments chosen at first start. `months` are how many doses were
    taken in the last months, newest first, by medicine id; `logged` are those doses, newest first.
    """

    now_ms: int
    offset_min: int
    today: date
    day_start_min: int
    treatments: Treatments
    courses: tuple[CourseView, ...] = ()
    loose: tuple[Session, ...] = ()
    open_session: Session | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    first_kinds: frozenset[str] = frozenset()
    medicines: tuple[Medicine, ...] = ()
    doses: DayDoses | None = None
    months: Mapping[str, tuple[MonthCount, ...]] = field(default_factory=dict)
    logged: tuple[Intake, ...] = ()
    practices: tuple[Practice, ...] = ()
    markers: tuple[Marker, ...] = ()

    @property
    def now(self) -> datetime:
        """The local time now, with its offset."""
        return local_time(self.now_ms, self.offset_min)

    def course(self, course_id: str) -> CourseView | None:
        """A course by id."""
        return next((view for view in self.courses if view.course.id == course_id), None)

    def medicine(self, medicine_id: str) -> Medicine | None:
        """A medicine by id."""
        return next((each for each in self.medicines if each.id == medicine_id), None)

    def intake(self, intake_id: str) -> Intake | None:
        """A dose of the last months by id."""
        return next((each for each in self.logged if each.id == intake_id), None)

    def practice(self, practice_id: str) -> Practice | None:
        """A practice by id."""
        return next((each for each in self.practices if each.id == practice_id), None)

    def marker(self, marker_id: str) -> Marker | None:
        """A marker by id."""
        return next((each for each in self.markers if each.id == marker_id), None)

    @property
    def empty(self) -> bool:
        """Whether nothing of treatment is kept yet."""
        return not (self.courses or self.loose or self.medicines or self.practices or self.markers)
