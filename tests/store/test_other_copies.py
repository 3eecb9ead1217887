"""What can be joined, what is refused, and that the other copy is left as it was."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.host.clock import FixedClock
from journal.model.errors import (
    BackupDamaged,
    FileMissing,
    InvalidFile,
    JournalError,
    JournalMissing,
    JournalTooNew,
    OtherDamaged,
    OtherInUse,
    OtherJournal,
    OtherSecretNeeded,
    SameJournal,
    WrongPassphrase,
    WrongRecoveryCode,
)
from journal.store.connection import connect
from journal.store.journal_store import JournalStore
from journal.store.other_copies import opened_copy
from journal.store.rotation import rotate_key
from tests.support.stores import PASSPHRASE, entry, make_store, open_store
from tests.support.treatments import QUESTIONNAIRE

GOLDEN = Path(__file__).parents[1] / "golden"
NO_CODE = "0000-0000-0000-0000-0000-0000-0000-0000-0"


@pytest.fixture
def there(store: JournalStore, folder: Path, clock: FixedClock) -> Iterator[Path]:
    """A copy of the journal with one entry more, closed."""
    target = folder.parent / "there"
    shutil.copytree(folder, target)
    (target / "journal-1.db-journal").unlink(missing_ok=True)
    clock.ms += 1000
    other = open_store(target, clock)
    with other.action("log"):
        other.entries.save(entry("theirs", 3))
    other.close()
    return target


def merged(store: JournalStore, other: Path, **secrets: str) -> int:
    with opened_copy(store.folder, store.key, other, **secrets) as copy:
        return store.merge_from(copy.database, copy.key).rows


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_copy_with_the_same_key_opens_without_asking(store: JournalStore, there: Path) -> None:
    before = files(there)
    assert merged(store, there) == 1
    assert files(there) == before
    assert not list(store.folder.glob(".merging-*"))


def test_a_backup_file_is_joined_as_its_folder_would_be(store: JournalStore, there: Path, clock: FixedClock) -> None:
    other = open_store(there, clock)
    other.backup_to(there.parent / "backup.zip")
    other.close()
    assert merged(store, there.parent / "backup.zip") == 1
    assert merged(store, there) == 0
    assert not list(store.folder.glob(".merging-*"))


def test_a_copy_with_another_key_needs_its_own_secret(store: JournalStore, there: Path, clock: FixedClock) -> None:
    other = open_store(there, clock)
    code = rotate_key(there, other, PASSPHRASE).recovery_code
    with pytest.raises(OtherSecretNeeded):
        merged(store, there)
    with pytest.raises(WrongPassphrase):
        merged(store, there, passphrase="not this")
    with pytest.raises(WrongRecoveryCode):
        merged(store, there, recovery_code=NO_CODE)
    assert merged(store, there, recovery_code=code or "") == 1
    assert merged(store, there, passphrase=PASSPHRASE) == 0


def test_another_journal_is_refused(store: JournalStore, tmp_path: Path, clock: FixedClock) -> None:
    make_store(tmp_path / "another", clock)[0].close()
    with pytest.raises(OtherJournal):
        merged(store, tmp_path / "another", passphrase=PASSPHRASE)


def test_the_journal_itself_is_refused_by_whatever_name(store: JournalStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.folder)
    for name in (store.folder, tmp_path / "link"):
        with pytest.raises(SameJournal):
            merged(store, name)


def test_a_place_without_a_journal_is_refused(store: JournalStore, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no backup")
    for name, error in (("empty", JournalMissing), ("none.zip", FileMissing), ("text.zip", InvalidFile)):
        with pytest.raises(error):
            merged(store, tmp_path / name)


def test_a_copy_that_is_open_is_refused(store: JournalStore, there: Path, clock: FixedClock) -> None:
    other = open_store(there, clock)
    with pytest.raises(OtherInUse):
        merged(store, there)
    other.close()


@pytest.mark.parametrize("place", [100, -2000])
def test_a_damaged_copy_is_refused_by_its_own_name(store: JournalStore, there: Path, place: int) -> None:
    data = bytearray((there / "journal-1.db").read_bytes())
    data[place] ^= 1
    (there / "journal-1.db").write_bytes(data)
    with pytest.raises(OtherDamaged) as caught:
        merged(store, there)
    assert caught.value.fields["path"] == str(there)
    assert store.full_check() == []


def test_an_empty_database_and_a_cut_backup_are_refused(
    store: JournalStore, there: Path, clock: FixedClock, tmp_path: Path
) -> None:
    store.backup_to(tmp_path / "cut.zip")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "cut.zip").read_bytes()[:-500])
    with pytest.raises(BackupDamaged):
        merged(store, tmp_path / "cut.zip")
    (there / "journal-1.db").write_bytes(b"")
    with pytest.raises(OtherDamaged):
        merged(store, there)


def test_a_copy_of_a_newer_version_is_refused(store: JournalStore, there: Path, clock: FixedClock) -> None:
    from journal.store.migrations import STEPS

    steps = (*STEPS, ("9999_later", lambda database: database.execute("CREATE TABLE later (id TEXT)")))
    open_store(there, clock, steps=steps).close()
    with pytest.raises(JournalTooNew) as caught:
        merged(store, there)
    assert caught.value.fields["path"] == str(there)


@pytest.mark.parametrize("schema", [1, 2])
def test_a_copy_of_an_older_version_is_brought_up_to_date_apart(tmp_path: Path, clock: FixedClock, schema: int) -> None:
    from journal.store.backups import restore_backup

    for name in ("here", "there"):
        restore_backup(GOLDEN / f"schema-{schema}.zip", tmp_path / name)
    here = open_store(tmp_path / "here", clock)
    with here.action("delete"):
        here.entries.delete("kept")
        here.questionnaires.save(QUESTIONNAIRE)
    before = files(tmp_path / "there")
    assert merged(here, tmp_path / "there") == 0
    assert merged(here, GOLDEN / f"schema-{schema}.zip") == 0
    assert files(tmp_path / "there") == before
    assert here.entries.get("kept") is None
    assert here.questionnaires.all() == [QUESTIONNAIRE]
    here.close()


def test_a_copy_that_was_cut_off_in_the_middle_of_a_save_is_read_as_it_was_before_it(
    store: JournalStore, there: Path, clock: FixedClock, tmp_path: Path
) -> None:
    other = open_store(there, clock)
    other._ledger.rows("PRAGMA cache_size=5")  # so that the save reaches the file before its end
    with other.tx():
        for number in range(300):
            other.entries.save(entry(f"half {number}", 1, note="x" * 3000))
        shutil.copytree(there, tmp_path / "cut")
    other.close()
    with pytest.raises(JournalError):
        connect(tmp_path / "cut" / "journal-1.db", store.key, read_only=True)
    before = files(tmp_path / "cut")
    assert merged(store, tmp_path / "cut") == 1
    assert store.entries.count() == 1
    assert files(tmp_path / "cut") == before


def test_what_a_killed_merge_left_is_swept_at_the_next_opening(
    store: JournalStore, folder: Path, clock: FixedClock
) -> None:
    store.close()
    (folder / ".merging-x" / "journal").mkdir(parents=True)
    (folder / ".merging-x" / "journal" / "journal-1.db").write_bytes(b"half")
    open_store(folder, clock).close()
    assert not (folder / ".merging-x").exists()
