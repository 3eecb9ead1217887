from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.model.plausible import Unlikely, unlikely
from journal.model.ranges import RANGES, possible
from journal.model.sessions import Session, Vital

PRESSURE = st.integers(0, 400)


def session(**fields: object) -> Session:
    given = {"kind": "ketamine_iv", **fields}
    return Session("id", at_ms=0, offset_min=0, day=date(2026, 10, 29), **given)  # type: ignore[arg-type]


def asked(**fields: object) -> list[str]:
    return [each.field for each in unlikely(session(**fields))]


def test_an_empty_session_and_a_usual_one_are_not_asked_about() -> None:
    assert unlikely(session()) == ()
    usual = (Vital(0, 118, 76, 64, 98), Vital(40, 151, 92, 88, 96))
    assert asked(dose=0.5, unit="mg/kg", weight_kg=71.5, minutes=40, clear_min=110, vitals=usual) == []


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        ({"dose": 400, "unit": "mg"}, ["dose"]),
        ({"dose": 5, "unit": "mg/kg"}, ["dose"]),
        ({"dose": 0.5, "unit": "mg"}, ["dose"]),
        ({"dose": 400, "unit": "mg", "kind": "ketamine_oral"}, []),
        ({"dose": 400, "unit": "mg", "kind": "other", "route": "intravenous"}, ["dose"]),
        ({"dose": 28, "unit": "device", "kind": "esketamine"}, ["dose"]),
        ({"dose": 3, "unit": "device", "kind": "esketamine"}, []),
        ({"dose": 0, "unit": "mg"}, []),
        ({"minutes": 540}, ["minutes"]),
        ({"weight_kg": 7.15}, ["weight_kg"]),
        ({"vitals": (Vital(0, 12, 80),)}, ["systolic", "diastolic"]),
        ({"vitals": (Vital(0, 80, 120),)}, ["diastolic"]),
        ({"vitals": (Vital(0, 120, 120),)}, ["diastolic"]),
        ({"vitals": (Vital(0, diastolic=80),)}, []),
        ({"vitals": (Vital(0, pulse=7), Vital(15, spo2=9))}, ["pulse", "spo2"]),
    ],
)
def test_slips_of_the_finger_are_asked_about(fields: dict[str, object], about: list[str]) -> None:
    assert asked(**fields) == about


def test_it_says_which_value_at_which_minute() -> None:
    assert unlikely(session(vitals=(Vital(0, 120), Vital(40, 240)))) == (Unlikely("systolic", 40, 240),)


@settings(max_examples=80)
@given(
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(0, 100),
    st.floats(0, 100_000),
    st.sampled_from(["mg", "", "g"]),
)
def test_whatever_is_possible_is_at_most_asked_about(upper: int, lower: int, spo2: int, dose: float, unit: str) -> None:
    made = session(dose=dose, unit=unit, vitals=(Vital(15, upper, lower, upper, spo2),))
    for each in unlikely(made):
        assert each.field in RANGES
        assert possible(each.field, each.value)
