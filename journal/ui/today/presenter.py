"""What happens on Today: each answer is shown at once and saved on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from journal.app import check_ins
from journal.app.check_ins import CheckInKey
from journal.app.forms import CheckInForm, form
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.host.clock import Clock, local_now
from journal.model.entries import Entry, State
from journal.model.items import Item
from journal.texts.items import ItemWords
from journal.ui.today.rows import Answer, answers_of
from journal.ui.today.state import Inputs, TodayState, build_state


def nothing() -> None:
    """Go nowhere afterwards."""


class TodayView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: TodayState) -> None:
        """Show a state."""

    def begin(self) -> None:
        """A form was opened: bring the keyboard to its first open question."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A form with the settings that go with it."""

    form: CheckInForm
    digits_move_on: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """Answers and a note (text, shared) that are not saved yet; an answer of None takes one away."""

    answers: tuple[tuple[Item, Answer | None], ...]
    note: tuple[str, bool] | None


@dataclass(frozen=True, slots=True)
class TodayParts:
    """What the presenter works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    clock: Clock
    words: ItemWords
    failed: Callable[[Exception], None]


class TodayPresenter:
    """Leads a check-in from its first answer to its end."""

    def __init__(self, view: TodayView, parts: TodayParts) -> None:
        self._view = view
        self._parts = parts
        self._form: CheckInForm | None = None
        self._inputs = Inputs()
        self._unsaved: dict[str, Answer | None] = {}
        self._note_unsaved = False
        self._waiting = 0

    @property
    def state(self) -> TodayState:
        """The page as it is now."""
        return build_state(self._form, self._inputs, self._parts.words) if self._form else TodayState()

    def on_entered(self, day: date | None = None, *, short: bool = False) -> None:
        """Open the form for now, for an earlier day, or the three chosen questions."""
        wanted = partial(form, day=day, short=short)
        if self._unsaved or self._note_unsaved:
            self._end(lambda: self._load(wanted))
        else:
            self._load(wanted)

    def on_answered(self, key: str, value: float | None, state: State | None) -> None:
        """Show an answer and save it. No value and no state takes it away."""
        answers = dict(self._inputs.answers)
        given = Answer(value, state) if state is not None else None
        if given is None:
            answers.pop(key, None)
        else:
            answers[key] = given
        self._inputs = replace(self._inputs, answers=answers)
        self._unsaved[key] = given
        self._render()
        self._save()

    def on_note(self, text: str, *, shared: bool) -> None:
        """Save the note as it stands."""
        if (text, shared) == (self._inputs.note, self._inputs.note_shared):
            return
        self._inputs = replace(self._inputs, note=text, note_shared=shared)
        self._note_unsaved = True
        self._save()

    def on_body_opened(self) -> None:
        """Open the questions about the body."""
        self._inputs = replace(self._inputs, body_open=True)
        self._render()

    def on_done(self) -> None:
        """End the check-in and show the quiet page."""
        self._inputs = replace(self._inputs, ended=True)
        self._end()
        self._render()

    def on_another(self) -> None:
        """End this check-in and begin the next."""
        day = self._form.day if self._form and self._form.late else None
        self._end(lambda: self._load(partial(form, day=day, another=True)))

    def on_opened_again(self) -> None:
        """Go on with the check-in that was ended."""
        if self._form is not None:
            self._load(partial(form, key=self._form.key))

    def on_day(self, by: int) -> None:
        """Go to the day before or after."""
        if self._form is not None:
            day = min(self._form.day + timedelta(days=by), self._form.today)
            self._end(lambda: self._load(partial(form, day=day)))

    def on_short(self, *, short: bool) -> None:
        """Open the three chosen questions, or go back to all of them."""
        self._end(lambda: self._load(partial(form, short=short)))

    def on_left(self) -> None:
        """The page is left or the journal closes: end the check-in if anything was answered."""
        self._end()

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere (undo, another page): show it, unless the change was ours."""
        if self._form is not None and not self._waiting and parts & {"entries", "items", "settings"}:
            self._load(partial(form, key=self._form.key), begin=False)

    def _load(self, make: Callable[[Journal], CheckInForm], *, begin: bool = True) -> None:
        def job() -> Loaded:
            journal = self._parts.journal()
            return Loaded(make(journal), bool(journal.setting("digits_move_on", True)))

        def then(loaded: Loaded) -> None:
            self._waiting -= 1
            self._show(loaded, begin=begin)

        self._waiting += 1
        self._parts.runner.run(job, then, self._on_failed)

    def _show(self, loaded: Loaded, *, begin: bool) -> None:
        same = self._form is not None and self._form.key == loaded.form.key
        before, entry = self._inputs, loaded.form.entry
        items = tuple(item for section in loaded.form.sections for item in section.items)
        self._form = loaded.form
        self._inputs = Inputs(
            answers=answers_of(entry, items),
            note=entry.note if entry else "",
            note_shared=entry.note_shared if entry else False,
            saved_at=before.saved_at if same else None,
            body_open=before.body_open,
            ended=before.ended and not begin,
            digits_move_on=loaded.digits_move_on,
        )
        self._render()
        if begin:
            self._view.begin()

    def _save(self) -> None:
        """Save what is not saved yet, oldest first; what fails waits for the next save."""
        self._run(_saved, self._on_saved)

    def _end(self, after: Callable[[], None] = nothing) -> None:
        """Save the rest and write the unanswered rows of what was shown, then go on.

        Where saving fails, nothing goes on: what was entered stays on the screen.
        """
        if self._form is None:
            after()
            return
        items = self._items()
        shown = [items[row.key] for row in self.state.rows]

        def job(journal: Journal, key: CheckInKey, pending: Pending) -> Entry | None:
            _saved(journal, key, pending)
            return check_ins.finish(journal, key, shown)

        def then(entry: Entry | None) -> None:
            self._on_saved(entry)
            after()

        self._run(job, then)

    def _run(
        self, job: Callable[[Journal, CheckInKey, Pending], Entry | None], then: Callable[[Entry | None], None]
    ) -> None:
        """Hand what is unsaved to a job on the storage thread; take it back if the job fails."""
        if self._form is None:
            return
        key, items = self._form.key, self._items()
        note = (self._inputs.note, self._inputs.note_shared) if self._note_unsaved else None
        kept = self._unsaved
        pending = Pending(tuple((items[name], given) for name, given in kept.items()), note)
        self._unsaved, self._note_unsaved = {}, False

        def failed(error: Exception) -> None:
            self._unsaved = {**kept, **self._unsaved}
            self._note_unsaved = self._note_unsaved or note is not None
            self._on_failed(error)

        self._waiting += 1
        self._parts.runner.run(lambda: job(self._parts.journal(), key, pending), then, failed)

    def _on_saved(self, entry: Entry | None) -> None:
        self._waiting -= 1
        if self._form is None or entry is None or entry.id != self._form.key.entry_id:
            return
        self._form = replace(self._form, entry=entry, until_ms=entry.at_ms, offset_min=entry.offset_min)
        self._inputs = replace(self._inputs, saved_at=local_now(self._parts.clock))
        self._render()

    def _on_failed(self, error: Exception) -> None:
        self._waiting -= 1
        self._parts.failed(error)

    def _items(self) -> dict[str, Item]:
        sections = self._form.sections if self._form else ()
        return {item.key: item for section in sections for item in section.items}

    def _render(self) -> None:
        self._view.render_state(self.state)


def _saved(journal: Journal, key: CheckInKey, pending: Pending) -> Entry | None:
    """Runs on the storage thread: each answer in its own commit, then the note."""
    entry: Entry | None = None
    for item, given in pending.answers:
        value, state = (given.value, given.state) if given else (None, None)
        entry = check_ins.answer(journal, key, item, value, state)
    if pending.note is not None:
        entry = check_ins.set_note(journal, key, pending.note[0], shared=pending.note[1])
    return entry
