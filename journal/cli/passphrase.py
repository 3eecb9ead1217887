"""`passphrase`: change the passphrase."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.files import read_secret
from journal.cli.invocation import Invocation, ask_secret
from journal.cli.paths import AnyPath
from journal.texts.translation import _


@named("passphrase", _("Change the passphrase."))
@click.option(
    "--new-passphrase-file",
    "file",
    type=AnyPath(),
    help=_("A file that holds the new passphrase."),
)
@click.pass_obj
def command(invocation: Invocation, file: Path | None) -> None:
    """Open with the present passphrase and set a new one."""
    from journal.app.keys import change_passphrase

    with invocation.journal() as journal:
        change_passphrase(journal, new_secret(file))
    invocation.say(_("The passphrase is changed. Backups made before still open with the old one."))


def new_secret(file: Path | None) -> str:
    """The new passphrase from its file, else asked for. Raises PassphraseEmpty."""
    from journal.model.errors import PassphraseEmpty

    secret = read_secret(file) if file else ask_secret(_("New passphrase"), "--new-passphrase-file")
    if not secret:
        raise PassphraseEmpty
    return secret
