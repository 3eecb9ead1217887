"""`export`: the journal as files that other programs read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journal.cli.commands import named
from journal.cli.files import check_free, read_password, result_file
from journal.cli.invocation import Invocation
from journal.cli.listing import days_options
from journal.cli.paths import AnyPath
from journal.texts.translation import _


@named("export", _("Write the journal as CSV, JSON or FHIR. The file is not encrypted unless it has a password."))
@click.option(
    "--format", "file_format", type=click.Choice(["csv", "json", "fhir"]), required=True, help=_("The kind of file.")
)
@click.option("--out", type=AnyPath(), required=True, help=_("Where to write it."))
@days_options
@click.option("--include", multiple=True, metavar="PART", help=_("What stays out unless named."))
@click.option("--notes", type=click.Choice(["none", "shared", "all"]), default="none", help=_("Which notes go in."))
@click.option("--password-file", type=AnyPath(), help=_("A file with a password: makes a locked zip."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def command(
    invocation: Invocation,
    file_format: str,
    out: Path,
    first: date | None,
    last: date | None,
    include: tuple[str, ...],
    notes: str,
    password_file: Path | None,
    *,
    force: bool,
) -> None:
    """Write the file and say who can read it."""
    from journal.app.exports import export_to
    from journal.cli.progress import progress_bar

    check_free(out, invocation.folder, force=force)
    password = read_password(password_file) if password_file else ""
    with (
        invocation.journal(read_only=True) as journal,
        result_file(out, invocation.folder, force=force) as file,
        progress_bar(_("Writing the file"), quiet=invocation.quiet) as progress,
    ):
        export_to(
            journal,
            file,
            file_format,
            first=first,
            last=last,
            include=include,
            notes=notes,
            password=password,
            progress=progress,
        )
    if password:
        invocation.say(_("The file is a zip that opens with the password alone. Anyone can see the names inside."))
    else:
        invocation.say(_("This file is not encrypted. Anyone who has it can read it."))
