"""Practice between sessions."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from journal.model.practices import Practice
from journal.store.columns import Columns
from journal.store.records import Records


class Practices(Records[Practice]):
    """The practice of a journal, by time."""

    table = "practice"
    order = "at_ms, id"

    @cached_property
    def columns(self) -> Columns[Practice]:
        """The columns of a practice."""
        return Columns(Practice)

    def between(self, first: date, last: date) -> list[Practice]:
        """What belongs to these days, by time."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())

    def of_course(self, course_id: str) -> list[Practice]:
        """The practice of a course, by time."""
        return self._where("course_id = ?", course_id)
