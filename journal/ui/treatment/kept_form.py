"""A form on a page of cards as it is kept half typed: which one is open, what it is about, and its texts. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Value


def form_payload(form: Deed | None, typed: Mapping[str, Value] | None) -> dict[str, Any]:
    """An open form with the texts in its fields, as it is kept; nothing where nothing is typed."""
    texts = {key: value for key, value in (typed or {}).items() if isinstance(value, str)}
    return {"do": form.do.value, "id": form.id, "typed": texts} if form is not None and texts else {}


def form_of(payload: Mapping[str, Any] | None, forms: Collection[StrEnum]) -> tuple[Deed, dict[str, str]] | None:
    """The form that was kept, one of `forms`, with its texts; None where none was that this version knows."""
    held = payload or {}
    do = next((each for each in forms if each.value == held.get("do")), None)
    typed = held.get("typed", {})
    if do is None or not isinstance(typed, Mapping):
        return None
    return Deed(do, str(held.get("id", ""))), {str(key): str(text) for key, text in typed.items()}
