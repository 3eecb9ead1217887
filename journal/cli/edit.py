"""`edit`: change an entry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from journal.cli.arguments import Moment, TagWords, Words, answer_value, split_answers
from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.history import Clear
    from journal.model.entries import State


@named("edit", _("Change an entry: edit 3f2a nightmares=1 anxiety=clear."))
@click.argument("entry")
@click.argument("answers", nargs=-1, metavar="KEY=VALUE…")
@click.option("--at", type=Moment(), help=_("When it was."))
@click.option("--note", type=Words(), help=_("The note, in place of the one there."))
@click.option(
    "--tag",
    "tags",
    type=TagWords(),
    multiple=True,
    help=_("The tags, in place of those there; may be given again. An empty one takes all away."),
)
@click.pass_obj
def command(
    invocation: Invocation,
    entry: str,
    answers: tuple[str, ...],
    at: datetime | None,
    note: str | None,
    tags: tuple[str, ...],
) -> None:
    """Change what is named and print the entry's id; `clear` takes an answer away."""
    from journal.app.history import edit

    changes = {key: _change(key, text) for key, text in split_answers(answers).items()}
    if not changes and at is None and note is None and not tags:
        raise click.UsageError(_("There is nothing to change. Write answers as nightmares=1, a time or a note."))
    with invocation.journal() as journal:
        click.echo(edit(journal, entry, changes, at=at, note=note, tags=tags or None).id)


def _change(key: str, text: str) -> float | State | Clear:
    from journal.app.history import Clear

    return Clear.CLEAR if text.lower() == Clear.CLEAR else answer_value(key, text)
