from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.app import check_ins, history, sessions, tags
from journal.app.check_ins import new_key
from journal.app.exports import export
from journal.app.journal import Journal
from tests.support.journals import make_journal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made, clock = make_journal(tmp_path / "journal", at="2026-10-25T21:00")
    made.clock = clock
    yield made
    made.close()


def log(journal: Journal, *given: str, day: int = 25) -> str:
    return check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, day, 20), tags=given).id


def counts(journal: Journal) -> dict[str, int]:
    return {each.tag: each.count for each in tags.all_tags(journal)}


def test_tags_are_counted_over_check_ins_and_sessions_the_most_used_first(journal: Journal) -> None:
    log(journal, "visit", "bad sleep")
    log(journal, "bad sleep", day=24)
    session = sessions.add_session(journal, "ketamine_iv", datetime(2026, 10, 20, 10))
    tags.set_session_tags(journal, session.id, ["bad sleep"])
    assert list(counts(journal).items()) == [("bad sleep", 3), ("visit", 1)]


def test_a_tag_is_spelled_as_it_is_elsewhere(journal: Journal) -> None:
    log(journal, "Zürich")
    entry = tags.set_tags(journal, new_key(), ["  zurich ", "a,b", "ZÜRICH", ""])
    assert entry is not None
    assert entry.tags == ("Zürich", "a b")


def test_tags_alone_make_an_entry_and_none_do_not(journal: Journal) -> None:
    assert tags.set_tags(journal, new_key(), []) is None
    assert journal.store.entries.count() == 0
    assert tags.set_tags(journal, new_key(), ["visit"]) is not None
    assert journal.store.entries.count() == 1


def test_renamed_everywhere_is_one_step_of_undo(journal: Journal) -> None:
    first, second = log(journal, "visit"), log(journal, "visit", "home", day=24)
    assert tags.rename_tag(journal, "visit", "guests") == 2
    assert history.find(journal, second).tags == ("guests", "home")
    history.undo(journal)
    assert [history.find(journal, each).tags for each in (first, second)] == [("visit",), ("visit", "home")]


def test_renamed_to_another_tag_joins_the_two(journal: Journal) -> None:
    entry = log(journal, "visit", "guests")
    tags.rename_tag(journal, "visit", "guests")
    assert history.find(journal, entry).tags == ("guests",)


def test_removed_everywhere_is_one_step_of_undo(journal: Journal) -> None:
    session = sessions.add_session(journal, "ketamine_iv", datetime(2026, 10, 20, 10))
    tags.set_session_tags(journal, session.id, ["visit"])
    entry = log(journal, "visit")
    assert tags.remove_tag(journal, "VISIT") == 2
    assert counts(journal) == {}
    history.undo(journal)
    assert counts(journal) == {"visit": 2}
    assert history.find(journal, entry).tags == ("visit",)


def test_the_days_of_a_tag(journal: Journal) -> None:
    log(journal, "visit", day=24)
    log(journal, "home")
    assert tags.tag_days(journal, "visit") == {date(2026, 10, 24)}


@pytest.mark.parametrize(("notes", "found"), [("none", None), ("shared", ""), ("all", "visit | home")])
def test_tags_leave_only_with_all_notes(journal: Journal, notes: str, found: str | None) -> None:
    entry = log(journal, "visit", "home")
    history.edit(journal, entry, note="Rain.", note_shared=True)
    archive = zipfile.ZipFile(io.BytesIO(export(journal, "csv", notes=notes)))
    if found is None:
        assert "notes.csv" not in archive.namelist()
        return
    rows = list(csv.DictReader(io.TextIOWrapper(archive.open("notes.csv"), "utf-8-sig")))
    assert [row["tags"] for row in rows] == [found]
