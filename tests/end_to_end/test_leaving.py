"""Leaving in a real window: hidden at once, closed with a locked screen, and nothing left on the clipboard."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.buses import FakeLogin, fake_login, missing
from tests.support.first_start import make_ready_journal, read_entries, unlock
from tests.support.real_window import ROOT, Desktop

pytestmark = pytest.mark.end_to_end

HALF = "quince half typed"

PASTE = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
print(repr(app.clipboard().text()), repr(app.clipboard().text(QClipboard.Mode.Selection)))
"""


VANISH = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
from journal.ui.vanishing import vanish

def leave():
    sys.stdin.readline()
    vanish()
    print("vanished", flush=True)
    sys.stdin.readline()  # as a journal that takes long to close: no event is heard here

app = QApplication([])
window = QWidget()
window.setWindowTitle("Leeward")
window.resize(400, 300)
window.show()
asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
asked.activated.connect(leave)
app.exec()
"""


@pytest.fixture
def login(screen: Desktop) -> Iterator[FakeLogin]:
    """A stand-in for logind, on the bus that the program takes for the system's."""
    if missing():
        pytest.skip(f"needs {missing()}")
    with fake_login() as made:
        screen.environment |= {"DBUS_SYSTEM_BUS_ADDRESS": made.address, "XDG_SESSION_ID": "2"}
        yield made


def windows(screen: Desktop) -> str:
    """The program's windows that are on the screen."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Leeward$"]
    return subprocess.run(command, env=screen.environment, capture_output=True, text=True, check=False).stdout


def pasted(screen: Desktop) -> str:
    """What another program finds on the clipboard and in the selection."""
    asked = subprocess.run(
        [sys.executable, "-c", PASTE], env=screen.environment, capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


def type_half_a_note(screen: Desktop, folder: Path) -> None:
    """Open the journal and begin a note."""
    unlock(screen, folder=folder)
    screen.wait_focus("Nightmares")
    screen.tab_to("Note")
    screen.type(HALF)
    screen.until(lambda: any(HALF in node["text"] for node in screen.nodes()), "the words typed")


def notes(folder: Path) -> list[str]:
    """The notes in the journal, which nothing has open."""
    return [entry.note for entry in read_entries(folder)]


def test_shift_three_times_ends_everything_and_keeps_what_was_half_typed(screen: Desktop, tmp_path: Path) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    type_half_a_note(screen, folder)
    assert windows(screen)
    screen.key("Shift_L", "Shift_L", "Shift_L")
    assert screen.wait_ended() == 0
    assert not windows(screen)
    assert notes(folder) == [HALF]


def hidden_window(screen: Desktop) -> subprocess.Popen[str]:
    """A program whose window stands on the screen. Now and then a bare Qt program waits for the desktop: once more."""
    read_by_nobody = {name: value for name, value in screen.environment.items() if "ACCESSIBILITY" not in name}
    for patience_s in (10, 10, 30):
        program = subprocess.Popen(
            [sys.executable, "-c", VANISH],
            env=read_by_nobody,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            if windows(screen):
                return program
            time.sleep(0.02)
        program.kill()
        program.communicate()
    raise screen.failure("the window never stood on the screen")


def test_the_window_is_off_the_screen_before_anything_else_is_done(screen: Desktop) -> None:
    program = hidden_window(screen)
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        program.stdin.write("\n")
        program.stdin.flush()
        assert program.stdout.readline() == "vanished\n"
        assert not windows(screen)
    finally:
        program.kill()
        program.communicate()


def test_a_locked_screen_closes_the_journal_and_a_sleep_waits_for_it(
    screen: Desktop, tmp_path: Path, login: FakeLogin
) -> None:
    folder = make_ready_journal(tmp_path / "journal")
    type_half_a_note(screen, folder)
    screen.until(lambda: login.held, "the sleep held up")
    login.act("sleep")
    screen.until(lambda: not login.held, "the sleep let go")
    screen.wait_focus("Passphrase")
    assert not login.held, "the lock page holds nothing up"
    assert screen.program is not None
    screen.program.kill()
    screen.program.wait()
    assert notes(folder) == [HALF]


def test_what_was_copied_is_gone_after_a_lock(screen: Desktop, tmp_path: Path) -> None:
    type_half_a_note(screen, make_ready_journal(tmp_path / "journal"))
    screen.key("ctrl+a", "ctrl+c")
    screen.until(lambda: HALF in pasted(screen), "the words on the clipboard")
    screen.key("ctrl+l")
    screen.wait_focus("Passphrase")
    assert pasted(screen) == "'' ''"
