"""Medicines from the command line: doses by day, what was taken, and the numbers of a period."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Leeward

START = ("--start", "2026-05-01")


def add(made: Leeward, *arguments: str) -> str:
    result = made(*arguments)
    assert result.code == 0, result.err
    return result.out.strip()


@pytest.fixture
def taking(made: Leeward) -> Leeward:
    """A journal with a regular medicine and one as needed."""
    add(made, "medicine", "add", "Sertraline", "--dose", "50", "--unit", "mg", "--times", "20:00,8:00", *START)
    add(made, "medicine", "add", "Prazosin", "--dose", "1", "--unit", "mg", "--as-needed", *START)
    return made


def medicine(made: Leeward, name: str) -> dict[str, Any]:
    (found,) = [each for each in made("medicine", "list", "--json").json["medicines"] if each["name"] == name]
    return dict(found)


def counts(made: Leeward, name: str) -> dict[str, Any]:
    data = made("summary", "--from", "2026-05-01", "--to", "2026-05-31", "--json").json
    (found,) = [each for each in data["medicines"] if each["name"] == name]
    return dict(found)


def test_a_medicine_is_begun_and_listed(taking: Leeward) -> None:
    found = medicine(taking, "Sertraline")
    assert (found["dose"], found["unit"], found["times"], found["as_needed"]) == (50, "mg", ["08:00", "20:00"], False)
    assert found["doses"] == [{"since": "2026-05-01", "dose": 50, "times": ["08:00", "20:00"]}]
    assert "50 mg  08:00, 20:00  since 2026-05-01" in taking("medicine", "list").out
    assert "as needed" in taking("medicine", "list").out


def test_a_dose_change_leaves_what_was_before(taking: Leeward) -> None:
    add(taking, "medicine", "change", "sertraline", "--dose", "0,125", "--on", "2026-05-10")
    add(taking, "medicine", "change", "Sertraline", "--dose", "0", "--on", "2026-05-20")
    found = medicine(taking, "Sertraline")
    assert [(each["since"], each["dose"]) for each in found["doses"]] == [
        ("2026-05-01", 50), ("2026-05-10", 0.125), ("2026-05-20", 0),
    ]  # fmt: skip
    assert found["stopped_on"] is None
    assert "0.125 mg from 2026-05-10" in taking("summary", "--from", "2026-05-01", "--to", "2026-05-31").out


def test_a_medicine_is_stopped(taking: Leeward) -> None:
    add(taking, "medicine", "stop", "prazosin", "--on", "2026-05-20", "--reason", "Dizzy")
    found = medicine(taking, "Prazosin")
    assert (found["stopped_on"], found["stop_reason"]) == ("2026-05-20", "Dizzy")
    assert "last day 2026-05-20" in taking("medicine", "list").out
    assert "Prazosin" not in taking("medicine", "list", "--current").out


def test_the_usual_dose_is_one_command(taking: Leeward) -> None:
    assert len(add(taking, "medicine", "dose", "Prazosin")) == 36


def test_what_became_of_doses_is_counted(taking: Leeward) -> None:
    dose = ("medicine", "dose", "Sertraline")
    add(taking, *dose, "--at", "2026-05-11T09:00")
    add(taking, *dose, "--at", "2026-05-11T23:00", "--as", "later")
    add(taking, *dose, "--at", "2026-05-12T08:00", "--as", "not-taken")
    add(taking, *dose, "--at", "2026-05-12T12:00", "--as", "extra", "--amount", "25")
    found = counts(taking, "Sertraline")
    assert (found["taken"], found["taken_later"], found["not_taken"], found["extra"]) == (3, 1, 1, 1)
    out = taking("summary", "--from", "2026-05-01", "--to", "2026-05-31").out
    assert "taken 3 times, of these 1 later, 1 more than planned, not taken 1 time" in out


def test_a_dose_answers_the_nearest_planned_time_that_is_open(taking: Leeward, tmp_path) -> None:
    for at in ("2026-05-11T19:00", "2026-05-11T19:30", "2026-05-11T21:00"):
        add(taking, "medicine", "dose", "Sertraline", "--at", at)
    from journal.app.intakes import day_doses
    from journal.app.vaults import open_journal
    from journal.host.clock import SystemClock
    from tests.support.journals import PASSPHRASE

    journal = open_journal(tmp_path / "journal", SystemClock(), passphrase=PASSPHRASE)
    try:
        from datetime import date

        found = day_doses(journal, date(2026, 5, 11))
        answered = {
            dose.due_min: dose.intake.at.hour * 60 + dose.intake.at.minute for dose in found.planned if dose.intake
        }
        assert answered == {20 * 60: 19 * 60, 8 * 60: 19 * 60 + 30}
        assert len(found.extra) == 1
    finally:
        journal.close()


def test_doses_as_needed_are_counted_by_month(taking: Leeward) -> None:
    for day in range(2, 8):
        add(taking, "medicine", "dose", "Prazosin", "--at", f"2026-05-{day:02}T22:00")
    found = counts(taking, "Prazosin")
    assert [(month["month"], month["doses"]) for month in found["per_month"]["months"]] == [("2026-05", 6)]


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [(("--amount", "20"), True), (("--amount", "2"), False), ((), False)],
)
def test_many_times_the_usual_dose_is_asked_about_and_kept(
    taking: Leeward, arguments: tuple[str, ...], asked: bool
) -> None:
    result = taking("medicine", "dose", "Prazosin", *arguments)
    assert result.code == 0
    assert ("Is this what you meant to type?" in result.err) is asked


@pytest.mark.parametrize(
    "arguments",
    [
        ("medicine", "add", "X", "--dose", "1", "--unit", "mg", *START),
        ("medicine", "add", "X", "--dose", "1", "--unit", "mg", "--times", "08:00", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "1", "--unit", "mg", "--times", "25:00", *START),
        ("medicine", "add", "X", "--dose", "", "--unit", "mg", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "nan", "--unit", "mg", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "inf", "--unit", "mg", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "1", "--unit", "mg", "--as-needed", "--start", "2026-02-31"),
        ("medicine", "add", " ", "--dose", "1", "--unit", "mg", "--as-needed", *START),
        ("medicine", "dose", "Prazosin", "--as", "missed"),
        ("medicine", "dose", "Prazosin", "--as", "not-taken", "--amount", "1"),
        ("medicine", "change", "Prazosin", "--dose", "2", "--on", "2026-05-10", "--times", "08:00"),
        ("medicine", "stop", "Prazosin"),
    ],
)
def test_wrong_usage_ends_with_two_and_changes_nothing(taking: Leeward, arguments: tuple[str, ...]) -> None:
    before = taking("medicine", "list", "--json").json
    result = taking(*arguments)
    assert (result.code, result.out) == (2, "")
    assert taking("medicine", "list", "--json").json == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("medicine", "add", "sertraline", "--dose", "1", "--unit", "mg", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "-1", "--unit", "mg", "--as-needed", *START),
        ("medicine", "add", "X", "--dose", "1e300", "--unit", "mg", "--as-needed", *START),
        ("medicine", "dose", "Sertralin"),
        ("medicine", "dose", "Prazosin", "--amount", "1e300"),
        ("medicine", "dose", "Prazosin", "--at", "2999-01-01T10:00"),
        ("medicine", "change", "Prazosin", "--dose", "2", "--on", "2026-04-01"),
        ("medicine", "stop", "Prazosin", "--on", "2026-04-01"),
        ("medicine", "stop", "nothing", "--on", "2026-05-01"),
    ],
)
def test_an_expected_failure_ends_with_one_and_changes_nothing(taking: Leeward, arguments: tuple[str, ...]) -> None:
    before = taking("medicine", "list", "--json").json
    result = taking(*arguments)
    assert (result.code, result.out) == (1, "")
    assert 0 < len(result.err.strip().splitlines()) <= 2
    assert taking("medicine", "list", "--json").json == before


def test_a_name_that_is_nearly_right_is_helped(taking: Leeward) -> None:
    assert "Sertraline" in taking("medicine", "dose", "Sertralin").err


def test_of_two_medicines_of_one_name_a_dose_is_of_the_one_taken_on_its_day(taking: Leeward) -> None:
    taking("medicine", "stop", "Sertraline", "--on", "2026-05-20")
    add(taking, "medicine", "add", "Sertraline", "--dose", "25", "--unit", "mg", "--as-needed", "--start", "2026-05-25")
    for at in ("2026-05-10T20:00", "2026-05-28T20:00"):
        add(taking, "medicine", "dose", "Sertraline", "--at", at)
    data = taking("summary", "--from", "2026-05-01", "--to", "2026-05-31", "--json").json
    told = [(each["as_needed"], each["taken"]) for each in data["medicines"] if each["name"] == "Sertraline"]
    assert sorted(told) == [(False, 1), (True, 1)]


def test_names_of_several_words_need_no_quotation_marks(made: Leeward) -> None:
    add(made, "medicine", "add", "Vitamin", "D", "--dose", "1000", "--unit", "IU", "--times", "8:00", *START)
    add(made, "medicine", "dose", "vitamin", "d", "--as", "not taken")
    assert counts_now(made) == (0, 1)


def test_a_dose_on_a_day_without_a_usual_one_has_no_amount_and_says_so(taking: Leeward) -> None:
    add(taking, "medicine", "stop", "Prazosin", "--on", "2026-05-20")
    result = taking("medicine", "dose", "Prazosin", "--at", "2026-05-25T22:00")
    assert result.code == 0
    assert "--amount" in result.err


def counts_now(made: Leeward) -> tuple[int, int]:
    """What was taken and not taken of the only medicine, over the last years."""
    data = made("summary", "--from", "2020-01-01", "--to", "2099-12-31", "--json").json
    (found,) = data["medicines"]
    return found["taken"], found["not_taken"]
