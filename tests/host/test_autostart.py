import contextlib
import json
import plistlib
import subprocess

import pytest

from journal.host import autostart
from journal.host.autostart import (
    RUN_KEY,
    AgentAutostart,
    DesktopAutostart,
    RunKeyAutostart,
    desktop_entry,
    start_command,
    system_autostart,
)
from journal.host.traces import remove_traces
from tests.support.buses import missing
from tests.support.real_window import SYSTEM_PYTHON

COMMAND = ["/usr/bin/python3", "-m", "journal", "--in-tray"]

READ = """
import json, sys
from gi.repository import GLib
keys = GLib.KeyFile()
keys.load_from_file(sys.argv[1], GLib.KeyFileFlags.NONE)
words = GLib.shell_parse_argv(keys.get_string("Desktop Entry", "Exec"))[1]
print(json.dumps([word.replace("%%", "%") for word in words]))
"""


class Registry:
    """A stand-in for winreg with one key."""

    HKEY_CURRENT_USER, KEY_READ, KEY_SET_VALUE, REG_SZ = "HKCU", 1, 2, "REG_SZ"

    def __init__(self):
        self.values = {}

    @contextlib.contextmanager
    def OpenKey(self, root, path, zero, access):  # noqa: N802 winreg names it so
        assert (root, path, zero) == (self.HKEY_CURRENT_USER, RUN_KEY, 0)
        yield path

    @contextlib.contextmanager
    def CreateKey(self, root, path):  # noqa: N802 winreg names it so
        assert (root, path) == (self.HKEY_CURRENT_USER, RUN_KEY)
        yield path

    def QueryValueEx(self, key, name):  # noqa: N802 winreg names it so
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name], self.REG_SZ

    def SetValueEx(self, key, name, zero, kind, value):  # noqa: N802 winreg names it so
        self.values[name] = value

    def DeleteValue(self, key, name):  # noqa: N802 winreg names it so
        if name not in self.values:
            raise FileNotFoundError(name)
        del self.values[name]


@pytest.fixture(params=["desktop", "agent", "run key"])
def entry(request, tmp_path):
    made = {
        "desktop": lambda: DesktopAutostart(tmp_path / "autostart"),
        "agent": lambda: AgentAutostart(tmp_path / "LaunchAgents"),
        "run key": lambda: RunKeyAutostart(Registry()),
    }
    return made[request.param]()


def test_it_is_off_until_it_is_turned_on_and_off_again_after(entry):
    assert not entry.is_on()
    entry.turn_on(COMMAND)
    assert entry.is_on()
    entry.turn_on(COMMAND)
    entry.turn_off()
    assert not entry.is_on()
    entry.turn_off()


def test_the_desktop_file_says_nothing_of_what_the_program_is_for(tmp_path):
    entry = DesktopAutostart(tmp_path / "autostart")
    entry.turn_on(COMMAND)
    assert entry.path.read_text() == (
        "[Desktop Entry]\nType=Application\nName=Leeward\n"
        'Exec="/usr/bin/python3" "-m" "journal" "--in-tray"\nTerminal=false\nStartupNotify=false\n'
    )


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_a_desktop_that_switched_it_off_is_believed(tmp_path, line):
    entry = DesktopAutostart(tmp_path)
    entry.turn_on(COMMAND)
    entry.path.write_text(entry.path.read_text() + line + "\n")
    assert not entry.is_on()


def test_odd_folders_are_quoted_as_the_specification_asks():
    assert 'Exec="/a b/\\\\$x\\\\"y\\\\`z\\\\\\\\100%%"' in desktop_entry(['/a b/$x"y`z\\100%'])


def test_the_desktops_own_library_reads_the_same_command(tmp_path):
    if missing():
        pytest.skip(f"needs {missing()}")
    entry, odd = DesktopAutostart(tmp_path), ['/bin/a b/$x"y`z\\100%', "--in-tray"]
    entry.turn_on(odd)
    asked = subprocess.run([SYSTEM_PYTHON, "-c", READ, str(entry.path)], capture_output=True, text=True, check=True)
    assert json.loads(asked.stdout) == odd


def test_the_agent_runs_the_command_at_load(tmp_path):
    entry = AgentAutostart(tmp_path)
    entry.turn_on(COMMAND)
    kept = plistlib.loads(entry.path.read_bytes())
    assert kept["ProgramArguments"] == COMMAND
    assert kept["RunAtLoad"] is True


def test_the_run_key_holds_one_command_line():
    registry = Registry()
    RunKeyAutostart(registry).turn_on([r"C:\Program Files\Leeward\leeward.exe", "--in-tray"])
    assert registry.values == {"Leeward": r'"C:\Program Files\Leeward\leeward.exe" --in-tray'}


def test_it_is_started_hidden():
    assert start_command()[-1] == "--in-tray"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "autostart").write_text("in the way")
    with pytest.raises(OSError):
        DesktopAutostart(tmp_path / "autostart").turn_on(COMMAND)


def test_it_goes_where_the_desktop_looks_and_with_everything_else(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(autostart.sys, "platform", "linux")
    entry = system_autostart()
    entry.turn_on(COMMAND)
    written = tmp_path / "config" / "autostart" / "leeward.desktop"
    assert written.exists()
    assert written in remove_traces().removed
    assert not entry.is_on()


@pytest.mark.parametrize("named", ["", "relative/path"])
def test_without_a_named_folder_it_is_the_usual_one(monkeypatch, tmp_path, named):
    monkeypatch.setenv("XDG_CONFIG_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert autostart.autostart_folder() == tmp_path / ".config" / "autostart"
