"""`recover`: open with the recovery code and set a new passphrase."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.files import read_secret
from journal.cli.invocation import Invocation, ask_secret
from journal.cli.passphrase import new_secret
from journal.cli.paths import AnyPath
from journal.texts.translation import _


@named("recover", _("Open with the recovery code and set a new passphrase."))
@click.option(
    "--recovery-file",
    "code_file",
    type=AnyPath(),
    help=_("A file that holds the recovery code."),
)
@click.option(
    "--new-passphrase-file",
    "file",
    type=AnyPath(),
    help=_("A file that holds the new passphrase."),
)
@click.pass_obj
def command(invocation: Invocation, code_file: Path | None, file: Path | None) -> None:
    """Set a new passphrase with the help of the recovery code."""
    from journal.app.keys import recover
    from journal.app.vaults import has_journal
    from journal.model.errors import JournalMissing

    if not has_journal(invocation.folder):
        raise JournalMissing(path=str(invocation.folder))
    code = read_secret(code_file) if code_file else ask_secret(_("Recovery code"), "--recovery-file")
    recover(invocation.folder, code.strip(), new_secret(file))
    invocation.say(_("The new passphrase is set. The recovery code stays the same."))
