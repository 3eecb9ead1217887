"""Texts and numbers as FHIR R4 allows them. What a person wrote stays text: no field that is read as markup is used."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and line ends, and lone surrogates."""


def string(text: str) -> str:
    """The text without what FHIR forbids; empty where nothing is left."""
    return _FORBIDDEN.sub("", text).strip()


def code(text: str) -> str:
    """The text as a code: no white space but single blanks inside it."""
    return " ".join(string(text).split())


def number(value: float) -> int | float:
    """A number as short as it reads back."""
    return int(value) if float(value).is_integer() else value
