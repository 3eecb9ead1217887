from __future__ import annotations

import io
import zipfile

import pytest

from journal.exchange import archives
from journal.exchange.archives import ZipWriter, open_part, part_names
from journal.model.errors import FileTooLarge, InvalidFile


def zipped(folder, **parts: bytes):
    path = folder / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def written() -> bytes:
    file = io.BytesIO()
    with ZipWriter(file) as archive, archive.text("a.csv") as text:
        text.write("ä\r\n")
    return file.getvalue()


def test_the_same_content_gives_the_same_bytes():
    assert written() == written()


def test_line_ends_and_letters_are_written_as_given():
    assert zipfile.ZipFile(io.BytesIO(written())).read("a.csv") == "ä\r\n".encode()


def test_a_part_is_read(tmp_path):
    with open_part(zipped(tmp_path, a=b"hello"), "a") as part:
        assert part.read() == b"hello"


def test_a_bomb_ends_where_the_limit_is(tmp_path, monkeypatch):
    path = zipped(tmp_path, a=b"\0" * 100_000)
    monkeypatch.setattr(archives, "MOST_BYTES", 50_000)
    with pytest.raises(FileTooLarge), open_part(path, "a") as part:
        part.read()


def test_a_bomb_that_lies_about_its_size_ends_too(tmp_path, monkeypatch):
    path = zipped(tmp_path, a=b"\0" * 100_000)
    honest = (100_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(honest, (10).to_bytes(4, "little")))
    monkeypatch.setattr(archives, "MOST_BYTES", 50_000)
    with pytest.raises((FileTooLarge, InvalidFile)), open_part(path, "a") as part:
        part.read()


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "x/../../a", "C:\\a", "\\\\host\\a", "a/..\\..\\b"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    with pytest.raises(InvalidFile):
        part_names(zipped(tmp_path, **{name: b""}))


def test_a_missing_part_is_named(tmp_path):
    with pytest.raises(InvalidFile), open_part(zipped(tmp_path, a=b""), "b"):
        pass


@pytest.mark.parametrize("cut", [0, 4, 30, 60])
def test_a_truncated_zip_is_refused(tmp_path, cut):
    path = zipped(tmp_path, a=b"hello hello hello")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(InvalidFile):
        part_names(path)


def test_a_damaged_part_is_refused(tmp_path):
    path = zipped(tmp_path, a=bytes(range(256)) * 40)
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(InvalidFile), open_part(path, "a") as part:
        part.read()


def test_too_many_parts_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_PARTS", 1)
    with pytest.raises(FileTooLarge):
        part_names(zipped(tmp_path, a=b"", b=b""))
