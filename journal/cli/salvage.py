"""`salvage`: what is readable of a damaged journal, in a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_line
from journal.cli.paths import AnyPath
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.store.salvage import SalvageReport


@named("salvage", _("Read what is readable of a damaged journal into a new one; the damaged one stays as it is."))
@click.option("--to", "folder", type=AnyPath(), required=True, help=_("The folder of the new journal."))
@json_option
@click.pass_obj
def command(invocation: Invocation, folder: Path, *, as_json: bool) -> None:
    """Say what came along and what did not."""
    from journal.app.salvage import salvage
    from journal.app.vaults import has_journal
    from journal.model.errors import JournalMissing

    if not has_journal(invocation.folder):
        raise JournalMissing(path=str(invocation.folder))
    report = salvage(invocation.folder, folder, passphrase=invocation.passphrase())
    if as_json:
        put_json(_json(report))
        return
    _print(report)
    invocation.say(_("The same passphrase opens the new journal, in {folder}.").format(folder=folder))


def _print(report: SalvageReport) -> None:
    from journal.texts.salvage import kept_words, lines_of_lost

    for each in report.tables:
        if each.kept:
            put_line(kept_words(each.table, each.kept))
    put_line(_("What could not be read:"))
    for line in lines_of_lost(report):
        put_line(f"  {line}")


def _json(report: SalvageReport) -> dict[str, Any]:
    return {
        "tables": [
            {"table": each.table, "kept": each.kept, "lost": each.lost, "loose": each.loose} for each in report.tables
        ],
        "lost_days": [day.isoformat() for day in report.lost_days],
        "thin_days": [day.isoformat() for day in report.thin_days],
        "pages": report.pages,
        "unreadable_pages": report.unreadable_pages,
        "strange_pages": report.strange_pages,
    }
