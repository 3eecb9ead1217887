"""Renewing the data key of an open journal, and what opens it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.app.journal import Journal
from journal.app.keyring_slot import open_by_keyring, opens_by_keyring, switch_on
from journal.app.rotations import rotate_data_key
from journal.app.vaults import open_journal
from journal.model.errors import WrongPassphrase, WrongRecoveryCode
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.keyrings import fake_keyring


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made, _ = make_journal(tmp_path / "journal")
    made.put_setting("just_three", ["anxiety"])
    yield made
    made.close()


def test_the_journal_goes_on_and_opens_with_the_same_passphrase(journal: Journal) -> None:
    rotate_data_key(journal, PASSPHRASE)
    journal.put_setting("day_start_min", 300)
    journal.close()
    again = open_journal(journal.folder, journal.clock, passphrase=PASSPHRASE)
    journal.go_on_with(again.store)
    assert (journal.setting("just_three"), journal.day_start_min) == (["anxiety"], 300)


def test_only_the_newest_of_several_codes_opens_it(journal: Journal) -> None:
    first = rotate_data_key(journal, PASSPHRASE).recovery_code
    second = rotate_data_key(journal, PASSPHRASE).recovery_code
    journal.close()
    with pytest.raises(WrongRecoveryCode):
        open_journal(journal.folder, journal.clock, recovery_code=first)
    journal.go_on_with(open_journal(journal.folder, journal.clock, recovery_code=second).store)


def test_with_a_wrong_passphrase_the_journal_goes_on_as_it_was(journal: Journal) -> None:
    with pytest.raises(WrongPassphrase):
        rotate_data_key(journal, "not this")
    assert journal.setting("just_three") == ["anxiety"]
    assert journal.store.path.name == "journal-1.db"


def test_a_keyring_that_opened_it_opens_it_again(journal: Journal) -> None:
    keyring, _backend = fake_keyring()
    switch_on(journal, keyring)
    assert not rotate_data_key(journal, PASSPHRASE, keyring=keyring).keyring_off
    journal.close()
    journal.go_on_with(open_by_keyring(journal.folder, journal.clock, keyring).store)
    assert journal.setting("just_three") == ["anxiety"]


def test_a_keyring_that_cannot_be_reached_is_told_to_be_off(journal: Journal) -> None:
    keyring, backend = fake_keyring()
    switch_on(journal, keyring)
    backend.refuses = True
    assert rotate_data_key(journal, PASSPHRASE, keyring=keyring).keyring_off
    assert not opens_by_keyring(journal.folder)
