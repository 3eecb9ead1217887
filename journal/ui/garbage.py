"""Garbage is collected on the window's thread alone.

Python collects on whichever thread happens to make objects. Were that the storage thread, parts of
the window that nobody needs any more would be destroyed there, and Qt does not survive that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 2_000
GENERATIONS = 3


class WindowCollector(QObject):
    """Takes collecting over from Python for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=LOOK_EVERY_MS)
        timer.timeout.connect(collect_when_due)
        timer.start()


def collect_when_due() -> int:
    """Collect the oldest generation whose time has come by Python's own thresholds; how many objects went."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age in range(GENERATIONS) if 0 < limits[age] < counts[age]]
    return gc.collect(due[-1]) if due else 0
