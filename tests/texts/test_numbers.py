"""Numbers are written and read as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.texts import numbers
from journal.texts.locales import Locale

BRITISH, GERMAN, FRENCH, EGYPTIAN = Locale("en", "GB"), Locale("de", "DE"), Locale("fr", "FR"), Locale("ar", "EG")


def test_the_decimal_sign_is_the_locales():
    assert numbers.one_decimal(2.6, BRITISH) == "2.6"
    assert numbers.one_decimal(2.6, GERMAN) == "2,6"
    assert numbers.amount(5.5, FRENCH) == "5,5"


def test_a_logged_value_has_no_needless_decimals():
    assert [numbers.amount(value, BRITISH) for value in (7.0, 5.5, 6.25, 1 / 3)] == ["7", "5.5", "6.25", "0.33"]


def test_thousands_are_set_apart():
    assert numbers.count(1476, BRITISH) == "1,476"
    assert numbers.count(1476, GERMAN) == "1.476"


def test_a_change_has_a_sign_and_a_real_minus():
    assert [numbers.signed(value, BRITISH) for value in (-0.4, 0.4, 0.0)] == ["−0.4", "+0.4", "0.0"]
    assert numbers.amount(-3, BRITISH) == "−3"


def test_a_change_that_rounds_to_nothing_has_no_sign():
    assert numbers.signed(-0.04, BRITISH) == "0.0"
    assert numbers.one_decimal(-0.04, BRITISH) == "0.0"


def test_per_cent_takes_the_locales_form():
    assert numbers.percent(0.342, BRITISH) == "34%"
    assert numbers.percent(0.342, GERMAN) == "34\u00a0%"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.5", 5.5),
        ("5,5", 5.5),
        (" 7 ", 7.0),
        (",5", 0.5),
        ("7,", 7.0),
        ("−3", -3.0),
        ("1 476", 1476.0),
        ("1\u202f476,5", 1476.5),
        ("1.476,5", 1476.5),
        ("1,476.5", 1476.5),
        ("1.476.000", 1476000.0),
        ("٥٫٥".replace("٫", "."), 5.5),
    ],
)
def test_a_typed_number_is_understood(text, value):
    assert numbers.parse_number(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "seven", "nan", "inf", "1e5", "0x10", "5.5.5", "--3", "1_000", "5%", "²", "."]
)
def test_what_is_no_number_is_none(text):
    assert numbers.parse_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("5:30", 5.5), ("5h30", 5.5), ("8 h", 8.0), ("5,5", 5.5), ("x", None)])
def test_hours_can_be_typed_as_hours_and_minutes(text, value):
    assert numbers.parse_hours(text) == value


@settings(max_examples=100)
@given(st.floats(-9999, 9999).map(lambda value: round(value, 2)), st.sampled_from([BRITISH, GERMAN, FRENCH]))
def test_what_is_written_is_read_back(value, locale):
    assert numbers.parse_number(numbers.amount(value, locale)) == value
