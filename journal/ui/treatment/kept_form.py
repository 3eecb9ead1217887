"""A form on a page of cards as it is kept half typed: which one is open, what it is about, and its fields. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import CardState, Value

Kept = str | bool | dict[str, str]
"""What stands in a field as a draft holds it."""


def form_payload(
    form: Deed | None, typed: Mapping[str, Value] | None, stood: Mapping[str, Value] | None = None
) -> dict[str, Any]:
    """An open form with what stands in its fields, as it is kept; nothing where nothing is typed. Ticks are set anew.

    `typed` is None where nothing was changed since the form opened: it then holds what `stood` in it already.
    """
    fields = typed or stood or {}
    held = {key: kept_value(value) for key, value in fields.items() if not isinstance(value, bool)}
    return {"do": form.do.value, "id": form.id, "typed": held} if form is not None and held else {}


def form_of(payload: Mapping[str, Any] | None, forms: Collection[StrEnum]) -> tuple[Deed, dict[str, Value]] | None:
    """The form that was kept, one of `forms`, with its fields; None where none was that this version knows."""
    held = payload or {}
    do = next((each for each in forms if each.value == held.get("do")), None)
    typed = held.get("typed", {})
    if do is None or not isinstance(typed, Mapping):
        return None
    try:
        return Deed(do, str(held.get("id", ""))), {str(key): value_of(kept) for key, kept in typed.items()}
    except (KeyError, TypeError, ValueError):
        return None


def take_up_form(
    payload: Mapping[str, Any] | None,
    forms: Collection[StrEnum],
    here: Deed | None,
    stand: Callable[[Deed, dict[str, Value]], None],
) -> bool:
    """Let the form that was kept stand again, unless another stands `here`: then False, and it stays kept."""
    kept = form_of(payload, forms)
    if kept is None:
        return True
    if here is not None:
        return False
    stand(*kept)
    return True


def stands(*cards: CardState | None) -> bool:
    """Whether a form stands on one of the cards. Where none does though one is open, what it was about is gone."""
    return any(card is not None and card.form is not None for card in cards)


def kept_value(value: Value) -> Kept:
    """What stands in a field as a draft can hold it."""
    if isinstance(value, time):
        return {"time": value.isoformat("minutes")}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def value_of(kept: Any) -> Value:
    """What stood in a field. Raises KeyError, TypeError, ValueError for what is no field of this version."""
    if isinstance(kept, bool | str):
        return kept
    return time.fromisoformat(kept["time"]) if "time" in kept else date.fromisoformat(kept["day"])
