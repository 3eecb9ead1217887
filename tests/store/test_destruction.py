import os
from pathlib import Path

import pytest

from journal.model.errors import JournalError
from journal.store import destruction, erasure
from journal.store.backups import restore_backup
from journal.store.destruction import Why, destroy, finish, was_begun
from journal.store.vault import open_vault
from tests.support.stores import PASSPHRASE, entry, make_store

ACTS = 13
"""Changes on the disk while the journal below is destroyed."""


class Planted(BaseException):
    """The process is killed here."""


@pytest.fixture
def journal(folder, clock, tmp_path):
    """A closed journal with a backup of its own and one elsewhere; both paths."""
    store, _ = make_store(folder, clock)
    with store.tx():
        store.entries.save(entry("an-entry"))
    own = store.back_up()
    stick = tmp_path / "stick"
    stick.mkdir()
    elsewhere = stick / "notes-0a1b2c3d-2026-10-29-210000.zip"
    store.backup_to(elsewhere)
    store.close()
    return own, elsewhere


def opens(path: Path, at: Path) -> bool:
    """Whether the passphrase opens a journal's folder, or a backup."""
    try:
        if path.suffix == ".zip":
            restore_backup(path, at)
            path = at
        open_vault(path, passphrase=PASSPHRASE, mend=False).key.wipe()
    except JournalError:
        return False
    return True


def test_nothing_is_left_of_a_journal(folder, journal):
    own, elsewhere = journal
    done = destroy(folder, [elsewhere])
    assert not folder.exists()
    assert not elsewhere.exists()
    assert elsewhere.parent.exists()
    assert {own, elsewhere, folder, folder / "journal.keys"} <= set(done.removed)
    assert done.left == []


def test_a_folder_that_is_gone_is_no_fault(tmp_path):
    assert destroy(tmp_path / "nothing").removed == []


def test_the_keys_are_written_over_before_they_go(folder, journal, tmp_path):
    names = ("journal.keys", "journal.keys.copy")
    for name in names:
        os.link(folder / name, tmp_path / name)  # a second name shows what became of the content
    destroy(folder)
    for name in names:
        assert b"leeward-keys" not in (tmp_path / name).read_bytes()


def test_the_keys_inside_a_backup_are_written_over(journal, tmp_path):
    own, elsewhere = journal
    assert opens(elsewhere, tmp_path / "a")
    size = elsewhere.stat().st_size
    erasure.blank_keys(elsewhere)
    assert b"leeward-keys" not in elsewhere.read_bytes()
    assert elsewhere.stat().st_size == size
    assert not opens(elsewhere, tmp_path / "b")
    assert erasure.is_backup(elsewhere)  # still known as one, so that an interrupted end can go on


def count_acts(monkeypatch, stop_at: int = 10_000) -> list[str]:
    """Note each act that changes the disk; be killed before the one of this number."""
    acts: list[str] = []

    def counted(name, real):
        def act(*given, **named):
            if len(acts) >= stop_at:
                raise Planted
            acts.append(name)
            return real(*given, **named)

        return act

    monkeypatch.setattr(destruction, "write_atomic", counted("note", destruction.write_atomic))
    monkeypatch.setattr(erasure, "_blank", counted("blank", erasure._blank))
    for name in ("unlink", "rmdir"):
        monkeypatch.setattr(Path, name, counted(name, getattr(Path, name)))
    return acts


@pytest.mark.parametrize("stop_at", range(ACTS))
def test_an_end_killed_anywhere_leaves_nothing_that_opens_once_the_keys_are_gone(
    folder, journal, tmp_path, monkeypatch, stop_at
):
    own, elsewhere = journal
    count_acts(monkeypatch, stop_at)
    with pytest.raises(Planted):
        destroy(folder, [elsewhere])
    monkeypatch.undo()
    if was_begun(folder):
        assert not opens(folder, tmp_path / "x")
        finish(folder)
    else:
        destroy(folder, [elsewhere])
    assert not folder.exists()
    assert not elsewhere.exists()


def test_that_many_places_to_be_killed_at_are_all_there_are(folder, journal, monkeypatch):
    acts = count_acts(monkeypatch)
    destroy(folder, [journal[1]])
    assert acts[0] == "note"
    assert acts[1:5] == ["blank", "unlink", "blank", "unlink"]
    assert acts[5:7] == ["blank", "blank"]
    assert len(acts) == ACTS


