"""`course`: treatments over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import Day, ManyWords, Words
from journal.cli.fields import Whole
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table, shown
from journal.cli.treatment_kinds import kinds_help, treatment_kind
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from journal.app.courses import CourseView
    from journal.model.treatments import Treatments


@click.group(name="course", help=_("Treatments over time: what, since when, how many sessions."))
def command() -> None:
    """Hold the commands about courses."""


@command.command(
    "add",
    help=_("Begin a course. As: leeward course add ketamine-iv --start 2026-09-01 --sessions 6"),
    epilog=kinds_help(),
)
@click.argument("kind", cls=ManyWords)
@click.option("--start", type=Day(), required=True, help=_("The first day."))
@click.option("--sessions", type=Whole(), help=_("How many sessions are planned."))
@click.option("--every", type=Whole(), metavar="DAYS", help=_("How many days from one session to the next."))
@click.option("--name", type=Words(), default="", help=_("A name of your own for it."))
@click.option("--clinic", type=Words(), default="", help=_("The clinic or prescriber."))
@click.option("--purpose", type=Words(), default="", help=_("What it is for."))
@click.option("--tried-earlier", type=Words(), default="", help=_("Treatments tried before."))
@click.option("--baseline", type=Words(), default="", help=_("How things were at its start."))
@click.pass_obj
def add(
    invocation: Invocation, /, kind: str, start: date, sessions: int | None, every: int | None, **texts: Any
) -> None:
    """Begin a course and print its id."""
    from journal.app.courses import add_course
    from journal.cli.fields import given

    chosen = treatment_kind(kind)
    with invocation.journal() as journal:
        made = add_course(journal, chosen.key, start, sessions=given(sessions), every_days=given(every), **texts)
    click.echo(made.id)


@command.command("end", help=_("Write down the last day of a course."))
@click.argument("course")
@click.option("--on", "day", type=Day(), required=True, help=_("The last day."))
@click.option("--reason", type=Words(), default="", help=_("Why, if you like."))
@click.pass_obj
def end(invocation: Invocation, course: str, day: date, reason: str) -> None:
    """End a course and print its id."""
    from journal.app.courses import end_course

    with invocation.journal() as journal:
        click.echo(end_course(journal, course, day, reason).id)


@command.command("list", help=_("Every course, with how many sessions it has had."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, *, as_json: bool) -> None:
    """Print the courses by their start."""
    from journal.app.courses import course_views
    from journal.cli.treatment_json import course_json

    with invocation.journal(read_only=True) as journal:
        views, treatments = course_views(journal), journal.treatments
    if as_json:
        put_json({"courses": [course_json(view, treatments) for view in views]})
    elif views:
        put_table([_row(view, treatments) for view in views], numbers_from=5)
    else:
        invocation.say(_("There is no course yet. Begin one with: leeward course add KIND --start 2026-10-29"))


def _row(view: CourseView, treatments: Treatments) -> tuple[str, ...]:
    from journal.texts.treatments import course_title

    course = view.course
    title = shown(course_title(course, treatments))
    return course.id[:8], title, course.start.isoformat(), _count(view), _state(view)


def _count(view: CourseView) -> str:
    had, planned = len(view.sessions), view.course.sessions_planned
    if planned is None:
        return ngettext("{n} session", "{n} sessions", had).format(n=had)
    return _("{had} of {planned} sessions").format(had=had, planned=planned)


def _state(view: CourseView) -> str:
    course = view.course
    if course.ended_on is not None:
        return _("ended on {day}").format(day=course.ended_on.isoformat())
    if view.next_day is not None:
        return _("next around {day}").format(day=view.next_day.isoformat())
    return ""
