from __future__ import annotations

from pathlib import Path

import pytest

from journal.app import check_ins, keys
from journal.app.journal import Journal
from journal.app.vaults import create_journal, open_journal
from journal.model.errors import (
    FileMissing,
    InvalidFile,
    JournalDamaged,
    JournalInUse,
    JournalMissing,
    KeyFileDamaged,
    PassphraseEmpty,
    RecoveryCodeMistyped,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.store.vault import FAST_KDF
from tests.support.journals import PASSPHRASE, ZoneClock, clock_at

UNKNOWN_CODE = "0000-0000-0000-0000-0000-0000-0000-0000-0"


@pytest.fixture
def clock() -> ZoneClock:
    return clock_at("2026-10-29T21:00")


@pytest.fixture
def made(tmp_path: Path, clock: ZoneClock) -> tuple[Path, str]:
    """A closed journal with three entries: its folder and its recovery code."""
    new = create_journal(tmp_path / "journal", PASSPHRASE, clock, kdf=FAST_KDF)
    for value in range(3):
        check_ins.log(new.journal, {"anxiety": value}, note="words " * 200)
    new.journal.close()
    return new.journal.folder, new.recovery_code or ""


def reopened(folder: Path, clock: ZoneClock, passphrase: str = PASSPHRASE) -> Journal:
    return open_journal(folder, clock, passphrase=passphrase)


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 8
    path.write_bytes(data)


def test_a_changed_passphrase_opens_the_same_entries(made: tuple[Path, str], clock: ZoneClock) -> None:
    folder, _ = made
    journal = reopened(folder, clock)
    keys.change_passphrase(journal, "another harbour", kdf=FAST_KDF)
    journal.close()
    with pytest.raises(WrongPassphrase):
        reopened(folder, clock)
    journal = reopened(folder, clock, "another harbour")
    assert journal.store.entries.count() == 3
    journal.close()


def test_an_empty_new_passphrase_is_refused(made: tuple[Path, str], clock: ZoneClock) -> None:
    journal = reopened(made[0], clock)
    with pytest.raises(PassphraseEmpty):
        keys.change_passphrase(journal, "", kdf=FAST_KDF)
    journal.close()


def test_the_recovery_code_sets_a_new_passphrase_and_stays(made: tuple[Path, str], clock: ZoneClock) -> None:
    folder, code = made
    keys.recover(folder, code, "found again", kdf=FAST_KDF)
    reopened(folder, clock, "found again").close()
    keys.check_recovery_code(folder, code)


@pytest.mark.parametrize(
    ("code", "error"), [(UNKNOWN_CODE, WrongRecoveryCode), (UNKNOWN_CODE[:-1] + "1", RecoveryCodeMistyped)]
)
def test_another_code_changes_nothing(
    made: tuple[Path, str], clock: ZoneClock, code: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        keys.recover(made[0], code, "found again", kdf=FAST_KDF)
    reopened(made[0], clock).close()


def test_trying_the_recovery_code_changes_nothing(made: tuple[Path, str]) -> None:
    folder, code = made
    before = (folder / "journal.keys").read_bytes()
    keys.check_recovery_code(folder, code)
    with pytest.raises(WrongRecoveryCode):
        keys.check_recovery_code(folder, UNKNOWN_CODE)
    assert (folder / "journal.keys").read_bytes() == before


def test_a_new_code_replaces_the_old_one_and_it_can_be_taken_away(made: tuple[Path, str], clock: ZoneClock) -> None:
    folder, code = made
    journal = reopened(folder, clock)
    new = keys.new_recovery_code(journal)
    keys.check_recovery_code(folder, new)
    with pytest.raises(WrongRecoveryCode):
        keys.check_recovery_code(folder, code)
    keys.remove_recovery_code(journal)
    assert not keys.has_recovery_code(folder)
    journal.close()


def test_the_present_passphrase_can_be_asked_for(made: tuple[Path, str]) -> None:
    keys.check_passphrase(made[0], PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        keys.check_passphrase(made[0], "something else")


# Verifying.


def test_a_sound_journal_verifies(made: tuple[Path, str], clock: ZoneClock) -> None:
    report = keys.verify(made[0], PASSPHRASE, clock)
    assert (report.problems, report.entries) == ((), 3)
    assert report.checked == ("key_file", "key_copy", "pages", "entries")


def test_a_sound_backup_verifies(made: tuple[Path, str], clock: ZoneClock, tmp_path: Path) -> None:
    journal = reopened(made[0], clock)
    journal.store.backup_to(tmp_path / "backup.zip")
    journal.close()
    report = keys.verify(tmp_path / "backup.zip", PASSPHRASE, clock)
    assert (report.path, report.problems, report.entries) == (tmp_path / "backup.zip", (), 3)


def test_verifying_changes_nothing(made: tuple[Path, str], clock: ZoneClock) -> None:
    (made[0] / "journal.keys.copy").unlink()
    before = {path: path.read_bytes() for path in made[0].iterdir()}
    report = keys.verify(made[0], PASSPHRASE, clock)
    assert {path: path.read_bytes() for path in made[0].iterdir()} == before
    assert [type(fault) for fault in report.faults] == [KeyFileDamaged]


def test_a_flipped_bit_in_a_page_is_reported(made: tuple[Path, str], clock: ZoneClock) -> None:
    database = made[0] / "journal-1.db"
    for place in range(5000, database.stat().st_size, 9973):
        flip(database, place)
        report = keys.verify(made[0], PASSPHRASE, clock)
        assert {type(fault) for fault in report.faults} == {JournalDamaged}
        assert "damaged" in report.problems[0]
        flip(database, place)
    assert keys.verify(made[0], PASSPHRASE, clock).problems == ()


def test_a_damaged_first_page_is_reported(made: tuple[Path, str], clock: ZoneClock) -> None:
    flip(made[0] / "journal-1.db", 40)
    assert keys.verify(made[0], PASSPHRASE, clock).checked == ("key_file", "key_copy", "pages")


def test_a_damaged_key_file_is_reported_and_the_rest_is_read_with_its_copy(
    made: tuple[Path, str], clock: ZoneClock
) -> None:
    (made[0] / "journal.keys").write_bytes(b"{}")
    report = keys.verify(made[0], PASSPHRASE, clock)
    assert [type(fault) for fault in report.faults] == [KeyFileDamaged]
    assert report.entries == 3


def test_without_any_key_file_that_can_be_read_it_ends_there(made: tuple[Path, str], clock: ZoneClock) -> None:
    for name in ("journal.keys", "journal.keys.copy"):
        (made[0] / name).write_bytes(b"{}")
    report = keys.verify(made[0], PASSPHRASE, clock)
    assert (report.checked, len(report.faults), report.entries) == (("key_file",), 1, None)


def test_what_cannot_be_verified_is_an_error(made: tuple[Path, str], clock: ZoneClock, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("something else")
    for target, error in (
        (tmp_path / "empty", FileMissing),
        (tmp_path, JournalMissing),
        (tmp_path / "notes.txt", InvalidFile),
    ):
        with pytest.raises(error):
            keys.verify(target, PASSPHRASE, clock)
    with pytest.raises(WrongPassphrase):
        keys.verify(made[0], "something else", clock)


def test_a_journal_that_is_open_elsewhere_is_not_verified(made: tuple[Path, str], clock: ZoneClock) -> None:
    journal = reopened(made[0], clock)
    with pytest.raises(JournalInUse):
        keys.verify(made[0], PASSPHRASE, clock)
    journal.close()
