"""A stand-in for the running program's reminders, on real settings and a clock that stands still."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journal.host.clock import FixedClock
from journal.ui.reminding import Way
from journal.ui.removed_reminder import RemovedReminder


class QuietReminding(QObject):
    """Keeps settings and writes down what was asked of it."""

    tray_changed = Signal()

    def __init__(self, settings, *, tray_possible=True, way=Way.SYSTEM):
        super().__init__()
        self.settings, self.tray_possible, self.way = settings, tray_possible, way
        self.removed = RemovedReminder(lambda: settings.settings, self.keep, FixedClock(0), self)
        self.looked, self.trays, self.tried = 0, [], 0

    def keep(self, **changes):
        self.settings.change(**changes)

    def look(self):
        self.looked += 1

    def look_for_place(self, *, patient=False):
        self.tray_changed.emit()

    def switch_tray(self, *, on):
        self.trays.append(on)
        self.settings.change(tray=on)

    def try_now(self, told):
        self.tried += 1
        told(self.way)
