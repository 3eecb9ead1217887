"""`backup`: make a backup now."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.files import check_free
from journal.cli.invocation import Invocation
from journal.cli.output import named_path
from journal.cli.paths import AnyPath
from journal.texts.translation import _


@named("backup", _("Make a verified backup, in the journal’s own folder and the second place, or in one file."))
@click.option("--out", type=AnyPath(), help=_("Write it to this file instead."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@click.pass_obj
def command(invocation: Invocation, out: Path | None, *, force: bool) -> None:
    """Print where it is."""
    from journal.app.backup_making import back_up_to_places
    from journal.app.backups import back_up
    from journal.texts.errors import explain

    if out is not None:
        check_free(out, invocation.folder, force=force)
    with invocation.journal() as journal:
        if out is not None:
            back_up(journal, out)
            click.echo(named_path(out))
            return
        made = back_up_to_places(journal)
    click.echo(named_path(made.path))
    if made.second is not None:
        click.echo(named_path(made.second))
    if made.fault is not None:
        invocation.say(explain(made.fault))
