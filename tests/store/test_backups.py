from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import FileMissing, InvalidFile, JournalDamaged, JournalError, JournalExists, WrongPassphrase
from journal.store.backup_files import list_backups
from journal.store.backups import restore_backup
from journal.store.journal_store import JournalStore
from journal.store.vault import FAST_KDF, change_passphrase, open_vault
from tests.support.stores import PASSPHRASE, entry, open_store, problems_in_backup


@pytest.fixture
def backup(store: JournalStore, tmp_path: Path) -> Path:
    with store.action("log"):
        for number in range(30):
            store.entries.save(entry(f"e{number}", note="a note of some length " * 20))
    path = tmp_path / "backup.zip"
    store.backup_to(path)
    return path


def test_a_backup_restores_to_an_equal_journal(
    store: JournalStore, backup: Path, tmp_path: Path, clock: FixedClock
) -> None:
    restore_backup(backup, tmp_path / "restored")
    restored = open_store(tmp_path / "restored", clock)
    day = entry("x").day
    assert restored.entries.between(day, day) == store.entries.between(day, day)
    assert restored.changes.history() == store.changes.history()
    assert restored.journal_id == store.journal_id
    restored.close()


def test_a_backup_holds_the_key_file_and_the_encrypted_database_and_nothing_else(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        assert archive.namelist() == ["journal.keys", "journal-1.db"]
        assert b"a note of some length" not in backup.read_bytes()


def test_a_backup_is_closed_to_others_and_leaves_nothing_beside_it(backup: Path, tmp_path: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"backup.zip", "journal"}


def test_restoring_keeps_everything_closed_to_others(backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "restored"
    restore_backup(backup, folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "journal.keys": 0o600,
        "journal.keys.copy": 0o600,
        "journal-1.db": 0o600,
    }


def test_an_older_backup_opens_with_the_older_passphrase(store: JournalStore, backup: Path, tmp_path: Path) -> None:
    change_passphrase(store.folder, store.key, "new words", kdf=FAST_KDF)
    restore_backup(backup, tmp_path / "restored")
    open_vault(tmp_path / "restored", passphrase=PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path / "restored", passphrase="new words")


def test_a_sound_backup_verifies(store: JournalStore, backup: Path) -> None:
    assert problems_in_backup(backup, store.key) == []


def test_restoring_over_a_journal_is_refused(store: JournalStore, backup: Path) -> None:
    with pytest.raises(JournalExists):
        restore_backup(backup, store.folder)


def test_a_backup_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        restore_backup(tmp_path / "no.zip", tmp_path / "restored")


def test_every_flipped_byte_is_told_or_changes_nothing(store: JournalStore, backup: Path) -> None:
    whole = backup.read_bytes()
    for place in range(0, len(whole), len(whole) // 60):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            problems = problems_in_backup(backup, store.key)
        except JournalError:
            continue
        assert problems or harmless(place, whole)


def harmless(place: int, whole: bytes) -> bool:
    """Whether the byte belongs to the zip's own dates and attributes, of which nothing is used."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = archive.infolist()
    return not any(member.header_offset + 30 <= place < member.header_offset + member.file_size for member in members)


@pytest.mark.parametrize("length", [0, 10, 1000, -1, -100])
def test_a_cut_off_backup_leaves_nothing_behind(backup: Path, tmp_path: Path, length: int) -> None:
    backup.write_bytes(backup.read_bytes()[:length])
    with pytest.raises(InvalidFile):
        restore_backup(backup, tmp_path / "restored")
    assert not any((tmp_path / "restored").glob("*"))


def zip_with(path: Path, members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


@pytest.mark.parametrize("name", ["../journal-1.db", "/tmp/journal-1.db", "journal-2.db", "journal-1.db/x"])
def test_a_file_that_is_not_ours_is_never_unpacked(backup: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(backup) as archive:
        keys, database = archive.read("journal.keys"), archive.read("journal-1.db")
    zip_with(backup, {"journal.keys": keys, name: database})
    with pytest.raises(InvalidFile):
        restore_backup(backup, tmp_path / "restored")
    assert not any((tmp_path / "restored").glob("*"))


def test_a_compressed_zip_is_refused_because_it_could_grow(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        keys = archive.read("journal.keys")
    zip_with(backup, {"journal.keys": keys, "journal-1.db": bytes(10**7)}, zipfile.ZIP_DEFLATED)
    with pytest.raises(InvalidFile):
        restore_backup(backup, tmp_path / "restored")


def test_a_backup_of_a_damaged_journal_is_not_kept(store: JournalStore, backup: Path, clock: FixedClock) -> None:
    before = backup.read_bytes()
    store.close()
    data = bytearray(store.path.read_bytes())
    data[-2000] ^= 1
    store.path.write_bytes(data)
    damaged = open_store(store.folder, clock)
    with pytest.raises(JournalDamaged):
        damaged.backup_to(backup)
    damaged.close()
    assert backup.read_bytes() == before


def test_backups_in_the_own_folder_are_rotated(store: JournalStore, clock: FixedClock) -> None:
    for _ in range(12):
        store.back_up()
        clock.ms += 86_400_000
    made = [each.made.date().isoformat()[5:] for each in list_backups(store.folder)]
    assert made == ["10-31", "11-01", "11-03", "11-04", "11-05", "11-06", "11-07", "11-08", "11-09"][-len(made) :]


@pytest.mark.parametrize("removed", [1, 2, 10, 200])
def test_a_backup_that_lacks_some_bytes_within_is_told(backup: Path, tmp_path: Path, removed: int) -> None:
    """The directory at its end then points before the beginning of the file, which the system refuses to look at."""
    whole = backup.read_bytes()
    backup.write_bytes(whole[:1000] + whole[1000 + removed :])
    with pytest.raises(JournalError):
        restore_backup(backup, tmp_path / "restored")
    backup.write_bytes(whole[:-removed])
    with pytest.raises(JournalError):
        restore_backup(backup, tmp_path / "restored")
