"""`session`: treatment sessions, written down afterwards or changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import ManyWords, Moment, Words
from journal.cli.extremes import ask_about, session_extremes
from journal.cli.invocation import Invocation
from journal.cli.listing import check_order, days_options, json_option, put_lines
from journal.cli.output import put_json
from journal.cli.session_effects import with_effects, with_vitals
from journal.cli.session_options import check_unit, session_fields, session_options
from journal.cli.treatment_kinds import kinds_help, treatment_kind
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.sessions import Session


@click.group(name="session", help=_("Treatment sessions: what was given, how it went, side effects over time."))
def command() -> None:
    """Hold the commands about sessions."""


@command.command(
    "add",
    help=_("Write down a session. As: leeward session add ketamine-iv --at 2026-10-02T14:00 --dose 40 --unit mg"),
    epilog=kinds_help(),
)
@click.argument("kind", cls=ManyWords)
@click.option("--at", type=Moment(), required=True, help=_("When it began."))
@click.option("--open", "stays_open", is_flag=True, help=_("Leave it open, to go on in the window."))
@session_options
@click.pass_obj
def add(invocation: Invocation, /, kind: str, at: datetime, *, stays_open: bool, **options: Any) -> None:
    """Write down a session and print its id."""
    from journal.app.sessions import add_session, reopen_session

    chosen = treatment_kind(kind)
    with invocation.journal() as journal:
        fields = session_fields(journal, options)
        check_unit(chosen, fields)
        fields["vitals"] = with_vitals((), options["vitals"])
        fields["effects"] = with_effects(journal, at, (), options["effects"], options["phases"])
        made = add_session(journal, chosen.key, at, **fields)
        if stays_open:
            reopen_session(journal, made.id)
    ask_about(session_extremes(made, fields, options["vitals"]))
    click.echo(made.id)


@command.command("edit", help=_("Change a session. An empty value clears a field: --dose ''."))
@click.argument("session")
@click.option("--kind", type=Words(), help=_("Another kind of treatment."))
@click.option("--at", type=Moment(), help=_("When it began."))
@click.option("--close/--open", "closes", default=None, help=_("Close it, or open it again."))
@session_options
@click.pass_obj
def edit(invocation: Invocation, /, session: str, kind: str | None, at: datetime | None, **options: Any) -> None:
    """Change what is named and print the session's id."""
    from journal.app.sessions import close_session, reopen_session

    closes = options.pop("closes")
    if (kind, at, closes) == (None, None, None) and not any(_said(value) for value in options.values()):
        raise click.UsageError(_("There is nothing to change. Name a field, such as --dose 40 or --note."))
    with invocation.journal() as journal:
        known = _find(journal, session)
        fields = changed_fields(journal, known, kind, at, options)
        if fields:
            _change(journal, known, fields)
        if closes is not None:
            (close_session if closes else reopen_session)(journal, known.id)
        changed = _find(journal, known.id)
    ask_about(session_extremes(changed, fields, options["vitals"]))
    click.echo(known.id)


@command.command("list", help=_("The sessions, by time."))
@days_options
@click.option("--course", type=Words(), metavar="ID", help=_("Only those of this course."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, first: date | None, last: date | None, course: str | None, *, as_json: bool) -> None:
    """Print the sessions with their vitals and side effects."""
    from journal.app.courses import course as find_course
    from journal.app.sessions import sessions
    from journal.cli.session_lines import Shown

    check_order(first, last)
    with invocation.journal(read_only=True) as journal:
        of = find_course(journal, course).id if course else None
        found = [each for each in sessions(journal, first, last) if of in (None, each.course_id)]
        shown = Shown(journal)
    if as_json:
        put_json({"sessions": [shown.json(each) for each in found]})
        return
    nothing = _("There is no session here. Write one down with: leeward session add KIND --at TIME")
    put_lines(invocation, (line for each in found for line in shown.lines(each)), nothing)


def changed_fields(
    journal: Journal, known: Session, kind: str | None, at: datetime | None, options: dict[str, Any]
) -> dict[str, Any]:
    """The fields of a session that was typed over, parts that were left alone not among them."""
    fields = session_fields(journal, options)
    chosen = treatment_kind(kind) if kind is not None else journal.treatments.of(known.kind)
    if kind is not None:
        fields["kind"] = chosen.key
    if at is not None:
        fields["at"] = at
    check_unit(chosen, fields, known.unit)
    if options["vitals"]:
        fields["vitals"] = with_vitals(known.vitals, options["vitals"])
    if options["effects"] or options["phases"]:
        start = at or known.at
        fields["effects"] = with_effects(journal, start, known.effects, options["effects"], options["phases"])
    return fields


def _find(journal: Journal, prefix: str) -> Session:
    from journal.app.sessions import session

    return session(journal, prefix)


def _change(journal: Journal, known: Session, fields: dict[str, Any]) -> None:
    from journal.app.sessions import change_session

    change_session(journal, known.id, **fields)


def _said(value: object) -> bool:
    return value is not None and value != ()
