"""Words about what could be read of a damaged journal, and what could not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from journal.texts.dates import short_date
from journal.texts.translation import _, mark, ngettext

_TABLES: Mapping[str, str] = {
    "entry": mark("Entries"),
    "rating": mark("Answers"),
    "item": mark("Items"),
    "item_version": mark("Scales of items"),
    "setting": mark("Settings"),
    "import": mark("Imports"),
    "course": mark("Courses"),
    "course_plan": mark("Plans of courses"),
    "session": mark("Sessions"),
    "vital": mark("Vitals"),
    "effect": mark("Side effects"),
    "effect_point": mark("Times of side effects"),
    "medicine": mark("Medicines"),
    "medicine_dose": mark("Dose steps"),
    "intake": mark("Doses"),
    "practice": mark("Practice"),
    "marker": mark("Markers"),
    "form": mark("Forms"),
    "questionnaire": mark("Questionnaires"),
    "item_group": mark("Groups of items"),
    "profile": mark("Profiles"),
    "goal": mark("Goals"),
    "clinician": mark("Clinicians"),
    "appointment": mark("Appointments"),
    "question": mark("Questions and changes"),
    "plan_line": mark("Lines of the plan"),
    "contact": mark("Contacts"),
    "calm_moment": mark("Calm moments"),
    "draft": mark("Half-typed input"),
}
SHOWN_DAYS = 12


class LostRows(Protocol):
    """What became of one table."""

    @property
    def table(self) -> str:
        """Its name."""

    @property
    def lost(self) -> int | None:
        """How many rows are known to be lost; None: some."""

    @property
    def loose(self) -> int:
        """How many lost what they belong to."""


class Lost(Protocol):
    """What salvage could not read."""

    @property
    def tables(self) -> Sequence[LostRows]:
        """Each table."""

    @property
    def lost_days(self) -> Sequence[date]:
        """Days that lost something."""

    @property
    def thin_days(self) -> Sequence[date]:
        """Days whose answers may lack some."""


def table_words(table: str) -> str:
    """What a person calls the rows of a table."""
    return _(_TABLES.get(table, table))


def kept_words(table: str, kept: int) -> str:
    """How many of them were read: "Entries: 198"."""
    return _("{what}: {n}").format(what=table_words(table), n=kept)


def lost_words(table: str, lost: int | None, loose: int) -> str:
    """How many could not be read; empty for none."""
    if lost is None:
        return _("{what}: some could not be read; how many is not known").format(what=table_words(table))
    if lost + loose == 0:
        return ""
    many = lost + loose
    said = ngettext("{what}: {n} could not be read", "{what}: {n} could not be read", many)
    return said.format(what=table_words(table), n=lost + loose)


def days_words(days: Sequence[date]) -> str:
    """Days in order, the first dozen by name."""
    named = ", ".join(short_date(day) for day in days[:SHOWN_DAYS])
    more = len(days) - SHOWN_DAYS
    return _("{names} and {n} more").format(names=named, n=more) if more > 0 else named


def lines_of_lost(report: Lost) -> list[str]:
    """What could not be read, a line each; one that says so where everything could."""
    lines = [words for each in report.tables if (words := lost_words(each.table, each.lost, each.loose))]
    if report.lost_days:
        lines.append(_("Days that lost something: {days}").format(days=days_words(report.lost_days)))
    if report.thin_days:
        lines.append(_("Days whose answers may lack some: {days}").format(days=days_words(report.thin_days)))
    return lines or [_("Everything could be read.")]