def test_the_first_thing_destroyed_is_what_opens_the_journal(folder, journal, tmp_path, monkeypatch):
    acts = count_acts(monkeypatch, 7)
    with pytest.raises(Planted):
        destroy(folder, [journal[1]])
    assert "blank" in acts
    monkeypatch.undo()
    assert not opens(folder, tmp_path / "x")
    assert not opens(journal[0], tmp_path / "y")
    assert not opens(journal[1], tmp_path / "z")
    assert (folder / "journal-1.db").exists()


def test_files_of_others_stay_and_are_named(folder, journal):
    foreign = [folder / "thesis.odt", folder / "journal.db", folder / "journal-01.db", folder / "backups" / "photo.jpg"]
    for path in foreign:
        path.write_text("mine")
    done = destroy(folder)
    assert [path.read_text() for path in foreign] == ["mine"] * 4
    assert {left.path for left in done.left} == set(foreign)
    assert {left.why for left in done.left} == {Why.FOREIGN}
    assert sorted(path.name for path in folder.iterdir()) == ["backups", "journal-01.db", "journal.db", "thesis.odt"]


@pytest.mark.parametrize("name", ["journal.keys", "journal.keys.copy", "journal-1.db", ".succession"])
def test_a_link_in_the_folder_is_not_followed(folder, journal, tmp_path, name):
    target = tmp_path / "letter.txt"
    target.write_text("of somebody else")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(target)
    done = destroy(folder)
    assert target.read_text() == "of somebody else"
    assert not folder.exists()
    assert [(left.path, left.why) for left in done.left] == [(folder / name, Why.LINK)]


def test_a_backup_folder_that_is_a_link_is_not_followed(folder, journal, tmp_path):
    real = tmp_path / "real"
    (folder / "backups").rename(real)
    (folder / "backups").symlink_to(real)
    done = destroy(folder)
    assert list(real.glob("*.zip"))
    assert not folder.exists()
    assert [left.why for left in done.left] == [Why.LINK]


def test_a_link_among_the_backups_is_not_followed(folder, journal, tmp_path):
    target = tmp_path / "letter.zip"
    target.write_bytes(b"PK of somebody else")
    (folder / "backups" / "backup-2026-01-01-000000.zip").symlink_to(target)
    destroy(folder)
    assert target.read_bytes() == b"PK of somebody else"
    assert not folder.exists()


def test_a_file_with_a_second_name_that_is_no_key_file_keeps_its_content(folder, journal, tmp_path):
    other = tmp_path / "letter.txt"
    other.write_text("of somebody else")
    (folder / "journal.keys.new").hardlink_to(other)
    destroy(folder)
    assert other.read_text() == "of somebody else"


def test_what_is_no_backup_is_not_touched_elsewhere(folder, journal, tmp_path):
    other, link = tmp_path / "photos.zip", tmp_path / "link.zip"
    other.write_bytes(b"PK\x03\x04 photos")
    link.symlink_to(journal[1])
    done = destroy(folder, [other, link, tmp_path / "gone.zip"])
    assert other.exists()
    assert link.is_symlink()
    assert journal[1].exists()
    assert {(left.path, left.why) for left in done.left} == {(other, Why.FOREIGN), (link, Why.LINK)}


def test_a_note_that_somebody_else_wrote_reaches_no_file_of_theirs(folder, journal, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("of somebody else")
    (folder / destruction.NOTE).write_text(f'["{letter}", 7, null]')
    assert not was_begun(folder)  # the keys are there: the journal opens as ever
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / name).unlink()
    assert was_begun(folder)
    finish(folder)
    assert letter.read_text() == "of somebody else"
    assert not folder.exists()


def test_folders_in_which_a_backup_was_looked_into_go_too(folder, journal):
    apart = folder / ".trial-abcd" / "journal"
    apart.mkdir(parents=True)
    (apart / "journal.keys").write_bytes((folder / "journal.keys").read_bytes())
    destroy(folder)
    assert not folder.exists()


def test_a_backup_that_cannot_be_removed_is_named_and_opens_nothing(folder, journal, tmp_path, monkeypatch):
    own, elsewhere = journal
    real = Path.unlink

    def refuse(path, missing_ok=False):
        if path == elsewhere:
            raise PermissionError(13, "no")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    done = destroy(folder, [elsewhere])
    assert [(left.path, left.why) for left in done.left] == [(elsewhere, Why.FAILED)]
    assert not opens(elsewhere, tmp_path / "x")
    assert (folder / destruction.NOTE).exists()  # so that running it again goes on
    monkeypatch.undo()
    assert finish(folder).left == []
    assert not folder.exists()
    assert not elsewhere.exists()
