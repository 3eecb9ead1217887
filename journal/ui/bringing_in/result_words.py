"""What is in a file, what came of it, and what is wrong with it, as sentences. Pure, no Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journal.exchange.results import DoseCounts, ImportResult, MedicineCounts
from journal.exchange.table_mapping import TableMapping
from journal.model.errors import InvalidMapping, JournalError, UnknownFormat
from journal.texts.errors import explain
from journal.texts.numbers import count
from journal.texts.translation import _, ngettext
from journal.ui.bringing_in.looking import TableFound


def brings_anything(result: ImportResult) -> bool:
    """Whether bringing it in would change anything."""
    doses = any(each.new for each in result.doses) or any(each.new or each.changed for each in result.medicines)
    records = any(each.new or each.changed for each in result.records.values())
    return bool(result.entries.new or result.entries.changed or doses or records or result.items_made)


def counts_line(result: ImportResult) -> str:
    """What is in the file: "120 entries, 14 already here, 3 places not read"."""
    entries = result.entries
    total = entries.new + entries.known + entries.changed
    parts = [ngettext("{n} entry", "{n} entries", total).format(n=count(total))]
    if entries.known:
        parts.append(ngettext("{n} already here", "{n} already here", entries.known).format(n=count(entries.known)))
    if entries.changed:
        words = ngettext("{n} changed in the file", "{n} changed in the file", entries.changed)
        parts.append(words.format(n=count(entries.changed)))
    unread = result.not_read_count
    if unread:
        parts.append(ngettext("{n} place not read", "{n} places not read", unread).format(n=count(unread)))
    return ", ".join(parts)


def more_lines(result: ImportResult) -> tuple[str, ...]:
    """What else is to be known before it comes in."""
    found = [*(dose_line(each) for each in result.doses), *(medicine_line(each) for each in result.medicines)]
    if result.moved:
        words = ngettext(
            "{n} time in the hour that the clocks skip in spring was moved on by that hour.",
            "{n} times in the hour that the clocks skip in spring were moved on by that hour.",
            result.moved,
        )
        found.append(words.format(n=count(result.moved)))
    if not brings_anything(result):
        found.append(_("All of it is here already. Nothing would change."))
    return tuple(found)


def dose_line(doses: DoseCounts) -> str:
    """What comes of one medicine."""
    words = ngettext(
        "{medicine}: {n} dose with its day, {new} new.",
        "{medicine}: {n} doses with their days, {new} new.",
        doses.levels,
    )
    return words.format(medicine=doses.medicine, n=count(doses.levels), new=count(doses.new))


def medicine_line(doses: MedicineCounts) -> str:
    """What comes of the single doses of one medicine."""
    total = doses.new + doses.known + doses.changed
    words = ngettext("{medicine}: {n} dose, {new} new.", "{medicine}: {n} doses, {new} new.", total)
    return words.format(medicine=doses.medicine, n=count(total), new=count(doses.new))


def result_line(result: ImportResult) -> str:
    """What came in."""
    if result.import_id is None:
        return _("Nothing was brought in: all of it was here already.")
    entries = result.entries
    parts = [ngettext("Brought in: {n} new entry", "Brought in: {n} new entries", entries.new)]
    told = [parts[0].format(n=count(entries.new))]
    if entries.changed:
        told.append(ngettext("{n} changed", "{n} changed", entries.changed).format(n=count(entries.changed)))
    if entries.known:
        told.append(ngettext("{n} already here", "{n} already here", entries.known).format(n=count(entries.known)))
    return ", ".join(told) + "."


def problem_words(error: JournalError, name: str, table: TableFound | None = None) -> str:
    """What is wrong and what can be done, with the file by its name alone."""
    if isinstance(error, InvalidMapping):
        return mapping_words(error, table.full if table is not None else TableMapping())
    if isinstance(error, UnknownFormat):
        return _(
            "{name} is in no format that Leeward can read. Most diaries can export a CSV file; choose that one."
        ).format(name=name)
    return explain(type(error)(**{**error.fields, "path": name}))


def mapping_words(error: InvalidMapping, mapping: TableMapping) -> str:
    """What keeps a table from being read, by the name of the column that has to be looked at."""
    where, reason = str(error.fields.get("where", "")), _(str(error.fields.get("reason", "")))
    if where == "date":
        return _("No column has the date yet. Say below which one it is.")
    if where.startswith("names."):
        name = where.removeprefix("names.").rpartition(" = ")[0] or where
        return _("“{name}” can’t be read so: {reason}.").format(name=name, reason=reason)
    found = re.match(r"(item|dose|note) (\d+)", where)
    if found is None:
        return _("The table can’t be read so: {where} ({reason}).").format(where=where, reason=reason)
    each: dict[str, Sequence[str]] = {
        "item": [item.name for item in mapping.items],
        "dose": [dose.column for dose in mapping.doses],
        "note": mapping.notes,
    }
    names, place = each[found[1]], int(found[2]) - 1
    name = names[place] if place < len(names) else where
    return _("“{name}” can’t be read so: {reason}.").format(name=name, reason=reason)
