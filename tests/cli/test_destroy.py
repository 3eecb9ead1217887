import json

import pytest

from journal.host.settings_file import SettingsFile


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    for name in ("DATA", "CONFIG", "CACHE", "LOG", "RUNTIME"):
        monkeypatch.setenv(f"LEEWARD_{name}_DIR", str(tmp_path / "home" / name.lower()))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "xdg"))


def test_a_journal_is_deleted_with_everything_in_it(made, tmp_path):
    made("log", "anxiety=2")
    told = made("destroy", "--yes")
    assert told.code == 0
    assert not (tmp_path / "journal").exists()
    assert "Nobody can open it any more." in told.out
    assert "What may remain:" in told.out


def test_without_a_terminal_it_asks_for_yes_and_deletes_nothing(made, tmp_path):
    told = made("destroy")
    assert told.code == 2
    assert "--yes" in told.err
    assert (tmp_path / "journal" / "journal.keys").exists()


def test_a_wrong_passphrase_deletes_nothing(made, tmp_path):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("something else")
    assert made("destroy", "--yes", passphrase=wrong).code == 3
    assert made("show", "--json").code == 0


def test_a_journal_that_is_open_elsewhere_is_not_deleted(made, tmp_path, secret):
    from journal.app.vaults import open_journal
    from journal.host.clock import SystemClock

    opened = open_journal(tmp_path / "journal", SystemClock(), passphrase=secret.read_text().strip())
    try:
        assert made("destroy", "--yes").code == 4
    finally:
        opened.close()
    assert (tmp_path / "journal" / "journal.keys").exists()


def test_where_there_is_no_journal_it_says_so(leeward):
    assert leeward("destroy", "--yes").code == 1


def test_everything_takes_the_settings_too(made, tmp_path):
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "dark"\n')
    assert made("destroy", "--everything", "--yes").code == 0
    assert not settings.exists()
    assert not (tmp_path / "journal").exists()


def test_a_plain_copy_is_offered_before(made):
    assert "leeward export --format json" in made("destroy").err


def test_an_end_that_was_interrupted_is_gone_on_with(made, tmp_path):
    folder = tmp_path / "journal"
    (folder / ".ending").write_text(json.dumps([]))
    for name in ("journal.keys", "journal.keys.copy"):
        (folder / name).unlink()
    assert made("destroy", "--yes").code == 0
    assert not folder.exists()


def test_a_key_file_lost_by_accident_is_no_end_that_was_begun(made, tmp_path):
    for name in ("journal.keys", "journal.keys.copy"):
        (tmp_path / "journal" / name).unlink()
    assert made("destroy", "--yes").code == 5
    assert (tmp_path / "journal" / "journal-1.db").exists()


def test_files_that_were_left_are_named(made, tmp_path):
    (tmp_path / "journal" / "letter.odt").write_text("mine")
    assert "letter.odt is not a file of Leeward’s" in made("destroy", "--yes").out


def settings_of(tmp_path, folder):
    file = SettingsFile(tmp_path / "home" / "config" / "settings.toml")
    file.change(journal_folder=str(folder), theme="dark", last_check_in="2026-10-29")
    return file.path


def test_the_settings_of_the_window_tell_nothing_of_a_journal_that_is_gone(made, tmp_path):
    path = settings_of(tmp_path, tmp_path / "journal")
    made("destroy", "--yes")
    kept = SettingsFile(path).settings
    assert (kept.theme, kept.last_check_in, kept.journal_folder) == ("dark", "", "")


def test_the_settings_of_another_journal_stay_as_they_are(made, tmp_path):
    path = settings_of(tmp_path, tmp_path / "other")
    made("destroy", "--yes")
    assert SettingsFile(path).settings.last_check_in == "2026-10-29"
