"""`goal`: what a person wants to get closer to, on a scale of their own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import Day, Words
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table, shown
from journal.model.items import Better
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.goals import KnownGoal


@click.group(name="goal", help=_("Goals of your own, each with its own scale."))
def command() -> None:
    """Hold the commands about goals."""


@command.command("add", help=_('Make a goal. As: leeward goal add --label "Walk to the harbour"'))
@click.option("--label", type=Words(), required=True, help=_("The goal in your own words."))
@click.option("--min", "minimum", type=float, default=0.0, show_default=True, help=_("The lowest value."))
@click.option("--max", "maximum", type=float, default=4.0, show_default=True, help=_("The highest value."))
@click.option(
    "--better", type=click.Choice([better.value for better in Better]), default="higher", help=_("Which end is better.")
)
@click.option("--words", type=Words(), default="", metavar="T,…", help=_("Words for the steps, or for the two ends."))
@click.option("--start", type=Day(), help=_("The day it begins; today where not said."))
@click.option("--why", type=Words(), default="", help=_("Why it matters. Kept like a note."))
@click.pass_obj
def add(
    invocation: Invocation,
    label: str,
    minimum: float,
    maximum: float,
    better: str,
    words: str,
    start: date | None,
    why: str,
) -> None:
    """Make a goal and print its id."""
    from journal.app.goals import GoalScale, add_goal

    named = tuple(word.strip() for word in words.split(",")) if words else ()
    scale = GoalScale(minimum, maximum, Better(better), named)
    with invocation.journal() as journal:
        click.echo(add_goal(journal, label, scale=scale, start=start, why=why).goal.id)


@command.command("end", help=_("Stop asking a goal after a day. What was logged stays."))
@click.argument("goal", metavar="ID")
@click.option("--on", type=Day(), required=True, help=_("The last day."))
@click.option("--reason", type=Words(), default="", help=_("Why, in your own words."))
@click.pass_obj
def end(invocation: Invocation, goal: str, on: date, reason: str) -> None:
    """End a goal and print its id."""
    from journal.app.goals import end_goal

    with invocation.journal() as journal:
        click.echo(end_goal(journal, goal, on, reason).goal.id)


@command.command("list", help=_("Your goals."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, *, as_json: bool) -> None:
    """Print the goals."""
    from journal.app.goals import goals
    from journal.cli.items import scale_text

    with invocation.journal(read_only=True) as journal:
        found = goals(journal)
    if as_json:
        put_json({"goals": [_json(each) for each in found]})
    elif found:
        rows = [
            (each.goal.id[:8], shown(each.label), each.item.key, scale_text(each.item), _when(each)) for each in found
        ]
        put_table(rows, numbers_from=5)
    else:
        invocation.say(_("There is no goal yet. Make one with: leeward goal add --label TEXT"))


def _when(known: KnownGoal) -> str:
    if known.goal.ended_on is None:
        return _("since {day}").format(day=known.goal.start.isoformat())
    return _("ended on {day}").format(day=known.goal.ended_on.isoformat())


def _json(known: KnownGoal) -> dict[str, Any]:
    goal, version = known.goal, known.item.version
    return {
        "id": goal.id,
        "key": known.item.key,
        "label": known.label,
        "scale": {"min": version.minimum, "max": version.maximum, "better": str(version.better)},
        "start": goal.start.isoformat(),
        "ended_on": None if goal.ended_on is None else goal.ended_on.isoformat(),
        "end_reason": goal.end_reason,
        "why": goal.why,
    }
