"""The front of History: which of the calendar and the list is shown, and what is read for it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from journal.app import history
from journal.ui.history.calendar_presenter import SHOWN, CalendarPanelView, CalendarParts, CalendarPresenter
from journal.ui.history.fronts import Front, choose_front, chosen_front
from journal.ui.history.lines import EntryLine
from journal.ui.history.list_presenter import ListParts, ListPresenter, ListView, nothing_words

LISTED = SHOWN | {"courses", "clinicians"}
"""The parts of the journal that the list shows."""


class FrontView(ListView, CalendarPanelView, Protocol):
    """What the presenter needs of the front."""

    @property
    def current_line(self) -> EntryLine | None:
        """The line of the list with the keyboard, or None."""

    def show_front(self, front: Front) -> None:
        """Show the calendar or the list."""


class FrontPresenter:
    """Reads only what is shown; the other of both is read when it is chosen."""

    def __init__(self, view: FrontView, parts: ListParts) -> None:
        self._view, self._parts = view, parts
        self.listing = ListPresenter(view, parts)
        self.calendar = CalendarPresenter(view, CalendarParts(parts.journal, parts.runner, parts.failed))
        self._front = Front.CALENDAR
        self._stale = False

    @property
    def front(self) -> Front:
        """Which of both is shown."""
        return self._front

    def on_entered(self, day: date | None, entry_id: str, then: Callable[[], None]) -> None:
        """Show what was chosen last, at a day or an entry if one is named, then go on."""

        def begin(front: Front) -> None:
            self._show(front)
            self._read(*((day, entry_id) if day is not None or entry_id else self._kept()))
            then()

        self._parts.runner.run(lambda: chosen_front(self._parts.journal()), begin, self._parts.failed)

    def on_front(self, front: Front) -> None:
        """The other front was chosen: it shows the days round the one that the first was at."""
        line = self._view.current_line
        listed = line.day if line is not None else None
        day = self.calendar.at if self._front is Front.CALENDAR else listed
        self._show(front)
        self._read(day)
        self._parts.runner.run(lambda: choose_front(self._parts.journal(), front), failed=self._parts.failed)

    def on_date(self, day: date) -> None:
        """Show a date. The calendar may hold it already; its settings have not changed."""
        if self._front is Front.CALENDAR and not self._stale:
            self.calendar.on_day(day)
        else:
            self._read(day)

    def on_back(self, day: date | None = None) -> None:
        """The front is shown again: as it was, or the calendar at a day that was open."""
        if self._front is Front.CALENDAR and day is not None:
            self._read(day)
        elif self._stale:
            self._again()

    def on_changed(self, parts: frozenset[str], *, shown: bool) -> None:
        """The journal changed. Where the front is not shown, it is read once it is."""
        concerned = parts & (LISTED if self._front is Front.LIST else SHOWN | {"settings"})
        if concerned and shown:
            self._again()
        elif concerned:
            self._stale = True

    def _kept(self) -> tuple[date | None, str]:
        """Where the keyboard was in the list; nowhere on its newest day, over which newer lines may stand now."""
        line, newest = self._view.current_line, self.listing.newest
        if self._front is Front.CALENDAR or line is None or newest is None or line.day >= newest:
            return None, ""
        return line.day, line.entry_id

    def _show(self, front: Front) -> None:
        self._front = front
        self._view.show_front(front)

    def _read(self, day: date | None, entry_id: str = "") -> None:
        self._stale = False
        if self._front is Front.LIST:
            self.listing.on_entered(day, entry_id)
        else:
            self.calendar.on_entered(day)
            self._look_whether_empty()

    def _again(self) -> None:
        """Read what is shown once more, with the keyboard where it is."""
        self._stale = False
        line = self._view.current_line
        if self._front is Front.LIST:
            self.listing.on_changed(line.day if line else None, line.entry_id if line else "")
        else:
            self.calendar.on_entered(self.calendar.at)
            self._look_whether_empty()

    def _look_whether_empty(self) -> None:
        parts = self._parts
        parts.runner.run(
            lambda: history.reach(parts.journal()) is None,
            lambda empty: self._view.say_empty(nothing_words() if empty else ""),
            parts.failed,
        )
