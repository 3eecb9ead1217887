"""`practice`: what was practised between sessions."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import ManyWords, Moment, Words
from journal.cli.fields import Named, Whole, given
from journal.cli.invocation import Invocation
from journal.cli.listing import check_order, days_options, json_option, put_lines
from journal.cli.output import put_json, shown
from journal.cli.session_parts import Distress
from journal.model.practices import PracticeKind
from journal.texts.translation import _
from journal.texts.treatments import practice_text, practice_title

if TYPE_CHECKING:
    from journal.model.practices import Practice


def kinds_help() -> str:
    """Every kind of practice with its name, for the end of a command's help."""
    listed = [f"  {kind.value:<16}{practice_text(kind)}" for kind in PracticeKind]
    return "\b\n" + _("KIND is one of these:") + "\n" + "\n".join(listed)


@click.group(name="practice", help=_("Practice between sessions."))
def command() -> None:
    """Hold the commands about practice."""


@command.command(
    "add",
    help=_("Write down a practice. As: leeward practice add in-life --at 2026-10-02T17:00 --distress 40/75/30"),
    epilog=kinds_help(),
)
@click.argument("kind", cls=ManyWords)
@click.option("--at", type=Moment(), required=True, help=_("When it was."))
@click.option("--minutes", type=Whole(), help=_("How many minutes it took."))
@click.option("--distress", type=Distress(), help=_("Distress 0 to 100 before, at its highest and after, as 40/75/30."))
@click.option("--not-done", is_flag=True, help=_("It was planned and not done."))
@click.option("--name", type=Words(), default="", help=_("What it was, in your words."))
@click.option("--course", type=Words(), metavar="ID", help=_("The course it belongs to."))
@click.option("--note", type=Words(), default="", help=_("A note. Only you see it."))
@click.pass_obj
def add(
    invocation: Invocation,
    kind: str,
    at: datetime,
    minutes: Any,
    distress: tuple[int | None, int | None, int | None] | None,
    name: str,
    course: str | None,
    note: str,
    *,
    not_done: bool,
) -> None:
    """Write down a practice and print its id."""
    from journal.app.courses import course as find_course
    from journal.app.practices import add_practice

    chosen = PracticeKind(Named(PracticeKind).convert(kind, None, None))
    before, highest, after = distress or (None, None, None)
    with invocation.journal() as journal:
        made = add_practice(
            journal,
            chosen,
            at=at,
            minutes=given(minutes),
            before=before,
            highest=highest,
            after=after,
            done=not not_done,
            note=note,
            name=name,
            course_id=find_course(journal, course).id if course else None,
        )
    click.echo(made.id)


@command.command("list", help=_("What was practised, by time."))
@days_options
@json_option
@click.pass_obj
def list_(invocation: Invocation, first: date | None, last: date | None, *, as_json: bool) -> None:
    """Print the practice of a time, or all of it."""
    from journal.app.practices import practices
    from journal.cli.treatment_json import practice_json

    check_order(first, last)
    with invocation.journal(read_only=True) as journal:
        found = practices(journal, first, last)
    if as_json:
        put_json({"practices": [practice_json(each) for each in found]})
        return
    nothing = _("There is no practice here. Write some down with: leeward practice add KIND --at TIME")
    put_lines(invocation, map(practice_line, found), nothing)


def practice_line(practice: Practice) -> str:
    """One practice in a line."""
    distress = (practice.before, practice.highest, practice.after)
    parts = [
        shown(practice_title(practice)),
        "" if practice.done else _("not done"),
        "" if practice.minutes is None else _("{n} min").format(n=practice.minutes),
        _("distress {numbers}").format(numbers="/".join("–" if n is None else str(n) for n in distress))
        if distress != (None, None, None)
        else "",
    ]
    told = ", ".join(part for part in parts if part)
    return f"{practice.day.isoformat()} {practice.at:%H:%M}  {practice.id[:8]}  {told}"
