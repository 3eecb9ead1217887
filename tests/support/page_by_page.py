"""The program in a real window, opened at one page after the other by lines from stdin.

Run as a module with a folder: makes a filled journal there, then opens the next page at every line that comes and
answers with its name. An empty answer says that there are no more. Between the lines it runs as always.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from journal.app.sample import sample_clock
from journal.ui.theme.fonts import load_fallback_fonts, load_window_fonts
from tests.support.every_dialog import every_dialog, every_menu
from tests.support.every_page import every_page, fill
from tests.support.program import Program, take_down

LOOK_AGAIN_MS = 20


class Waiting:
    """What the tests' `qtbot` does for a program, in a process without a test."""

    # The names are those of pytest-qt.
    def addWidget(self, widget: Any, before_close_func: Callable[[Any], None] | None = None) -> None:  # noqa: N802
        """Widgets end with the process."""

    @contextmanager
    def waitSignal(  # noqa: N802
        self, signal: Any, timeout: int = 0, check_params_cb: Callable[..., bool] | None = None
    ) -> Iterator[None]:
        """Go on once the signal came, if need be with these parameters."""
        seen: list[bool] = []
        signal.connect(lambda *told: seen.append(check_params_cb is None or check_params_cb(*told)))
        yield
        self.waitUntil(lambda: any(seen), timeout=timeout)

    def waitUntil(self, condition: Callable[[], object], timeout: int = 0) -> None:  # noqa: N802
        """Let the program run until the condition holds; the test that waits outside has the clock."""
        loop = QEventLoop()
        timer = QTimer(interval=LOOK_AGAIN_MS)
        timer.timeout.connect(lambda: condition() and loop.quit())
        timer.start()
        loop.exec()
        timer.stop()


def main(folder: Path) -> None:
    """Run until stdin ends."""
    fill(folder / "journal")
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Leeward")
    app.setQuitOnLastWindowClosed(False)
    load_window_fonts()
    load_fallback_fonts()
    program = Program(Waiting(), app, folder, sample_clock())
    program.window.activateWindow()
    pages = chain(every_page(program), every_dialog(program), every_menu(program))

    def step() -> None:
        if not sys.stdin.readline():
            app.quit()
            return
        name, _page = next(pages, ("", None))
        print(f"page: {name}", flush=True)  # noqa: T201 the answer is the output

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(step)
    app.exec()
    take_down(program)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
