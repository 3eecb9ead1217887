"""Reads TOML that strangers wrote: of a bounded size, and without keys of a thousand parts."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from journal.exchange import mapping_faults as faults
from journal.exchange.limits import check_size
from journal.model.errors import FileTooLarge, FileUnreadable, InvalidMapping

MOST_BYTES = 4 * 1024 * 1024
"""A mapping file is smaller, also one that names ten thousand activities."""

MOST_DOTS = 100
"""The parser's memory grows with the square of the parts of a key: 100,000 of them fill any computer."""

_STRINGS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|' + r"'''.*?'''" + r'|"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL
)


def read_toml(path: Path) -> str:
    """The text of a TOML file. Raises FileMissing, FileUnreadable, FileTooLarge, InvalidMapping."""
    if check_size(path) > MOST_BYTES:
        raise FileTooLarge(path=str(path), limit=MOST_BYTES, unit="bytes")
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise InvalidMapping(path=str(path), where="", reason=faults.NOT_UTF8) from None
    except OSError as error:
        raise FileUnreadable(path=str(path), detail=error.strerror or "") from error


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """The table that a TOML text says. Raises InvalidMapping."""
    if max(line.count(".") for line in _STRINGS.sub("", text).split("\n")) > MOST_DOTS:
        raise InvalidMapping(path=path, where="", reason=faults.TOO_MANY_PARTS)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError beside its own: a number of five thousand digits
        raise InvalidMapping(path=path, where="", reason=str(error)) from None
