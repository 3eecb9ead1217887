"""Upgrade and downgrade on the command line."""

import pytest

from journal.store.migrations import STEPS
from tests.support.other_versions import (
    EARLIER,
    every_byte,
    golden_journal,
    journal_to_come,
    steps_of,
    steps_of_backups,
)

NAMES = [name for name, _apply in STEPS]


@pytest.mark.parametrize("schema", EARLIER)
def test_a_journal_of_an_earlier_version_opens_with_a_backup_made_before(leeward, tmp_path, schema):
    folder = golden_journal(schema, tmp_path / "journal")
    shown = leeward("show", "--json")
    assert shown.code == 0
    assert [entry["note"] for entry in shown.json["entries"] if entry["note"]] == ["Rain, then the sea. 🌊"]
    assert steps_of(folder) == NAMES
    assert steps_of_backups(folder, tmp_path / "before") == [NAMES[:schema]]


@pytest.mark.parametrize("schema", EARLIER)
def test_its_course_goes_on_after_the_upgrade(leeward, tmp_path, schema):
    folder = golden_journal(schema, tmp_path / "journal")
    assert leeward("log", "tense=2", "--at", "2026-11-01T20:00").code == 0
    days = [entry["day"] for entry in leeward("show", "--json").json["entries"]]
    assert "2026-11-01" in days
    assert leeward("verify").code == 0
    assert len(steps_of_backups(folder, tmp_path / "before")) == 1


@pytest.mark.parametrize(
    "command", [("show",), ("log", "tense=2"), ("undo",), ("backup",), ("verify",), ("items",), ("rotate-key",)]
)
def test_a_journal_of_a_later_version_is_refused_and_left_as_it_was(leeward, tmp_path, command):
    folder = journal_to_come(tmp_path / "journal")
    before = every_byte(folder)
    told = leeward(*command)
    assert told.code == 1
    assert told.out == ""
    assert told.err.strip() == (
        f"The journal in {folder} was made by a newer Leeward. Nothing was changed: install the newer one to open it."
    )
    assert every_byte(folder) == before


def test_a_backup_of_a_later_version_is_not_merged_in(leeward, tmp_path):
    golden_journal(EARLIER[-1], tmp_path / "journal")
    assert leeward("show").code == 0
    later = journal_to_come(tmp_path / "later")
    before = every_byte(later)
    assert leeward("merge", str(later)).code != 0
    assert every_byte(later) == before
