"""A zip behind a password: locked by AES with 256 bits, whatever way the password's letters were typed."""

import io
import tracemalloc
import unicodedata
import zipfile

import pytest
import pyzipper

from journal.exchange.protected_zip import ProtectedZip, write_protected
from tests.support.sinks import Sink

WORDS = "café Ångström пароль 密码"


def locked(password: str, *pieces: str) -> bytes:
    file = io.BytesIO()
    write_protected(file, "notes.json", pieces, password)
    return file.getvalue()


def opened(data: bytes, password: str) -> bytes:
    with pyzipper.AESZipFile(io.BytesIO(data)) as archive:
        archive.setpassword(password.encode())
        return archive.read("notes.json")


def test_the_password_opens_it():
    assert opened(locked("quiet harbour", "one, ", "zwei ä"), "quiet harbour") == "one, zwei ä".encode()


@pytest.mark.parametrize("wrong", ["quiet harbor", "", "Quiet harbour", "quiet harbour "])
def test_nothing_else_opens_it(wrong):
    with pytest.raises(RuntimeError):
        opened(locked("quiet harbour", "words"), wrong)


def test_what_is_inside_is_not_to_be_seen():
    data = locked("quiet harbour", "nightmares " * 3)
    assert b"nightmares" not in data
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises((RuntimeError, NotImplementedError)):
        archive.read("notes.json")


def test_the_key_has_256_bits_and_no_checksum_tells_of_the_content():
    (info,) = pyzipper.AESZipFile(io.BytesIO(locked("quiet harbour", "words"))).infolist()
    assert (info.wz_aes_strength, info.wz_aes_version, info.CRC) == (3, 2, 0)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_one_password(form):
    typed = unicodedata.normalize(form, WORDS)
    assert opened(locked(typed, "words"), unicodedata.normalize("NFC", WORDS)) == b"words"


def test_neither_clock_nor_owner_stands_in_it():
    (info,) = pyzipper.AESZipFile(io.BytesIO(locked("quiet harbour", "words"))).infolist()
    assert (info.date_time, info.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 0o100600)


def test_several_files_are_locked_each():
    file = io.BytesIO()
    with ProtectedZip(file, "quiet harbour") as archive:
        for name in ("a.csv", "b.csv"):
            with archive.text(name) as text:
                text.write(f"{name}\r\n")
    with pyzipper.AESZipFile(file) as archive:
        assert all(info.flag_bits & 1 for info in archive.infolist())
        archive.setpassword(b"quiet harbour")
        assert archive.read("b.csv") == b"b.csv\r\n"


def test_a_changed_byte_is_noticed():
    data = bytearray(locked("quiet harbour", "words " * 50))
    data[80] ^= 1
    with pytest.raises((pyzipper.BadZipFile, RuntimeError)):
        opened(bytes(data), "quiet harbour")


def test_it_is_written_piece_by_piece():
    sink = Sink()
    tracemalloc.start()
    write_protected(sink, "notes.json", (f"{number:060}" * 20 for number in range(20_000)), "quiet harbour")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sink.size > 100_000
    assert most < 4_000_000  # of 24 MB that went through
