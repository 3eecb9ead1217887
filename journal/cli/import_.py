"""`import`: bring a history in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.commands import named
from journal.cli.files import check_free, write_file
from journal.cli.invocation import Invocation
from journal.cli.output import named_path, put_json, put_line
from journal.cli.paths import AnyPath
from journal.cli.progress import progress_bar
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from journal.app.imports import ImportResult
    from journal.exchange.results import DoseCounts, MedicineCounts

FORMATS = ("auto", "daylio", "bearable", "emoods", "trackgraph", "loop", "t2", "medtimer", "table", "leeward")
SHOWN_UNREAD = 20
"""How many unread cells are printed; `--json` gives all that the reader keeps."""


@named("import", _("Bring a history in from a file; one undo takes it back."))
@click.argument("file", type=AnyPath())
@click.option("--format", "file_format", type=click.Choice(FORMATS), default="auto", help=_("The kind of file."))
@click.option(
    "--mapping", type=AnyPath(), help=_("How a table's columns are read, or what a diary's names become (TOML).")
)
@click.option(
    "--draft-mapping",
    "draft",
    type=AnyPath(),
    metavar="FILE",
    help=_("Write a draft of a mapping for a table, to be looked over; import nothing."),
)
@click.option("--make-items", is_flag=True, help=_("Make an item of every name that maps to nothing."))
@click.option("--skip-unmapped", is_flag=True, help=_("Leave names out that map to nothing."))
@click.option("--dry-run", is_flag=True, help=_("Say what would come in; write nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))
@click.option("--force", is_flag=True, help=_("Replace the drafted mapping if it is there."))
@click.pass_obj
def command(
    invocation: Invocation,
    file: Path,
    file_format: str,
    mapping: Path | None,
    draft: Path | None,
    *,
    make_items: bool,
    skip_unmapped: bool,
    dry_run: bool,
    as_json: bool,
    force: bool,
) -> None:
    """Read the file, write its entries in one step, and list what could not be read."""
    from journal.app.imports import run_import
    from journal.exchange.limits import check_size
    from journal.model.errors import NamesUnmapped

    if make_items and skip_unmapped:
        raise click.UsageError(_("Choose --make-items or --skip-unmapped, not both."))
    check_size(file)
    if draft is not None:
        draft_mapping(invocation, file, draft, force=force)
        return
    with invocation.journal() as journal, progress_bar(_("Reading the file"), quiet=invocation.quiet) as told:
        result = run_import(
            journal,
            file,
            format=file_format,
            mapping=mapping,
            make_items=make_items,
            skip_unmapped=skip_unmapped,
            dry_run=dry_run,
            progress=told,
        )
    if result.zone:
        invocation.say(_("Times without a zone count as local to {zone}.").format(zone=result.zone))
    if as_json:
        put_json(result.as_json())
    else:
        print_result(result, dry_run=dry_run and not (make_items or skip_unmapped))
    if result.unmapped and not (dry_run or make_items or skip_unmapped):
        raise NamesUnmapped(names=tuple(name.name for name in result.unmapped))


def draft_mapping(invocation: Invocation, file: Path, draft: Path, *, force: bool) -> None:
    """Write a mapping drafted from the table's columns. Needs no journal."""
    from journal.app.imports import mapping_template
    from journal.host.clock import SystemClock

    check_free(draft, invocation.folder, force=force)
    text = mapping_template(file, SystemClock().zone() or "")
    write_file(draft, text.encode(), invocation.folder, force=force)
    invocation.say(
        _("A draft is in {draft}. Look over every line, then: leeward import {file} --mapping {draft}").format(
            draft=named_path(draft), file=named_path(file)
        )
    )


def print_result(result: ImportResult, *, dry_run: bool = False) -> None:
    """What came in, what was here already, and what was not read; of a rehearsal also names without an item."""
    entries = result.entries
    click.echo(
        _("{new}, {known} already here, {changed} changed, {values}.").format(
            new=ngettext("{n} new entry", "{n} new entries", entries.new).format(n=entries.new),
            known=entries.known,
            changed=entries.changed,
            values=ngettext("{n} value", "{n} values", result.values).format(n=result.values),
        )
    )
    if dry_run:
        print_names(result)
    print_unread(result)
    for doses in result.doses:
        print_doses(doses)
    for medicine in result.medicines:
        print_medicine(medicine)
    if result.import_id:
        click.echo(_("To take it back: leeward undo --import {id}").format(id=result.import_id))


def print_doses(doses: DoseCounts) -> None:
    """What came in of one medicine."""
    told = ngettext(
        "{medicine}: {n} dose with its day, {new} new.",
        "{medicine}: {n} doses with their days, {new} new.",
        doses.levels,
    )
    put_line(told.format(medicine=doses.medicine, n=doses.levels, new=doses.new))


def print_medicine(doses: MedicineCounts) -> None:
    """What came in of the single doses of one medicine."""
    total = doses.new + doses.known + doses.changed
    told = ngettext("{medicine}: {n} dose, {new} new.", "{medicine}: {n} doses, {new} new.", total)
    put_line(told.format(medicine=doses.medicine, n=total, new=doses.new))


def print_names(result: ImportResult) -> None:
    """The names that nothing was said about yet: all counted, the first shown."""
    count = len(result.unmapped)
    if not count:
        return
    told = ngettext(
        "{n} name belongs to no item yet. Add --make-items or --skip-unmapped, or say in a mapping where it goes:",
        "{n} names belong to no item yet. Add --make-items or --skip-unmapped, or say in a mapping where each goes:",
        count,
    )
    click.echo(told.format(n=count))
    for name in result.unmapped[:SHOWN_UNREAD]:
        times = ngettext("{n} time", "{n} times", name.count).format(n=name.count)
        put_line(f"  {name.name} ({times})")
    if count > SHOWN_UNREAD:
        click.echo("  " + _("and {n} more; --json lists them").format(n=count - SHOWN_UNREAD))


def print_unread(result: ImportResult) -> None:
    """The cells that could not be read: all counted, the first shown."""
    count = result.not_read_count
    if not count:
        return
    click.echo(ngettext("{n} cell was not read:", "{n} cells were not read:", count).format(n=count))
    for cell in result.not_read[:SHOWN_UNREAD]:
        line = _("line {line}, {column}: “{text}” ({why})")
        put_line("  " + line.format(line=cell.line, column=cell.column, text=cell.text, why=cell.why_shown()))
    if count > SHOWN_UNREAD:
        click.echo("  " + _("and {n} more; --json lists them").format(n=count - SHOWN_UNREAD))
