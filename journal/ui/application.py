"""The composition root of the window: everything is made here and joined here."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from journal.app.runner import Runner, ThreadRunner
from journal.host.clock import Clock, SystemClock
from journal.host.paths import cache_folder, default_journal_folder, settings_path
from journal.host.privacy import keep_private
from journal.host.settings_file import SettingsFile
from journal.host.single_instance import SingleInstance, claim
from journal.model.errors import JournalError
from journal.ui import process, warm_ups
from journal.ui.context import OpenSession
from journal.ui.delivery import WindowDelivery
from journal.ui.idle_watch import IdleWatch
from journal.ui.journal_keys import JournalKeys, has_journal
from journal.ui.lock.page import LockPage
from journal.ui.main_window import MainWindow
from journal.ui.speaker import Speaker
from journal.ui.theme.choice import ThemeChoice
from journal.ui.theme.fonts import load_window_fonts
from journal.ui.theme.source import ThemeSource
from journal.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    import threading

    from journal.app.journal import Journal
    from journal.ui.shell import Shell

LONGEST_CLOSE_S = 1.5
"""A close that takes longer (a check or a backup is running) is interrupted."""


CHECK_AFTER_MS = 60_000
"""The daily look through the whole database waits until the person has begun."""


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How to open the window. `hint` is a sentence on the lock page, for the sample journal."""

    hint: str = ""


@dataclass(frozen=True, slots=True)
class Endings:
    """How the process ends; tests put their own here."""

    replace: Callable[[Path], None] = process.replace_process
    end: Callable[[int], None] = process.end_process


