from __future__ import annotations

import codecs
import encodings.aliases

import pytest

from journal.exchange.encodings import SAMPLE_BYTES, find_shape
from journal.exchange.table_mapping_file import parse_mapping
from journal.exchange.table_rows import TableRows
from journal.model.errors import InvalidFile, InvalidMapping
from tests.support.tables import WIDE, read, write

TEXT = "date;time;mood;Bemerkung\r\n2026-03-01;10:00;3,5;müde\r\n2026-03-02;11:00;4;größer\r\n"
MAPPING = WIDE + '[[note]]\ncolumn = "Bemerkung"\n'


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
)
def test_encoding_delimiter_and_decimal_comma_are_found(tmp_path, data):
    found = read(tmp_path, data, MAPPING)
    assert found.values("own_mood") == [3.5, 4]
    assert [draft.note for draft in found.drafts] == ["müde", "größer"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_found(tmp_path, delimiter):
    text = "date,time,mood\n2026-03-01,10:00,3\n".replace(",", delimiter)
    assert read(tmp_path, text).values("own_mood") == [3]


def test_commas_inside_quotes_do_not_count(tmp_path):
    path = write(tmp_path, 'a;b\n1;"x, y, z"\n2;"p, q, r"\n')
    assert find_shape(path).delimiter == ";"


def test_a_point_anywhere_means_decimal_points(tmp_path):
    assert find_shape(write(tmp_path, "a;b\n1.5;2,5\n")).decimal == "."


def test_a_letter_cut_in_two_at_the_end_of_the_sample_is_no_other_encoding(tmp_path):
    lines = "a,ü\n" * (SAMPLE_BYTES // 3)
    assert find_shape(write(tmp_path, lines)).encoding == "utf-8"


def test_an_odd_byte_late_in_the_file_makes_it_windows(tmp_path):
    data = b"a,b\n" * 100_000 + b"caf\xe9,1\n"
    assert find_shape(write(tmp_path, data)).encoding == "cp1252"


def test_the_mapping_can_say_how_the_file_is_written(tmp_path):
    said = 'encoding = "cp1251"\ndelimiter = ";"\ndecimal = ","\n' + MAPPING.replace("Bemerkung", "Заметка")
    text = TEXT.replace("Bemerkung", "Заметка").replace("müde", "устал").replace("größer", "лучше")
    found = read(tmp_path, text.encode("cp1251"), said)
    assert [draft.note for draft in found.drafts] == ["устал", "лучше"]


def test_digits_of_other_scripts_are_numbers(tmp_path):
    assert read(tmp_path, "date,time,mood\n2026-03-01,10:00,٣\n2026-03-02,10:00,५\n").values("own_mood") == [3, 5]


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "undefined", "unicode_escape", "raw-unicode-escape", "hex", "x" * 500]
)
def test_what_no_table_is_written_in_is_no_encoding_of_a_mapping(name):
    with pytest.raises(InvalidMapping):
        parse_mapping(f'encoding = "{name}"\n{WIDE}')


@pytest.mark.parametrize("name", sorted({*encodings.aliases.aliases.values()}))
def test_any_encoding_that_a_mapping_may_name_reads_or_refuses(tmp_path, name):
    path = tmp_path / "x.csv"
    path.write_bytes(b"date,time,mood\n2026-01-01,10:00,3\n\xff\xfe\x00+AG8-\\u0041,\xd8\x00\n")
    try:
        shape = find_shape(path, encoding=parse_mapping(f'encoding = "{name}"\n{WIDE}').encoding)
        list(TableRows(path, shape))
    except (InvalidMapping, InvalidFile):
        pass


def test_utf_16_may_be_named_though_no_mark_says_its_order(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes("a,b\n1,2\n".encode("utf-16-le"))
    assert TableRows(path, find_shape(path, encoding="utf-16")).header() == ["a", "b"]
