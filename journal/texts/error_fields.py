"""What fills the sentence of an error: its fields as they are shown, never more than text."""

from __future__ import annotations

import unicodedata

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts import numbers
from journal.texts.fields import field_name
from journal.texts.form_faults import refused_fields
from journal.texts.quotes import quoted
from journal.texts.system_reasons import system_reason
from journal.texts.translation import _

SHOWN_NAMES = 5
"""How many names of a file a sentence lists before it says how many more there are."""


class Filled(dict[str, str]):
    """Fields of a sentence; one that the error does not carry reads as an ellipsis."""

    def __missing__(self, name: str) -> str:
        return "…"


def shown_fields(error: JournalError) -> Filled:
    """The fields of an error as texts."""
    filled = Filled({name: _shown(value) for name, value in error.fields.items()})
    if isinstance(detail := error.fields.get("detail"), str):
        filled["detail"] = _shown(system_reason(detail))
    if isinstance(reason := error.fields.get("reason"), str):
        filled["reason"] = _shown(_(reason))
    if isinstance(error, errors.FieldOutOfRange):
        filled["field"] = field_name(str(error.fields.get("field", "…")))
    if isinstance(error, errors.FileTooLarge) and error.fields.get("unit") != "rows":
        filled["limit"] = _megabytes(error.fields.get("limit"))
    if isinstance(error, errors.FormRefused):
        filled.update(refused_fields(error.fields.get("reasons")))
    if isinstance(error, errors.NamesUnmapped):
        filled["n"] = str(_length(error.fields.get("names")))
    return filled


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return _listed([_shown(each).strip() for each in value])
    if isinstance(value, float):
        return numbers.dose(value)
    return "".join(char if _harmless(char) else "\N{REPLACEMENT CHARACTER}" for char in str(value))


def _listed(names: list[str]) -> str:
    listed = ", ".join(quoted(name) for name in names[:SHOWN_NAMES])
    more = len(names) - SHOWN_NAMES
    return _("{names} and {n} more").format(names=listed, n=more) if more > 0 else listed


def _length(values: object) -> int:
    return len(values) if isinstance(values, tuple | list) else 0


def _megabytes(limit: object) -> str:
    if not isinstance(limit, int | float):
        return "…"
    return f"{limit / (1 << 20 if limit % (1 << 20) == 0 else 1_000_000):.10g}"


def _harmless(char: str) -> bool:
    return char in "\u200c\u200d" or not unicodedata.category(char).startswith("C")
