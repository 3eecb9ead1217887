"""The composition root of the window: everything is made here and joined here.

What the first picture does not need is imported and made after it, so this module imports little.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from journal.host.clock import Clock
from journal.host.settings_file import SettingsFile
from journal.ui import travelling_settings
from journal.ui.first_page import STANDS_AFTER_MS, show_first_page
from journal.ui.handed_on import HandedOn, taken_over
from journal.ui.journal_keys import free_folder_beside, has_journal
from journal.ui.lock.page import LockPage
from journal.ui.lock.state import LockState, given_words
from journal.ui.main_window import MainWindow
from journal.ui.place import JournalPlace
from journal.ui.standing import Standing, read_standing
from journal.ui.theme.choice import ThemeChoice
from journal.ui.theme.source import ThemeSource

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner
    from journal.host.fault_notes import FaultNotes
    from journal.ui.calm.doors import CalmDoors
    from journal.ui.context import OpenSession
    from journal.ui.controls import ProgramControls
    from journal.ui.delivery import WindowDelivery
    from journal.ui.idle_watch import IdleWatch
    from journal.ui.leaving import Leaving
    from journal.ui.rehearsal import Rehearsal
    from journal.ui.reminding import Reminding
    from journal.ui.shell import Shell
    from journal.ui.speaker import Speaker
    from journal.ui.warm_ups import WarmUp
    from journal.ui.widgets.focus_ring import FocusRing

CHECK_AFTER_MS = 60_000
"""The daily look through the whole database waits until the person has begun."""


class WindowOptions(NamedTuple):
    """How to open the window. `hint` is a sentence on the lock page, for the sample journal."""

    hint: str = ""


class Endings(NamedTuple):
    """How the process ends; tests put their own here. None takes the real ones."""

    replace: Callable[[Path], None] | None = None
    end: Callable[[int], None] | None = None


class Application(QObject):
    """The running program, from the first paint to the end."""

    ready = Signal()
    """The first picture stands, and everything behind it is joined."""

    def __init__(
        self,
        app: QApplication,
        place: JournalPlace,
        settings: SettingsFile,
        clock: Clock,
        options: WindowOptions,
        endings: Endings,
        runner: Runner | None = None,
        handed_on: HandedOn | None = None,
    ) -> None:
        super().__init__(app)
        self.handed_on = taken_over() if handed_on is None else handed_on
        self._app, self.place, self.settings, self.clock = app, place, settings, clock
        self._options, self._endings, self._runner = options, endings, runner
        self.keeps_settings = True
        self.began_hidden = False
        kept = settings.settings
        self.theme = ThemeSource(app, clock, ThemeChoice(kept.theme), kept.text_percent / 100, kept.font)
        self.window = MainWindow()
        self.shell: Shell | None = None
        self.shells_before: list[Shell] = []
        self.rehearsal: Rehearsal | None = None
        self._imports: WarmUp | None = None
        self.window.first_painted.connect(self._after_first_paint)
        self.window.close_wanted.connect(self._on_close_wanted)

    @property
    def app(self) -> QApplication:
        """Qt's application."""
        return self._app

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        return self.place.folder

    @cached_property
    def delivery(self) -> WindowDelivery:
        """Posts to the window's thread."""
        from journal.ui.delivery import WindowDelivery

        return WindowDelivery(self)

    @cached_property
    def runner(self) -> Runner:
        """The storage thread."""
        from journal.app.runner import ThreadRunner

        return self._runner or ThreadRunner(self.delivery.deliver, self.speaker.failed)

    @cached_property
    def session(self) -> OpenSession:
        """The open journal, if any."""
        from journal.ui.context import OpenSession

        return OpenSession()

    @cached_property
    def speaker(self) -> Speaker:
        """What speaks to the person."""
        from journal.ui.speaker import Speaker

        return Speaker(self.window, self.faults)

    @cached_property
    def faults(self) -> FaultNotes:
        """What went wrong in this run, for whoever reports it."""
        from journal.host.fault_notes import FaultNotes

        return FaultNotes()

    @cached_property
    def idle(self) -> IdleWatch:
        """What closes the journal when nobody is there."""
        from journal.ui.idle_watch import IdleWatch

        watch = IdleWatch(self._app, self.settings.settings.idle_min)
        watch.idle.connect(self.controls.lock_unseen)
        watch.closing_soon.connect(self.speaker.say_closing_soon)
        watch.kept_open.connect(self.speaker.take_line_away)
        watch.hold_ended.connect(self.speaker.take_line_away)
        return watch

    @cached_property
    def controls(self) -> ProgramControls:
        """What can be done with the whole program."""
        from journal.ui.controls import ProgramControls

        return ProgramControls(self, self._endings)

    @cached_property
    def leaving(self) -> Leaving:
        """What hides and closes at once."""
        from journal.ui.leaving import Leaving

        return Leaving(self, self._app)

    @cached_property
    def reminding(self) -> Reminding:
        """Reminders, and the icon beside the clock."""
        from journal.ui.reminding import Reminding

        return Reminding(self)

    @cached_property
    def calm(self) -> CalmDoors:
        """The ways into a calm moment."""
        from journal.ui.calm.doors import CalmDoors

        return CalmDoors(self, self._app)

    @cached_property
    def ring(self) -> FocusRing:
        """The ring round whatever has the keyboard."""
        from journal.ui.widgets.focus_ring import FocusRing

        return FocusRing(self._app, self.theme)

    def start(self) -> None:
        """Show the first picture: the lock page, or the first start where there is no journal."""
        self.window.place(self.settings.settings.window)
        if has_journal(self.folder):
            self._show_lock()
        else:
            self.show_first_start()
        self._show_window(read_standing(self.handed_on.standing))

    def _show_lock(self) -> None:
        """The lock page; over it the calm moment that went on when the process before closed its journal."""
        page = LockPage()
        if not self.settings.settings.others_use:
            page.offer_calm()
        page.render_state(LockState(message=self._options.hint or given_words(self.handed_on.backup)))
        self.window.show_room(page)
        if self.handed_on.calm:
            self.calm.go_on()

    def show_first_start(self) -> None:
        """Begin with somebody who has no journal yet."""
        from journal.ui.first_start.wiring import make_first_start

        page = make_first_start(self)
        page.given = Path(self.handed_on.backup) if self.handed_on.backup else None
        self.window.show_room(page)

    def opened(self, journal: Journal) -> None:
        """The journal is open: show the page that comes first once it has read what it shows, or has said why not."""
        if self.rehearsal is not None:
            self.rehearsal.end()
        self.session.journal = journal
        self.runner.run(lambda: journal.listen(lambda parts: self.delivery.deliver(lambda: self.session.tell(parts))))
        show_first_page(self, self.made_shell(), journal)
        travelling_settings.begin(self)
        self.idle.start()
        if self.reminding.stays_in_tray and not self.window.isVisible():
            QTimer.singleShot(0, self, self.controls.lock)  # its window was closed while it opened
        QTimer.singleShot(STANDS_AFTER_MS, self, self.leaving.listen_to_system)
        QTimer.singleShot(CHECK_AFTER_MS, self, self._begin_upkeep)

    def start_new_beside(self) -> None:
        """Start a new journal in a folder beside this one, which stays as it is."""
        self.use_folder(free_folder_beside(self.folder))
        self.show_first_start()

    def use_folder(self, folder: Path) -> None:
        """Work on another folder from now on, and at the next start."""
        self.place.change(folder)
        self.keep(journal_folder=str(folder))

    def follow(self, folder: Path) -> None:
        """`use_folder`, called from the storage thread."""
        self.delivery.deliver(lambda: self.use_folder(folder))

    def keep(self, **changes: Any) -> None:
        """Keep settings in the settings file; where it cannot be written they hold for this run."""
        if self.keeps_settings:
            with contextlib.suppress(OSError):
                self.settings.change(**changes)
            travelling_settings.keep(self)

    def go(self, page: str, **where: Any) -> None:
        """Show a page."""
        if self.shell is not None:
            self.shell.go(page, **where)

    def imported(self) -> bool:
        """Whether what the pages need is imported, so that none of them has to wait for it."""
        return self._imports is None or not self._imports.is_alive()

    def made_shell(self) -> Shell:
        """The open journal's window, made while the key is still being derived."""
        if self.shell is None:
            from journal.ui.open_journal import make_shell

            self.shell = self.speaker.shell = make_shell(self)
        return self.shell

    def _after_first_paint(self) -> None:
        from journal.ui.after_first_paint import join

        self._imports = join(self)
        self.ready.emit()

    def _show_window(self, standing: Standing) -> None:
        if standing in (Standing.MINIMISED, Standing.TRAY):
            self.began_hidden = standing is Standing.TRAY and self.settings.settings.tray
            if not self.began_hidden:
                self.window.showMinimized()
            QTimer.singleShot(0, self.window, self.window.tell_first_painted)  # it is painted when it is wanted again
            return
        if standing is Standing.BEHIND:
            from PySide6.QtCore import Qt  # costs the first picture some milliseconds: only where it is needed

            self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.window.show()

    def _on_close_wanted(self) -> None:
        self.controls.close_window()

    def _begin_upkeep(self) -> None:
        from journal.ui.idle_upkeep import begin_upkeep

        begin_upkeep(self)
