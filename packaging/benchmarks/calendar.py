"""The calendar of ten years: a month change against painting the same grid from memory.

The floor is a bare widget that paints the same picture with QPainter, its numbers and words already made:
cards, day numbers, blocks, signs and bars. The program reads the months beside the one shown while that is
looked at, so a step paints what is held; what it asks to be read next is done between the steps, as it is
between two presses. A jump to a date far off is measured from the wish to the paint: that month was not read
ahead, so its reading is part of it; of what it reads, the days' average ratings are remembered, for the program
goes through all days while the calendar is looked at. The last rows have no budget: such a jump before that month
was gone through, as in the first second, and the calendar with all its months in memory.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import growth
from benchmarks.measuring import Row, elapsed_ms
from journal.app.day_calendar import calendar_days, habits
from journal.app.journal import Journal
from journal.app.remembered_loads import RememberedLoads
from journal.app.runner import ImmediateRunner, ignore
from journal.app.vaults import open_journal
from journal.model.calendars import CalendarView, stepped

YEARS = 10
MONTHS = 32
"""So many months in a row are changed through, no month twice."""
STRIDE = 3
"""A jump leads so many months further back: neither into the month beside nor into one read before."""
WARM_UP = 5
BUDGET = 2.0
WIDTH, HEIGHT = 1080, 780
PAD, BLOCK, SIGN = 7, 8, 11


def rows() -> list[Row]:
    """Read and painted, then painted alone, both beside the floor."""
    from PySide6.QtWidgets import QApplication

    from journal.ui.garbage import WindowCollector

    app = QApplication.instance() or QApplication([])
    collector = WindowCollector(app)  # as in the window: Python does not collect in the middle of a step
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        # Opened anew, as a person's journal is: the process that wrote ten years in one go still carries the
        # memory that this took, locked in place, and reads more slowly.
        growth.made(Path(folder) / "calendar", YEARS).journal.close()
        journal = open_journal(Path(folder) / "calendar", growth.clock(), passphrase=growth.PASSPHRASE)
        found = measured(app, journal)
        journal.close()
    collector.deleteLater()
    gc.enable()
    return found


def measured(app: Any, journal: Journal) -> list[Row]:
    """Going back month by month."""
    from tests.support.windows import dress

    theme = dress(app)
    states = months(journal)
    live, far, first = Live(app, theme, journal), Jumping(app, theme, journal), Unremembered(app, theme, journal)
    held, twin = Held(app, theme, states), Painted(app, theme, states)
    # The first months also bring pages of the file and glyphs of the fonts in: they are not measured.
    calendars = (live, far, first, held, twin)
    steps = [each.step for each in calendars]
    ours, unread, unknown, own_paint, floor = measured_steps(steps, lambda: [each.rest() for each in calendars])
    for each in calendars:
        each.close()
    what = f"calendar of {YEARS} years"
    return [
        Row(f"{what}: the month before", ours, "QPainter, from memory", floor, BUDGET),
        Row(f"{what}: a jump to a date", unread, "QPainter, from memory", floor, BUDGET),
        Row(f"{what}: a jump at the very first", unknown, "QPainter, from memory", floor),
        Row(f"{what}: all in memory", own_paint, "QPainter, from memory", floor),
    ]


def measured_steps(steps: Sequence[Callable[[], object]], rest: Callable[[], object]) -> list[float]:
    """The median time of each step, in turn, with a rest after each round."""
    times = []
    for _ in range(MONTHS - 1):
        times.append([elapsed_ms(step) for step in steps])
        rest()
    return [statistics.median(column) for column in zip(*times[WARM_UP:], strict=True)]


def months(journal: Journal) -> list[Any]:
    """The states of the months, newest first."""
    from journal.ui.history.calendar_state import build_state

    wanted, view = habits(journal), habits(journal).view
    days = [stepped(journal.today(), view, -n) for n in range(MONTHS)]
    return [build_state(calendar_days(journal, day, wanted), day) for day in days]


class Shown:
    """Something shown until it is painted; a step changes it and paints it at once."""

    def __init__(self, app: Any, widget: Any) -> None:
        self._app, self._widget = app, widget
        widget.resize(WIDTH, HEIGHT)
        widget.show()
        app.processEvents()

    def step(self) -> None:
        """Another month, painted."""
        self.change()
        self._app.processEvents()

    def change(self) -> None:
        """Show another month."""
        raise NotImplementedError

    def rest(self) -> None:
        """What is put off until there is time for it; nothing here."""

    def close(self) -> None:
        """Take it off the screen."""
        self._widget.close()


class Live(Shown):
    """The program's calendar on the journal, a month back at each step."""

    def __init__(self, app: Any, theme: Any, journal: Journal) -> None:
        from journal.ui.history.calendar_panel import CalendarPanel
        from journal.ui.history.calendar_presenter import CalendarParts, CalendarPresenter

        panel, self.runner = CalendarPanel(theme), RestingRunner()
        self.presenter = CalendarPresenter(panel, CalendarParts(lambda: journal, self.runner, _fail))
        self.presenter.on_entered()
        self.rest()
        super().__init__(app, panel)

    def change(self) -> None:
        """The month before."""
        self.presenter.on_step(-1)

    def rest(self) -> None:
        """Do what was put off."""
        self.runner.work()


