"""From the start of the process to the first paint of the lock page, against a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

from benchmarks.measuring import Row

ROUNDS = 15
REPORTS_PAINT = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, report)  # the whole window is on the screen then
        return False
def report():
    os.write(1, b"painted %d %d\\n" % (time.time_ns(), private_kib()))
    os._exit(0)
def private_kib():
    for line in open("/proc/self/smaps_rollup"):
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
"""
"""Only the window itself is watched, from just before it is shown, so that watching costs both the same."""
BARE = (
    REPORTS_PAINT
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
watch = FirstPaint()
window = QMainWindow()
window.resize(1180, 900)
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
OURS = (
    """
from journal import __main__
begin = __main__.open_window
def open_window(folder):
    import journal.ui.without_qt
"""
    + textwrap.indent(REPORTS_PAINT, "    ")
    + """
    from journal.ui import application
    watch = FirstPaint()
    class Watched(application.MainWindow):
        def show(self):
            self.installEventFilter(watch)
            super().show()
    application.MainWindow = Watched
    return begin(folder)
__main__.open_window = open_window
__main__.sys.argv = ["leeward"]
__main__.main()
"""
)
"""The program's own way from `main`, with the window watched."""


def rows() -> list[Row]:
    """Exec to first paint, and the memory then, for both, called in turn."""
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        environment = own_environment(folder)
        make_journal(Path(folder) / "leeward" / "journal")
        measured = [(first_paint(BARE, environment), first_paint(OURS, environment)) for _ in range(ROUNDS + 1)][1:]
    floor = statistics.median(bare[0] for bare, _ in measured)
    ours_ms = statistics.median(own[0] for _, own in measured)
    memory = statistics.median(own[1] for _, own in measured)
    return [Row("exec → lock page painted", ours_ms, "bare QMainWindow painted", floor, 1.25, memory_mib=memory)]


def own_environment(folder: str) -> dict[str, str]:
    """An environment with a home of its own, in which Python keeps its byte code as it does for everybody."""
    ours = ("PYTHONDONTWRITEBYTECODE", "LEEWARD_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    homes = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return kept | dict.fromkeys(homes, folder) | {"LC_ALL": "C.UTF-8"}


def first_paint(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from exec to the first paint, and the proportional memory in MiB."""
    begun = time.time_ns()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    words = done.stdout.split()
    if not words or words[0] != "painted":
        raise RuntimeError(f"nothing was painted: {done.stderr[-500:]}")
    return (int(words[1]) - begun) / 1e6, int(words[2]) / 1024


def make_journal(folder: Path) -> None:
    """A journal to open, the sample's, where the program looks for it."""
    from journal.app.sample import make_sample

    make_sample(folder).close()
