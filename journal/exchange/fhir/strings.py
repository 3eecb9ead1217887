"""Texts and numbers as FHIR R4 allows them. What a person wrote stays text: no field that is read as markup is used."""

from __future__ import annotations

_ALLOWED_CONTROLS = frozenset("\t\n\r")


def string(text: str) -> str:
    """The text without control characters and lone surrogates, which FHIR forbids; empty where nothing is left."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return "".join(filter(_allowed, whole)).strip()


def code(text: str) -> str:
    """The text as a code: no white space but single blanks inside it."""
    return " ".join(string(text).split())


def number(value: float) -> int | float:
    """A number as short as it reads back."""
    return int(value) if float(value).is_integer() else value


def _allowed(character: str) -> bool:
    return character in _ALLOWED_CONTROLS or not (character < " " or "\x7f" <= character <= "\x9f")
