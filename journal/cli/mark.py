"""`mark`: days that are drawn on the charts with a label."""

from __future__ import annotations

from datetime import date

import click

from journal.cli.arguments import Day, Words
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table, shown
from journal.texts.translation import _


@click.group(name="mark", help=_("Days to be seen on the charts: a move, an anniversary."))
def command() -> None:
    """Hold the commands about markers."""


@command.command("add", help=_("Set a marker. As: leeward mark add --on 2026-10-02 --label Moved"))
@click.option("--on", "day", type=Day(), required=True, help=_("The day."))
@click.option("--label", type=Words(), required=True, help=_("What stands on the charts."))
@click.option("--note", type=Words(), default="", help=_("A note. It is not drawn."))
@click.pass_obj
def add(invocation: Invocation, day: date, label: str, note: str) -> None:
    """Set a marker and print its id."""
    from journal.app.markers import add_marker

    if not label.strip():
        raise click.UsageError(_("The marker needs a label."))
    with invocation.journal() as journal:
        click.echo(add_marker(journal, day, label, note).id)


@command.command("list", help=_("The markers, by day."))
@json_option
@click.pass_obj
def list_(invocation: Invocation, *, as_json: bool) -> None:
    """Print the markers."""
    from journal.app.markers import markers
    from journal.cli.treatment_json import marker_json

    with invocation.journal(read_only=True) as journal:
        found = markers(journal)
    if as_json:
        put_json({"marks": [marker_json(each) for each in found]})
    elif found:
        put_table([(each.day.isoformat(), each.id[:8], shown(each.label)) for each in found], numbers_from=3)
    else:
        invocation.say(_("There is no marker yet. Set one with: leeward mark add --on 2026-10-29 --label TEXT"))
