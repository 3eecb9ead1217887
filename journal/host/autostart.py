"""Starting at login: one entry of the system's own, made when the person asks for it and removed with everything.

The entry itself is the truth: nothing in the settings says it a second time, so that taking it away with the
system's own means is enough. Nothing of it says what the program is for. Each system has a class of its own behind
`Autostart`. Only the one for Linux has been run; those for Windows and macOS are tested with stand-ins.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from journal.host.program import IN_TRAY, program_command
from journal.host.whole_files import write_whole

DESKTOP_FILE = "leeward.desktop"
AGENT = "leeward.plist"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
RUN_NAME = "Leeward"


class Autostart(Protocol):
    """Whether the program starts when the person logs in."""

    def is_on(self) -> bool:
        """Whether it does."""

    def turn_on(self, command: Sequence[str]) -> None:
        """From now on, by this command. Raises OSError."""

    def turn_off(self) -> None:
        """No more. Raises OSError; where it was off nothing happens."""


def system_autostart() -> Autostart:
    """The one of this system."""
    if sys.platform == "win32":
        return RunKeyAutostart()
    if sys.platform == "darwin":
        return AgentAutostart(Path.home() / "Library" / "LaunchAgents")
    return DesktopAutostart(autostart_folder())


def start_command() -> list[str]:
    """The command that starts this program hidden."""
    return [*program_command(), IN_TRAY]


def autostart_folder() -> Path:
    """Where a desktop that follows the XDG specification looks for what it starts at login."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".config") / "autostart"


class DesktopAutostart:
    """Linux and others: a desktop file in the XDG autostart folder (Desktop Application Autostart Specification)."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DESKTOP_FILE

    def is_on(self) -> bool:
        """Whether the file is there and no desktop has switched it off."""
        try:
            lines = {line.replace(" ", "").casefold() for line in self.path.read_text(encoding="utf-8").splitlines()}
        except (OSError, ValueError):
            return False
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the file."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, desktop_entry(command).encode("utf-8"))

    def turn_off(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)


class AgentAutostart:
    """macOS: a launch agent of this person. Not run by the tests' computers: they have no macOS."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / AGENT

    def is_on(self) -> bool:
        """Whether the agent is there and not disabled."""
        import plistlib

        try:
            known: dict[str, Any] = plistlib.loads(self.path.read_bytes())
        except (OSError, ValueError, plistlib.InvalidFileException):
            return False
        return not known.get("Disabled", False)

    def turn_on(self, command: Sequence[str]) -> None:
        """Write the agent; it holds from the next login on."""
        import plistlib

        self.path.parent.mkdir(parents=True, exist_ok=True)
        agent = {"Label": "leeward", "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
        write_whole(self.path, plistlib.dumps(agent))

    def turn_off(self) -> None:
        """Remove it."""
        self.path.unlink(missing_ok=True)


class RunKeyAutostart:
    """Windows: a value under this person's Run key. Not run by the tests' computers: they have no Windows.

    `registry` is the module `winreg`, or a stand-in for it.
    """

    def __init__(self, registry: Any = None) -> None:
        if registry is None:
            import winreg as registry
        self._registry = registry

    def is_on(self) -> bool:
        """Whether the value is there."""
        try:
            with self._key(self._registry.KEY_READ) as key:
                self._registry.QueryValueEx(key, RUN_NAME)
        except OSError:
            return False
        return True

    def turn_on(self, command: Sequence[str]) -> None:
        """Set the value."""
        import subprocess

        words = subprocess.list2cmdline(command)
        with self._registry.CreateKey(self._registry.HKEY_CURRENT_USER, RUN_KEY) as key:
            self._registry.SetValueEx(key, RUN_NAME, 0, self._registry.REG_SZ, words)

    def turn_off(self) -> None:
        """Delete the value."""
        try:
            with self._key(self._registry.KEY_SET_VALUE) as key:
                self._registry.DeleteValue(key, RUN_NAME)
        except FileNotFoundError:
            return

    def _key(self, access: int) -> Any:
        return self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, RUN_KEY, 0, access)


def desktop_entry(command: Sequence[str]) -> str:
    """The desktop file, with the name alone."""
    words = " ".join(map(_quoted, command))
    return f"[Desktop Entry]\nType=Application\nName=Leeward\nExec={words}\nTerminal=false\nStartupNotify=false\n"


def _quoted(argument: str) -> str:
    r"""An argument as Exec takes it: \" \` \$ \\ inside quotes, the backslash again doubled as in any string, %%."""
    inside = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in argument)
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%") + '"'
