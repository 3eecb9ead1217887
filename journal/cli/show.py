"""`show`: what was logged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.listing import days_options, json_option
from journal.cli.output import put_json, put_line
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.model.entries import Entry
    from journal.texts.items import ItemWords


@named("show", _("Print what was logged."))
@days_options
@click.option("--item", "keys", multiple=True, metavar="KEY", help=_("Only this item; may be given again."))
@json_option
@click.pass_obj
def command(
    invocation: Invocation, first: date | None, last: date | None, keys: tuple[str, ...], *, as_json: bool
) -> None:
    """Print the entries of a period, oldest first; the whole journal without one."""
    from journal.app.history import days, extent

    with invocation.journal(read_only=True) as journal:
        wanted = {journal.item(key).id for key in keys}
        whole = extent(journal)
        first = first or (whole.first if whole else journal.today())
        found = reversed(days(journal, first, last or max(first, whole.last if whole else first)))
        entries = [
            entry
            for day in found
            for entry in day.entries
            if not wanted or any(rating.item_id in wanted for rating in entry.ratings)
        ]
        if as_json:
            put_json({"entries": [entry_json(journal, entry, wanted) for entry in entries]})
            return
        print_entries(journal, entries, wanted)
    if not entries:
        invocation.say(_("Nothing was logged in this time."))


def entry_json(journal: Journal, entry: Entry, only: set[str] | None = None) -> dict[str, Any]:
    """One entry as the command line's contract gives it; `only` keeps these item ids."""
    from journal.model.entries import local_time

    keys = {item.id: item.key for item in journal.items()}
    made_offset = entry.offset_min if entry.made_offset_min is None else entry.made_offset_min

    def moment(at_ms: int | None, offset_min: int) -> str | None:
        return None if at_ms is None else local_time(at_ms, offset_min).isoformat(timespec="seconds")

    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "at": moment(entry.at_ms, entry.offset_min),
        "day": entry.day.isoformat(),
        "recall": entry.recall.value,
        "covers_min": entry.covers_min,
        "made_at": moment(entry.made_ms, made_offset),
        "changed_at": moment(entry.changed_ms, made_offset),
        "late": entry.late,
        "source": entry.import_id,
        "ratings": [
            {"key": keys[rating.item_id], "state": rating.state.value, "value": rating.value}
            for rating in entry.ratings
            if rating.item_id in keys and (not only or rating.item_id in only)
        ],
        "note": entry.note,
        "note_shared": entry.note_shared,
        "tags": list(entry.tags),
    }


def print_entries(journal: Journal, entries: list[Entry], only: set[str]) -> None:
    """The entries as plain lines, one paragraph each."""
    from journal.texts.entries import kind_text
    from journal.texts.items import ItemWords

    words = ItemWords(journal.catalogue)
    for entry in entries:
        kind = f"  {kind_text(entry.kind)}".rstrip()
        late = ", " + _("added later") if entry.late else ""
        click.echo(f"{entry.day.isoformat()} {entry.at:%H:%M}  {entry.id[:8]}{kind}{late}")
        for line in rating_lines(journal, words, entry, only):
            put_line(f"  {line}")
        if entry.note and not only:
            put_line("  " + _("Note: {note}").format(note=entry.note))
        if entry.tags and not only:
            put_line("  " + _("Tags: {tags}").format(tags=", ".join(entry.tags)))


def rating_lines(journal: Journal, words: ItemWords, entry: Entry, only: set[str]) -> list[str]:
    """One line an answer: the label and the number with its word, or why there is none."""
    from journal.app.item_versions import items_as_of
    from journal.model.entries import State
    from journal.texts.numbers import dose

    items = {item.id: item for item in items_as_of(journal, journal.items(), entry.day, entry)}
    told = {State.UNANSWERED: _("not answered"), State.NOT_APPLICABLE: _("not applicable")}
    lines = []
    for rating in entry.ratings:
        item = items.get(rating.item_id)
        if item is None or (only and rating.item_id not in only):
            continue
        if rating.value is None:
            text = told[rating.state]
        else:
            word = words.word_for(item, rating.value)
            number = dose(rating.value)
            text = f"{number}, {word}" if word else number
        lines.append(f"{words.item_label(item)}: {text}")
    return lines
