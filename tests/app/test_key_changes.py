import pytest

from journal.app import backup_places, check_ins, key_changes, keyring_slot, keys
from journal.app.backups import back_up
from journal.app.vaults import create_journal, open_journal
from journal.model.errors import DiskFull, JournalDamaged, PassphraseEmpty, WrongPassphrase, WrongRecoveryCode
from journal.store.backups import restore_backup
from journal.store.connection import connect
from journal.store.vault import FAST_KDF, check_passphrase, check_recovery_code, open_vault
from tests.support.journals import PASSPHRASE, clock_at
from tests.support.keyrings import fake_keyring

NEW = "another harbour"


@pytest.fixture
def made(tmp_path):
    """An open journal with an entry, and its recovery code."""
    new = create_journal(tmp_path / "journal", PASSPHRASE, clock_at("2026-10-29T21:00"), kdf=FAST_KDF)
    check_ins.log(new.journal, {"anxiety": 2}, note="words")
    yield new.journal, new.recovery_code
    new.journal.close()


def test_everything_that_opens_the_journal_is_new(made):
    journal, code = made
    report = key_changes.someone_knows(journal, NEW, kdf=FAST_KDF)
    assert not check_passphrase(journal.folder, PASSPHRASE)
    assert check_passphrase(journal.folder, NEW)
    assert not check_recovery_code(journal.folder, code)
    assert check_recovery_code(journal.folder, report.recovery_code)
    assert report.fault is None


def test_the_journal_stays_open_and_has_its_entries(made):
    journal, _ = made
    key_changes.someone_knows(journal, NEW, kdf=FAST_KDF)
    check_ins.log(journal, {"anxiety": 1})
    assert {entry.note for entry in journal.store.entries.between(journal.today(), journal.today())} == {"words", ""}


def test_the_key_in_a_copied_key_file_reads_neither_the_journal_nor_its_new_backup(made, tmp_path):
    journal, _ = made
    old = open_vault(journal.folder, passphrase=PASSPHRASE).key
    key_changes.someone_knows(journal, NEW, kdf=FAST_KDF)
    (backup,) = (journal.folder / "backups").glob("backup-*.zip")
    restored = tmp_path / "restored" / restore_backup(backup, tmp_path / "restored")["db"]
    journal.close()
    for database in (journal.store.path, restored):
        with pytest.raises(JournalDamaged):
            connect(database, old)


def test_backups_made_before_are_gone_and_a_new_one_stands(made):
    journal, _ = made
    before = backup_places.back_up_to_places(journal).path
    held = before.read_bytes()
    journal.clock.forward(60)
    report = key_changes.someone_knows(journal, NEW, kdf=FAST_KDF)
    assert before in report.destroyed
    left = list((journal.folder / "backups").glob("backup-*.zip"))
    assert len(left) == 1
    assert left[0].read_bytes() != held


def test_a_place_that_cannot_be_reached_is_named(made, tmp_path):
    journal, _ = made
    stick = tmp_path / "stick"
    stick.mkdir()
    backup_places.set_place(journal, stick)
    backup_places.back_up_to_places(journal)
    stick.rename(tmp_path / "away")
    assert stick in key_changes.someone_knows(journal, NEW, kdf=FAST_KDF).unreachable


def test_the_entry_in_the_keyring_goes(made):
    journal, _ = made
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    report = key_changes.someone_knows(journal, NEW, kdf=FAST_KDF, keyring=keyring)
    assert report.keyring
    assert backend.kept == {}
    assert not keyring_slot.opens_by_keyring(journal.folder)


def test_a_journal_without_a_recovery_code_gets_none(made):
    journal, _ = made
    keys.remove_recovery_code(journal)
    assert key_changes.someone_knows(journal, NEW, kdf=FAST_KDF).recovery_code is None
    assert not keys.has_recovery_code(journal.folder)


def test_an_empty_passphrase_changes_nothing(made):
    journal, code = made
    with pytest.raises(PassphraseEmpty):
        key_changes.someone_knows(journal, "", kdf=FAST_KDF)
    assert check_passphrase(journal.folder, PASSPHRASE)
    assert check_recovery_code(journal.folder, code)


def full(journal):
    raise DiskFull(path=str(journal.folder))


def test_backups_that_cannot_be_made_do_not_keep_the_code_back(made):
    journal, _ = made
    report = key_changes.someone_knows(journal, NEW, kdf=FAST_KDF, renew_backups=full)
    assert isinstance(report.fault, DiskFull)
    assert check_recovery_code(journal.folder, report.recovery_code)
    assert key_changes.was_begun(journal)
    assert key_changes.someone_knows(journal, NEW, kdf=FAST_KDF).fault is None
    assert not key_changes.was_begun(journal)


class Planted(BaseException):
    """The process is killed here."""


STEPS = ("switch_off", "keys.change_passphrase", "rotate_data_key", "_renewed_backups")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_killed_between_any_two_steps_it_can_be_begun_again(made, monkeypatch, step, after):
    journal, code = made
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    owner, name = (keys, step.removeprefix("keys.")) if step.startswith("keys.") else (key_changes, step)
    real = getattr(owner, name)

    def killed(*given, **named):
        if after:
            real(*given, **named)
        raise Planted

    monkeypatch.setattr(owner, name, killed)
    with pytest.raises(Planted):
        key_changes.someone_knows(journal, NEW, kdf=FAST_KDF, keyring=keyring)
    monkeypatch.setattr(owner, name, real)
    journal.close()
    opened = [secret for secret in (PASSPHRASE, NEW) if check_passphrase(journal.folder, secret)]
    assert len(opened) == 1
    again = open_journal(journal.folder, journal.clock, passphrase=opened[0])
    assert again.store.entries.count() == 1
    assert key_changes.was_begun(again)
    report = key_changes.someone_knows(again, NEW, kdf=FAST_KDF, keyring=keyring)
    assert not key_changes.was_begun(again)
    again.close()
    assert check_recovery_code(journal.folder, report.recovery_code)
    assert not check_recovery_code(journal.folder, code)
    assert not check_passphrase(journal.folder, PASSPHRASE)
    assert backend.kept == {}


def test_a_backup_saved_somewhere_opens_with_the_old_passphrase_only_if_it_was_not_reached(made, tmp_path):
    journal, _ = made
    back_up(journal, tmp_path / "copied.zip")
    (tmp_path / "carried-away.zip").write_bytes((tmp_path / "copied.zip").read_bytes())
    key_changes.someone_knows(journal, NEW, kdf=FAST_KDF)
    assert not (tmp_path / "copied.zip").exists()
    restore_backup(tmp_path / "carried-away.zip", tmp_path / "other")
    assert check_passphrase(tmp_path / "other", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_journal(tmp_path / "other", journal.clock, passphrase=NEW)
    with pytest.raises(WrongRecoveryCode):
        keys.check_recovery_code(journal.folder, "0000-0000-0000-0000-0000-0000-0000-0000-0")
