"""Impossible and hostile input to the commands about treatment: a sentence, an exit code, nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Leeward

SESSION = ("session", "add", "pe", "--at", "2026-05-02T14:00")
LISTS = ("course", "session", "medicine", "practice", "mark")


def nothing_kept(made: Leeward, command: str) -> bool:
    """Whether the list of a new journal is as empty as before the command."""
    return command not in LISTS or not any(made(command, "list", "--json").json.values())


@pytest.mark.parametrize(
    "arguments",
    [
        ("course", "add", "pe", "--start", "0001-01-01"),
        ("course", "add", "pe", "--start", "9999-12-31"),
        ("course", "add", "pe", "--start", "2026-02-31"),
        ("course", "add", "pe", "--start", "2026-05-01", "--sessions", "1.5"),
        ("course", "add", "pe", "--start", "2026-05-01", "--sessions", "9" * 5000),
        ("course", "add", "pe", "--start", "2026-05-01", "--name", "\udcff"),
        ("session", "add", "pe", "--at", "0001-01-01T00:00"),
        ("session", "add", "pe", "--at", "9999-12-31T23:59-14:00"),
        ("session", "add", "pe", "--at", "2026-02-31T10:00"),
        ("session", "add", "pe", "--at", "2026-05-02"),
        ("session", "add", "pe"),
        (*SESSION, "--dose", "nan", "--unit", "mg"),
        (*SESSION, "--dose", "1e999", "--unit", "mg"),
        (*SESSION, "--dose", "1_0", "--unit", "mg"),
        (*SESSION, "--dose", "40", "--unit", "litre"),
        (*SESSION, "--minutes", "forty"),
        (*SESSION, "--minutes", "٤٠"),
        (*SESSION, "--went", "badly"),
        (*SESSION, "--ride", "maybe"),
        (*SESSION, "--route", "magic"),
        (*SESSION, "--vital", "138/84"),
        (*SESSION, "--vital", "=138/84"),
        (*SESSION, "--vital", "-5=138/84"),
        (*SESSION, "--vital", "40=138/84/70/98/12"),
        (*SESSION, "--vital", "40=high/84"),
        (*SESSION, "--effect", "dizziness=2"),
        (*SESSION, "--effect", "dizziness@=2"),
        (*SESSION, "--effect", "@14:30=2"),
        (*SESSION, "--effect", "dizziness@+99999999=2"),
        (*SESSION, "--effect", "dizziness@14:30=very"),
        (*SESSION, "--effect", "dizziness@25:30=2"),
        (*SESSION, "--effect", "dizziness@2026-02-31T10:00=2"),
        (*SESSION, "--effect", "hours_slept@14:30=2"),
        (*SESSION, "--phase", "dizziness"),
        (*SESSION, "--phase", "dizziness=forever"),
        (*SESSION, "--note", "\udcff"),
        ("practice", "add", "flying", "--at", "2026-05-02T14:00"),
        ("practice", "add", "in-life", "--at", "2026-05-02T14:00", "--distress", "40/75"),
        ("practice", "add", "in-life", "--at", "2026-05-02T14:00", "--distress", "40/75/x"),
        ("mark", "add", "--on", "2026-05-02", "--label", " "),
        ("mark", "add", "--on", "2026-13-02", "--label", "x"),
        ("medicine", "dose", "x", "--amount", "x"),
        ("session", "edit", "abcd"),
        ("session", "list", "--from", "yesterday"),
        ("course",),
        ("session", "nonsense"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made(*arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err
    assert "Traceback" not in result.err
    assert max(map(len, result.err.splitlines())) < 400
    assert nothing_kept(made, arguments[0])


@pytest.mark.parametrize(
    "arguments",
    [
        ("session", "add", "pe", "--at", "2999-01-01T10:00"),
        ("session", "add", "witchcraft", "--at", "2026-05-02T14:00"),
        ("session", "add", "", "--at", "2026-05-02T14:00"),
        ("session", "add", "x" * 10_000, "--at", "2026-05-02T14:00"),
        (*SESSION, "--course", "zzzz"),
        (*SESSION, "--dose", "-1", "--unit", "mg"),
        (*SESSION, "--dose", "1e300", "--unit", "mg"),
        (*SESSION, "--minutes", "999999999"),
        (*SESSION, "--worked-with", "5"),
        (*SESSION, "--weight-kg", "0"),
        (*SESSION, "--vital", "40=999/84"),
        (*SESSION, "--vital", "999999999=120/80"),
        (*SESSION, "--effect", "dizziness@+5=9"),
        (*SESSION, "--effect", "dizziness@2999-01-01T10:00=1"),
        (*SESSION, "--effect", "dizzines@+5=1"),
        ("course", "add", "pe", "--start", "2026-05-01", "--sessions", "0"),
        ("course", "add", "pe", "--start", "2026-05-01", "--every", "-3"),
        ("practice", "add", "in-life", "--at", "2026-05-02T14:00", "--distress", "40/175/30"),
        ("practice", "add", "in-life", "--at", "2026-05-02T14:00", "--course", "zzzz"),
        ("session", "list", "--from", "2026-05-02", "--to", "2026-05-01"),
        ("session", "list", "--course", "zzzz"),
        ("delete", "%"),
        ("delete", "____"),
        ("delete", ""),
    ],
)
def test_what_cannot_be_is_an_expected_failure(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made(*arguments)
    assert (result.code, result.out) == (1, "")
    assert "Traceback" not in result.err
    assert "unexpected" not in result.err
    assert 0 < len(result.err.strip().splitlines()) <= 2
    assert nothing_kept(made, arguments[0])


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "bell\a and \x1b[31mcolour", "كيتامين", "😀 ' \" ; DROP TABLE", "two\nlines"]
)
def test_any_text_is_kept_as_it_is_and_harmless_in_lists(made: Leeward, text: str) -> None:
    texts = ("--name", text, "--note", text, "--intention", text, "--why", text)
    assert made(*SESSION, *texts).code == 0
    assert made("course", "add", "pe", "--start", "2026-05-01", "--name", text).code == 0
    assert made("mark", "add", "--on", "2026-05-02", "--label", text).code == 0
    medicine = ("medicine", "add", text, "--dose", "1", "--unit", text, "--as-needed", "--start", "2026-05-01")
    assert made(*medicine).code == 0
    assert made("medicine", "dose", text).code == 0
    (session,) = made("session", "list", "--json").json["sessions"]
    assert {session["name"], session["note"], session["intention"], session["shortened_why"]} == {text}
    told = [made(each, "list").out for each in LISTS]
    told.append(made("summary", "--from", "2026-05-01", "--to", "2026-05-31").out)
    assert not any(sign in out for out in told for sign in "\a\x1b")


def test_a_long_name_makes_no_endless_line(made: Leeward) -> None:
    made("course", "add", "pe", "--start", "2026-05-01", "--name", "x" * 10_000)
    assert max(map(len, made("course", "list").out.splitlines())) < 200


def test_no_line_of_a_text_looks_like_a_session_of_its_own(made: Leeward) -> None:
    text = "calm\n2026-05-03 14:00  0a1b2c3d  PE"
    assert made(*SESSION, "--name", text, "--note", text).code == 0
    first, *others = made("session", "list").out.splitlines()
    assert first.endswith("calm 2026-05-03 14:00 0a1b2c3d PE")
    assert all(line.startswith("  ") for line in others)


def test_json_gives_a_terminal_no_orders_either_and_reads_back_as_it_was(made: Leeward) -> None:
    text = "\x9b2J\x7f\u202egm 05 \x1b[31m"
    made("mark", "add", "--on", "2026-05-02", "--label", text)
    told = made("mark", "list", "--json")
    assert told.json["marks"][0]["label"] == text
    assert not any(char in told.out for char in "\x9b\x7f\u202e\x1b")
    assert "\u202e" not in made("mark", "list").out


def test_a_chart_takes_long_and_broken_names_for_short_ones(made: Leeward, tmp_path: Path) -> None:
    text = "x" * 10_000 + "\n\x1b[31m"
    made("mark", "add", "--on", "2026-05-02", "--label", text)
    made("session", "add", "other", "--at", "2026-05-02T14:00", "--name", text)
    made("medicine", "add", text, "--dose", "1", "--unit", text, "--as-needed", "--start", "2026-05-02")
    made("log", "flashbacks=2", "--at", "2026-05-02T10:00")
    chart = ("chart", "flashbacks", "--from", "2026-05-01", "--to", "2026-05-31", "--out", str(tmp_path / "c.png"))
    assert (made(*chart).code, made(*chart, "--force").err) == (0, "")
