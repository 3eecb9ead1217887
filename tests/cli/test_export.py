"""`export`: files with and without a password, and what is said of them."""

import json

import pytest
import pyzipper


@pytest.fixture
def logged(made):
    made("log", "anxiety=2", "alcohol=3", "--note", "for me alone")
    return made


@pytest.fixture
def password(tmp_path):
    file = tmp_path / "password.txt"
    file.write_text("quiet harbour\n")
    return file


def test_a_plain_file_is_said_to_be_plain(logged, tmp_path):
    result = logged("export", "--format", "json", "--out", str(tmp_path / "a.json"))
    assert result.code == 0
    assert "not encrypted" in result.err
    assert len(json.loads((tmp_path / "a.json").read_text())["entries"]) == 1


@pytest.mark.parametrize("kind", ["csv", "json", "fhir"])
def test_a_password_makes_a_locked_zip(logged, tmp_path, password, kind):
    out = tmp_path / "a.zip"
    result = logged("export", "--format", kind, "--out", str(out), "--notes", "all", "--password-file", str(password))
    assert result.code == 0
    assert "not encrypted" not in result.err
    assert "password" in result.err
    with pyzipper.AESZipFile(out) as archive:
        archive.setpassword(b"quiet harbour")
        assert archive.testzip() is None


def test_an_empty_password_is_refused_rather_than_taken_for_none(logged, tmp_path):
    (tmp_path / "empty.txt").write_text("\n")
    out = tmp_path / "a.zip"
    result = logged("export", "--format", "csv", "--out", str(out), "--password-file", str(tmp_path / "empty.txt"))
    assert (result.code, out.exists()) == (1, False)


def test_what_is_there_stays_without_force(logged, tmp_path):
    out = tmp_path / "a.json"
    out.write_text("theirs")
    assert logged("export", "--format", "json", "--out", str(out)).code == 1
    assert out.read_text() == "theirs"
    assert logged("export", "--format", "json", "--out", str(out), "--force").code == 0
    assert json.loads(out.read_text())["entries"]


def test_a_part_that_is_not_known_leaves_no_file(logged, tmp_path):
    place = tmp_path / "desk"
    place.mkdir()
    assert logged("export", "--format", "csv", "--out", str(place / "a.zip"), "--include", "alcool").code == 1
    assert list(place.iterdir()) == []


def test_how_far_it_is_is_drawn_on_a_terminal_alone(logged, tmp_path, monkeypatch):
    import sys

    assert "100%" not in logged("export", "--format", "json", "--out", str(tmp_path / "a.json")).err
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _self: True)
    assert "100%" in logged("export", "--format", "json", "--out", str(tmp_path / "b.json")).err
    assert "100%" not in logged("--quiet", "export", "--format", "json", "--out", str(tmp_path / "c.json")).err
