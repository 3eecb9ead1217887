from __future__ import annotations

import pytest

from tests.cli.conftest import Leeward


def test_a_note_is_found_with_where_it_stands(made: Leeward) -> None:
    entry_id = made("log", "anxiety=1", "--note", "A walk by the harbour.", "--at", "2026-01-05T21:00").out.strip()
    result = made("search", "HARBOUR", "--json").json
    assert result["count"] == 1
    (found,) = result["results"]
    assert (found["part"], found["kind"], found["id"], found["day"]) == ("notes", "entry", entry_id, "2026-01-05")
    assert [found["text"][slice(*span)] for span in found["marks"]] == ["harbour"]


def test_results_are_told_newest_first_and_counted(made: Leeward) -> None:
    for day in ("04", "06", "05"):
        made("log", "anxiety=1", "--note", f"rain {day}", "--at", f"2026-01-{day}T21:00")
    result = made("search", "rain 0")
    assert [line[:10] for line in result.out.splitlines()] == ["2026-01-06", "2026-01-05", "2026-01-04"]
    assert "3 results" in result.err


def test_words_need_no_quotation_marks(made: Leeward) -> None:
    made("log", "anxiety=1", "--note", "slept badly again")
    assert made("search", "slept", "badly", "--json").json["count"] == 1
    assert made("search", "badly", "slept", "--json").json["count"] == 0


def test_items_are_found_by_their_names_and_clinical_names(made: Leeward) -> None:
    made("log", "nightmares=2", "--at", "2026-01-05T21:00")
    (found, *_others) = made("search", "nightmare", "--part", "items", "--json").json["results"]
    assert (found["kind"], found["key"], found["title"]) == ("item", "nightmares", "Nightmares")
    assert found["day"] == "2026-01-05"
    clinical = made("search", "hypervigil", "--json").json["results"]
    assert "hypervigilance" in [each["key"] for each in clinical]


def test_sessions_are_found_by_kind_and_note(made: Leeward) -> None:
    made("session", "add", "ketamine_iv", "--at", "2026-01-05T10:00", "--note", "Music helped.")
    (found,) = made("search", "infusion", "--json").json["results"]
    assert (found["kind"], found["title"], found["text"]) == ("session", "Ketamine infusion", "Music helped.")
    assert made("search", "music", "--part", "notes", "--json").json["count"] == 0


def test_days_narrow_it(made: Leeward) -> None:
    for day in ("04", "06"):
        made("log", "anxiety=1", "--note", "rain", "--at", f"2026-01-{day}T21:00")
    assert made("search", "rain", "--from", "2026-01-05", "--json").json["count"] == 1
    assert made("search", "rain", "--to", "2026-01-03", "--json").json["count"] == 0


def test_nothing_found_is_no_failure(made: Leeward) -> None:
    result = made("search", "harbour")
    assert (result.code, result.out) == (0, "")
    assert "Nothing was found." in result.err


@pytest.mark.parametrize("arguments", [(), ("  ",), ("x", "--part", "plan"), ("x", "--from", "soon"), ("\udcff",)])
def test_what_can_not_be_searched_for_is_wrong_usage(made: Leeward, arguments: tuple[str, ...]) -> None:
    assert made("search", *arguments).code == 2


def test_days_the_wrong_way_round_fail(made: Leeward) -> None:
    assert made("search", "x", "--from", "2026-01-05", "--to", "2026-01-04").code == 1


def test_without_a_journal_it_fails(leeward: Leeward) -> None:
    assert leeward("search", "x").code == 1
