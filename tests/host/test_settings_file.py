"""settings.toml: few keys, private, whole, and patient with damage."""

import stat
import sys
import tomllib

import pytest

from journal.host.settings_file import Settings, SettingsFile, write_private


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def written(path, text: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path):
    assert SettingsFile(path).settings == Settings()
    assert not path.exists()


def test_a_change_is_read_back(path):
    SettingsFile(path).change(theme="dark", idle_min=2, others_use=True, reminders=("21:00",))
    read = SettingsFile(path).settings
    assert (read.theme, read.idle_min, read.others_use, read.reminders) == ("dark", 2, True, ("21:00",))


def test_only_what_was_changed_is_written(path):
    SettingsFile(path).change(language="de")
    assert tomllib.loads(path.read_text()) == {"language": "de"}


@pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")
def test_the_file_is_for_this_person_only(path):
    SettingsFile(path).change(theme="dark")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_keys_of_a_newer_version_are_kept(path):
    written(path, 'later = "kept"\n[table]\nx = 1\n')
    SettingsFile(path).change(theme="light")
    assert tomllib.loads(path.read_text()) == {"later": "kept", "table": {"x": 1}, "theme": "light"}


def test_what_another_program_wrote_meanwhile_is_kept(path):
    first, second = SettingsFile(path), SettingsFile(path)
    first.change(language="fr")
    second.change(theme="dark")
    assert SettingsFile(path).settings == Settings(language="fr", theme="dark")


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe", b"\x00" * 40])
def test_a_damaged_file_gives_defaults_and_is_set_aside(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert file.kept_aside is not None
    assert file.kept_aside.read_bytes() == content


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "idle_min = -1",
        "text_percent = 9",
        "text_percent = 1000",
        'idle_min = "5"',
        "idle_min = true",
        "reminders = [1]",
        "language = 3",
    ],
)
def test_a_value_that_cannot_be_gives_way_to_the_default(path, line):
    assert SettingsFile(written(path, line)).settings == Settings()


def test_a_setting_that_does_not_exist_is_a_mistake(path):
    with pytest.raises((ValueError, TypeError)):
        SettingsFile(path).change(diary="x")


def test_a_failed_write_leaves_the_old_file_and_no_other(path, monkeypatch):
    SettingsFile(path).change(theme="dark")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="space"):
        SettingsFile(path).change(theme="light")
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]
    assert SettingsFile(path).settings.theme == "dark"


def test_everything_is_removed_with_the_journal(path):
    written(path, "theme = ")
    file = SettingsFile(path)
    file.change(theme="dark")
    file.remove()
    assert list(path.parent.iterdir()) == []


def test_a_link_is_replaced_and_not_written_through(path, tmp_path):
    target = tmp_path / "elsewhere"
    target.write_text("kept")
    path.parent.mkdir()
    path.symlink_to(target)
    write_private(path, b"theme = 'dark'\n")
    assert target.read_text() == "kept"
