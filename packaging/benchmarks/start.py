"""From the start of the process to the first paint of the lock page, against a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import Row

ROUNDS = 9
REPORTS_PAINT = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            os.write(1, b"painted %d %d\\n" % (time.time_ns(), private_kib()))
            os._exit(0)
        return False
def private_kib():
    for line in open("/proc/self/smaps_rollup"):
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
"""
BARE = (
    REPORTS_PAINT
    + """
from PySide6.QtWidgets import QMainWindow
app = QApplication([])
watch = FirstPaint()
app.installEventFilter(watch)
window = QMainWindow()
window.resize(1180, 900)
window.show()
app.exec()
"""
)
OURS = (
    REPORTS_PAINT
    + """
sys.argv = ["leeward"]
from pathlib import Path
from journal.ui import application
watch = FirstPaint()
begun = application.Application.start
def start(self):
    QApplication.instance().installEventFilter(watch)
    begun(self)
application.Application.start = start
application.run_window(Path(FOLDER))
"""
)


def rows() -> list[Row]:
    """Exec to first paint, and the memory then, for both, called in turn."""
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        journal = make_journal(Path(folder) / "journal")
        ours = OURS.replace("FOLDER", repr(str(journal)))
        environment = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8"}
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            environment[variable] = folder
        measured = [(first_paint(BARE, environment), first_paint(ours, environment)) for _ in range(ROUNDS + 1)][1:]
    floor = statistics.median(bare[0] for bare, _ in measured)
    ours_ms = statistics.median(own[0] for _, own in measured)
    memory = statistics.median(own[1] for _, own in measured)
    return [Row("exec → lock page painted", ours_ms, "bare QMainWindow painted", floor, 1.25, memory_mib=memory)]


def first_paint(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds from exec to the first paint, and the proportional memory in MiB."""
    begun = time.time_ns()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    words = done.stdout.split()
    if not words or words[0] != "painted":
        raise RuntimeError(f"nothing was painted: {done.stderr[-500:]}")
    return (int(words[1]) - begun) / 1e6, int(words[2]) / 1024


def make_journal(folder: Path) -> Path:
    """A journal to open, the sample's."""
    from journal.app.sample import make_sample

    make_sample(folder).close()
    return folder
