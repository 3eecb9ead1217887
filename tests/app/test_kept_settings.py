"""The person's settings, kept inside the journal."""

from journal.app.backups import back_up, open_backup
from journal.app.kept_settings import TRAVELLING, keep_settings, kept_settings
from journal.host.settings_file import Settings
from tests.support.journals import PASSPHRASE


def test_a_new_journal_brings_none_along(opened):
    assert kept_settings(opened[0]) == {}


def test_a_backup_brings_them_along(opened, tmp_path):
    journal, clock = opened
    keep_settings(journal, Settings(theme="dark", text_percent=150, reminders=("21:00",), window="here"))
    back_up(journal, tmp_path / "copy.zip")
    again = open_backup(tmp_path / "copy.zip", tmp_path / "elsewhere", clock, passphrase=PASSPHRASE)
    assert kept_settings(again) == {"theme": "dark", "text_percent": 150, "reminders": ("21:00",)}
    again.close()


def test_what_belongs_to_one_computer_stays_there():
    assert not {"window", "journal_folder", "last_check_in", "due"} & set(TRAVELLING)
    assert set(TRAVELLING) <= set(Settings._fields)


def test_what_is_no_setting_gives_way_to_the_usual(opened):
    journal, _ = opened
    with journal.store.tx():
        journal.store.drafts.put("settings", {"theme": "red", "text_percent": "large", "other": 1})
    assert kept_settings(journal) == {}


def test_the_same_settings_write_nothing(opened, monkeypatch):
    journal, _ = opened
    keep_settings(journal, Settings(theme="dark"))
    monkeypatch.setattr(journal.store, "tx", None)
    keep_settings(journal, Settings(theme="dark"))
