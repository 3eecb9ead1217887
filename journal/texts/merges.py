"""Words for two copies of a journal that are joined."""

from __future__ import annotations

from datetime import date

from journal.model.merges import Counts, Holding, MergePreview
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


def side_lines(preview: MergePreview) -> list[str]:
    """What each side has, a sentence a side."""
    return [
        _("Here: {what}.").format(what=_held(preview.here)),
        _("There: {what}.").format(what=_held(preview.there)),
    ]


def difference_lines(preview: MergePreview) -> list[str]:
    """What is different and what becomes of it, a sentence for each way in which anything is."""
    sentences = (
        ("only_there", _("Only there, and comes here: {what}.")),
        ("newer_there", _("On both, changed last there; that stays: {what}.")),
        ("deleted_there", _("Deleted there since, and goes here too: {what}.")),
        ("only_here", _("Only here, and stays: {what}.")),
        ("newer_here", _("On both, changed last here; this stays: {what}.")),
        ("deleted_here", _("Deleted here since, and stays deleted: {what}.")),
    )
    found = ((words, _numbers(preview, name)) for name, words in sentences)
    return [words.format(what=what) for words, what in found if what]


def _numbers(preview: MergePreview, name: str) -> str:
    entries, sessions, rest = (getattr(kind, name) for kind in (preview.entries, preview.sessions, preview.rest))
    parts = [
        ngettext("{n} entry", "{n} entries", entries).format(n=count(entries)) if entries else "",
        ngettext("{n} session", "{n} sessions", sessions).format(n=count(sessions)) if sessions else "",
        ngettext("{n} other thing", "{n} other things", rest).format(n=count(rest)) if rest else "",
    ]
    return ", ".join(part for part in parts if part)


def _held(side: Holding) -> str:
    entries = ngettext("{n} entry", "{n} entries", side.entries).format(n=count(side.entries))
    sessions = ngettext("{n} session", "{n} sessions", side.sessions).format(n=count(side.sessions))
    if side.first_day is None or side.last_day is None:
        return f"{entries}, {sessions}"
    days = _("{first} to {last}").format(first=short_date(side.first_day), last=short_date(side.last_day))
    return f"{entries}, {sessions}, {days}"


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
