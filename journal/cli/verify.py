"""`verify`: check a journal or a backup through and through."""

from __future__ import annotations

from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.paths import AnyPath
from journal.texts.translation import _


@named("verify", _("Check the journal, or a backup file, through and through."))
@click.argument("file", type=AnyPath(), required=False)
@click.pass_obj
def command(invocation: Invocation, file: Path | None) -> int:
    """Read every page and check every code; ends with 5 when something is damaged."""
    from journal.app.keys import verify
    from journal.host.clock import SystemClock

    report = verify(file or invocation.folder, invocation.passphrase(), SystemClock())
    for problem in report.problems:
        click.echo(problem)
    if report.faults:
        return max(fault.exit_code for fault in report.faults)
    click.echo(_("No damage found."))
    return 0
