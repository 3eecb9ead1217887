"""`search`: where something was written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from journal.cli.arguments import ManyWords
from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.listing import check_order, days_options, json_option
from journal.cli.output import put_json, put_line
from journal.model.searches import Part
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.searches import Found


@named("search", _("Find where something was written, newest first."))
@click.argument("text", cls=ManyWords)
@days_options
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice([part.value for part in Part]),
    help=_("Only this part; may be given again."),
)
@json_option
@click.pass_obj
def command(
    invocation: Invocation,
    text: str,
    first: date | None,
    last: date | None,
    parts: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    """Print what was found: word for word as typed, without regard to case and accents."""
    from journal.app.searches import all_results
    from journal.model.errors import JournalReadOnly
    from journal.model.folding import fold
    from journal.model.searches import Search
    from journal.texts.items import ItemWords
    from journal.texts.searches import nothing_found, results_text

    check_order(first, last)
    if not fold(text):
        raise click.UsageError(_("Write what to look for."))
    wanted = Search(text, first, last, frozenset(map(Part, parts)))

    def results(*, read_only: bool) -> list[Found]:
        with invocation.journal(read_only=read_only) as journal:
            return all_results(journal, wanted, ItemWords(journal.catalogue))

    try:
        found = results(read_only=False)
    except JournalReadOnly:
        found = results(read_only=True)
    if as_json:
        put_json({"text": text, "count": len(found), "results": [result_json(each) for each in found]})
        return
    for each in found:
        put_line(result_line(each))
    invocation.say(results_text(len(found)) if found else nothing_found())


def result_json(found: Found) -> dict[str, Any]:
    """One result; `marks` are the places in `text` where it was found, from each first character to after the last."""
    return {
        "part": found.part.value,
        "kind": found.place.value,
        "id": found.id,
        "key": found.about if found.part is Part.ITEMS else None,
        "day": found.day.isoformat() if found.day else None,
        "at": found.at.isoformat(timespec="seconds") if found.at else None,
        "title": found.title.text,
        "title_marks": [list(span) for span in found.title.spans],
        "text": found.excerpt.text,
        "marks": [list(span) for span in found.excerpt.spans],
    }


def result_line(found: Found) -> str:
    """One result as a line: day, time, what it is, the start of its id, its texts."""
    from journal.texts.searches import place_word

    day = found.day.isoformat() if found.day else "-" * 10
    time = f"{found.at:%H:%M}" if found.at else " " * 5
    told = ". ".join(part for part in (found.title.text, found.excerpt.text) if part)
    return f"{day} {time}  {found.id[:8]}  {place_word(found.place)}: {told}"
