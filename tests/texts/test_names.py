"""Names on charts: one short line of nothing but text."""

import pytest

from journal.texts.names import LONGEST, short_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Prazosin", "Prazosin"),
        ("two\nlines \t and more", "two lines and more"),
        ("\x1b[31mred\x00", "[31mred"),
        ("\u202egm 05", "gm 05"),
        ("👩‍👩‍👧 كيتامين", "👩‍👩‍👧 كيتامين"),
        (" \n ", ""),
    ],
)
def test_a_name_is_one_line_of_text(name: str, shown: str) -> None:
    assert short_name(name) == shown


def test_a_long_name_is_cut_and_says_so() -> None:
    assert len(short_name("x" * 10_000)) == LONGEST
    assert short_name("x" * 10_000).endswith("x…")
