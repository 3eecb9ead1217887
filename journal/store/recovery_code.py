"""The recovery code: 160 random bits as Crockford base32 with a check character.

Written in groups of four: `7Q2M-…-K9TX-4`. O counts as 0, I and L as 1; case, spaces and dashes do
not matter. New codes end with a letter or a digit; older ones may end with `*`, `~`, `$`, `=` or `U`.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator

from journal.model.errors import RecoveryCodeMistyped

RAW_BYTES = 20
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS = _DIGITS + "*~$=U"
_LENGTH = RAW_BYTES * 8 // 5
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_ALIKE = str.maketrans("OIL", "011")


def new_raw() -> bytes:
    """20 random bytes whose code is easily copied by hand: its check character is a letter or a digit.

    Of the 37 check characters five are a sign of punctuation or U, which looks like V; drawing again leaves
    159.8 of the 160 bits.
    """
    while True:
        raw = os.urandom(RAW_BYTES)
        if encode(raw)[-1] in _DIGITS:
            return raw


def encode(raw: bytes) -> str:
    """Write 20 bytes as a code."""
    number = int.from_bytes(raw, "big")
    body = "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(_LENGTH)))
    text = body + _CHECKS[number % len(_CHECKS)]
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def decode(text: str) -> bytes:
    """Read a code back to 20 bytes.

    Raises RecoveryCodeMistyped with the reason and, for a character that never occurs, its place
    (1-based, dashes and spaces not counted).
    """
    body, check = _parts(text)
    number = _number(body)
    if _CHECKS[number % len(_CHECKS)] != check:
        raise RecoveryCodeMistyped(reason="check", position=None)
    return number.to_bytes(RAW_BYTES, "big")


def near_misses(text: str) -> Iterator[tuple[int, bytes]]:
    """Codes that are one wrong character, or two swapped neighbours, away from this one.

    Yields the place (1-based) and the 20 bytes. Only those whose check character is right, and the
    body as it stands, in case the check character itself is the wrong one.
    """
    body, check = _parts(text)
    yield _LENGTH + 1, _number(body).to_bytes(RAW_BYTES, "big")
    for place, changed in _changes(body):
        number = _number(changed)
        if _CHECKS[number % len(_CHECKS)] == check:
            yield place, number.to_bytes(RAW_BYTES, "big")


def _changes(body: str) -> Iterator[tuple[int, str]]:
    for place in range(_LENGTH):
        for digit in _DIGITS:
            yield place + 1, body[:place] + digit + body[place + 1 :]
        yield place + 1, body[:place] + body[place : place + 2][::-1] + body[place + 2 :]


def _parts(text: str) -> tuple[str, str]:
    letters = unicodedata.normalize("NFKC", text).upper()
    letters = "".join(letter for letter in letters if not letter.isspace() and letter not in _DASHES)
    body, check = letters[:_LENGTH].translate(_ALIKE), letters[_LENGTH:]
    for place, letter in enumerate(body, 1):
        if letter not in _DIGITS:
            raise RecoveryCodeMistyped(reason="character", position=place)
    if len(letters) != _LENGTH + 1:
        raise RecoveryCodeMistyped(reason="length", position=None)
    check = check if check in _CHECKS else check.translate(_ALIKE)
    if check not in _CHECKS:
        raise RecoveryCodeMistyped(reason="character", position=_LENGTH + 1)
    return body, check


def _number(body: str) -> int:
    number = 0
    for letter in body:
        number = number * 32 + _DIGITS.index(letter)
    return number