class Jumping(Live):
    """The program's calendar, at another date each time, as by the field for a date: some months on, no month twice."""

    begin = 0
    """So many months back from today it begins."""

    def __init__(self, app: Any, theme: Any, journal: Journal) -> None:
        super().__init__(app, theme, journal)
        far = [stepped(journal.today(), CalendarView.MONTH, -self.begin - n * STRIDE) for n in range(1, MONTHS)]
        self._dates = iter(far)

    def change(self) -> None:
        """Another date, read and shown."""
        self.presenter.on_day(next(self._dates))
        self.runner.work(1)


class Unremembered(Jumping):
    """The same, before the program went through the month: other months than those of `Jumping`."""

    begin = 1

    def __init__(self, app: Any, theme: Any, journal: Journal) -> None:
        super().__init__(app, theme, journal)
        self._journal = journal

    def change(self) -> None:
        """Another date, its answers read too."""
        kept, self._journal.remembered_loads = self._journal.remembered_loads, RememberedLoads()
        super().change()
        self._journal.remembered_loads = kept


class RestingRunner(ImmediateRunner):
    """Puts every job off until there is time for it, as the storage thread does them beside the window's."""

    def __init__(self) -> None:
        self._jobs: list[Callable[[], None]] = []

    def run(self, job: Any, then: Any = ignore, failed: Any = None) -> None:
        """Put it off."""
        self._jobs.append(lambda: ImmediateRunner.run(self, job, then, failed))

    def work(self, most: int | None = None) -> None:
        """Do so many of the jobs, or all of them and those they ask for."""
        while self._jobs and most != 0:
            self._jobs.pop(0)()
            most = None if most is None else most - 1


class Held(Shown):
    """The program's calendar with its months in memory."""

    def __init__(self, app: Any, theme: Any, states: Sequence[Any]) -> None:
        from journal.ui.history.calendar_panel import CalendarPanel

        self._panel, self._states = CalendarPanel(theme), iter(states)
        self._panel.render_calendar(next(self._states))
        super().__init__(app, self._panel)

    def change(self) -> None:
        """A month back."""
        self._panel.render_calendar(next(self._states))


class Painted(Shown):
    """The floor: one widget that paints the month."""

    def __init__(self, app: Any, theme: Any, states: Sequence[Any]) -> None:
        from journal.ui.history.calendar_words import title

        self._months = iter([(title(state.days), state.weeks) for state in states])
        self._widget = canvas(theme, next(self._months))
        super().__init__(app, self._widget)

    def change(self) -> None:
        """A month back."""
        self._widget.month = next(self._months)
        self._widget.update()


def canvas(theme: Any, first: Any) -> Any:
    """A bare widget that paints `month`."""
    from PySide6.QtWidgets import QWidget

    class Canvas(QWidget):
        month = first

        def paintEvent(self, event: Any) -> None:  # noqa: ARG002, N802 Qt's own name
            paint_month(self, theme, *self.month)

    return Canvas()


def paint_month(widget: Any, theme: Any, title: str, weeks: Sequence[Any]) -> None:
    """Draw the name of the month, and every day with what stands on it."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

    from journal.texts.dates import weekday_name
    from journal.ui.history.calendar_signs import SignPainter

    tokens = theme.tokens
    wide, high = widget.width() / 7, (widget.height() - 60) / max(1, len(weeks))
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), QColor(tokens.paper))
        painter.setPen(QColor(tokens.ink))
        painter.drawText(QRectF(0, 0, widget.width(), 30), 0, title)
        for column in range(7):
            painter.drawText(QRectF(column * wide, 30, wide, 30), 0x84, weekday_name(column, width="abbreviated"))
        signs = SignPainter(tokens)
        for row, week in enumerate(weeks):
            for column, cell in enumerate(week):
                if cell is not None:
                    paint_day(painter, tokens, signs, QRectF(column * wide, 60 + row * high, wide, high), cell)


def paint_day(painter: Any, tokens: Any, signs: Any, spot: Any, cell: Any) -> None:
    """A card with the day's number, its blocks, signs and bar."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPen

    painter.setPen(QPen(QColor(tokens.hair), 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(spot.adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
    inner = spot.adjusted(PAD, PAD, -PAD, -PAD)
    painter.setPen(QColor(tokens.ink))
    painter.drawText(inner, 0, str(cell.day.day))
    if cell.summary is None:
        return
    if cell.load is not None:
        painter.setPen(QColor(tokens.soft))
        painter.drawText(inner, 2, cell.load_text)
        signs.bar(painter, QRectF(inner.right() - 8, inner.top() + 22, 8, inner.height() - 22), cell.load)
    for place in range(cell.check_ins):
        signs.block(painter, QRectF(inner.left() + place * 13, inner.top() + 22, 10, BLOCK))
    for place, sign in enumerate(cell.signs):
        signs.sign(painter, QRectF(inner.left() + place * 15, inner.top() + 34, SIGN, SIGN), sign)


def _fail(error: Exception) -> None:
    raise error
