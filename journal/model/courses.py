"""Courses: a treatment over time, with a plan that may change and keeps its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """What was planned from a day on: a number of sessions, a rhythm in days, both or neither."""

    id: str
    since_day: date
    sessions: int | None = None
    every_days: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A treatment from a day on. `kind` is a treatment's key, `name` own words for it, if any.

    `plans` are in the order of their days; the last one that has begun holds now, the earlier ones
    are its history. `ended_on` is the last day, None while it goes on; `end_reason` is optional. `clinic` is
    the clinic or prescriber, `purpose` what it is for, `tried_earlier` treatments before it,
    `baseline` a note on how things were at its start.
    """

    id: str
    kind: str
    start: date
    name: str = ""
    plans: tuple[CoursePlan, ...] = ()
    ended_on: date | None = None
    end_reason: str = ""
    clinic: str = ""
    purpose: str = ""
    tried_earlier: str = ""
    baseline: str = ""

    @property
    def plan(self) -> CoursePlan | None:
        """The newest plan; it may begin on a later day."""
        return self.plans[-1] if self.plans else None

    @property
    def sessions_planned(self) -> int | None:
        """How many sessions the newest plan has, None where it gives no number."""
        return self.plan.sessions if self.plan else None

    def planned_on(self, day: date) -> int | None:
        """How many sessions were planned on a day; before the first plan, what that one says."""
        begun = [plan for plan in self.plans if plan.since_day <= day] or list(self.plans[:1])
        return begun[-1].sessions if begun else None

    def open_on(self, day: date) -> bool:
        """Whether the course goes on that day, its first and last day included."""
        return self.start <= day and (self.ended_on is None or day <= self.ended_on)