class Application(QObject):
    """The running program, from the first paint to the end."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        settings: SettingsFile,
        clock: Clock,
        options: WindowOptions,
        endings: Endings,
        runner: Runner | None = None,
        instance: SingleInstance | None = None,
    ) -> None:
        super().__init__(app)
        self._folder, self.settings, self.clock = folder, settings, clock
        self._options, self._endings, self._instance = options, endings, instance
        self._delivery = WindowDelivery(self)
        self.window = MainWindow()
        self.speaker = Speaker(self.window)
        self.runner: Runner = runner or ThreadRunner(self._delivery.deliver, self.speaker.failed)
        self.session = OpenSession()
        self.theme = ThemeSource(app, clock, ThemeChoice(settings.settings.theme), settings.settings.text_percent / 100)
        self.ring = FocusRing(app, self.theme)
        self.idle = IdleWatch(app, settings.settings.idle_min)
        self.shell: Shell | None = None
        self._charts: threading.Thread | None = None
        self.window.first_painted.connect(self._after_first_paint)
        self.window.close_wanted.connect(self.quit)
        self.idle.idle.connect(self.lock)

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        return self._folder

    def start(self) -> None:
        """Show the first picture: the lock page, or the first start where there is no journal."""
        self.window.place(self.settings.settings.window)
        if has_journal(self._folder):
            self.show_lock()
        else:
            self.show_first_start()
        self.window.show()

    def show_lock(self) -> None:
        """Ask for the passphrase."""
        from journal.ui.lock.presenter import LockPresenter

        page = LockPage()
        keys = JournalKeys(self._folder, self.clock)
        presenter = LockPresenter(page, self.runner, keys, self.opened, self.speaker.failed, self._options.hint)
        page.passphrase_entered.connect(presenter.on_passphrase)
        page.passphrase_entered.connect(self._prepare_today)
        page.recovery_wanted.connect(presenter.on_recovery_wanted)
        page.code_entered.connect(presenter.on_code)
        page.new_passphrase_entered.connect(presenter.on_new_passphrase)
        page.back_wanted.connect(presenter.on_back)
        page.new_journal_wanted.connect(self.start_new_beside)
        page.presenter = presenter
        self.window.show_room(page)

    def show_first_start(self) -> None:
        """Begin with somebody who has no journal yet."""
        from journal.ui.first_start.wiring import make_first_start

        self.window.show_room(make_first_start(self))

    def opened(self, journal: Journal) -> None:
        """The journal is open: show Today."""
        self.session.journal = journal
        self.runner.run(lambda: journal.listen(lambda parts: self._delivery.deliver(lambda: self.session.tell(parts))))
        shell = self._made_shell()
        self.window.show_room(shell)
        shell.go("today")
        self.idle.start()
        QTimer.singleShot(CHECK_AFTER_MS, self, self._check_when_due)

    def _check_when_due(self) -> None:
        from journal.app.upkeep import check_when_due

        journal = self.session.journal
        if journal is not None:
            self.runner.run(lambda: check_when_due(journal), failed=self.speaker.failed)

    def start_new_beside(self) -> None:
        """Start a new journal in a folder beside this one, which stays as it is."""
        self.use_folder(free_folder_beside(self._folder))
        self.show_first_start()

    def use_folder(self, folder: Path) -> None:
        """Work on another folder from now on, and at the next start."""
        self._folder = folder
        self.keep(journal_folder=str(folder))

    def follow(self, folder: Path) -> None:
        """`use_folder`, called from the storage thread."""
        self._delivery.deliver(lambda: self.use_folder(folder))

    def lock(self) -> None:
        """Close the journal and become a fresh process that shows the lock page."""
        if self.session.journal is not None:
            self._close_journal()
            self._endings.replace(self._folder)

    def restart_on(self, folder: Path) -> None:
        """Close the journal and start again on another folder."""
        self.use_folder(folder)
        self._close_journal()
        self._endings.replace(folder)

    def restart_beside(self) -> None:
        """Close the journal and start a new one in a folder beside it."""
        self.restart_on(free_folder_beside(self._folder))

    def move_to(self, folder: Path) -> None:
        """Close the journal, move its folder, and start again there."""
        from journal.ui.settings.moving import free_target, move_folder

        free_target(self._folder, folder)
        self._close_journal()
        # If the copy fails the journal is where it was, and opens there again.
        with contextlib.suppress(JournalError):
            self.use_folder(move_folder(self._folder, folder))
        self._endings.replace(self._folder)

    def set_idle_minutes(self, minutes: int) -> None:
        """Close after this many idle minutes."""
        self.keep(idle_min=minutes)
        self.idle.minutes = minutes

    def keep(self, **changes: Any) -> None:
        """Keep settings in the settings file; where it cannot be written they hold for this run."""
        with contextlib.suppress(OSError):
            self.settings.change(**changes)

    def quit(self) -> None:
        """Close the journal and end."""
        self._close_journal()
        self._endings.end(0)

    def go(self, page: str, **where: Any) -> None:
        """Show a page."""
        if self.shell is not None:
            self.shell.go(page, **where)

    def _made_shell(self) -> Shell:
        if self.shell is None:
            from journal.ui.open_journal import make_shell

            self.shell = self.speaker.shell = make_shell(self)
            self.idle.closing_soon.connect(self.speaker.say_closing_soon)
            self.idle.kept_open.connect(self.speaker.take_line_away)
        return self.shell

    def charts_ready(self) -> bool:
        """Whether what Trends needs is imported."""
        return self._charts is None or not self._charts.is_alive()

    def _prepare_today(self) -> None:
        """Use the second in which the key is derived to build what comes next."""
        QTimer.singleShot(0, self, lambda: self._made_shell().page("today"))

    def _after_first_paint(self) -> None:
        self.runner.run(lambda: warm_ups.import_quietly(warm_ups.STORE_MODULES))
        self._charts = warm_ups.warm_up(warm_ups.WINDOW_MODULES)
        self.theme.add_fallback_fonts()
        if self.theme.system_unknown:
            from journal.ui.theme.portal import ask_portal

            ask_portal(self, self.theme.hear_portal)

    def _close_journal(self) -> None:
        self.idle.stop()
        self.keep(window=self.window.placement())
        journal = self.session.journal
        if self.shell is not None and journal is not None:
            self.shell.leave()
            process.close_within(LONGEST_CLOSE_S, self.runner, journal)
        else:
            self.runner.close()
        self.session.journal = None
        if self._instance is not None:
            self._instance.close()


def bring_forward(app: QApplication) -> None:
    """Show the window that is open already, because it was started again."""
    for window in app.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()


def free_folder_beside(folder: Path) -> Path:
    """A folder next to `folder` that does not exist yet, named with a number."""
    number = 2
    while (beside := folder.with_name(f"{folder.name}-{number}")).exists():
        number += 1
    return beside


def run_window(folder: Path | None = None, options: WindowOptions | None = None) -> int:
    """Open the window on a journal's folder (None: the one the settings name). Returns an exit code."""
    keep_private()
    settings = SettingsFile(settings_path())
    folder = folder or Path(settings.settings.journal_folder or default_journal_folder())
    warm_ups.keep_chart_cache(cache_folder())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Leeward")
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    load_window_fonts()
    heard = WindowDelivery(app)
    instance = claim(folder, lambda: heard.deliver(lambda: bring_forward(app)))
    if instance is None:
        return 0
    running = Application(app, folder, settings, SystemClock(), options or WindowOptions(), Endings(), None, instance)
    sys.excepthook = lambda _kind, error, _trace: running.speaker.failed(error)
    running.start()
    return app.exec()
