from __future__ import annotations

import random

import pytest

from journal.exchange.formats import Format, recognise
from journal.model.errors import UnknownFormat
from tests.support.tables import write


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'{"format": "leeward-journal"}', Format.LEEWARD),
        (b'\xef\xbb\xbf {\n"format":"leeward-journal"}', Format.LEEWARD),
        (b"date,mood\n2026-01-01,3\n", Format.TABLE),
        ("date\tmood\n2026-01-01\t3\n".encode("utf-16"), Format.TABLE),
    ],
)
def test_a_format_is_found_by_the_content_and_not_by_the_name(tmp_path, data, found):
    assert recognise(write(tmp_path, data, "file.bin")) is found


@pytest.mark.parametrize(
    "data",
    [b"", b"  \n", b'{"resourceType": "Questionnaire"}', b"[1]", b"<html>", random.Random(1).randbytes(2000)],
)
def test_what_is_in_no_format_is_refused(tmp_path, data):
    with pytest.raises(UnknownFormat):
        recognise(write(tmp_path, data, "table.csv"))
