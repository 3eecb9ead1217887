"""Runs the window in this process and drives it by events, for `benchmarks.window`; prints what it measured as JSON.

The argument says how far to go: `today`, `trends`, or `keys`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.ui import application, start

if TYPE_CHECKING:
    from journal.host.clock import FixedClock

PASSPHRASE = "a long sentence for the bench"
TYPING_S = 1.5
"""Nobody types a passphrase faster; the window uses the time."""

HEARTBEAT_MS = 2
"""Often enough to see a silence of 50 ms, and seldom enough not to take time from what is measured."""

KEY_ROUNDS = 40
REST_S = 0.05
LONGEST_RUN_S = 120
MINUTE_MS = 60_000

Condition = Callable[[], bool]
Script = Generator[Condition, None, None]


class Painted(QObject):
    """True once a widget was painted after this was made, and the window that it is in is on the screen."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.at_s = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        """Look after the paint event that comes first."""
        if event.type() == QEvent.Type.Paint and not self.at_s:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._on_screen)
        return False

    def __call__(self) -> bool:
        """Whether it was."""
        return self.at_s > 0

    def _on_screen(self) -> None:
        self.at_s = time.perf_counter()


class Driver(QObject):
    """Goes on with the script whenever the condition it yielded holds, and notes how long the window was not heard."""

    def __init__(self, running: application.Application, script: Callable[[Driver], Script]) -> None:
        super().__init__(running)
        self.running = running
        self.found: dict[str, Any] = {}
        self.worst_gap_s = 0.0
        self._ends_s = time.perf_counter() + LONGEST_RUN_S
        self._last_s = time.perf_counter()
        self._script = script(self)
        self._condition = next(self._script)
        timer = QTimer(self, interval=HEARTBEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self.worst_gap_s = max(self.worst_gap_s, now_s - self._last_s)
        self._last_s = now_s
        if now_s > self._ends_s:
            self._end(1)
        elif self._condition():
            try:
                self._condition = next(self._script)
            except StopIteration:
                self._end(0)

    def _end(self, code: int) -> None:
        print(json.dumps(self.found), flush=True)
        os._exit(code)

    def page(self, key: str) -> Any:
        """A page of the shell, if both are there."""
        shell = self.running.shell
        return shell._pages.get(key) if shell is not None else None


def begin(driver: Driver) -> Script:
    """Type the passphrase and press Enter; `entered_s` is then known."""
    running = driver.running
    yield lambda: getattr(running.window.room, "presenter", None) is not None
    typed_s = time.perf_counter() + TYPING_S
    yield lambda: time.perf_counter() > typed_s
    field = running.window.room.step.field.edit  # type: ignore[union-attr]
    field.setText(PASSPHRASE)
    driver.worst_gap_s = 0.0
    driver.found["entered_s"] = time.perf_counter()
    press(field, Qt.Key.Key_Return)


def rows_painted(driver: Driver) -> Script:
    """Wait until Today stands on the screen with its questions: the shell is not seen before it."""
    painted = Painted(driver.running.made_shell())
    yield painted
    rows = driver.page("today").form.rows
    if driver.running.window.room is not driver.running.shell or not rows or rows[0].visibleRegion().isEmpty():
        raise RuntimeError("what was painted first was not Today")
    driver.found["shown_s"] = painted.at_s


def today(driver: Driver) -> Script:
    """From Enter to Today."""
    yield from begin(driver)
    yield from rows_painted(driver)
    finish(driver)


def trends(driver: Driver) -> Script:
    """From Enter by way of Today, without a rest, to Trends; then a report of 90 days."""
    yield from begin(driver)
    yield lambda: driver.running.window.room is driver.running.shell
    driver.running.go("trends")
    yield lambda: driver.page("trends") is not None and driver.page("trends").canvas.data is not None
    painted = Painted(driver.page("trends").canvas)
    driver.page("trends").canvas.update()
    yield painted
    driver.found["shown_s"] = painted.at_s
    finish(driver)
    began_s = time.perf_counter()
    driver.running.go("report")
    yield lambda: driver.page("report") is not None and bool(driver.page("report").state.pages)
    driver.found |= {"report_s": time.perf_counter() - began_s, "report_pss_mib": pss_mib()}


def keys(driver: Driver) -> Script:
    """A key on a row of Today until "Saved" is painted, in turn with a store that does nothing.

    First on a question of the check-in, then on a side effect that goes on from a session before.
    """
    from journal.ui.today import beside_today, open_check_in
    from journal.ui.today.beside_state import STILL_PREFIX

    yield from begin(driver)
    yield from rows_painted(driver)
    rows = driver.page("today").form.rows
    still = [row for row in rows if row.objectName().startswith(f"row_{STILL_PREFIX}")]
    yield from pressed(driver, next(row for row in rows if row not in still), open_check_in, "_saved", "")
    yield from pressed(driver, still[0], beside_today, "_answer", "still_")


def pressed(driver: Driver, row: QWidget, module: Any, store: str, name: str) -> Script:
    """Press 1 and 2 on a row in turn; every second time the module's function `store` gives back what it did before."""
    page, saving, answered = driver.page("today"), getattr(module, store), []
    times: dict[str, list[float]] = {f"{name}saved": [], f"{name}idle": []}
    clock = cast("FixedClock", driver.running.clock)

    def remembering(*given: Any) -> Any:
        answered.append(saving(*given))
        return answered[-1]

    for number in range(2 * KEY_ROUNDS + 2):
        idle = number % 2 == 1
        setattr(module, store, (lambda *_given: answered[-1]) if idle else remembering)
        clock.ms += MINUTE_MS  # so that "Saved 21:51" becomes another text
        row.setFocus()
        rested_s = time.perf_counter() + REST_S
        yield lambda until_s=rested_s: time.perf_counter() > until_s  # type: ignore[misc]
        painted = Painted(page.footer.saved)
        began_s = time.perf_counter()
        press(QApplication.focusWidget() or row, Qt.Key.Key_1 if number // 2 % 2 else Qt.Key.Key_2)
        yield painted
        if len(answered) != number // 2 + 1:
            raise RuntimeError(f"{store} was not asked once: another row had the key")
        times[f"{name}idle" if idle else f"{name}saved"].append(painted.at_s - began_s)
    setattr(module, store, saving)
    driver.found |= {each: column[1:] for each, column in times.items()}


def finish(driver: Driver) -> None:
    """Note how it went so far."""
    driver.found |= {"gap_s": driver.worst_gap_s, "pss_mib": pss_mib()}


def press(widget: QWidget, key: Qt.Key) -> None:
    """Post a key press, as the window system does."""
    text = chr(key.value) if key.value < 128 else "\r"
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def pss_mib() -> float:
    """The memory of this process, what it shares counted in parts; 0 where the system does not say."""
    try:
        with Path("/proc/self/smaps_rollup").open(encoding="ascii") as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    except OSError:
        return 0.0


def main() -> None:
    """Run the window, at the time at which the sample journal ends."""
    import gc

    from journal.app.sample import sample_clock

    script = {"today": today, "trends": trends, "keys": keys}[sys.argv[1]]

    class Driven(application.Application):
        def start(self) -> None:
            Driver(self, script)
            super().start()

    gc.disable()  # as `main` does
    sys.argv = ["leeward"]
    vars(start).update(Application=Driven, SystemClock=sample_clock)
    start.run_window()


if __name__ == "__main__":
    main()
