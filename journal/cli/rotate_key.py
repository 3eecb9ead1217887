"""`rotate-key`: encrypt the journal anew under a new data key."""

from __future__ import annotations

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.texts.translation import _


@named("rotate-key", _("Encrypt the journal anew under a new data key; prints the new recovery code."))
@click.pass_obj
def command(invocation: Invocation) -> None:
    """Renew the data key. The passphrase stays; the recovery code is printed once on stdout."""
    from journal.app.rotations import rotate_data_key

    with invocation.unlocked() as (journal, passphrase):
        rotation = rotate_data_key(journal, passphrase)
    if rotation.recovery_code is not None:
        click.echo(rotation.recovery_code)
        invocation.say(_("This is the new recovery code. Write it down now: the old one opens nothing any more."))
    if rotation.keyring_off:
        invocation.say(_("This computer’s keyring does not open the journal any more."))
    invocation.say(_("The journal has a new key. Backups made before still open with the old one."))
