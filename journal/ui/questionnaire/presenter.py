"""What happens on the page of a questionnaire. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Protocol

from journal.model.entries import State
from journal.model.form_conditions import shown
from journal.model.form_keys import answer_key
from journal.model.forms import FormItem
from journal.model.questionnaires import GivenAnswer, Span
from journal.ui.questionnaire.answering import (
    Kept,
    of_options,
    of_text,
    of_value,
    with_answers,
    with_nth,
    with_own_words,
)
from journal.ui.questionnaire.form_questions import NTH, OTHER
from journal.ui.questionnaire.instrument_questions import answer_of
from journal.ui.questionnaire.loaded import Asked, Loaded
from journal.ui.questionnaire.open_questionnaire import OpenQuestionnaire, QuestionnaireParts
from journal.ui.questionnaire.state import QuestionnaireState
from journal.ui.questionnaire.typed_answers import Unclear, read_number

PARTS = frozenset({"questionnaires", "forms", "settings"})
"""What, changed elsewhere, changes the page."""


class QuestionnaireView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: QuestionnaireState) -> None:
        """Show a state."""

    def begin(self) -> None:
        """A questionnaire was opened: bring the keyboard to its first open question."""

    def leave(self) -> None:
        """There is nothing to answer: go back to all questionnaires."""

    def show_total(self, questionnaire_id: str) -> None:
        """It is only a total that was typed in: show it where it can be changed."""


class QuestionnairePresenter:
    """Saves everything as it is answered."""

    def __init__(self, view: QuestionnaireView, parts: QuestionnaireParts) -> None:
        self._view = view
        self.open = OpenQuestionnaire(parts, self._render, view.leave)

    def on_entered(self, instrument: str, form_id: str, questionnaire_id: str) -> None:
        """Open one that was begun, or begin one; without any the one that was open."""
        if instrument or form_id or questionnaire_id:
            self.open.load(Asked(instrument, form_id), questionnaire_id or None, self._begin)
        elif self.open.loaded is not None:
            self.open.reload()
        else:
            self._view.leave()

    def on_answered(self, key: str, value: float | None, state: State | None) -> None:
        """A step, an option or a place on a slider was chosen, skipped, or taken away."""
        loaded = self.open.loaded
        if loaded is None:
            return
        if loaded.instrument is not None:
            self._keep(key, answer_of(loaded.instrument, key, value, state))
            return
        item = _item_of(loaded, key)
        if item is not None and NTH in key:
            self.on_typed(key, "")
        elif item is not None:
            self._replace(key, of_value(item, key, value, state))

    def on_ticked(self, key: str, places: tuple[int, ...]) -> None:
        """Other options are ticked; words of one's own beside them stay."""
        item = _item_of(self.open.loaded, key)
        if item is not None:
            self._replace(key, of_options(item, key, places, self._answers))

    def on_typed(self, key: str, text: str) -> None:
        """A field was typed in: keep what it says, or the text until it says something."""
        loaded = self.open.loaded
        if loaded is None:
            return
        if loaded.instrument is not None:
            self._on_number(key, text)
            return
        item = _item_of(loaded, key)
        if item is None:
            return
        if key.endswith(OTHER):
            self._change(with_own_words(item, self._answers, key.removesuffix(OTHER), text), key, None, typed=True)
            return
        name, _sep, place = key.partition(NTH)
        try:
            answers = of_text(item, name, text)
        except Unclear:
            self._change(self._answers, key, text, typed=True)
            return
        if place:
            answers = with_nth(self._answers, name, int(place), answers)
        self._change(with_answers(self._answers, name, answers), key, None, typed=True)

    def on_once_more(self, key: str) -> None:
        """A group is to be asked once more than it stands there."""
        inputs, form = self.open.inputs, self.open.loaded.form if self.open.loaded else None
        if form is None:
            return
        here = [each for each in shown(form, inputs.answers, inputs.draft.rounds) if each.key == key]
        draft = replace(inputs.draft, rounds={**inputs.draft.rounds, key: len(here) + 1})
        self.open.change(replace(inputs, draft=draft))

    def on_span(self, span: str) -> None:
        """The form asks about another time."""
        inputs, chosen = self.open.inputs, Span(span)
        if chosen is not inputs.span:
            draft = inputs.draft if self._saved else replace(inputs.draft, span=chosen)
            self.open.change(replace(inputs, span=chosen, draft=draft))
            self.open.reload()

    def on_highest(self, highest: str) -> None:
        """The scale goes to another number. An answer beyond it is taken away, as it would mean something else."""
        inputs, maximum = self.open.inputs, float(highest)
        if maximum != inputs.maximum:
            draft = inputs.draft if self._saved else replace(inputs.draft, maximum=maximum)
            self.open.change(replace(inputs, maximum=maximum, answers=(), draft=replace(draft, texts={})))

    def on_time(self, day: date, wall: time) -> None:
        """It was filled in at another time."""
        loaded, at = self.open.loaded, datetime.combine(day, wall)
        if loaded is not None and at != (self.open.inputs.at or loaded.now).replace(second=0, microsecond=0):
            self.open.move(at)

    def on_left(self) -> None:
        """The page is left or the journal closes: what could not be saved is tried once more."""
        self.open.settle()

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere, by undo for instance."""
        if not self.open.busy and parts & PARTS:
            self.open.reload()

    @property
    def _answers(self) -> tuple[GivenAnswer, ...]:
        return self.open.inputs.answers

    @property
    def _saved(self) -> bool:
        return self.open.loaded is not None and self.open.loaded.saved is not None

    def _begin(self) -> None:
        saved = self.open.loaded.saved if self.open.loaded is not None else None
        if saved is not None and saved.total is not None:
            self.open.close()
            self._view.show_total(saved.id)
        else:
            self._view.begin()

    def _keep(self, key: str, answer: GivenAnswer | None, *, typed: bool = False) -> None:
        """Keep one answer to an instrument, or none."""
        answers = () if answer is None else (answer,)
        self._change(with_answers(self._answers, key, answers), key, None, typed=typed)

    def _replace(self, key: str, answers: Kept) -> None:
        self._change(with_answers(self._answers, key, answers), key, None)

    def _on_number(self, key: str, text: str) -> None:
        loaded, inputs = self.open.loaded, self.open.inputs
        if loaded is None or loaded.instrument is None:
            return
        low, high = loaded.instrument.range_of(key, inputs.maximum)
        try:
            answer = GivenAnswer(key, int(read_number(text, low, high, whole=True))) if text.strip() else None
        except Unclear:
            self._change(self._answers, key, text, typed=True)
            return
        self._keep(key, answer, typed=True)

    def _change(self, answers: Kept, key: str, text: str | None, *, typed: bool = False) -> None:
        """Take other answers; `text` stays half typed in the field of this key."""
        inputs, loaded = self.open.inputs, self.open.loaded
        draft = inputs.draft.with_text(key, text)
        if loaded is not None and loaded.instrument is not None:
            skipped = any(each.item == key and each.value is None and not each.not_applicable for each in answers)
            draft = draft.with_skipped(key, skipped=skipped)
        self.open.change(replace(inputs, answers=answers, draft=draft), text=key if typed else "")

    def _render(self) -> None:
        self._view.render_state(self.open.state)


def _item_of(loaded: Loaded | None, key: str) -> FormItem | None:
    """The item of the form that a question of this key stands for."""
    if loaded is None or loaded.form is None:
        return None
    wanted = key.partition(NTH)[0]
    item = loaded.form.item(wanted)
    if item is not None:
        return item
    found = (each for each in loaded.form.every_item() if wanted.startswith(answer_key(each.link_id) + "["))
    return next(found, None)
