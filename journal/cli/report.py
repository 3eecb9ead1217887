"""`report`: the clinician's page as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.arguments import Words
from journal.cli.commands import named
from journal.cli.files import check_free, read_password, write_file
from journal.cli.invocation import Invocation
from journal.cli.listing import days_options
from journal.cli.output import named_path
from journal.cli.paths import AnyPath
from journal.report.request import AttachedFormat, Paper, Part, ReportRequest
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.periods import Period

PARTS = [part.value for part in Part]
ATTACHED = [kind.value for kind in AttachedFormat]


class PartsOption(click.ParamType[tuple[Part, ...]]):
    """Parts of the report, one or several with commas between."""

    name = "part"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Part, ...]:
        """The parts named, or a wrong-usage error that lists those there are."""
        names = [name.strip() for name in str(value).split(",") if name.strip()]
        unknown = [name for name in names if name not in PARTS]
        if unknown:
            self.fail(
                _("{name} is not a part. The parts are {parts}.").format(name=unknown[0], parts=", ".join(PARTS)),
                param,
                ctx,
            )
        return tuple(Part(name) for name in names)


class AttachOption(click.ParamType[tuple[AttachedFormat, ...]]):
    """Formats of the data to attach, one or several with commas between."""

    name = "format"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[AttachedFormat, ...]:
        """The formats named, or a wrong-usage error that lists those there are."""
        names = [name.strip() for name in str(value).split(",") if name.strip()]
        unknown = [name for name in names if name not in ATTACHED]
        if unknown:
            self.fail(
                _("{name} cannot be attached. What can is {formats}.").format(
                    name=unknown[0], formats=", ".join(ATTACHED)
                ),
                param,
                ctx,
            )
        return tuple(AttachedFormat(name) for name in names)


@named("report", _("Write the clinician's page as PDF. The file is not encrypted unless it has a password."))
@days_options
@click.option(
    "--since-last-appointment",
    "since_last",
    is_flag=True,
    help=_("In place of the days: from the day after the last appointment until today."),
)
@click.option("--out", type=AnyPath(), required=True, help=_("Where to write it."))
@click.option("--paper", type=click.Choice([paper.value for paper in Paper]), default="a4", help=_("The paper."))
@click.option("--include", "parts", type=PartsOption(), multiple=True, help=_("What goes in beside the usual."))
@click.option("--note", "notes", multiple=True, metavar="ENTRY", help=_("The note of this entry or session goes in."))
@click.option("--line", "lines", type=Words(), multiple=True, help=_("A line “For this appointment”, up to three."))
@click.option("--item", "items", multiple=True, metavar="KEY", help=_("A row of page one, up to eight."))
@click.option("--main-item", default="", metavar="KEY", help=_("Stands in where there is no average rating."))
@click.option("--name", type=Words(), default="", help=_("Your name, printed only if given."))
@click.option("--born", type=Words(), default="", help=_("Your date of birth, printed only if given."))
@click.option("--clinician", type=Words(), default="", help=_("Who it is for, printed only if given."))
@click.option(
    "--attach",
    "attached",
    type=AttachOption(),
    multiple=True,
    metavar="csv,fhir",
    help=_("The report's data goes into the PDF as files."),
)
@click.option(
    "--password-file",
    type=AnyPath(),
    help=_("A file that holds a password for the PDF."),
)
@click.option("--preview", type=AnyPath(), help=_("A folder for pictures of the pages."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def command(
    invocation: Invocation,
    first: date | None,
    last: date | None,
    out: Path,
    paper: str,
    parts: tuple[tuple[Part, ...], ...],
    notes: tuple[str, ...],
    lines: tuple[str, ...],
    items: tuple[str, ...],
    main_item: str,
    name: str,
    born: str,
    clinician: str,
    attached: tuple[tuple[AttachedFormat, ...], ...],
    password_file: Path | None,
    preview: Path | None,
    *,
    since_last: bool,
    force: bool,
) -> None:
    """Set the page and write it; says that anyone can read it."""
    from journal.app.report_notes import find_note
    from journal.app.reports import build_report

    check_free(out, invocation.folder, force=force)
    given = {Part.NAME: name, Part.BORN: born, Part.CLINICIAN: clinician}
    chosen = {part for group in parts for part in group} | {part for part, text in given.items() if text}
    days = wanted_days(first, last, since_last=since_last)
    password = read_password(password_file) if password_file else ""
    with invocation.journal(read_only=True) as journal:
        _check_items(journal, items, main_item)
        request = ReportRequest(
            period=days or days_since_last(journal, invocation),
            paper=Paper(paper),
            includes=frozenset(chosen),
            lines=lines[:3],
            note_ids=tuple(find_note(journal, prefix) for prefix in notes),
            item_keys=items,
            main_item=main_item,
            name=name,
            born=born,
            clinician=clinician,
            password=password,
            attach=frozenset(kind for group in attached for kind in group),
        )
        built = build_report(journal, request)
        pages = write_preview(journal, request, preview, force=force) if preview else 0
    write_file(out, built.pdf, invocation.folder, force=force)
    _say_what_lies_there(invocation, request, preview if pages else None)


def _check_items(journal: Journal, items: tuple[str, ...], main_item: str) -> None:
    """See that every item that is named is there."""
    for key in (*items, *([main_item] if main_item else [])):
        journal.item(key)


def _say_what_lies_there(invocation: Invocation, request: ReportRequest, preview: Path | None) -> None:
    """Where the pictures are, that data went along, and that anyone can read a file without a password."""
    from journal.report.attachments import taken_out

    if preview is not None:
        invocation.say(_("The pictures of the pages are in {folder}.").format(folder=named_path(preview)))
    if request.attach:
        invocation.say(taken_out())
    if not request.password:
        invocation.say(_("Anyone who opens this computer can read this file."))


def wanted_days(first: date | None, last: date | None, *, since_last: bool) -> Period | None:
    """The days that were said; None for those since the last appointment. Raises wrong usage, InvalidPeriod."""
    from journal.model.periods import Period

    if since_last and first is None and last is None:
        return None
    if since_last or first is None or last is None:
        raise click.UsageError(_("Say --from and --to, or --since-last-appointment in their place."))
    return Period(first, last)


def days_since_last(journal: Journal, invocation: Invocation) -> Period:
    """The days since the last appointment; where none is known, the usual ones, and that is said."""
    from journal.app.appointments import USUAL_DAYS, proposed_period, since_last

    if since_last(journal) is None:
        invocation.say(
            ngettext(
                "No appointment of the last year is known. The report is for the last {n} day.",
                "No appointment of the last year is known. The report is for the last {n} days.",
                USUAL_DAYS,
            ).format(n=USUAL_DAYS)
        )
    return proposed_period(journal)


def write_preview(journal: Journal, request: ReportRequest, folder: Path, *, force: bool) -> int:
    """Write one picture a page as `page-1.png` …; returns how many."""
    from journal.app.reports import preview_pages

    folder.mkdir(parents=True, exist_ok=True)
    pages = preview_pages(journal, request)
    for number, page in enumerate(pages, start=1):
        write_file(folder / f"page-{number}.png", page, journal.folder, force=force)
    return len(pages)
