"""Notes of other programs as plain text: a file's markup is only ever text, except for its line breaks."""

from __future__ import annotations

import re

_BREAK = re.compile(r"<br\s*/?>(?:\r\n|\n|\r)?", re.IGNORECASE)


def plain_note(text: str) -> str:
    """One kind of line end, `<br>` as a line end too, and nothing that a text can't hold."""
    if not text:
        return ""
    if "<" in text:
        text = _BREAK.sub("\n", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip()


def joined(*parts: str) -> str:
    """The parts of a note that hold something, a line each: its title, its text."""
    return "\n".join(plain for plain in map(plain_note, parts) if plain)


def plain_name(text: str) -> str:
    """A name with nothing in it that a text can't hold; spaces around it stay, for they can tell names apart."""
    return text.replace("\0", "\ufffd")
