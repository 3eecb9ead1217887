"""`redo`: do again what was undone last."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("redo", _("Do again what was undone last."))
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Redo one step."""
    from journal.app.history import redo

    with invocation.journal() as journal:
        redo(journal)
    invocation.say(_("Done again."))
