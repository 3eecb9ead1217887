"""`init`: make a journal."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("init", _("Make a journal; prints the recovery code once."))
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Make an encrypted journal in the folder and print its recovery code on stdout."""
    from journal.app.vaults import create_journal, has_journal
    from journal.host.clock import SystemClock
    from journal.model.errors import JournalExists

    if has_journal(invocation.folder):
        raise JournalExists(path=str(invocation.folder))
    made = create_journal(invocation.folder, invocation.passphrase(_("New passphrase")), SystemClock())
    made.journal.close()
    invocation.say(_("The journal is in {folder}.").format(folder=invocation.folder))
    invocation.say(
        _(
            "This is its recovery code. Without the passphrase and without this code nobody can open the "
            "journal, not even its makers. Whoever finds the code can."
        )
    )
    click.echo(made.recovery_code)
