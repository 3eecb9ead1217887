"""Daylio's own backup, a `.daylio` file: a zip with JSON in base64. It says the offset of each entry."""

from __future__ import annotations

import base64
import binascii
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn, TypeGuard

from journal.exchange.archives import open_part, opened_zip
from journal.exchange.diaries.daylio_names import ACTIVITY, BEST, FORMAT, MOOD, OWN_MOODS, destination
from journal.exchange.diaries.note_text import joined
from journal.exchange.diaries.source import Destination, Said, SourceEntry, SourceShape
from journal.exchange.drafts import Progress
from journal.exchange.limits import MOST_BYTES, MOST_ROWS, check_objects, check_size
from journal.exchange.unread import NOT_A_MOMENT, Report, unread
from journal.model.errors import FileTooLarge, InvalidFile, JournalError
from journal.texts.translation import mark

PART = "backup.daylio"
NOT_BASE64 = mark("the backup inside is not written in base64")
NOT_JSON = mark("the backup inside is not JSON, or is cut off")
NO_ENTRIES = mark("the backup inside holds no list of entries")
NOT_AN_ENTRY = mark("it is not an entry")
NOT_NAMED = mark("the file has no name for it")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PROGRESS = 1_000


class DaylioBackup:
    """Reads the backup. Its lines are numbered by entries."""

    format = FORMAT
    newest_first = True
    speaks_of_notes = True

    def recognises(self, path: Path, start: bytes) -> bool:
        """By the part inside the zip."""
        if not start.startswith(b"PK"):
            return False
        try:
            with opened_zip(path) as archive:
                return PART in archive.namelist()
        except (JournalError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError):
            return PART.encode() in start  # a damaged one: reading says so

    def shape(self, path: Path, wanted: SourceShape) -> SourceShape:  # noqa: ARG002
        """There is nothing to choose."""
        check_size(path)
        return SourceShape("utf-8")

    def destination(self, kind: str) -> Destination:
        """What names of a kind become."""
        return destination(kind)

    def read(
        self,
        path: Path,
        shape: SourceShape,  # noqa: ARG002 there is but one
        report: Report,
        progress: Progress | None = None,
    ) -> Iterator[SourceEntry]:
        """Every entry with a time."""
        document = _document(path)
        entries = document.get("dayEntries")
        if not isinstance(entries, list):
            _refuse(path, NO_ENTRIES)
        if len(entries) > MOST_ROWS:
            raise FileTooLarge(path=str(path), limit=MOST_ROWS, unit="rows")
        reading = _Reading(document, report)
        for number, each in enumerate(entries, 1):
            if progress is not None and number % _PROGRESS == 0:
                progress(number, len(entries))
            entry = reading.entry(number, each)
            if entry is not None:
                yield entry


class _Reading:
    """One pass over the entries, with the names that their numbers stand for."""

    def __init__(self, document: Mapping[str, Any], report: Report) -> None:
        self._report = report
        self._moods = {each.get("id"): _mood(each) for each in _objects(document, "customMoods")}
        self._tags = {each.get("id"): _text(each.get("name")).strip() for each in _objects(document, "tags")}

    def entry(self, line: int, each: object) -> SourceEntry | None:
        if not isinstance(each, dict):
            self._report(unread(line, "dayEntries", _shown(each), NOT_AN_ENTRY))
            return None
        at = _moment(each)
        if at is None:
            self._report(unread(line, "datetime", _shown(each.get("datetime")), NOT_A_MOMENT))
            return None
        key = at.replace(tzinfo=None).isoformat(timespec="minutes")
        note = joined(_text(each.get("note_title")), _text(each.get("note")))
        return SourceEntry(line, at, key, (*self._mood(line, each), *self._activities(line, each)), note)

    def _mood(self, line: int, each: Mapping[str, Any]) -> tuple[Said, ...]:
        number = each.get("mood")
        if number is None:
            return ()
        said = self._moods.get(number) if isinstance(number, int | str) else None
        if said is None:
            self._report(unread(line, "mood", _shown(number), NOT_NAMED))
            return ()
        return (said,)

    def _activities(self, line: int, each: Mapping[str, Any]) -> Iterator[Said]:
        tags = each.get("tags")
        met: dict[str, None] = {}
        for number in tags if isinstance(tags, list) else ():
            name = self._tags.get(number) if isinstance(number, int | str) else None
            if name:
                met[name] = None
            else:
                self._report(unread(line, "tags", _shown(number), NOT_NAMED))
        return (Said(ACTIVITY, name) for name in met)


def _mood(each: Mapping[str, Any]) -> Said | None:
    """A mood with the step of its group, 1 being the best; without a name of its own it has Daylio's."""
    group = each.get("mood_group_id")
    step = BEST + 1 - group if _whole(group) and 1 <= group <= BEST else None
    name = _text(each.get("custom_name"))
    if step is None:
        return Said(MOOD, name) if name.strip() else None
    return Said(MOOD, name if name.strip() else OWN_MOODS[BEST - step], float(step))


def _moment(each: Mapping[str, Any]) -> datetime | None:
    """The minute of an entry with its offset, or None."""
    at_ms, offset_ms = each.get("datetime"), each.get("timeZoneOffset", 0)
    if not _whole(at_ms) or not _whole(offset_ms):
        return None
    try:
        zone = timezone(timedelta(minutes=round(offset_ms / 60_000)))
        return (_EPOCH + timedelta(minutes=at_ms // 60_000)).astimezone(zone)
    except (OverflowError, ValueError):
        return None


def _document(path: Path) -> Mapping[str, Any]:
    """The JSON inside. Raises InvalidFile, FileTooLarge."""
    with open_part(path, PART) as raw:
        written = raw.read(MOST_BYTES + 1)
    try:
        text = base64.b64decode(b"".join(written.split()), validate=True)
    except (binascii.Error, ValueError):
        _refuse(path, NOT_BASE64)
    check_objects(text, path)
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        _refuse(path, NOT_JSON)
    if not isinstance(document, dict):
        _refuse(path, NO_ENTRIES)
    return document


def _no_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _refuse(path: Path, reason: str) -> NoReturn:
    raise InvalidFile(path=str(path), line=None, column=None, reason=reason)


def _objects(document: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = document.get(name)
    rows = found if isinstance(found, list) else []
    return [each for each in rows if isinstance(each, dict) and isinstance(each.get("id"), int | str)]


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _text(value: object) -> str:
    """A text that a text can hold: half of a pair of surrogates is none."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def _shown(value: object) -> str:
    return "…" if isinstance(value, list | dict) else _text(str(value)[:200])
