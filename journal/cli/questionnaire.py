"""`questionnaire`: what was filled in, answers from the paper form, totals that someone gave, and the scores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

from journal.cli.arguments import Day, Moment, Words
from journal.cli.fields import Amount, Named, given
from journal.cli.invocation import Invocation
from journal.cli.listing import check_order, days_options, json_option, put_lines
from journal.cli.output import put_json, put_line
from journal.cli.questionnaire_answers import typed_answers
from journal.cli.questionnaire_forms import export, open_
from journal.model.questionnaires import Span
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.questionnaires import Questionnaire


Command = TypeVar("Command", bound=Callable[..., Any])


def kept_options(command: Command) -> Command:
    """Decorate a command that keeps a questionnaire: its form, where there are several, and how it is told."""
    span = click.option("--span", type=Named((Span.WEEK, Span.MONTH)), help=_("The time it asks about: week or month."))
    highest = click.option(
        "--highest", type=Amount(), metavar="N", help=_("The highest answer, where there is a choice: 10 or 100.")
    )
    told = click.option("--json", "as_json", is_flag=True, help=_("Print what was kept as JSON."))
    return span(highest(told(command)))


@click.group(name="questionnaire", help=_("Questionnaires: answers, totals, scores, and forms of a clinic."))
def command() -> None:
    """Hold the commands about questionnaires."""


command.add_command(open_)
command.add_command(export)


@command.command("list", help=_("What can be filled in, and what was, by time."))
@days_options
@json_option
@click.pass_obj
def list_(invocation: Invocation, first: date | None, last: date | None, *, as_json: bool) -> None:
    """Print the questionnaires that there are and those that were filled in."""
    from journal.cli.questionnaire_lines import Told

    check_order(first, last)
    with invocation.journal(read_only=True) as journal:
        told = Told.of(journal, first, last)
    if as_json:
        put_json(told.as_json())
        return
    for line in told.lines():
        put_line(line)
    if not told.filled:
        invocation.say(_("Nothing was filled in. As: leeward questionnaire record GAD-7 --answers 1,0,2,-,1,0,3"))


@command.command(
    "record",
    help=_(
        "Write down the answers from the paper form, in its order; “-” is a skipped one. "
        "As: leeward questionnaire record PCL-5 --span week --answers 1,-,3,…"
    ),
)
@click.argument("name", type=Words())
@click.option(
    "--answers", type=Words(), required=True, help=_("The answers with commas between: numbers, “-” or “na”.")
)
@click.option("--at", type=Moment(), help=_("When it was filled in, if not now."))
@kept_options
@click.pass_obj
def record(
    invocation: Invocation,
    name: str,
    answers: str,
    at: datetime | None,
    span: str | None,
    highest: Any,
    *,
    as_json: bool,
) -> None:
    """Keep the answers and print the id; the total, and what else is to be known, goes to stderr."""
    from journal.app.questionnaires import save_answers, save_form_answers

    with invocation.journal() as journal:
        asked = typed_answers(journal, name, answers)
        if asked.form is not None:
            saved = save_form_answers(journal, asked.form.id, asked.answers, at=at)
        else:
            saved = save_answers(
                journal, asked.key, asked.answers, at=at, span=Span(span) if span else None, maximum=given(highest)
            )
        _put_saved(invocation, journal, saved, as_json=as_json)


@command.command(
    "total",
    help=_("Write down a total that someone gave. As: leeward questionnaire total ISI 14 --at 2026-10-20 --by Clinic"),
)
@click.argument("name", type=Words())
@click.argument("total", type=Amount())
@click.option("--at", "day", type=Day(), required=True, help=_("The day it is of."))
@click.option("--by", type=Words(), default="", help=_("Who gave it."))
@kept_options
@click.pass_obj
def total_(
    invocation: Invocation,
    name: str,
    total: Any,
    day: date,
    by: str,
    span: str | None,
    highest: Any,
    *,
    as_json: bool,
) -> None:
    """Keep the total and print its id."""
    from journal.app.questionnaires import save_total

    number = given(total)
    if number is None:
        raise click.UsageError(_("There is no total. Write it as a number, such as 12."))
    with invocation.journal() as journal:
        saved = save_total(journal, name, number, day, by, span=Span(span) if span else None, maximum=given(highest))
        _put_saved(invocation, journal, saved, as_json=as_json)


@command.command("scores", help=_("The totals over time, a list for each scale."))
@days_options
@json_option
@click.pass_obj
def scores(invocation: Invocation, first: date | None, last: date | None, *, as_json: bool) -> None:
    """Print every series of totals with the lines it is read by."""
    from journal.app.questionnaires import score_series
    from journal.cli.questionnaire_scores import series_json, series_lines

    check_order(first, last)
    with invocation.journal(read_only=True) as journal:
        found = score_series(journal, first, last)
    if as_json:
        put_json({"scores": [series_json(each) for each in found]})
        return
    put_lines(invocation, series_lines(found), _("There are no totals here yet."))


def _put_saved(invocation: Invocation, journal: Journal, saved: Questionnaire, *, as_json: bool) -> None:
    from journal.cli.questionnaire_lines import questionnaire_json, remarks

    if as_json:
        put_json(questionnaire_json(journal, saved))
    else:
        click.echo(saved.id)
    for remark in remarks(journal, saved):
        invocation.say(remark)
