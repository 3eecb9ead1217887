"""`undo`: take the last change back, or a whole import."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("undo", _("Take the last change back, or a whole import."))
@click.option("--import", "import_id", metavar="ID", help=_("Undo this import."))
@click.pass_obj
def command(invocation: Invocation, import_id: str | None) -> None:
    """Undo one step."""
    from journal.app.history import undo
    from journal.app.imports import undo_import

    with invocation.journal() as journal:
        if import_id:
            undo_import(journal, import_id)
        else:
            undo(journal)
    invocation.say(_("Undone."))
