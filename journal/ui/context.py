"""What every page is given: the one way to the journal, the theme, and to the rest of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from journal.host.fault_notes import FaultNotes

if TYPE_CHECKING:
    from journal.app.endings import EndPlan
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.host.clock import Clock
    from journal.host.settings_file import SettingsFile
    from journal.texts.items import ItemWords
    from journal.ui.reminding import Reminding
    from journal.ui.saying import Say
    from journal.ui.theme.source import ThemeSource


class Controls(Protocol):
    """What the settings page may do with the whole program."""

    @property
    def folder(self) -> Path:
        """The folder of the open journal."""

    def lock(self) -> None:
        """Close the journal and show a fresh lock screen."""

    def hide(self) -> None:
        """Let every window vanish at once, then close the journal and end."""

    def restart_on(self, folder: Path) -> None:
        """Close the journal and start again on another folder."""

    def restart_beside(self) -> None:
        """Close the journal and start a new one beside it."""

    def move_to(self, folder: Path) -> None:
        """Close the journal, move its folder, and start again there."""

    def end_journal(self, plan: EndPlan, everything: bool) -> None:
        """Close the journal and destroy it by a plan, with all that is Leeward's on this computer if that is wanted."""

    def set_idle_minutes(self, minutes: int) -> None:
        """Close after this many idle minutes from now on."""

    def set_language(self, code: str) -> None:
        """Speak this language from now on."""

    def set_hide_by(self, gesture: str) -> None:
        """Hide everything by this from now on: a value of the setting `hide_by`."""

    def set_close_minimised(self, on: bool) -> None:
        """Close with the window minimised, or stay open."""

    def set_no_capture(self, on: bool) -> None:
        """Keep the windows out of pictures of the screen where the system can, or no more."""

    @property
    def reminding(self) -> Reminding:
        """Reminders, and the icon beside the clock."""

    @property
    def can_stop_capture(self) -> bool:
        """Whether this system can keep windows out of pictures of the screen."""

    def show_to_someone(self, first: str) -> None:
        """Show a few pages, without what is private, until the passphrase is typed; `first` is the first of them."""

    def stay_open(self, minutes: int) -> None:
        """Stay open for so long though nobody is there, while a session goes on."""

    def stop_staying_open(self) -> None:
        """Close when idle, as usual."""


class Page(Protocol):
    """What a page's `page_factory.create(context)` returns: a widget with these two methods."""

    def entered(self, **where: Any) -> None:
        """The page is shown now; `where` is what `go` was given."""

    def left(self) -> None:
        """The page is left, or the journal is about to close: hand over what was half typed."""


@dataclass
class OpenSession:
    """The journal between unlocking and locking. `journal` is None while locked.

    `closing` is true from when it is about to close: what takes long is then stopped.

    Touch `journal` only inside a job given to the runner: its connection belongs to that thread.
    """

    journal: Journal | None = None
    closing: bool = False
    listeners: list[Callable[[frozenset[str]], None]] = field(default_factory=list)

    @property
    def opened(self) -> Journal:
        """The open journal, for jobs that run after unlocking."""
        if self.journal is None:
            raise RuntimeError("the journal is locked")
        return self.journal

    def listen(self, callback: Callable[[frozenset[str]], None]) -> None:
        """Call back on the window's thread with the parts that changed: entries, items, settings."""
        self.listeners.append(callback)

    def tell(self, parts: frozenset[str]) -> None:
        """Tell every listener; called on the window's thread."""
        for callback in list(self.listeners):
            callback(parts)


@dataclass(frozen=True)
class PageContext:
    """Everything a page may reach.

    `say(text, actions)` shows the calm bar, `failed(error)` shows an error there in plain words,
    `announce(widget, text)` speaks to a screen reader, `go(page, **where)` changes the page.
    """

    runner: Runner
    session: OpenSession
    clock: Clock
    theme: ThemeSource
    settings: SettingsFile
    words: ItemWords
    say: Say
    failed: Callable[[Exception], None]
    announce: Callable[[QWidget, str], None]
    go: Callable[..., None]
    controls: Controls | None = None
    faults: FaultNotes = field(default_factory=FaultNotes)
