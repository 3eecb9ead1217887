"""Reminders and the icon beside the clock, joined to the running program.

A reminder is shown by the icon where it is there, else by the desktop's portal, else by an icon that comes for this
alone; and it always stands as a line in the window until it is answered. With the window in front the line is enough.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from journal.app import reminders
from journal.texts.reminders import usual_words
from journal.ui.journal_keys import has_journal
from journal.ui.reminder_line import ReminderLine
from journal.ui.reminder_watch import ReminderWatch
from journal.ui.removed_reminder import RemovedReminder
from journal.ui.tray import NAME, SHOWN_MS, Tray

if TYPE_CHECKING:
    from journal.ui.application import Application
    from journal.ui.portal_notifications import PortalNotifications
    from journal.ui.shell import Shell
    from journal.ui.tray_place import TrayPlace

ON_LINUX = sys.platform.startswith("linux")
"""Elsewhere there is no bus: the icon shows what is to be shown. Windows and macOS have not been tried."""

PANEL_WITHIN_MS = 30_000
"""So long after a hidden start the desktop's panel is waited for."""


class Way(StrEnum):
    """How a reminder was shown."""

    SYSTEM = "system"
    LINE = "line"


class Reminding(QObject):
    """Made after the first paint; `begin` starts what the settings ask for."""

    tray_changed = Signal()
    """Whether there is a place for the icon is known now."""

    def __init__(self, running: Application) -> None:
        super().__init__(running)
        self._running = running
        self.tray = Tray(self)
        self._place_known = self._begun = False
        self._shell_line: ReminderLine | None = None
        self.removed = RemovedReminder(lambda: running.settings.settings, self.keep, running.clock, self)
        self.tray.clicked.connect(self.open_window)
        self.tray.check_in_wanted.connect(self._check_in)
        self.tray.lock_wanted.connect(running.controls.lock)
        self.tray.hide_wanted.connect(running.leaving.hide)
        self.tray.close_wanted.connect(running.controls.quit)

    @cached_property
    def watch(self) -> ReminderWatch:
        """What looks at the clock."""
        running = self._running
        made = ReminderWatch(lambda: running.settings.settings, running.clock, running.keep, self._in_calm_moment, self)
        running.window.room_shown.connect(lambda: QTimer.singleShot(0, made, self._look_again))
        made.stood_changed.connect(self._on_stood)
        made.came.connect(self._on_came)
        return made

    @property
    def line(self) -> ReminderLine:
        """The line in the window: over the page of the open journal, over everything while it is locked."""
        shell = self._open_shell
        if shell is None:
            return self._locked_line
        if self._shell_line is not shell.reminder:  # another language makes another shell
            self._shell_line = self._joined(shell.reminder)
        return shell.reminder

    @property
    def _open_shell(self) -> Shell | None:
        return self._running.shell if self._running.session.journal is not None else None

    @cached_property
    def _locked_line(self) -> ReminderLine:
        line = self._joined(ReminderLine())
        self._running.window.setMenuWidget(line)
        return line

    def _joined(self, line: ReminderLine) -> ReminderLine:
        line.check_in_wanted.connect(lambda: self.keep(**reminders.put_away()))
        line.check_in_wanted.connect(self._check_in)
        line.put_away.connect(lambda: self.keep(**reminders.put_away()))
        line.snoozed.connect(lambda minutes: self.keep(**reminders.snoozed(self._running.clock, minutes)))
        line.not_today.connect(self._on_not_today)
        return line

    @cached_property
    def portal(self) -> PortalNotifications:
        """The desktop's portal."""
        from journal.ui.portal_notifications import PortalNotifications

        made = PortalNotifications(self)
        made.clicked.connect(self.open_window)
        return made

    @property
    def stays_in_tray(self) -> bool:
        """Whether the program stays beside the clock when its window is closed."""
        running = self._running
        locked_or_open = running.session.journal is not None or has_journal(running.folder)
        app = QGuiApplication.instance()
        logging_out = isinstance(app, QGuiApplication) and app.isSavingSession()
        return running.settings.settings.tray and self.tray.shown and locked_or_open and not logging_out

    @property
    def tray_possible(self) -> bool:
        """Whether this desktop has a place for the icon."""
        return self._place_known and self.tray.possible

    def begin(self) -> None:
        """Start what is set; where nothing is, nothing is listened to. With the icon it waits for its place."""
        settings = self._running.settings.settings
        if settings.tray:
            self.look_for_place(patient=self._running.began_hidden)
        elif settings.reminders:
            self.look()

    def look_for_place(self, *, patient: bool = False) -> None:
        """Find out whether there is a place for the icon; after a start at login the panel may come later."""
        if self._place_known:
            self.tray_changed.emit()
        elif patient and ON_LINUX:
            self._place.start()
            QTimer.singleShot(PANEL_WITHIN_MS, self, self._on_place)
        else:
            self._on_place()

    def look(self) -> None:
        """Look at the clock now, and every minute while there are reminders."""
        if self._running.settings.settings.reminders and not self._begun:
            self._begun = True
            self._hear_waking()
        self.watch.look()

    def keep(self, **changes: Any) -> None:
        """Keep settings of reminders, which hold at once."""
        self._running.keep(**changes)
        self.look()

    def switch_tray(self, *, on: bool) -> None:
        """Show the icon from now on, or no more."""
        self._running.keep(tray=on)
        self.look_for_place()
        self.tray.switch(on=on)

    def try_now(self, told: Callable[[Way], None]) -> None:
        """Show what a reminder would, now; `told` hears how."""
        self._show(told)

    def open_window(self) -> None:
        """Bring the window forward: the lock page, or the open journal."""
        self._running.window.bring_forward()

    def vanish(self) -> None:
        """Take the icon and what was shown off the screen at once, and remind no more."""
        self.watch.stop()
        self._take_line_away()
        if "portal" in self.__dict__:
            self.portal.take_back()
        self.tray.switch(on=False)

    @cached_property
    def _place(self) -> TrayPlace:
        from journal.ui.tray_place import TrayPlace

        made = TrayPlace(self)
        made.known.connect(self._on_place)
        return made

    def _on_place(self) -> None:
        if self._place_known:
            return
        self._place_known = True
        running = self._running
        self.tray.switch(on=running.settings.settings.tray)
        if running.began_hidden and not self.tray.shown and not running.window.isVisible():
            running.window.showMinimized()
        self.tray_changed.emit()
        if running.settings.settings.reminders:
            self.look()

    def _hear_waking(self) -> None:
        if ON_LINUX:
            from journal.ui.waking import Waking

            waking = Waking(self)
            waking.woke.connect(self.watch.look)
            waking.start()

    def _check_in(self) -> None:
        self.open_window()
        self._running.go("today")

    def _on_not_today(self) -> None:
        self.keep(**reminders.not_today(self._running.settings.settings, self._running.clock))

    def _on_came(self) -> None:
        if not self._running.window.isActiveWindow():
            self._show(lambda _way: None)

    def _on_stood(self, stands: bool) -> None:
        if stands:
            self._stand()
            return
        self._take_line_away()
        self._end_passing()

    def page_shown(self) -> None:
        """Another page is shown: from every page but Today the line leads there."""
        if "watch" in self.__dict__:
            self._look_again()
        if "watch" in self.__dict__ and self.watch.stood:
            self._stand()

    def _look_again(self) -> None:
        """Somebody may have come to a calm moment, or have left it."""
        if self.watch.running:
            self.watch.look()

    def _in_calm_moment(self) -> bool:
        return self._running.calm.place_now() is not None

    def _stand(self) -> None:
        shell = self._open_shell
        if shell is not None and "_locked_line" in self.__dict__:
            self._locked_line.hide()
        self.line.stand(self.words, leads=shell is not None and shell.current != "today")

    def _take_line_away(self) -> None:
        if "_locked_line" in self.__dict__:
            self._locked_line.hide()
        if self._running.shell is not None:
            self._running.shell.reminder.hide()

    def _end_passing(self) -> None:
        """Take away what was there for one reminder alone."""
        if "portal" in self.__dict__:
            self.portal.take_back()
        self.tray.switch(on=self._running.settings.settings.tray)

    @property
    def words(self) -> str:
        """What a reminder says."""
        return self._running.settings.settings.reminder_text or usual_words()

    def _show(self, told: Callable[[Way], None]) -> None:
        if self.tray.tells:
            self.tray.say(self.words)
            told(Way.SYSTEM)
        elif not ON_LINUX:
            self._on_portal(told, taken=False)
        else:
            self.portal.say(NAME, self.words, lambda taken: self._on_portal(told, taken=taken))

    def _on_portal(self, told: Callable[[Way], None], *, taken: bool) -> None:
        if not taken:
            self.look_for_place()
            self.tray.switch(on=True)
            if self.tray.tells:
                self.tray.say(self.words)
            QTimer.singleShot(SHOWN_MS, self, self._end_passing)
        told(Way.SYSTEM if taken or self.tray.tells else Way.LINE)
