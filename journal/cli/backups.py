"""`backups`: what backups there are, and the second place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal.cli.commands import named
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import put_json, put_line, put_table
from journal.cli.paths import AnyPath
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.backup_places import BackupLine, Places


@named("backups", _("List the backups: when, where, how large, how many entries, when last verified."))
@click.option("--place", type=AnyPath(), help=_("Keep a copy of each backup in this folder too: a stick, for example."))
@click.option("--no-place", is_flag=True, help=_("Keep no copies in a second place any more."))
@json_option
@click.pass_obj
def command(invocation: Invocation, place: Path | None, *, no_place: bool, as_json: bool) -> None:
    """List them, newest first."""
    from journal.app.backup_places import listing, places, set_place

    if place is not None and no_place:
        raise click.UsageError(_("Choose --place or --no-place, not both."))
    with invocation.journal(read_only=place is None and not no_place) as journal:
        if place is not None or no_place:
            set_place(journal, place)
        where, lines = places(journal), listing(journal)
    if as_json:
        put_json({"second_place": _place_json(where), "backups": [_json(line) for line in lines]})
        return
    _print(where, lines)


def _print(where: Places, lines: list[BackupLine]) -> None:
    from journal.texts.backups import entries_words, second_place_words, size_words, verified_words

    put_table(
        [
            (
                line.made.isoformat(" ", "minutes"),
                size_words(line.size),
                entries_words(line.entries),
                verified_words(line.last_verified),
                str(line.path),
            )
            for line in lines
        ],
        numbers_from=5,
    )
    if not lines:
        put_line(_("There is no backup yet. “leeward backup” makes one."))
    if where.second is not None:
        second = str(where.second)
        put_line(second_place_words(second, where.newest, reachable=where.reachable, stale=where.stale))


def _place_json(where: Places) -> dict[str, Any] | None:
    if where.second is None:
        return None
    newest = None if where.newest is None else where.newest.isoformat()
    return {"path": str(where.second), "newest": newest, "reachable": where.reachable, "stale": where.stale}


def _json(line: BackupLine) -> dict[str, Any]:
    return {
        "path": str(line.path),
        "place": line.place,
        "made": line.made.isoformat(),
        "size": line.size,
        "entries": line.entries,
        "last_verified": None if line.last_verified is None else line.last_verified.isoformat(),
    }
