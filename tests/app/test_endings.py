import json
import zipfile

import pytest

from journal.app import backup_places, check_ins, endings, keyring_slot
from journal.app.plain_copies import write_plain_copies
from journal.app.vaults import has_journal
from journal.host.settings_file import SettingsFile
from journal.model.errors import FileUnwritable
from tests.support.journals import make_journal
from tests.support.keyrings import fake_keyring

VARIABLES = ("DATA", "CONFIG", "CACHE", "LOG", "RUNTIME")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The program's own folders, each in this one, with what it leaves there."""
    for name in VARIABLES:
        monkeypatch.setenv(f"LEEWARD_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    left = {
        "cache/matplotlib/fontlist-v3.11.0.json": "{}",
        "log/leeward.log": "line",
        "log/leeward.log.1": "line",
        "runtime/0a1b2c3d.lock": "",
        "xdg/autostart/leeward.desktop": "[Desktop Entry]",
        "config/settings.damaged": "",
        "config/.settings.toml.abcd": "",
    }
    for name, text in left.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "tmp").mkdir()
    return tmp_path


@pytest.fixture
def settings(home):
    made = SettingsFile(home / "config" / "settings.toml")
    made.change(theme="dark")
    return made.path


@pytest.fixture
def journal(home):
    made, _ = make_journal(home / "data" / "journal")
    check_ins.log(made, {"anxiety": 2}, note="marked words")
    return made


def files(place):
    return sorted(str(path.relative_to(place)) for path in place.rglob("*") if not path.is_dir())


