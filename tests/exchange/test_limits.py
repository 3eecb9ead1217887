"""What would fill the memory is refused before it is read."""

from __future__ import annotations

import base64
import struct
import zipfile
from pathlib import Path

import pytest

from journal.exchange.archives import opened_zip, part_names
from journal.exchange.diaries.daylio_backup import DaylioBackup
from journal.exchange.encodings import TableShape
from journal.exchange.formats import recognise
from journal.exchange.leeward_reader import read_document
from journal.exchange.limits import MOST_OBJECTS
from journal.exchange.table_rows import LONG_ROW, TableRows
from journal.model.errors import FileTooLarge, InvalidFile, UnknownFormat
from tests.support.source_diaries import bring, saved

EMPTY = b"[" + b"{}," * MOST_OBJECTS + b"{}]"


def many_names(count: int) -> bytes:
    """A zip with nothing in it but a list of names, in the long form that may have any number of them."""
    local = b"PK\x03\x04" + bytes(26)
    head = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 33, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0)
    names = b"".join(head + f"{number:07}".encode() for number in range(count))
    longer = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(names), len(local))
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(local) + len(names), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return local + names + longer + where + end


def test_a_zip_of_two_hundred_thousand_names_is_not_listed(tmp_path: Path) -> None:
    path = saved(tmp_path, many_names(200_000))
    for read in (part_names, lambda path: opened_zip(path).__enter__()):
        with pytest.raises(FileTooLarge):
            read(path)
    with pytest.raises(UnknownFormat):
        recognise(path)


def test_a_zip_of_many_names_can_be_looked_into(tmp_path: Path) -> None:
    with opened_zip(saved(tmp_path, many_names(2_000))) as archive:
        assert len(archive.namelist()) == 2_000


def test_a_large_part_of_a_zip_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("x", bytes(20 << 20))
    with opened_zip(path) as archive:
        assert len(archive.read("x")) == 20 << 20


def test_a_journal_of_millions_of_empty_objects_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path, b'{"format": "leeward-journal", "entries": ' + EMPTY + b"}")
    with pytest.raises(FileTooLarge):
        read_document(path)


def test_a_daylio_backup_of_millions_of_empty_objects_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.daylio"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.daylio", base64.b64encode(b'{"dayEntries": ' + EMPTY + b"}"))
    with pytest.raises(FileTooLarge):
        bring(DaylioBackup(), path)


@pytest.mark.parametrize("line", ["ab," * 3_000_000, '"\n",' * 2_200_000], ids=["one line", "many lines"])
def test_a_row_that_never_ends_is_refused(tmp_path: Path, line: str) -> None:
    path = saved(tmp_path, line)
    with pytest.raises(InvalidFile) as caught:
        TableRows(path, TableShape()).header()
    assert caught.value.fields["reason"] == LONG_ROW
