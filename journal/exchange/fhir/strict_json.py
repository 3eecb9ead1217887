"""Reads JSON that strangers wrote: strictly, with bounds, and with the line and column of a fault."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn

from journal.exchange.limits import check_size
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidFile
from journal.texts.translation import mark

MOST_BYTES = 8 * 1024 * 1024
"""A questionnaire is far smaller; the largest public ones are under 2 MB."""

DEEPEST = 100
"""How many brackets may stand inside each other."""

NOT_JSON = mark("not JSON")
NOT_TEXT = mark("not text in UTF-8")
NOT_A_NUMBER = mark("a number that JSON does not have, or too large a one")
TWICE = mark("a name stands twice in one place")
TOO_DEEP = mark("too many brackets inside each other")
NOT_A_SIGN = mark("half of a sign, or a sign that is no text")

_LARGEST_DIGITS = 400
_BRACKETS = re.compile(r'"(?:[^"\\\n]|\\.)*"|[\[\]{}]')
"""A whole text in quotation marks, so that brackets in it are passed over, or a bracket."""

_COMMA = re.compile(r",\s*[\]}]")


class _Unfit(ValueError):
    """What the parser's hooks stop at; `reason` says why, `place` names it."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


def read_text(path: Path) -> str:
    """A file's text. Raises FileMissing, FileUnreadable, FileTooLarge, InvalidFile."""
    size = check_size(path)
    if size > MOST_BYTES:
        raise FileTooLarge(path=str(path), limit=MOST_BYTES, unit="bytes")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise InvalidFile(path=str(path), line=line, column=column, reason=NOT_TEXT) from None


def parse(text: str, path: str) -> Any:
    """The value of a JSON text. Raises InvalidFile, with line and column where there is one place."""
    _check_depth(text, path)
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_number, parse_int=_whole
        )
        _check_signs(value, "")
    except json.JSONDecodeError as error:
        raise _at(text, _after_comma(text, error.pos), path, NOT_JSON) from None
    except _Unfit as error:
        raise InvalidFile(path=path, line=None, column=None, reason=error.reason, place=error.place) from None
    except RecursionError:
        raise InvalidFile(path=path, line=None, column=None, reason=TOO_DEEP) from None
    return value


def _at(text: str, index: int, path: str, reason: str) -> InvalidFile:
    column = index - text.rfind("\n", 0, index)
    return InvalidFile(path=path, line=text.count("\n", 0, index) + 1, column=column, reason=reason)


def _after_comma(text: str, index: int) -> int:
    """The bracket after a comma too many: Python 3.13 points at the comma, older ones at what follows."""
    found = _COMMA.match(text, index)
    return index if found is None else found.end() - 1


def _check_depth(text: str, path: str) -> None:
    """Refuse brackets nested too deeply before a parser meets them."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > DEEPEST:
            raise _at(text, found.start(), path, TOO_DEEP)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        counts = Counter(name for name, _value in pairs)
        raise _Unfit(TWICE, next(name for name, count in counts.items() if count > 1))
    for name, value in pairs:
        _check_signs(name, name)
        _check_signs(value, name)
    return table


def _check_signs(value: object, place: str) -> None:
    """Refuse what SQLite and UTF-8 cannot hold. Lists of texts are looked into, objects are by their own hook."""
    if isinstance(value, list):
        for each in value:
            _check_signs(each, place)
    elif isinstance(value, str) and ("\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value)):
        raise _Unfit(NOT_A_SIGN, place)


def _constant(_name: str) -> NoReturn:
    raise _Unfit(NOT_A_NUMBER)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Unfit(NOT_A_NUMBER)
    return number


def _whole(text: str) -> int:
    if len(text) > _LARGEST_DIGITS:
        raise _Unfit(NOT_A_NUMBER)
    return int(text)
