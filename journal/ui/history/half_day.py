"""A form on the page of a day that was left half filled in: it stands there again, also after a lock. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from journal.ui.history.day_state import DayPlace
from journal.ui.treatment.half_form import payload_of, place_of
from journal.ui.treatment.loaded import Place

DRAFT = "history-form"
"""The name of the draft."""


def kept_words(half: DayPlace | None) -> dict[str, Any]:
    """What is kept of a half-filled form; nothing where there is none."""
    if half is None or half.form is None:
        return {}
    return {"day": half.day.isoformat(), **payload_of(Place(form=half.form), half.typed)}


def half_of(payload: Mapping[str, Any] | None) -> DayPlace | None:
    """The form as it was kept; None where nothing was, or nothing that this version knows."""
    place = place_of(payload)
    if payload is None or place is None:
        return None
    try:
        return DayPlace(date.fromisoformat(payload["day"]), place.form, typed=place.typed)
    except (KeyError, ValueError, TypeError):
        return None
