"""Words about backups: their size, their place, and a second place that has not had one for long."""

from __future__ import annotations

from datetime import datetime

from journal.texts.dates import short_date
from journal.texts.numbers import amount
from journal.texts.translation import _, ngettext

_KB, _MB = 1_000, 1_000_000


def size_words(size: int) -> str:
    """How large a file is: "440 kB", "1.2 MB"."""
    if size >= _MB:
        return _("{n} MB").format(n=amount(round(size / _MB, 1)))
    return _("{n} kB").format(n=amount(max(1, round(size / _KB))))


def entries_words(entries: int | None) -> str:
    """How many entries a backup holds; empty where that is not known."""
    if entries is None:
        return ""
    return ngettext("{n} entry", "{n} entries", entries).format(n=amount(entries))


def verified_words(at: datetime | None) -> str:
    """When a backup was last read through."""
    if at is None:
        return _("Not verified yet")
    return _("Last verified {day}").format(day=short_date(at.date()))


def place_words(place: str) -> str:
    """Where a backup is."""
    words = {
        "journal": _("In the journal’s folder"),
        "second": _("In the second place"),
        "elsewhere": _("Saved by you"),
    }
    return words[place]


def second_place_words(place: str, newest: datetime | None, *, reachable: bool, stale: bool) -> str:
    """A calm line about the second place."""
    if newest is None:
        if reachable:
            return _("There is no backup in {place} yet.").format(place=place)
        return _("{place} is not there at the moment. The next backup goes there when it is.").format(place=place)
    day = short_date(newest.date())
    if not reachable:
        return _("{place} is not there at the moment. The last backup in it is from {day}.").format(
            place=place, day=day
        )
    if stale:
        return _("The last backup in {place} is from {day}.").format(place=place, day=day)
    return _("The newest backup in {place} is from {day}.").format(place=place, day=day)
