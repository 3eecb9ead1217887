"""Courses with their plans."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property

from journal.model.courses import Course, CoursePlan
from journal.store.columns import Columns, Values
from journal.store.records import PartRows, PartTable, Records, renamed_parts

_PLAN = "course_plan"


class Courses(Records[Course]):
    """The courses of a journal, by their start."""

    table = "course"
    order = "start, id"
    parts = (PartTable(_PLAN, "id, since_day, sessions, every_days", "since_day, id"),)

    @cached_property
    def columns(self) -> Columns[Course]:
        """The columns of the course itself."""
        return Columns(Course, ("plans",))

    def tidy(self, record: Course) -> Course:
        """The course with its plans by their days."""
        return replace(record, plans=tuple(sorted(record.plans, key=lambda plan: (plan.since_day, plan.id))))

    def part_rows(self, record: Course) -> dict[str, list[Values]]:
        """The rows of its plans."""
        return {_PLAN: [self._plan.values(plan) for plan in record.plans]}

    def renamed(self, record: Course, part_ids: Collection[str]) -> Course:
        """The course, its plans of these ids under others."""
        return replace(record, plans=renamed_parts(record.plans, record.id, part_ids))

    def put_together(self, row: Values, parts: PartRows) -> Course:
        """A course of its row and those of its plans."""
        return self.columns.record(row, plans=tuple(self._plan.record(plan) for plan in parts[_PLAN]))

    @cached_property
    def _plan(self) -> Columns[CoursePlan]:
        return Columns(CoursePlan)
