"""`week-sheet`: a blank week to print and fill in by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journal.cli.arguments import Day
from journal.cli.commands import named
from journal.cli.files import check_free, write_file
from journal.cli.invocation import Invocation
from journal.cli.paths import AnyPath
from journal.report.request import Paper
from journal.texts.translation import _


@named("week-sheet", _("A blank week on paper: your items, seven days, room for notes. No name is on it."))
@click.option("--out", type=AnyPath(), required=True, help=_("The PDF to write."))
@click.option("--from", "first", type=Day(), help=_("The first of the seven days; without it, weekdays."))
@click.option("--paper", type=click.Choice([paper.value for paper in Paper]), default="a4", help=_("The paper."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def command(invocation: Invocation, out: Path, first: date | None, paper: str, *, force: bool) -> None:
    """Set the sheet and write it."""
    from journal.app.week_sheets import gather, set_sheet

    check_free(out, invocation.folder, force=force)
    with invocation.journal(read_only=True) as journal:
        sheet = gather(journal, first)
    write_file(out, set_sheet(sheet, Paper(paper)), invocation.folder, force=force)
