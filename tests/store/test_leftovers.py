from journal.store.leftovers import sweep_leftovers
from tests.support.stores import evening_clock, make_store, open_store


def test_what_a_killed_process_left_is_gone_after_the_next_opening(tmp_path):
    folder = tmp_path / "journal"
    store, _ = make_store(folder, evening_clock())
    store.back_up()
    store.close()
    kept = {path.name for path in folder.rglob("*")}
    for name in (".journal.keys-x1", ".journal.keys.copy-x2", "backups/.backup-2026-01-01-000000.zip-x3.db-journal"):
        (folder / name).write_bytes(b"half")
    (folder / ".trial-x4" / "journal").mkdir(parents=True)
    (folder / ".trial-x4" / "journal" / "journal-1.db").write_bytes(b"half")
    open_store(folder, evening_clock()).close()
    assert {path.name for path in folder.rglob("*")} == kept


def test_other_files_of_the_folder_stay(tmp_path):
    (tmp_path / ".notes").write_text("mine")
    (tmp_path / "journal.keys").write_text("{}")
    sweep_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {".notes", "journal.keys"}


def test_a_journal_that_opens_has_no_note_of_an_end(store, folder, clock):
    store.close()
    (folder / ".ending").write_text("[]")
    open_store(folder, clock).close()
    assert not (folder / ".ending").exists()
