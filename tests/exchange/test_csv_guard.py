from __future__ import annotations

import pytest

from journal.exchange.csv_guard import guarded


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", "−1", "\ufeff=1"]
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "slept badly", "'quoted'", "3 = 3", "a-b", "mail@example.org", "ärger"])
def test_other_texts_are_left_alone(text):
    assert guarded(text) == text
