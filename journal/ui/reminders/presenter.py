"""What happens on the page of reminders: every change holds at once and can be taken back. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from journal.app.reminders import changed_times, comes_next, wall_now
from journal.host.autostart import Autostart, start_command
from journal.model.reminders import QuietHours, ReminderTime, checked_times, minute_text, reminder_text
from journal.texts.translation import _
from journal.ui.reminders.state import (
    LONGEST_TEXT,
    USUAL_QUIET,
    RemindersState,
    Surroundings,
    TrayPlace,
    build_state,
    further_time,
    with_time,
    without_time,
)

if TYPE_CHECKING:
    from journal.host.clock import Clock
    from journal.host.settings_file import Settings
    from journal.ui.saying import Say


class RemindersView(Protocol):
    """What shows the state."""

    def render_state(self, state: RemindersState) -> None:
        """Show this state."""

    def go_to_time(self, number: int) -> None:
        """Take the keyboard to a time."""


class Program(Protocol):
    """What the page wants of the running program."""

    @property
    def settings(self) -> Settings:
        """What holds now."""

    def keep(self, **changes: Any) -> None:
        """Keep settings, which hold at once."""

    def switch_tray(self, *, on: bool) -> None:
        """Show the icon beside the clock from now on, or no more."""

    def tray_place(self) -> TrayPlace:
        """Whether there is a place for it."""

    def read_day(self) -> None:
        """Find out whether this day has a check-in."""

    def removed(self, wanted: ReminderTime) -> None:
        """Remember a reminder that was removed, for undo."""

    def bring_back(self) -> None:
        """Let the one that was removed last come again."""


@dataclass(frozen=True, slots=True)
class RemindersParts:
    """What the presenter works with."""

    program: Program
    clock: Clock
    autostart: Autostart
    say: Say
    failed: Callable[[Exception], None]


class RemindersPresenter:
    """Holds the times in the order in which they stand while the page is shown."""

    def __init__(self, view: RemindersView, parts: RemindersParts) -> None:
        self._view, self._parts = view, parts
        self._times: tuple[ReminderTime, ...] = ()
        self._first_weekday = 0

    def on_entered(self) -> None:
        """The page is shown: the times stand in order."""
        self._times = checked_times(self._parts.program.settings.reminders)
        self.render()

    def on_first_weekday(self, weekday: int) -> None:
        """The week begins with this day, 0 being Monday."""
        if weekday != self._first_weekday:
            self._first_weekday = weekday
            self.render()

    def on_added(self) -> None:
        """A further time is wanted."""
        self._put((*self._times, further_time(self._times)))
        self._view.go_to_time(len(self._times) - 1)

    def on_changed(self, number: int, wanted: ReminderTime) -> None:
        """One time was changed."""
        if self._times[number] != wanted:
            self._put(with_time(self._times, number, wanted))

    def on_removed(self, number: int) -> None:
        """One time is not wanted any more."""
        program, wanted = self._parts.program, self._times[number]
        self._put(without_time(self._times, number))
        program.removed(wanted)
        self._parts.say(_("The reminder is removed."), [(_("Undo"), program.bring_back)])

    def on_changed_elsewhere(self) -> None:
        """Undo or redo changed the times, from whichever page."""
        self._parts.program.read_day()
        self.on_entered()

    def on_quiet(self, *, on: bool) -> None:
        """Quiet hours are wanted, or no more."""
        self.on_quiet_hours(USUAL_QUIET if on else None)

    def on_quiet_hours(self, quiet: QuietHours | None) -> None:
        """Quiet between other times."""
        ends = ("", "") if quiet is None else (minute_text(quiet.from_minute), minute_text(quiet.to_minute))
        self._parts.program.keep(quiet_from=ends[0], quiet_to=ends[1])
        self.render()

    def on_text(self, text: str) -> None:
        """Other words are wanted; none stand for the usual ones."""
        text = " ".join(text.split())[:LONGEST_TEXT]
        if text != self._parts.program.settings.reminder_text:
            self._parts.program.keep(reminder_text=text)
            self.render()

    def on_tray(self, *, on: bool) -> None:
        """The icon is wanted, or no more."""
        self._parts.program.switch_tray(on=on)
        self.render()

    def on_login(self, *, on: bool) -> None:
        """Start at login, or no more."""
        try:
            if on:
                self._parts.autostart.turn_on(start_command())
            else:
                self._parts.autostart.turn_off()
        except OSError as error:
            self._parts.failed(error)
        self.render()

    def render(self) -> None:
        """Show what holds now."""
        parts = self._parts
        settings = parts.program.settings
        around = Surroundings(
            now=wall_now(parts.clock),
            comes_next=comes_next(settings, parts.clock),
            first_weekday=self._first_weekday,
            tray_place=parts.program.tray_place(),
            at_login=parts.autostart.is_on(),
        )
        self._view.render_state(build_state(settings, self._times, around))

    def _put(self, times: tuple[ReminderTime, ...]) -> None:
        self._times = times
        self._parts.program.keep(**changed_times(self._parts.clock, tuple(map(reminder_text, times))))
        self._parts.program.read_day()
        self.render()
