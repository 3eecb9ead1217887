"""What happens while a week is entered: each answer is shown at once and saved on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from journal.app import history
from journal.app import week_entries as entries
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.app.week_entries import Answered, WeekGrid
from journal.host.clock import Clock, local_now
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.back_entry.state import (
    BackEntryState,
    Direction,
    Place,
    build_state,
    first_place,
    next_place,
    spoken_answer,
)
from journal.ui.back_entry.typing import read, typed
from journal.ui.today.state import saved_line

SHOWS = frozenset({"entries", "items", "groups", "goals", "settings"})
MOVES_ON = "back_entry_moves"
"""The setting that holds where the keyboard goes after an answer."""


class BackEntryView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: BackEntryState) -> None:
        """Show a state."""

    def tell(self, words: str) -> None:
        """Speak to a screen reader."""

    def leave(self) -> None:
        """Nothing more is to be entered."""


@dataclass(frozen=True, slots=True)
class BackEntryParts:
    """What it works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    clock: Clock
    words: ItemWords
    failed: Callable[[Exception], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A week, today, and where the keyboard goes after an answer."""

    grid: WeekGrid
    today: date
    direction: Direction


class BackEntryPresenter:
    """Holds the week as shown, the cell with the keyboard, and what is typed there and not saved yet."""

    def __init__(self, view: BackEntryView, parts: BackEntryParts) -> None:
        self._view, self._parts = view, parts
        self._loaded: Loaded | None = None
        self._at: Place | None = None
        self._typing = self._saved = ""
        self._waiting = self._steps = 0
        self._here = self._stale = False

    @property
    def state(self) -> BackEntryState:
        """The page as it is now."""
        if self._loaded is None:
            return BackEntryState()
        return build_state(
            self._loaded.grid,
            self._loaded.today,
            self._parts.words,
            at=self._at,
            typing=self._typing,
            direction=self._loaded.direction,
            saved=self._saved,
            can_undo=self._steps > 0,
        )

    def on_entered(self) -> None:
        """Show the week that was being entered."""
        self._here = True
        self._steps = 0
        self._load(None)

    def on_left(self) -> None:
        """Another page is shown, or the journal closes: what is typed is saved."""
        self._keep_typed()
        self._here = False

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere, unless the change was ours."""
        if self._here and self._loaded is not None and parts & SHOWS and not self._waiting:
            self._load(self._loaded.grid.first)

    def on_week(self, by: int) -> None:
        """Show the week before (-1) or after (1)."""
        if self._loaded is not None:
            self._keep_typed()
            self._at = None
            self._load(self._loaded.grid.first + timedelta(days=7 * by))

    def on_direction(self, direction: Direction) -> None:
        """Go down or right after an answer, from now on."""
        if self._loaded is not None:
            self._loaded = replace(self._loaded, direction=direction)
            self._render()
            self._run(lambda journal: journal.put_setting(MOVES_ON, direction.value))

    def on_reached(self, at: Place) -> None:
        """The keyboard came to a cell; what was typed in the last one is saved."""
        if at != self._at:
            self._keep_typed()
            self._at = at
            self._render()

    def on_key(self, key: str) -> None:
        """A digit, a minus or a decimal separator was typed into the cell with the keyboard."""
        day = self._open_day()
        if day is None or self._at is None:
            return
        item = day.items[self._key()]
        made = typed(item, self._typing, key)
        if made.refused:
            self._view.tell(_("{n} is not on this scale.").format(n=self._typing + key))
        elif made.whole and made.answer is not None:
            self._typing = ""
            self._put(made.answer)
            self._go_on()
        else:
            self._typing = made.text
            self._render()

    def on_enter(self) -> None:
        """Save what is typed and go on to the next cell."""
        self._keep_typed()
        self._go_on()

    def on_back(self) -> None:
        """Take the last key back, or the cell's answer."""
        if self._typing:
            self._typing = self._typing[:-1]
            self._render()
        elif (day := self._open_day()) is not None and self._key() in day.answers:
            self._put(None)

    def on_note(self, day: date, text: str) -> None:
        """The note of a day was written."""
        shown = next((each for each in self._days() if each.day == day), None)
        if shown is None or shown.note == text or shown.standing is not entries.Standing.OPEN:
            return
        self._show(day, replace(shown, note=text))
        self._save(lambda journal: entries.put_note(journal, day, text))

    def on_undo(self) -> None:
        """Take the last change of this visit back; what was done elsewhere is undone there."""
        self._typing = ""
        if not self._steps:
            return
        self._steps -= 1
        self._run(history.undo, again=True)
        self._view.tell(_("Undone."))

    def on_done(self) -> None:
        """Nothing more is to be entered."""
        self._keep_typed()
        self._here = False
        self._parts.runner.run(
            lambda: entries.done(self._parts.journal()), lambda _result: self._view.leave(), self._parts.failed
        )

    def _days(self) -> tuple[entries.WeekDay, ...]:
        return self._loaded.grid.days if self._loaded is not None else ()

    def _key(self) -> str:
        return self.state.rows[self._at[0]].key if self._at is not None else ""

    def _open_day(self) -> entries.WeekDay | None:
        """The day of the cell with the keyboard, if it can be written on; else say why not."""
        if self._at is None or not self._days():
            return None
        day, head = self._days()[self._at[1]], self.state.days[self._at[1]]
        if not head.open:
            self._view.tell(head.told)
        return day if head.open and self._key() else None

    def _keep_typed(self) -> None:
        """Save what stands half typed, if it says anything."""
        text, self._typing = self._typing, ""
        if not text or self._at is None:
            return
        day = self._days()[self._at[1]]
        answer = read(day.items[self._key()], text)
        if answer is not None:
            self._put(answer)
        else:
            self._render()

    def _put(self, answer: Answered | None) -> None:
        """Show an answer in the cell with the keyboard, say it, and save it."""
        if self._at is None:
            return
        day, key = self._days()[self._at[1]], self._key()
        answers = {name: given for name, given in day.answers.items() if name != key}
        self._show(day.day, replace(day, answers=answers if answer is None else {**answers, key: answer}))
        label = self.state.rows[self._at[0]].label
        told = spoken_answer(day, key, answer, self._parts.words)
        self._view.tell(_("{item}, {answer}").format(item=label, answer=told))
        value, state = (answer.value, answer.state) if answer is not None else (None, None)
        self._save(lambda journal: entries.put_answer(journal, day.day, key, value, state))

    def _show(self, day: date, changed: entries.WeekDay) -> None:
        if self._loaded is not None:
            days = tuple(changed if each.day == day else each for each in self._loaded.grid.days)
            self._loaded = replace(self._loaded, grid=replace(self._loaded.grid, days=days))
            self._render()

    def _go_on(self) -> None:
        place = next_place(self.state, self._at) if self._at is not None else None
        if place is not None:
            self._at = place
            self._render()

    def _save(self, job: Callable[[Journal], bool]) -> None:
        """Save; the words "Saved" stand there only once the commit has returned."""

        def done(kept: bool) -> None:
            self._waiting -= 1
            self._steps += kept
            self._saved = saved_line(local_now(self._parts.clock)) if kept else ""
            self._render()
            if not kept or (self._stale and not self._waiting):
                self._load(self._loaded.grid.first if self._loaded else None)

        self._waiting += 1
        self._parts.runner.run(lambda: job(self._parts.journal()), done, self._on_failed)

    def _run(self, job: Callable[[Journal], object], *, again: bool = False) -> None:
        def done(_result: object) -> None:
            self._waiting -= 1
            if (again or self._stale) and self._loaded is not None:
                self._load(self._loaded.grid.first)

        self._waiting += 1
        self._parts.runner.run(lambda: job(self._parts.journal()), done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        """What could not be saved is not shown as if it were."""
        self._waiting -= 1
        self._saved = ""
        self._parts.failed(error)
        if self._loaded is not None:
            self._load(self._loaded.grid.first)

    def _load(self, first: date | None) -> None:
        def job() -> Loaded:
            journal = self._parts.journal()
            chosen = str(journal.setting(MOVES_ON, Direction.DOWN.value))
            direction = Direction(chosen) if chosen in tuple(Direction) else Direction.DOWN
            return Loaded(entries.read_week(journal, first or entries.begun_week(journal)), journal.today(), direction)

        self._parts.runner.run(job, self._on_loaded, self._parts.failed)

    def _on_loaded(self, loaded: Loaded) -> None:
        """Show what was read; while something is being saved it may be older than what is shown."""
        self._stale = self._waiting > 0
        if self._stale and self._loaded is not None:
            return
        self._loaded = loaded
        rows = self.state.rows
        if self._at is None or self._at[0] >= len(rows) or not rows[self._at[0]].key:
            self._at = first_place(self.state)
        self._render()

    def _render(self) -> None:
        if self._loaded is not None:
            self._view.render_state(self.state)
