"""A questionnaire that is open on the page: answers are shown at once and saved on the storage thread. No Qt."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from journal.app import questionnaires
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.host.clock import Clock, local_now
from journal.model.errors import UnknownRecord
from journal.model.form_conditions import shown
from journal.model.questionnaires import GivenAnswer, Questionnaire, Span
from journal.texts.items import ItemWords
from journal.ui.questionnaire.loaded import Asked, Loaded
from journal.ui.questionnaire.reading import Read, keep_draft, read
from journal.ui.questionnaire.state import Inputs, QuestionnaireState, build_state
from journal.ui.second_try import SaveFailed


@dataclass(frozen=True, slots=True)
class QuestionnaireParts:
    """What it works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    clock: Clock
    words: ItemWords
    failed: Callable[[Exception], None]
    save_failed: SaveFailed


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that is saved of a questionnaire at once.

    `at` is a time that was chosen, None to leave it; `shown_at` the one on the screen, for one that is written anew.
    """

    answers: tuple[GivenAnswer, ...]
    at: datetime | None
    shown_at: datetime | None
    span: Span
    maximum: float | None
    visit: str | None


class Record:
    """Which questionnaire is written to. Its id is known on the storage thread first, so that thread keeps it."""

    def __init__(self, asked: Asked, questionnaire_id: str | None) -> None:
        self.asked, self.id = asked, questionnaire_id

    def write(self, journal: Journal, snapshot: Snapshot) -> Questionnaire | None:
        """Save the answers; with the last answer taken away the questionnaire goes too, and can come back by undo."""
        if all(answer.value is None for answer in snapshot.answers):
            self._take_away(journal)
            return None
        try:
            saved = self._save(journal, snapshot)
        except UnknownRecord:  # undone or deleted elsewhere meanwhile: what is on the screen is written anew
            if self.id is None:
                raise
            self.id = None
            saved = self._save(journal, snapshot)
        self.id = saved.id
        return saved

    def _save(self, journal: Journal, snapshot: Snapshot) -> Questionnaire:
        at = snapshot.at or (snapshot.shown_at if self.id is None else None)
        told: dict[str, Any] = {"at": at, "questionnaire_id": self.id, "visit": snapshot.visit}
        if self.asked.form_id:
            return questionnaires.save_form_answers(journal, self.asked.form_id, snapshot.answers, **told)
        span = None if snapshot.span is Span.NONE else snapshot.span
        return questionnaires.save_answers(
            journal, self.asked.instrument, snapshot.answers, span=span, maximum=snapshot.maximum, **told
        )

    def _take_away(self, journal: Journal) -> None:
        if self.id is not None:
            questionnaires.delete(journal, self.id)
            self.id = None


def nothing() -> None:
    """Go nowhere afterwards."""


class OpenQuestionnaire:
    """Holds a questionnaire and what of it is not saved yet. `changed` is told to render, `gone` that it is no more."""

    def __init__(self, parts: QuestionnaireParts, changed: Callable[[], None], gone: Callable[[], None]) -> None:
        self._parts, self._changed, self._gone = parts, changed, gone
        self._record: Record | None = None
        self._moved_to: datetime | None = None
        self._unsaved = False
        self._waiting = 0
        self._edits = 0
        self._visit = ""
        self.loaded: Loaded | None = None
        self.inputs = Inputs()

    @property
    def state(self) -> QuestionnaireState:
        """The page as it is now."""
        return (
            build_state(self.loaded, self.inputs, self._parts.words)
            if self.loaded is not None
            else QuestionnaireState()
        )

    @property
    def busy(self) -> bool:
        """Whether a job of ours is under way."""
        return self._waiting > 0

    @property
    def has_unsaved(self) -> bool:
        """Whether something could not be saved yet."""
        return self._unsaved

    def load(self, asked: Asked, questionnaire_id: str | None, then: Callable[[], None] = nothing) -> None:
        """Open a questionnaire. Until it is read nothing is open: a key pressed meanwhile answers no other one."""
        self.settle()
        self.close()
        self._changed()
        self._visit = str(uuid.uuid4())

        def show(found: Read) -> None:
            saved = found.loaded.saved
            self._record = Record(found.loaded.asked, saved.id if saved is not None else None)
            self._moved_to = found.draft.at
            self.inputs = Inputs()
            self._show(found)
            then()

        self._run(lambda: read(self._parts.journal(), asked, questionnaire_id), show, self._on_not_read)

    def reload(self) -> None:
        """Read the same questionnaire again: it changed elsewhere, by undo for instance."""
        record = self._record
        if record is None:
            return
        edits = self._edits

        def job() -> Read:
            found = read(self._parts.journal(), record.asked, record.id)
            record.id = found.loaded.saved.id if found.loaded.saved is not None else None
            return found

        def show(found: Read) -> None:
            if record is self._record:
                self._show(found, answers_too=edits == self._edits)

        self._run(job, show, self._on_not_read)

    def change(self, inputs: Inputs, *, text: str = "") -> None:
        """Take other answers, show them, and save; `text` is the field whose typing is one undo step."""
        before, self.inputs = self.inputs, inputs
        self._edits += 1
        self._changed()
        if inputs.draft != before.draft:
            self.keep_draft()
        if self._worth_saving(before):
            self.save(f"{self._visit}:{text}" if text else None)

    def move(self, at: datetime) -> None:
        """It was filled in at another time."""
        self._moved_to = at
        saved = self.loaded is not None and self.loaded.saved is not None
        draft = self.inputs.draft if saved else replace(self.inputs.draft, at=at)
        self.inputs = replace(self.inputs, at=at, draft=draft)
        self._changed()
        if saved:
            self.save(None, again=True)
        else:
            self.keep_draft()
            self.reload()

    def save(self, visit: str | None = None, *, again: bool = False) -> None:
        """Save everything as it stands; what fails waits for the next save. `again`: read it anew afterwards."""
        record, inputs = self._record, self.inputs
        if record is None:
            return
        self._unsaved = True
        at = self._moved_to
        snapshot = Snapshot(self._given(), at, inputs.at, inputs.span, inputs.maximum, visit)
        begun = record.id

        def done(saved: Questionnaire | None) -> None:
            self._unsaved, self._moved_to = False, None
            self._on_saved(saved, new=saved is not None and saved.id != begun)
            if again:
                self.reload()

        def failed(error: Exception) -> None:
            self.inputs = replace(self.inputs, saved_at=None)
            self._moved_to = None
            self._changed()
            self._parts.save_failed(error, self.save)
            if at is not None:  # a time to come, for instance: what holds is shown again
                self._unsaved = False
                self.reload()

        self._run(lambda: record.write(self._parts.journal(), snapshot), done, failed)

    def settle(self) -> None:
        """Try once more to save what could not be saved."""
        if self._unsaved:
            self.save()

    def close(self) -> None:
        """Forget the questionnaire that was open."""
        self.loaded, self._record, self.inputs = None, None, Inputs()

    def keep_draft(self) -> None:
        """Keep what is half done."""
        record, draft = self._record, self.inputs.draft
        if record is not None:
            self._parts.runner.run(
                lambda: keep_draft(self._parts.journal(), record.asked, record.id, draft), failed=self._parts.failed
            )

    def _worth_saving(self, before: Inputs) -> bool:
        """Whether anything changed that the journal keeps; before the first answer nothing is kept."""
        now = self.inputs
        if self.loaded is None or (now.answers, now.span, now.maximum) == (before.answers, before.span, before.maximum):
            return False
        return self.loaded.saved is not None or any(answer.value is not None for answer in now.answers)

    def _given(self) -> tuple[GivenAnswer, ...]:
        """What is saved: of a form only the answers to what is shown now."""
        loaded, answers = self.loaded, self.inputs.answers
        if loaded is None or loaded.form is None:
            return answers
        there = {each.key: place for place, each in enumerate(shown(loaded.form, answers, self.inputs.draft.rounds))}
        return tuple(sorted((each for each in answers if each.item in there), key=lambda each: there[each.item]))

    def _show(self, found: Read, *, answers_too: bool = True) -> None:
        """Show what was read; where something was answered while it was read, what is on the screen is newer."""
        loaded, draft = found.loaded, found.draft
        self.loaded = loaded
        saved = loaded.saved
        if not answers_too:
            self._changed()
            return
        first = loaded.instrument.spans[0] if loaded.instrument is not None and loaded.instrument.spans else Span.NONE
        self.inputs = Inputs(
            answers=found.answers,
            at=saved.at.replace(tzinfo=None) if saved is not None else draft.at,
            span=saved.span if saved is not None else draft.span or first,
            maximum=saved.maximum if saved is not None else draft.maximum,
            draft=draft,
            saved_at=self.inputs.saved_at if saved is not None else None,
        )
        self._changed()

    def _on_saved(self, saved: Questionnaire | None, *, new: bool) -> None:
        """The commit has returned: only now "Saved" is painted."""
        if self.loaded is None:
            return
        self.loaded = replace(self.loaded, saved=saved)
        if saved is not None:
            self.inputs = replace(self.inputs, at=saved.at.replace(tzinfo=None), saved_at=local_now(self._parts.clock))
        if new:
            draft = replace(self.inputs.draft, at=None, span=None, maximum=None)
            self.inputs = replace(self.inputs, draft=draft)
            self.keep_draft()
        self._changed()

    def _on_not_read(self, error: Exception) -> None:
        self._parts.failed(error)
        self.close()
        self._gone()

    def _run(self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        def done(result: Any) -> None:
            self._waiting -= 1
            then(result)

        def wrong(error: Exception) -> None:
            self._waiting -= 1
            failed(error)

        self._waiting += 1
        self._parts.runner.run(job, done, wrong)
