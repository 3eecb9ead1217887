"""A check-in that is open on a page: answers are shown at once and saved on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from journal.app import check_ins
from journal.app.beside_check_in import BesideCheckIn, beside_check_in
from journal.app.check_ins import CheckInKey
from journal.app.forms import CheckInForm
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.app.tags import all_tags, set_tags
from journal.host.clock import Clock, local_now
from journal.model.entries import Entry, State
from journal.model.items import Item
from journal.texts.items import ItemWords
from journal.ui.second_try import SaveFailed
from journal.ui.today.rows import Answer, answers_of
from journal.ui.today.state import Inputs, TodayState, build_state


@dataclass(frozen=True, slots=True)
class CheckInParts:
    """What it works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    clock: Clock
    words: ItemWords
    failed: Callable[[Exception], None]
    save_failed: SaveFailed | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """Answers, a note (text, shared) and tags that are not saved yet; an answer of None takes one away."""

    answers: tuple[tuple[Item, Answer | None], ...]
    note: tuple[str, bool] | None
    tags: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A form with the settings that go with it, and what stands beside it."""

    form: CheckInForm
    digits_move_on: bool
    beside: BesideCheckIn


Job = Callable[[Journal, CheckInKey, Pending], Entry | None]
MakeForm = Callable[[Journal], CheckInForm]


def nothing() -> None:
    """Go nowhere afterwards."""


class OpenCheckIn:
    """Holds a form, its answers, and what of them is not saved yet.

    `changed` is told to render; `beside`, if it is given, what was read with a form beside its questions.
    """

    def __init__(
        self,
        parts: CheckInParts,
        changed: Callable[[], None],
        beside: Callable[[CheckInForm, BesideCheckIn], None] | None = None,
    ) -> None:
        self._parts = parts
        self._changed = changed
        self._beside = beside
        self._unsaved: dict[str, Answer | None] = {}
        self._note_unsaved = False
        self._tags_unsaved = False
        self._waiting = 0
        self.form: CheckInForm | None = None
        self.inputs = Inputs()

    @property
    def state(self) -> TodayState:
        """The page as it is now."""
        return build_state(self.form, self.inputs, self._parts.words) if self.form else TodayState()

    @property
    def busy(self) -> bool:
        """Whether a job of ours is under way."""
        return self._waiting > 0

    @property
    def has_unsaved(self) -> bool:
        """Whether something could not be saved yet."""
        return bool(self._unsaved) or self._note_unsaved or self._tags_unsaved

    def answer(self, key: str, value: float | None, state: State | None) -> None:
        """Show an answer and save it. No value and no state takes it away."""
        answers = dict(self.inputs.answers)
        given = Answer(value, state) if state is not None else None
        if given is None:
            answers.pop(key, None)
        else:
            answers[key] = given
        self._unsaved[key] = given
        self.change(replace(self.inputs, answers=answers))
        self.save()

    def note(self, text: str, *, shared: bool) -> None:
        """Save the note as it stands."""
        if (text, shared) == (self.inputs.note, self.inputs.note_shared) or self.form is None:
            return
        self.inputs = replace(self.inputs, note=text, note_shared=shared)
        self._note_unsaved = True
        self.save()

    def tags(self, tags: tuple[str, ...]) -> None:
        """Save these tags."""
        if tags == self.inputs.tags or self.form is None:
            return
        self.inputs = replace(self.inputs, tags=tags)
        self._tags_unsaved = True
        self.save()

    def know_tags(self) -> None:
        """Read the person's tags, to be offered."""

        def job() -> tuple[str, ...]:
            return tuple(each.tag for each in all_tags(self._parts.journal()))

        def show(known: tuple[str, ...]) -> None:
            self.change(replace(self.inputs, known_tags=known))

        self._parts.runner.run(job, show, self._parts.failed)

    def change(self, inputs: Inputs) -> None:
        """Take other inputs and render."""
        self.inputs = inputs
        self._changed()

    def load(self, make: MakeForm, then: Callable[[], None] = nothing, *, kept: bool = False) -> None:
        """Open a form; `kept` when it is the same one again, changed elsewhere."""

        def job() -> Loaded:
            journal = self._parts.journal()
            form = make(journal)
            beside = beside_check_in(journal, form) if self._beside is not None else BesideCheckIn()
            return Loaded(form, bool(journal.setting("digits_move_on", True)), beside)

        def show(loaded: Loaded) -> None:
            self._waiting -= 1
            self._show(loaded, kept=kept)
            then()

        self._waiting += 1
        self._parts.runner.run(job, show, self._on_failed)

    def save(self) -> None:
        """Save what is not saved yet, oldest first; what fails waits for the next save."""
        self._run(_saved, self._on_saved)

    def end(self, after: Callable[[], None] = nothing) -> None:
        """Save the rest and write the unanswered rows of what was shown, then go on.

        Where saving fails, nothing goes on: what was entered stays on the screen.
        """
        if self.form is None:
            after()
            return
        items = self._items()
        shown = [items[row.key] for row in self.state.rows]

        def job(journal: Journal, key: CheckInKey, pending: Pending) -> Entry | None:
            _saved(journal, key, pending)
            return check_ins.finish(journal, key, shown)

        def then(entry: Entry | None) -> None:
            self._on_saved(entry, painted=pending)
            after()

        pending = self.has_unsaved
        self._run(job, then)

    def _show(self, loaded: Loaded, *, kept: bool) -> None:
        before, entry = self.inputs, loaded.form.entry
        same = self.form is not None and self.form.key == loaded.form.key
        items = tuple(item for section in loaded.form.sections for item in section.items)
        self.form = loaded.form
        if self._beside is not None:
            self._beside(loaded.form, loaded.beside)
        self.change(
            Inputs(
                answers=answers_of(entry, items),
                note=entry.note if entry else "",
                note_shared=entry.note_shared if entry else False,
                tags=entry.tags if entry else (),
                known_tags=before.known_tags,
                saved_at=before.saved_at if same and entry is not None else None,
                body_open=before.body_open,
                ended=before.ended and kept,
                digits_move_on=loaded.digits_move_on,
            )
        )

    def _run(self, job: Job, then: Callable[[Entry | None], None]) -> None:
        """Hand what is unsaved to a job on the storage thread; take it back if the job fails."""
        if self.form is None:
            return
        key, items = self.form.key, self._items()
        note = (self.inputs.note, self.inputs.note_shared) if self._note_unsaved else None
        tags = self.inputs.tags if self._tags_unsaved else None
        kept = self._unsaved
        pending = Pending(tuple((items[name], given) for name, given in kept.items()), note, tags)
        self._unsaved, self._note_unsaved, self._tags_unsaved = {}, False, False

        def failed(error: Exception) -> None:
            self._unsaved = {**kept, **self._unsaved}
            self._note_unsaved = self._note_unsaved or note is not None
            self._tags_unsaved = self._tags_unsaved or tags is not None
            self.change(replace(self.inputs, saved_at=None))
            if self._parts.save_failed is None:
                self._on_failed(error)
            else:
                self._waiting -= 1
                self._parts.save_failed(error, lambda: self._run(job, then))

        self._waiting += 1
        self._parts.runner.run(lambda: job(self._parts.journal(), key, pending), then, failed)

    def _on_saved(self, entry: Entry | None, *, painted: bool = True) -> None:
        """The commit has returned: only now "Saved" is painted."""
        self._waiting -= 1
        if self.form is None or entry is None or entry.id != self.form.key.entry_id:
            return
        self.form = replace(
            self.form,
            entry=entry,
            day=entry.day,
            until_ms=entry.at_ms,
            offset_min=entry.offset_min,
            covers_min=entry.covers_min or 0,
        )
        if painted:
            self.change(replace(self.inputs, saved_at=local_now(self._parts.clock)))

    def _on_failed(self, error: Exception) -> None:
        self._waiting -= 1
        self._parts.failed(error)

    def _items(self) -> dict[str, Item]:
        sections = self.form.sections if self.form else ()
        return {item.key: item for section in sections for item in section.items}


def _saved(journal: Journal, key: CheckInKey, pending: Pending) -> Entry | None:
    """Runs on the storage thread: each answer in its own commit, then the note and the tags."""
    entry: Entry | None = None
    for item, given in pending.answers:
        value, state = (given.value, given.state) if given else (None, None)
        entry = check_ins.answer(journal, key, item, value, state)
    if pending.note is not None:
        entry = check_ins.set_note(journal, key, pending.note[0], shared=pending.note[1])
    if pending.tags is not None:
        entry = set_tags(journal, key, pending.tags)
    return entry
