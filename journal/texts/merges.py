"""Words for two copies of a journal that are joined."""

from __future__ import annotations

from datetime import date

from journal.model.merges import Counts, MergePreview
from journal.texts.dates import short_date
from journal.texts.numbers import count
from journal.texts.translation import _, ngettext


def holding_rows(preview: MergePreview) -> list[tuple[str, str, str]]:
    """What each side has: words, here, there; the first row names the columns."""
    here, there = preview.here, preview.there
    return [
        ("", _("Here"), _("There")),
        (_("Entries"), count(here.entries), count(there.entries)),
        (_("Sessions"), count(here.sessions), count(there.sessions)),
        (_("First day"), _day(here.first_day), _day(there.first_day)),
        (_("Last day"), _day(here.last_day), _day(there.last_day)),
    ]


def difference_rows(preview: MergePreview) -> list[tuple[str, ...]]:
    """What is different: words, of entries, of sessions, of the rest; the first row names the columns."""
    kinds = (preview.entries, preview.sessions, preview.rest)
    names = (
        ("only_here", _("Only here")),
        ("only_there", _("Only there")),
        ("newer_here", _("On both, changed last here")),
        ("newer_there", _("On both, changed last there")),
        ("deleted_here", _("Deleted here since")),
        ("deleted_there", _("Deleted there since")),
    )
    return [
        ("", _("Entries"), _("Sessions"), _("Other things")),
        *((words, *(count(getattr(kind, name)) for kind in kinds)) for name, words in names),
    ]


def joined(preview: MergePreview) -> str:
    """What joining brought, in a sentence."""
    if not preview.anything_coming:
        return _("There is nothing there that this journal does not have. Nothing was changed.")
    every = _together(preview)
    parts = []
    if every.only_there:
        parts.append(ngettext("{n} new", "{n} new", every.only_there).format(n=count(every.only_there)))
    if every.newer_there:
        parts.append(ngettext("{n} changed", "{n} changed", every.newer_there).format(n=count(every.newer_there)))
    if every.deleted_there:
        parts.append(ngettext("{n} deleted", "{n} deleted", every.deleted_there).format(n=count(every.deleted_there)))
    entries = ngettext("{n} of them is an entry.", "{n} of them are entries.", preview.entries.coming)
    return _("Joined: {what}.").format(what=", ".join(parts)) + " " + entries.format(n=count(preview.entries.coming))


def _together(preview: MergePreview) -> Counts:
    kinds = (preview.entries, preview.sessions, preview.rest)
    return Counts(
        only_there=sum(kind.only_there for kind in kinds),
        newer_there=sum(kind.newer_there for kind in kinds),
        deleted_there=sum(kind.deleted_there for kind in kinds),
    )


def _day(day: date | None) -> str:
    return "–" if day is None else short_date(day)
