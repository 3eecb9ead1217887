"""Today made ready behind the lock page, while the passphrase is typed and its key derived; Trends if there is time.

A blank form of the usual questions is built, styled and laid out, in steps so short that typing is
never held up. It knows nothing of the journal: once that is open, its own form takes the place of
the blank one, and finds there what both have.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from journal.ui.warm_ups import WarmUp, import_quietly

if TYPE_CHECKING:
    from journal.ui.application import Application
    from journal.ui.today.page import TodayPage
    from journal.ui.today.state import TodayState

BETWEEN_STEPS_MS = 4
"""Enough for a key press to be heard in between."""


TODAY_PARTS = (
    "journal.ui.open_journal",
    "journal.ui.widgets.step_row",
    "journal.ui.today.form_columns",
    "journal.ui.today.page_factory",
)
OTHER_PAGES = (
    "journal.ui.calm.page_factory",
    "journal.ui.widgets.chart_canvas",
    "journal.ui.trends.page_factory",
    "journal.ui.history.page_factory",
    "journal.ui.treatment.page_factory",
    "journal.ui.report.page_factory",
)


class Rehearsal(QObject):
    """Takes one step after the other until all are done or it is ended."""

    def __init__(self, running: Application, steps: Iterator[None]) -> None:
        super().__init__(running)
        self._steps = steps
        self._timer = QTimer(self, interval=BETWEEN_STEPS_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    def end(self) -> None:
        """Take no further step."""
        self._timer.stop()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.end()


def steps(running: Application, imports: WarmUp) -> Iterator[None]:
    """Today first, then the other pages; each waits for what is imported on another thread."""
    while not imports.today_imported:
        yield
    yield from today_steps(running)
    while imports.is_alive():
        yield
    for name in OTHER_PAGES:
        import_quietly([name])
        yield
    style(running.made_shell().page("trends"))


def today_steps(running: Application) -> Iterator[None]:
    """Build Today, a little at a time."""
    for name in TODAY_PARTS:
        import_quietly([name])
        yield
    whole = blank_state(running)
    yield
    shell = running.made_shell()
    running.window.keep_room(shell)
    shell.resize(running.window.size())
    yield
    page = cast("TodayPage", shell.page("today"))
    page.resize(shell.size())
    yield
    for state in growing(whole):
        page.render_state(state)
        yield
    style(shell)
    yield
    page.grab()  # lays everything out and draws every letter once
    yield


def style(page: QWidget) -> None:
    """Let every widget of a page find its style now, and not when it is first shown."""
    for widget in page.findChildren(QWidget):
        widget.ensurePolished()


def growing(whole: TodayState) -> Iterator[TodayState]:
    """The same page with one group of questions more each time."""
    for place, card in enumerate(whole.cards):
        for number in range(1, len(card.groups) + 1):
            yield replace(whole, cards=(*whole.cards[:place], replace(card, groups=card.groups[:number])))


def blank_state(running: Application) -> TodayState:
    """The check-in of somebody who has chosen no question and answered none."""
    from journal.app.check_ins import new_key
    from journal.app.forms import CheckInForm, FormSection, SectionKind, section_of
    from journal.app.journal import catalogue_item
    from journal.host.clock import local_now
    from journal.host.resources import read_catalogue
    from journal.texts.items import ItemWords
    from journal.ui.today.state import Inputs, build_state

    catalogue = read_catalogue()
    items = [catalogue_item(entry, None) for entry in catalogue.items]
    asked = {kind: tuple(i for i in items if not i.hidden and section_of(i) is kind) for kind in SectionKind}
    now_ms, today = running.clock.now_ms(), local_now(running.clock).date()
    form = CheckInForm(
        key=new_key(),
        entry=None,
        day=today,
        today=today,
        until_ms=now_ms,
        offset_min=running.clock.offset_min(now_ms),
        covers_min=0,
        sections=tuple(FormSection(kind, found) for kind, found in asked.items() if found),
    )
    return build_state(form, Inputs(), ItemWords(catalogue))
