"""A whole evening beside the clock: started at login, reminded, opened, closed to the icon again, and hidden."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from journal.host.settings_file import SettingsFile
from tests.support.buses import stand_in_on
from tests.support.first_start import make_ready_journal
from tests.support.journals import PASSPHRASE
from tests.support.real_window import ROOT, Desktop

pytestmark = pytest.mark.end_to_end

WORDS = "A moment for your notes?"


def start_again(screen: Desktop) -> None:
    """A second start, which brings the first one's window forward."""
    subprocess.run([sys.executable, "-m", "journal"], env=screen.environment, cwd=ROOT, check=True, timeout=60)


def windows(screen: Desktop) -> str:
    return asked(screen, "search", "--onlyvisible", "--name", "Leeward")


def active(screen: Desktop) -> str:
    return asked(screen, "getactivewindow", "getwindowname")


def hidden(screen: Desktop) -> bool:
    """Press Shift three times; the window in front may not have had the keyboard yet at the first."""
    for _ in range(3):
        screen.key("shift")
    return screen.program is not None and screen.program.poll() is not None


def asked(screen: Desktop, *words: str) -> str:
    command = ["xdotool", *words]
    return subprocess.run(command, env=screen.environment, capture_output=True, text=True, check=False).stdout.strip()


def test_an_evening_beside_the_clock(screen: Desktop, tmp_path: Path) -> None:
    make_ready_journal(tmp_path / "data" / "leeward" / "journal")
    SettingsFile(tmp_path / "config" / "leeward" / "settings.toml").change(tray=True, reminders=("1234567 20:30",))
    with stand_in_on(screen.environment["DBUS_SESSION_BUS_ADDRESS"], "fake_desktop.py") as panel:
        screen.start("--in-tray", at="2026-10-29 20:29:40")
        panel.act("panel")
        screen.until(lambda: len(panel.act("?")["icons"]) == 1, "the icon")
        beside = screen.until(lambda: panel.act("?")["beside"], "the reminder")
        assert [each[:3] for each in beside] == [["Leeward", "Leeward", WORDS]]
        assert not windows(screen)

        start_again(screen)
        screen.wait_for(WORDS)
        screen.wait_focus("Passphrase")
        screen.type(PASSPHRASE)
        screen.key("Return")
        screen.wait_for("How much did")
        screen.key("alt+F4")
        screen.until(lambda: len(panel.act("?")["icons"]) == 2, "the icon of the locked process")
        assert not windows(screen)

        start_again(screen)
        screen.until(lambda: active(screen) == "Leeward", "the window in front")
        screen.until(lambda: hidden(screen), "hidden at once")
        assert screen.wait_ended() == 0
        assert len(panel.act("?")["beside"]) == 1
