"""`delete`: take an entry away."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("delete", _("Delete an entry. Undo brings it back for 30 days."))
@click.argument("entry")
@click.option("--for-good", is_flag=True, help=_("Blank it at once; nothing brings it back."))
@click.pass_obj
def command(invocation: Invocation, entry: str, *, for_good: bool) -> None:
    """Delete an entry, or blank it for good."""
    from journal.app.history import delete, delete_for_good

    with invocation.journal() as journal:
        if for_good:
            delete_for_good(journal, entry)
            invocation.say(_("Deleted for good. Older backups still hold it."))
        else:
            delete(journal, entry)
            invocation.say(_("Deleted. “leeward undo” brings it back for 30 days."))
