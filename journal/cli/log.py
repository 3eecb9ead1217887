"""`log`: write down a check-in."""

from __future__ import annotations

from datetime import datetime

import click

from journal.cli.arguments import Moment, TagWords, Words, answer_value, split_answers
from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.output import put_json
from journal.model.tags import tidy_tags
from journal.texts.translation import _


@named("log", _("Write down a check-in: nightmares=2 flashbacks=skip pain=na."))
@click.argument("answers", nargs=-1, metavar="KEY=VALUE…")
@click.option("--at", type=Moment(), help=_("When it was, if not now."))
@click.option("--now", "momentary", is_flag=True, help=_("About this moment, not the time since the last one."))
@click.option("--note", type=Words(), default="", help=_("A note. Only you see it."))
@click.option("--tag", "tags", type=TagWords(), multiple=True, help=_("A tag. Only you see it. May be given again."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the entry as JSON."))
@click.pass_obj
def command(
    invocation: Invocation,
    answers: tuple[str, ...],
    at: datetime | None,
    note: str,
    tags: tuple[str, ...],
    *,
    momentary: bool,
    as_json: bool,
) -> None:
    """Save the answers as one entry and print its id."""
    from journal.app.check_ins import log
    from journal.cli.show import entry_json

    given = {key: answer_value(key, text) for key, text in split_answers(answers).items()}
    if not given and not note.strip() and not tidy_tags(tags):
        raise click.UsageError(_("There is nothing to log. Write answers as nightmares=2, a note or a tag."))
    with invocation.journal() as journal:
        entry = log(journal, given, at=at, momentary=momentary, note=note, tags=tags)
        if as_json:
            put_json(entry_json(journal, entry))
            return
    click.echo(entry.id)
