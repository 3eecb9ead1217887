"""Brings a history in: a file is looked at, settled, read and undone. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Protocol

from journal.app.runner import Deliver, Runner
from journal.exchange.diaries.naming import NameAnswer
from journal.host.clock import Clock, local_now
from journal.model.errors import ImportStopped, JournalError, UnknownImport
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.bringing_in.looking import Key, Looked, Wanted, bring_in, list_unread, look
from journal.ui.bringing_in.names_state import NameRow, answered, keys_taken, shared
from journal.ui.bringing_in.phases import ProgressState, go_on, progress_over, unless_stopped
from journal.ui.bringing_in.result_words import problem_words, result_line
from journal.ui.bringing_in.settling import left_out, with_answers, with_shape, with_table
from journal.ui.bringing_in.state import (
    BringingInState,
    Inputs,
    Step,
    build_state,
    names_given,
)
from journal.ui.bringing_in.table_look import TableLook

if TYPE_CHECKING:
    from journal.app.imports import ImportResult
    from journal.app.journal import Journal
    from journal.exchange.drafts import Progress
    from journal.exchange.table_mapping import TableMapping
    from journal.model.items import Item


class BringingInView(Protocol):
    """What shows the state."""

    def render_state(self, state: BringingInState) -> None:
        """Show this state."""

    def show_progress(self, progress: ProgressState) -> None:
        """Show how far it is, and nothing else anew."""


@dataclass(frozen=True)
class BringingInParts:
    """What the presenter works with. `deliver` posts from the storage thread to the window's."""

    runner: Runner
    opened: Callable[[], Journal]
    deliver: Deliver
    clock: Clock
    words: ItemWords
    say: Callable[..., None]
    failed: Callable[[Exception], None]


