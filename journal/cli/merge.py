"""`merge`: join the copy of the journal from another computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from journal.cli.commands import named
from journal.cli.files import read_secret
from journal.cli.invocation import Invocation, ask_secret
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_table
from journal.cli.paths import AnyPath
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.merges import MergePreview, MergeResult

T = TypeVar("T", "MergePreview", "MergeResult")


@named("merge", _("Join the copy of this journal from another computer: its folder, or a backup of it."))
@click.argument("other", type=AnyPath())
@click.option("--other-passphrase-file", type=AnyPath(), help=_("A file that holds the other copy's passphrase."))
@click.option("--other-recovery-file", type=AnyPath(), help=_("A file that holds the other copy's recovery code."))
@click.option("--dry-run", is_flag=True, help=_("Say what would come in; write nothing."))
@json_option
@click.pass_obj
def command(
    invocation: Invocation,
    other: Path,
    other_passphrase_file: Path | None,
    other_recovery_file: Path | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in what is newer there. The other copy is only read, and a backup is made before."""
    from journal.app.merges import merge, preview

    if other_passphrase_file is not None and other_recovery_file is not None:
        raise click.UsageError(_("Choose --other-passphrase-file or --other-recovery-file, not both."))
    with invocation.unlocked() as (journal, own):
        secrets = _Secrets(own, other_passphrase_file, other_recovery_file)
        if dry_run:
            found = secrets.tried(preview, journal, other)
            put_json(found.as_json()) if as_json else print_preview(found)
            return
        result = secrets.tried(merge, journal, other)
    put_json(result.as_json()) if as_json else print_result(result)


class _Secrets:
    """What may open the other copy, each asked for once and only when what is known does not open it."""

    def __init__(self, own: str, passphrase_file: Path | None, recovery_file: Path | None) -> None:
        self._own, self._passphrase_file, self._recovery_file = own, passphrase_file, recovery_file

    def tried(self, act: Callable[..., T], journal: Journal, other: Path) -> T:
        """Do it with the secret that was given; else with none, with our own passphrase, with one asked for."""
        from journal.model.errors import OtherSecretNeeded, WrongPassphrase

        if self._passphrase_file is not None:
            return act(journal, other, passphrase=read_secret(self._passphrase_file))
        if self._recovery_file is not None:
            return act(journal, other, recovery_code=read_secret(self._recovery_file).strip())
        try:
            return act(journal, other)
        except OtherSecretNeeded as needed:
            try:
                return act(journal, other, passphrase=self._own)
            except WrongPassphrase:
                return act(journal, other, passphrase=_asked(needed))


def _asked(needed: Exception) -> str:
    """The other copy's passphrase, typed; without a terminal to ask on, the error that names the options."""
    try:
        return ask_secret(_("Passphrase of the other copy"), "--other-passphrase-file")
    except click.UsageError:
        raise needed from None


def print_preview(found: MergePreview) -> None:
    """What each side has, and what is different."""
    from journal.texts.merges import difference_rows, holding_rows

    put_table(holding_rows(found), numbers_from=1)
    click.echo()
    put_table(difference_rows(found), numbers_from=1)


def print_result(result: MergeResult) -> None:
    """What came in, and how it can be taken back."""
    from journal.texts.merges import joined

    click.echo(joined(result.preview))
    if result.backup is not None:
        click.echo(_("As it was before, the journal is in the backup {path}.").format(path=result.backup))
    if result.preview.anything_going:
        click.echo(_("Do the same on the other computer, so that it has all of this too."))
