"""`restore`: a backup as a journal of its own, or single days of it into the journal."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from journal.cli.arguments import Day
from journal.cli.commands import named
from journal.cli.files import read_secret
from journal.cli.invocation import Invocation
from journal.cli.output import named_path
from journal.cli.paths import AnyPath
from journal.texts.translation import _, ngettext


class Days(click.ParamType[tuple[date, date]]):
    """One day, or two with `..` between."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        """The first and the last day, or a wrong-usage error that shows the form wanted."""
        if isinstance(value, tuple):
            return value
        first, _dots, last = str(value).partition("..")
        day = Day()
        return day.convert(first, param, ctx), day.convert(last or first, param, ctx)


@named(
    "restore",
    _("Make a backup a journal in another folder (--to), or bring days of it back (--days, --into-current)."),
)
@click.argument("file", type=AnyPath())
@click.option("--to", "folder", type=AnyPath(), help=_("The folder of the new journal."))
@click.option("--days", type=Days(), metavar="D..D", help=_("The first and the last day, as 2026-10-01..2026-10-07."))
@click.option("--into-current", is_flag=True, help=_("Bring these days into the journal, as one step to undo."))
@click.option("--replace", is_flag=True, help=_("Also take the backup’s version of what was changed since."))
@click.option(
    "--backup-passphrase-file", type=AnyPath(), help=_("The passphrase the backup was made with, if another.")
)
@click.pass_obj
def command(
    invocation: Invocation,
    file: Path,
    folder: Path | None,
    days: tuple[date, date] | None,
    backup_passphrase_file: Path | None,
    *,
    into_current: bool,
    replace: bool,
) -> None:
    """Restore; the present journal is never replaced."""
    if folder is not None and days is None and not into_current:
        secret = read_secret(backup_passphrase_file) if backup_passphrase_file else invocation.passphrase()
        _restore_to(invocation, file, folder, secret)
    elif folder is None and days is not None and into_current:
        secret_or_none = read_secret(backup_passphrase_file) if backup_passphrase_file else None
        _pull(invocation, file, days, secret_or_none, replace=replace)
    else:
        raise click.UsageError(_("Choose --to DIR, or --days D..D with --into-current."))


def _restore_to(invocation: Invocation, file: Path, folder: Path, secret: str) -> None:
    from journal.app.backups import open_backup
    from journal.host.clock import SystemClock

    journal = open_backup(file, folder, SystemClock(), passphrase=secret)
    try:
        entries = journal.store.entries.count()
    finally:
        journal.close()
    said = ngettext("{n} entry is back, in {folder}.", "{n} entries are back, in {folder}.", entries)
    click.echo(said.format(n=entries, folder=named_path(folder)))
    invocation.say(_("The present journal was not touched."))


def _pull(invocation: Invocation, file: Path, days: tuple[date, date], secret: str | None, *, replace: bool) -> None:
    from journal.app.restores import preview_days, pull_days

    with invocation.unlocked() as (journal, own):
        secret = _fitting(journal, file, secret, own)
        seen = preview_days(journal, file, *days, secret)
        came = pull_days(journal, file, *days, secret, replace=replace)
    click.echo(ngettext("{n} record came back.", "{n} records came back.", came).format(n=came))
    kept = 0 if replace else len(seen.differing)
    if kept:
        said = ngettext(
            "{n} that was changed since stayed as it is; --replace takes the backup’s version.",
            "{n} that were changed since stayed as they are; --replace takes the backup’s versions.",
            kept,
        )
        invocation.say(said.format(n=kept))
    if came:
        invocation.say(_("“leeward undo” takes it back."))


def _fitting(journal: Any, file: Path, secret: str | None, own: str) -> str | None:
    """The secret given; else none where the journal's key opens the backup, or the journal's own passphrase."""
    from journal.app.backup_places import key_of_backup
    from journal.model.errors import WrongPassphrase

    if secret is not None:
        return secret
    try:
        key_of_backup(journal, file).wipe()
    except WrongPassphrase:
        return own
    return None
