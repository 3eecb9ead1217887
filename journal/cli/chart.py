"""`chart`: a chart of one item or several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journal.cli.arguments import Words
from journal.cli.commands import named
from journal.cli.files import check_free, write_file
from journal.cli.invocation import Invocation
from journal.cli.listing import needed_days_options
from journal.cli.paths import AnyPath
from journal.texts.translation import _

FORMATS = ("png", "svg", "pdf")


@named("chart", _("Draw one item or several over a period."))
@click.argument("keys", nargs=-1, required=True, metavar="KEY…")
@needed_days_options
@click.option("--out", type=AnyPath(), required=True, help=_("A .png, .svg or .pdf file."))
@click.option("--tag", type=Words(), default="", help=_("Only days with this tag."))
@click.option("--mark-tag", type=Words(), default="", help=_("Mark the days with this tag."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def command(
    invocation: Invocation,
    keys: tuple[str, ...],
    first: date,
    last: date,
    out: Path,
    tag: str,
    mark_tag: str,
    *,
    force: bool,
) -> None:
    """Draw the chart in the format that the file's name ends in."""
    from journal.app.charts import chart
    from journal.model.periods import Period

    file_format = out.suffix.lower().removeprefix(".")
    if file_format not in FORMATS:
        raise click.UsageError(_("The file's name must end in .png, .svg or .pdf."))
    check_free(out, invocation.folder, force=force)
    with invocation.journal(read_only=True) as journal:
        content = chart(journal, keys, Period(first, last), file_format, tag.strip(), mark_tag.strip())
    write_file(out, content, invocation.folder, force=force)
