"""The settings that stand outside the encryption: `settings.toml`, with these keys and nothing else.

Anyone who opens the computer can read this file, so nothing of the journal is ever put here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journal.host.paths import make_private
from journal.host.whole_files import write_whole

THEMES = ("system", "light", "dark", "evening", "contrast")
FONTS = ("inter", "andika")
"""The fonts of the window that can be chosen."""
IDLE_MIN = 5
IDLE_MIN_SHARED = 2
HIDE_BY_SHIFT, HIDE_BY_NOTHING = "shift", "off"
HIDE_KEYS = (*(f"F{number}" for number in range(2, 13)), "Pause", "ScrollLock")
"""Keys that write nothing and that nothing else is done with."""
CALM_BY_NOTHING = "off"
CALM_KEYS = HIDE_KEYS
"""Keys that can open a calm moment: all but the one that hides, which comes first."""
BREATH_S = range(2, 13)
"""How long a breath in or out can be, in seconds."""

_POSSIBLE: Mapping[str, Container[object]] = {
    "theme": THEMES,
    "font": FONTS,
    "text_percent": range(80, 301),
    "idle_min": range(1, 24 * 60),
    "hide_by": (HIDE_BY_SHIFT, HIDE_BY_NOTHING, *HIDE_KEYS),
    "calm_by": (CALM_BY_NOTHING, *CALM_KEYS),
    "breath_in_s": BREATH_S,
    "breath_out_s": BREATH_S,
    "day_start_min": range(24 * 60),
}


class Settings(NamedTuple):
    """Everything in settings.toml. A named tuple, because data classes are not imported before the first paint.

    `language` is an ISO 639 code, empty for the system's. `theme` is one of `THEMES`, `font` one of `FONTS`.
    `text_percent` is the text size, 100 being the ordinary one: the lock page must be readable
    too. `idle_min` is after how many minutes the journal closes; `close_minimised` whether it closes
    with the window minimised. `hide_by` is what hides everything at once: `shift` three times, one of
    `HIDE_KEYS`, or `off`. `no_capture` keeps the window out of pictures of the screen. `others_use` is true when other
    people use the computer. `journal_folder` is empty for the usual place. `window` is the window's place as Qt
    gives it, in base64. `due` are ISO times after a session, without kind or name.

    `calm_by` is the key that opens a calm moment, one of `CALM_KEYS` or `off`; `breath_in_s` and `breath_out_s`
    are how long to breathe in and out there, `less_motion` shows it in words and numbers alone.

    `reminders` are local times by weekday, "1234567 20:30", as `model.reminders` reads them, and `reminder_text` is
    what they say, empty for the usual words; they rest from `quiet_from` to `quiet_to` ("HH:MM"). While there are any,
    `last_check_in` is an ISO date and `day_start_min` the hour at which a day begins. Reminders up to
    `reminder_settled` (local ISO time) are done with, none comes before `reminder_snoozed` (an ISO instant), and
    `reminder_open` says that the last one still stands in the window. `tray` shows an icon beside the clock.
    """

    language: str = ""
    theme: str = "system"
    font: str = FONTS[0]
    text_percent: int = 100
    idle_min: int = IDLE_MIN
    others_use: bool = False
    close_minimised: bool = False
    hide_by: str = HIDE_BY_SHIFT
    no_capture: bool = False
    journal_folder: str = ""
    window: str = ""
    reminders: tuple[str, ...] = ()
    reminder_text: str = ""
    quiet_from: str = ""
    quiet_to: str = ""
    reminder_settled: str = ""
    reminder_snoozed: str = ""
    reminder_open: bool = False
    day_start_min: int = 240
    tray: bool = False
    calm_by: str = "F9"
    breath_in_s: int = 4
    breath_out_s: int = 6
    less_motion: bool = False
    last_check_in: str = ""
    due: tuple[str, ...] = ()


class SettingsFile:
    """Reads settings.toml once, and writes it whole at each change, keeping what another program wrote.

    A file that cannot be read is set aside (`kept_aside` is its new path) and the defaults are
    taken; keys of a newer version are kept as they are.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept_aside: Path | None = None
        self._raw = self._read()
        self.settings = settings_of(self._raw)

    @property
    def given(self) -> frozenset[str]:
        """The settings that the file has a word about."""
        return frozenset(self._raw)

    def change(self, **changes: Any) -> Settings:
        """Take over the named settings and write the file. Raises OSError if it cannot be written.

        The change holds for this run even if writing fails.
        """
        self.settings = self.settings._replace(**changes)
        self._raw = self._read() | {name: plain(getattr(self.settings, name)) for name in changes}
        write_private(self.path, _toml(self._raw))
        return self.settings

    def remove(self) -> None:
        """Delete the file and what was set aside."""
        for path in (self.path, self.path.with_suffix(".damaged")):
            path.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.path.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError:
            self._set_aside()
            return {}
        except OSError:
            return {}

    def _set_aside(self) -> None:
        aside = self.path.with_suffix(".damaged")
        try:
            self.path.replace(aside)
        except OSError:
            return
        self.kept_aside = aside


def write_private(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable for this person only, and its folder. Raises OSError."""
    make_private(path.parent)
    write_whole(path, content)


def _toml(raw: Mapping[str, Any]) -> bytes:
    import tomli_w

    return tomli_w.dumps(raw).encode("utf-8")


def plain(value: Any) -> Any:
    """A setting as TOML and JSON hold it: they know lists, not tuples."""
    return list(value) if isinstance(value, tuple) else value


def settings_of(raw: Mapping[str, Any]) -> Settings:
    """Take every value that is of its kind; a wrong one gives way to the default."""
    defaults = Settings()
    known = {name: _checked(raw.get(name), default) for name, default in defaults._asdict().items()}
    for name, possible in _POSSIBLE.items():
        if known[name] not in possible:
            known[name] = getattr(defaults, name)
    return Settings(**known)


def _checked(value: Any, default: Any) -> Any:
    if isinstance(default, tuple):
        whole = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return tuple(value) if whole else default
    return value if type(value) is type(default) else default
