"""One entry, opened to be changed or deleted. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Protocol

from journal.app import history
from journal.app.check_ins import CheckInKey
from journal.app.forms import form
from journal.app.journal import Journal
from journal.model.entries import Entry, State
from journal.texts.dates import full_day, heading
from journal.ui.history.import_words import import_words
from journal.ui.history.lines import DOT, marks_of, time_words
from journal.ui.today.open_check_in import CheckInParts, OpenCheckIn
from journal.ui.today.state import TodayState


@dataclass(frozen=True, slots=True)
class EntryState:
    """The entry's own lines over its questions."""

    title: str
    caption: str
    time: time
    form: TodayState


class EntryView(Protocol):
    """What the presenter needs of the view."""

    def render_state(self, state: EntryState) -> None:
        """Show a state."""

    def begin(self) -> None:
        """An entry was opened: bring the keyboard to its first row."""

    def close_view(self) -> None:
        """The entry is gone: go back to the list."""


class EntryPresenter:
    """Changes are saved as they are made, each its own undo step."""

    def __init__(self, view: EntryView, parts: CheckInParts) -> None:
        self._view = view
        self._parts = parts
        self._imports: dict[str, str] = {}
        self._entry_id = ""
        self._open = OpenCheckIn(parts, self._render)

    @property
    def entry_id(self) -> str:
        """The entry that is open, or empty."""
        return self._entry_id

    def on_opened(self, entry_id: str) -> None:
        """Open an entry."""
        self._entry_id = entry_id
        self._parts.runner.run(lambda: import_words(self._parts.journal()), self._imports.update, self._parts.failed)
        self._open.load(partial(form, key=CheckInKey(entry_id)), self._view.begin)

    def on_answered(self, key: str, value: float | None, state: State | None) -> None:
        """Change an answer."""
        self._open.answer(key, value, state)

    def on_note(self, text: str, *, shared: bool) -> None:
        """Change the note."""
        self._open.note(text, shared=shared)

    def on_tags(self, tags: tuple[str, ...]) -> None:
        """Change the tags."""
        self._open.tags(tags)

    def on_tags_wanted(self) -> None:
        """Offer the person's own tags."""
        self._open.know_tags()

    def on_time(self, wall: time) -> None:
        """Move the entry to another time of its date. A time to come is refused in words."""
        shown = self._open.form
        if shown is None or shown.entry is None:
            return
        moved, entry_id = datetime.combine(shown.entry.at.date(), wall), shown.entry.id
        self._parts.runner.run(
            lambda: history.edit(self._parts.journal(), entry_id, at=moved), failed=self._on_time_refused
        )

    def _on_time_refused(self, error: Exception) -> None:
        self._parts.failed(error)
        self._render()

    def on_deleted(self, then: Callable[[], None]) -> None:
        """Delete the entry; it can be undone."""
        self._delete(history.delete, then)

    def on_deleted_for_good(self, then: Callable[[], None]) -> None:
        """Blank the entry, with its undo history and drafts."""
        self._delete(history.delete_for_good, then)

    def on_closed(self) -> None:
        """The entry is left. What could not be saved is tried once more."""
        if self._open.has_unsaved:
            self._open.save()
        self._entry_id = ""

    def on_stayed(self, entry_id: str) -> None:
        """The entry that was left is shown still; a change elsewhere is read again, as before."""
        self._entry_id = entry_id

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere, by undo for instance."""
        if self._entry_id and not self._open.busy and parts & {"entries", "items"}:
            self._open.load(partial(form, key=CheckInKey(self._entry_id)), kept=True)

    def _delete(self, how: Callable[[Journal, str], Entry | None], then: Callable[[], None]) -> None:
        entry_id, self._entry_id = self._entry_id, ""

        def done(entry: Entry | None) -> None:  # noqa: ARG001
            self._view.close_view()
            then()

        def failed(error: Exception) -> None:
            self._entry_id = entry_id
            self._parts.failed(error)

        self._parts.runner.run(lambda: how(self._parts.journal(), entry_id), done, failed)

    def _render(self) -> None:
        shown = self._open.form
        if shown is None:
            return
        if shown.entry is None:
            self._entry_id = ""
            self._view.close_view()
            return
        caption = DOT.join((time_words(shown.entry), *marks_of(shown.entry, self._imports)))
        self._view.render_state(
            EntryState(heading(full_day(shown.entry.day)), caption, shown.entry.at.time(), self._open.state)
        )
