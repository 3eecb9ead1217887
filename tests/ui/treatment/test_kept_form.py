import json
from datetime import date, time
from enum import StrEnum

import pytest

from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.kept_form import form_of, form_payload


class Do(StrEnum):
    ADD = "add"
    DELETE = "delete"


FORMS = frozenset({Do.ADD})


def test_an_open_form_comes_back_with_its_texts():
    payload = form_payload(Deed(Do.ADD, "one"), {"name": "half", "asked": True})
    assert form_of(payload, FORMS) == (Deed(Do.ADD, "one"), {"name": "half"})


def test_a_day_and_a_time_of_day_come_back_too():
    typed = {"day": date(2026, 12, 3), "at": time(14, 30)}
    assert form_of(json.loads(json.dumps(form_payload(Deed(Do.ADD), typed))), FORMS) == (Deed(Do.ADD), typed)


def test_what_stood_half_typed_already_is_kept_on():
    assert form_payload(Deed(Do.ADD), None, {"name": "half"})["typed"] == {"name": "half"}


@pytest.mark.parametrize(("form", "typed"), [(None, {"name": "half"}), (Deed(Do.ADD), {}), (Deed(Do.ADD), None)])
def test_without_a_form_or_texts_nothing_is_kept(form, typed):
    assert form_payload(form, typed) == {}


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {},
        {"do": "delete"},
        {"do": "later-version"},
        {"do": "add", "typed": "x"},
        {"do": "add", "typed": {"day": {}}},
    ],
)
def test_what_is_no_form_of_this_version_is_left(payload):
    assert form_of(payload, FORMS) is None
