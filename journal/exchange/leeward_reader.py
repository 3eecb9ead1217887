"""Reads the JSON that the journal writes. A file that breaks its own rules is refused as a whole, never half read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from journal.exchange.json_fields import JsonFields
from journal.exchange.leeward_document import (
    FORMAT,
    VERSION,
    Document,
    DocumentHead,
    DocumentImport,
    DocumentItem,
)
from journal.exchange.leeward_records import TAGS_SINCE, read_records
from journal.exchange.limits import check_objects, check_size
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.model.errors import FileUnreadable, InvalidFile
from journal.model.items import Asked, Better, Combine, ItemVersion, Kind, Origin
from journal.texts.translation import mark

NOT_JSON = mark("not JSON")
NOT_A_JOURNAL = mark("not a journal of Leeward")
TOO_NEW = mark("made by a newer version of Leeward")
NO_SUCH_ITEM = mark("an answer names an item or a version that is not in the file")
NO_VALUE = mark("a rated answer has no value, or one that was not rated has one")
OWN_NAMES_SINCE = 4
_MARK = f'"{FORMAT}"'.encode()


def recognises(start: bytes) -> bool:
    """Whether the first bytes of a file are those of a journal document."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(b"{") and _MARK in text


def read_document(path: Path) -> Document:
    """Read and check a whole document.

    Raises InvalidFile, FileTooLarge, FileMissing, FileUnreadable.
    """
    fields = JsonFields(str(path), "", _json(path))
    if fields.text("format") != FORMAT:
        fields.refuse("format", NOT_A_JOURNAL)
    version = fields.whole("version")
    if version > VERSION:
        fields.refuse("version", TOO_NEW)
    items = tuple(_item(each, version) for each in fields.objects("items"))
    known = {(item.id, version.id) for item in items for version in item.versions}
    entries = tuple(_entry(each, known, version) for each in fields.objects("entries"))
    fields.check_once("entries", [entry.id for entry in entries])
    fields.check_once("items", [item.id for item in items])
    fields.check_once("items", [item.key for item in items])
    fields.check_once("items", [version.id for item in items for version in item.versions])
    records = read_records(fields, {item.id for item in items}, version)
    return Document(_head(fields, items), entries, records)


def _json(path: Path) -> Any:
    check_size(path)
    try:
        content = path.read_bytes()
        check_objects(content, path)
        text = content.decode("utf-8-sig")
        del content
        return json.loads(text, parse_constant=_no_constant)
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    except json.JSONDecodeError as error:
        raise InvalidFile(path=str(path), line=error.lineno, column=error.colno, reason=NOT_JSON) from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise InvalidFile(path=str(path), line=None, column=None, reason=NOT_JSON) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _head(fields: JsonFields, items: tuple[DocumentItem, ...]) -> DocumentHead:
    return DocumentHead(
        journal_id=fields.identifier("journal"),
        made_at=fields.text("made_at"),
        program=fields.text("program"),
        complete=fields.flag("complete"),
        notes=fields.text("notes"),
        first=fields.day_or_none("from"),
        last=fields.day_or_none("to"),
        settings=fields.table("settings"),
        items=items,
        imports=tuple(_import(each) for each in fields.objects("imports")),
        deleted=fields.texts("deleted_entries"),
    )


def _import(fields: JsonFields) -> DocumentImport:
    at_ms, _ = fields.time("at")
    return DocumentImport(fields.identifier("id"), at_ms, fields.text("format"), fields.text("mapping"))


def _item(fields: JsonFields, version: int) -> DocumentItem:
    item_id = fields.identifier("id")
    return DocumentItem(
        id=item_id,
        key=fields.text("key"),
        origin=fields.choice("origin", Origin),
        hidden=fields.flag("hidden"),
        position=fields.whole("position"),
        versions=tuple(_version(each, item_id) for each in fields.objects("versions")),
        label=fields.text("label"),
        own_name=fields.text("own_name") if version >= OWN_NAMES_SINCE else "",
        group=fields.text("group") if version >= OWN_NAMES_SINCE else "",
    )


def _version(fields: JsonFields, item_id: str) -> ItemVersion:
    return ItemVersion(
        id=fields.identifier("id"),
        item_id=item_id,
        since_day=fields.day("since"),
        kind=fields.choice("kind", Kind),
        asked=fields.choice("asked", Asked),
        label=fields.text("label"),
        words=fields.texts("words"),
        minimum=fields.number("min"),
        maximum=fields.number_or_none("max"),
        step=fields.number("step"),
        unit=fields.text("unit"),
        better=fields.choice("better", Better),
        combine=fields.choice("combine", Combine),
    )


def _entry(fields: JsonFields, known: set[tuple[str, str]], version: int) -> Entry:
    at_ms, offset_min = fields.time("at")
    ratings = tuple(_rating(each, known) for each in fields.objects("ratings"))
    fields.check_once("ratings", [rating.item_id for rating in ratings])
    made_ms, made_offset_min = fields.time_or_none("made_at")
    return Entry(
        id=fields.identifier("id"),
        kind=fields.choice("kind", EntryKind),
        at_ms=at_ms,
        offset_min=offset_min or 0,
        zone=fields.text_or_none("zone"),
        time_known=fields.choice("time_known", TimeKnown),
        part=fields.text_or_none("part"),
        day=fields.day_of_life("day"),
        day_start_min=fields.whole("day_start_min"),
        recall=fields.choice("recall", Recall),
        covers_min=fields.whole_or_none("covers_min"),
        made_ms=made_ms,
        made_offset_min=made_offset_min,
        changed_ms=fields.time_or_none("changed_at")[0],
        note=fields.text("note"),
        note_shared=fields.flag("note_shared"),
        import_id=fields.text_or_none("import"),
        source_key=fields.text_or_none("source_key"),
        tags=fields.texts("tags") if version >= TAGS_SINCE else (),
        ratings=ratings,
    )


def _rating(fields: JsonFields, known: set[tuple[str, str]]) -> Rating:
    state = fields.choice("state", State)
    rating = Rating(
        fields.text("item"),
        fields.text("version"),
        state,
        fields.number_or_none("value"),
        fields.number_or_none("raw"),
    )
    if (rating.item_id, rating.version_id) not in known:
        fields.refuse("item", NO_SUCH_ITEM)
    if (rating.value is None) == (state is State.RATED):
        fields.refuse("value", NO_VALUE)
    return rating