def test_a_destroyed_journal_is_gone_with_its_backups_in_every_place_that_answers(journal, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backup_places.set_place(journal, stick)
    backup_places.back_up_to_places(journal)
    assert files(stick)
    plan = endings.plan_end(journal)
    journal.close()
    report = endings.destroy_journal(journal.folder, plan)
    assert report.whole
    assert not has_journal(journal.folder)
    assert files(stick) == []
    assert stick.is_dir()


def test_a_stick_that_is_not_plugged_in_is_named(journal, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backup_places.set_place(journal, stick)
    backup_places.back_up_to_places(journal)
    stick.rename(tmp_path / "away")
    plan = endings.plan_end(journal)
    journal.close()
    assert endings.destroy_journal(journal.folder, plan).unreachable == (stick,)


def test_what_may_remain_is_always_said(journal):
    journal.close()
    assert set(endings.ALWAYS) <= set(endings.destroy_journal(journal.folder).may_remain)


def test_the_settings_stay_when_only_the_journal_goes(journal, settings):
    journal.close()
    endings.destroy_journal(journal.folder)
    assert settings.exists()


def test_nothing_of_the_program_is_left_when_everything_goes(journal, settings, home):
    journal.close()
    report = endings.remove_everything(settings, journal.folder)
    assert report.whole
    assert files(home) == []
    assert endings.Remains.RECENT_FILES in report.may_remain
    assert sorted(path.name for path in home.iterdir()) == ["tmp", "xdg"]


def test_doing_it_again_finds_nothing_to_do(journal, settings):
    journal.close()
    endings.remove_everything(settings, journal.folder)
    assert endings.remove_everything(settings, journal.folder).removed == ()


FOREIGN = (
    "config/notes.toml",
    "cache/matplotlib/mine.json",
    "cache/other.bin",
    "log/other.log",
    "runtime/other.sock",
    "xdg/autostart/mail.desktop",
    "xdg/other.conf",
    "data/letter.odt",
    "data/journal/letter.odt",
    "tmp/leeward-notes/letter.txt",
)


def test_files_of_others_stay(journal, settings, home):
    for name in FOREIGN:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("mine")
    journal.close()
    endings.remove_everything(settings, journal.folder)
    assert files(home) == sorted(FOREIGN)


def test_links_in_the_programs_folders_are_not_followed(journal, settings, home):
    (home / "elsewhere").mkdir()
    kept = [home / "elsewhere" / name for name in ("fontlist-v1.json", "leeward.log", "settings.toml")]
    for path in kept:
        path.write_text("of somebody else")
    (home / "log" / "leeward.log").unlink()
    (home / "log" / "leeward.log").symlink_to(kept[1])
    (home / "cache" / "matplotlib" / "fontlist-v3.11.0.json").unlink()
    (home / "cache" / "matplotlib").rmdir()
    (home / "cache" / "matplotlib").symlink_to(home / "elsewhere")
    journal.close()
    endings.remove_everything(settings, journal.folder)
    assert [path.read_text() for path in kept] == ["of somebody else"] * 3


def test_another_journal_beside_it_stays_and_is_named(journal, settings, home):
    other, _ = make_journal(home / "data" / "journal-2")
    other.close()
    journal.close()
    assert endings.remove_everything(settings, journal.folder).others == (other.folder,)
    assert has_journal(other.folder)


def test_a_copy_that_a_killed_process_left_in_the_temporary_place_goes(journal, settings, home):
    apart = home / "tmp" / "leeward-ab12cd34" / "journal"
    other, _ = make_journal(apart)
    other.close()
    journal.close()
    endings.remove_everything(settings, journal.folder)
    assert list((home / "tmp").iterdir()) == []


def test_the_entry_in_the_keyring_goes_with_the_journal(journal):
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    journal.close()
    endings.destroy_journal(journal.folder, keyring=keyring)
    assert backend.kept == {}


def test_a_keyring_that_cannot_be_asked_is_named(journal):
    keyring, backend = fake_keyring()
    keyring_slot.switch_on(journal, keyring)
    backend.refuses = True
    journal.close()
    assert endings.Remains.KEYRING in endings.destroy_journal(journal.folder, keyring=keyring).may_remain


def test_the_keyring_is_not_asked_where_it_opened_nothing(journal):
    keyring, backend = fake_keyring()
    backend.refuses = True
    journal.close()
    assert endings.Remains.KEYRING not in endings.destroy_journal(journal.folder, keyring=keyring).may_remain


def test_nothing_is_finished_where_nothing_was_begun(journal):
    journal.close()
    assert endings.finish_if_begun(journal.folder) is None
    assert has_journal(journal.folder)


def test_plain_copies_hold_everything(journal, tmp_path):
    check_ins.log(journal, {"alcohol": 3}, note="more words")
    place = tmp_path / "desk"
    place.mkdir()
    whole, tables = write_plain_copies(journal, place)
    read = json.loads(whole.read_text())
    assert {entry["note"] for entry in read["entries"]} == {"marked words", "more words"}
    with zipfile.ZipFile(tables) as archive:
        inside = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "alcohol" in inside
    assert "more words" in inside
    assert (whole.stat().st_mode | tables.stat().st_mode) & 0o077 == 0


def test_plain_copies_replace_nothing(journal, tmp_path):
    place = tmp_path / "desk"
    place.mkdir()
    first = write_plain_copies(journal, place)
    assert not set(first) & set(write_plain_copies(journal, place))
    assert len(list(place.iterdir())) == 4


@pytest.mark.parametrize("inside", ["", "backups"])
def test_plain_copies_do_not_go_into_the_journals_own_folder(journal, inside):
    (journal.folder / "backups").mkdir(exist_ok=True)
    with pytest.raises(FileUnwritable):
        write_plain_copies(journal, journal.folder / inside)


def test_a_link_among_the_backups_is_not_followed_when_old_ones_are_destroyed(journal, tmp_path):
    target = tmp_path / "letter.zip"
    target.write_bytes(b"PK of somebody else")
    (journal.folder / "backups").mkdir(exist_ok=True)
    (journal.folder / "backups" / "backup-2026-01-01-000000.zip").symlink_to(target)
    backup_places.destroy_backups(journal)
    assert target.read_bytes() == b"PK of somebody else"
