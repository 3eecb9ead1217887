"""`delete`: take an entry away, or a session, a course, a medicine, a dose, a practice, a marker."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("delete", _("Delete an entry, a session or anything else by its id. Undo brings it back for 30 days."))
@click.argument("record", metavar="ID")
@click.option("--for-good", is_flag=True, help=_("Blank it at once; nothing brings it back."))
@click.pass_obj
def command(invocation: Invocation, record: str, *, for_good: bool) -> None:
    """Delete what has this id, or blank it for good."""
    from journal.app.deleting import delete_anything

    with invocation.journal() as journal:
        delete_anything(journal, record, for_good=for_good)
    if for_good:
        invocation.say(_("Deleted for good. Older backups still hold it."))
    else:
        invocation.say(_("Deleted. “leeward undo” brings it back for 30 days."))