class BringingInPresenter:
    """Keeps which file was chosen and what was said of it, for as long as the journal is open; nothing on disk."""

    def __init__(self, view: BringingInView, parts: BringingInParts) -> None:
        self._view, self._parts = view, parts
        self._wanted: Wanted | None = None
        self._looked: Looked | None = None
        self._result: ImportResult | None = None
        self._inputs = Inputs(this_year=local_now(parts.clock).year)
        self._stop = Event()
        self._here = True
        self.state = build_state(self._inputs, parts.words)

    def on_entered(self) -> None:
        """The page is shown: what stands on it may have changed elsewhere."""
        self._here = True
        if self._inputs.step in (Step.FOUND, Step.READING) and self._wanted is not None:
            self._look()

    def on_left(self, *, closing: bool = False) -> None:
        """Another page is shown: a look is stopped, what is being written goes on. At the close that is stopped too."""
        self._here = False
        if closing or self._inputs.step is not Step.WRITING:
            self._stop.set()

    def on_chosen(self, path: Path) -> None:
        """Look at a file."""
        if self._inputs.step is not Step.WRITING:
            self._begin(Wanted(path), Step.READING, name=path.name)
            self._look()

    def on_shape(self, field: str, value: str) -> None:
        """The file is written otherwise than was found, by the fields of `ImportAnswers`; or a question is answered."""
        self._settle(lambda wanted, looked: with_shape(wanted, looked, field, value))

    def on_way(self, row: int, way: str) -> None:
        """A name goes another way: left out, to a new item, or to one that exists."""
        names = self._rows
        if row < len(names):
            self.on_answer(answered(names[row], way, keys_taken(names, self._inputs.items)))

    def on_answer(self, answer: NameAnswer) -> None:
        """What becomes of a name, in full."""
        if self._wanted is not None:
            self._answer(shared(self._wanted.given, self._rows, answer), [answer])

    def on_all_left_out(self) -> None:
        """Every name is left out that the person did not settle."""
        if self._wanted is not None:
            out = left_out(self._wanted, self._rows)
            self._answer(names_given(out) | dict(self._wanted.given), out)

    def on_table(self, change: Callable[[TableMapping], TableMapping]) -> None:
        """The columns of a table are others than was thought."""
        if self._looked is not None and self._looked.table is not None:
            self._settle(lambda wanted, looked: with_table(wanted, looked, change))

    def known_items(self) -> dict[str, Item]:
        """The items that a column or a name can go to, by key."""
        return {item.key: item for item in self._inputs.items}

    def table_look(self) -> TableLook:
        """What stands in the columns of the table."""
        table = self._looked.table if self._looked is not None else None
        return table.look if table is not None else TableLook()

    def on_bring_in(self) -> None:
        """Read it in, in one step."""
        wanted, looked = self._wanted, self._looked
        if wanted is None or looked is None or not self.state.can_bring_in:
            return
        self._show(step=Step.WRITING, problem="", told="", progress=ProgressState(_("Bringing it in…"), 0.0))
        stop = self._fresh_stop()
        progress = self._progress(stop)

        def job() -> ImportResult:
            go_on(stop)
            return bring_in(self._parts.opened(), wanted, looked, progress)

        self._parts.runner.run(job, self._on_written, self._on_not_written)

    def on_stop(self) -> None:
        """Stop what is going on; nothing was written."""
        self._stop.set()
        if self._inputs.step is Step.READING:
            self._forget()

    def on_left_alone(self) -> None:
        """Leave the file alone."""
        if self._inputs.step is not Step.WRITING:
            self._stop.set()
            self._forget()

    def on_undo(self) -> None:
        """Take the import out again."""
        from journal.app.imports import undo_import

        result = self._result
        if result is not None and result.import_id is not None:
            import_id = result.import_id
            self._parts.runner.run(
                lambda: undo_import(self._parts.opened(), import_id), self._on_undone, self._on_not_undone
            )

    def on_save_unread(self, out: Path) -> None:
        """Write the whole list of what can't be read."""
        wanted, looked = self._wanted, self._looked
        if wanted is not None and looked is not None:
            self._parts.runner.run(
                lambda: list_unread(self._parts.opened(), wanted, looked, out),
                lambda path: self._parts.say(_("Saved as {name}.").format(name=path.name)),
                self._parts.failed,
            )

    @property
    def _rows(self) -> tuple[NameRow, ...]:
        return self.state.names.rows if self.state.names else ()

    def _answer(self, given: Mapping[Key, NameAnswer], fresh: Iterable[NameAnswer]) -> None:
        self._settle(lambda wanted, looked: with_answers(wanted, looked, given, fresh))

    def _settle(self, said: Callable[[Wanted, Looked], Wanted]) -> None:
        """Put into what is wanted what was said of it, and look again."""
        if self._wanted is not None and self._looked is not None:
            self._wanted = said(self._wanted, self._looked)
            self._look()

    def _look(self) -> None:
        wanted, stop = self._wanted, self._fresh_stop()
        if wanted is None:
            return
        if self._inputs.step is Step.FOUND:
            answers, mapping = wanted.answers or self._inputs.answers, wanted.table or self._inputs.mapping
            self._show(looking=True, told="", given=wanted.given, answers=answers, mapping=mapping)
        else:
            self._show(looking=True)
        progress = self._progress(stop)

        def job() -> Looked:
            go_on(stop)
            return look(self._parts.opened(), wanted, progress)

        def found(looked: Looked) -> None:
            if not stop.is_set():
                stop.set()  # what it told of its progress may come later than its end
                self._on_looked(looked)

        self._parts.runner.run(job, found, unless_stopped(stop, self._on_not_looked))

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        wanted = self._wanted
        if wanted is not None and wanted.answers is None:
            given = names_given(each.proposal for each in looked.preview.names if each.answered)
            self._wanted = replace(wanted, given=given, names=tuple(given.values()))
            self._show(given=given, answers=looked.preview.answers)
        problem = problem_words(looked.problem, self._inputs.name, looked.table) if looked.problem else ""
        mapping, seen = (looked.table.mapping, looked.table.look) if looked.table else (None, None)
        found = {"preview": looked.preview, "items": looked.items, "mapping": mapping, "columns": seen}
        self._show(step=Step.FOUND, looking=False, problem=problem, **found)

    def _on_not_looked(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            self._forget()
            self._parts.failed(error)
        elif self._inputs.step is Step.FOUND:
            self._show(problem=problem_words(error, self._inputs.name), looking=False)
        else:
            self._begin(None, Step.START, problem=problem_words(error, self._inputs.name))

    def _on_written(self, result: ImportResult) -> None:
        self._stop.set()
        told = result_line(result)
        can_undo = result.import_id is not None
        self._begin(None, Step.DONE, told=told, can_undo=can_undo)
        self._result = result
        if not self._here:
            self._parts.say(told, [(_("Undo this import"), self.on_undo)] if can_undo else [])

    def _on_not_written(self, error: Exception) -> None:
        self._stop.set()
        if isinstance(error, ImportStopped):
            self._show(step=Step.FOUND, problem="", told=_("Stopped. Nothing was written."))
        elif isinstance(error, JournalError):
            self._show(step=Step.FOUND, problem=problem_words(error, self._inputs.name))
        else:
            self._show(step=Step.FOUND)
            self._parts.failed(error)

    def _on_undone(self, _step: object) -> None:
        self._begin(None, Step.DONE, told=_("Taken back. The journal is as it was before this import."))
        if not self._here:
            self._parts.say(self._inputs.told)

    def _on_not_undone(self, error: Exception) -> None:
        if isinstance(error, UnknownImport):
            self._begin(None, Step.DONE, told=_("This import was taken back already."))
        else:
            self._parts.failed(error)

    def _fresh_stop(self) -> Event:
        self._stop.set()
        self._stop = Event()
        return self._stop

    def _progress(self, stop: Event) -> Progress:
        return progress_over(stop, self._parts.deliver, self._view.show_progress)

    def _begin(self, wanted: Wanted | None, step: Step, **shown: Any) -> None:
        """Begin anew with a file, or with none."""
        self._wanted, self._looked, self._result = wanted, None, None
        self._inputs = Inputs(this_year=self._inputs.this_year)
        self._show(step=step, **shown)

    def _forget(self) -> None:
        self._begin(None, Step.START)

    def _show(self, **changes: Any) -> None:
        self._inputs = replace(self._inputs, **changes)
        self.state = build_state(self._inputs, self._parts.words)
        self._view.render_state(self.state)
