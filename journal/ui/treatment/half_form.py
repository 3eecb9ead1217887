"""A form that is half filled in: kept with the journal, so that it stands there again after a lock or a crash. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.kept_form import kept_value, value_of
from journal.ui.treatment.loaded import Place, Tab
from journal.ui.treatment.parts import Form, Value

DRAFT = "treatment-form"
"""The name of the draft."""


def payload_of(place: Place, typed: Mapping[str, Value]) -> dict[str, Any]:
    """What is kept: where the form stands, what it is about, and what stands in its fields."""
    deed = place.form or Deed(Do.BACK)
    return {
        "place": [place.tab.value, place.course_id, place.medicine_id],
        "deed": [deed.do.value, deed.id, deed.also],
        "typed": {key: kept_value(value) for key, value in typed.items()},
    }


def place_of(payload: Mapping[str, Any] | None) -> Place | None:
    """The place with its form as it was kept; None where nothing was, or nothing that this version knows."""
    if not payload:
        return None
    try:
        tab, course_id, medicine_id = payload["place"]
        do, about, also = payload["deed"]
        typed = {str(key): value_of(kept) for key, kept in payload["typed"].items()}
        return Place(Tab(tab), course_id, medicine_id, form=Deed(Do(do), about, also), typed=typed)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def filled(form: Form, typed: Mapping[str, Value]) -> Form:
    """The form with what was typed; a field that stood folded away is shown where something was typed in it."""
    fields = tuple(
        replace(field, value=typed[field.key], more=field.more and typed[field.key] == field.value)
        if field.key in typed and type(typed[field.key]) is type(field.value)
        else field
        for field in form.fields
    )
    return replace(form, fields=fields)
