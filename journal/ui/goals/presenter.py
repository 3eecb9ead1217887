"""What happens on the page for own goals: a press becomes a form or a change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from journal.app.goals import goals
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.texts.items import ItemWords
from journal.ui.changes import Changes
from journal.ui.goals import jobs
from journal.ui.goals.state import GoalsState, Loaded, Place, build_state
from journal.ui.goals.wishes import FORMS, Do
from journal.ui.half_typed import HalfTyped
from journal.ui.saying import Say
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.kept_form import form_payload, stands, take_up_form
from journal.ui.treatment.parts import Value

SHOWS = frozenset({"goals", "items"})
DRAFT = "goals"


class GoalsView(Protocol):
    """What shows the state."""

    def render_state(self, state: GoalsState) -> None:
        """Show a state."""


@dataclass(frozen=True, slots=True)
class GoalsParts:
    """What the presenter works with. `journal` is called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    say: Say
    announce: Callable[[str], None]
    failed: Callable[[Exception], None]


class GoalsPresenter:
    """Holds the place; everything shown is read again after each change."""

    def __init__(self, view: GoalsView, parts: GoalsParts) -> None:
        self._view, self._parts = view, parts
        self._changes = Changes(parts, self._load, parts.announce)
        self._half_typed = HalfTyped(DRAFT, parts)
        self._place = Place()
        self._loaded: Loaded | None = None
        self._here = False

    def on_entered(self) -> None:
        """The page is shown; what was half typed before a lock stands there again."""
        self._here = True
        self._half_typed.take_up(self._take_up)
        self._load()

    def on_left(self, typed: Mapping[str, Value] | None) -> None:
        """Another page is shown, or the journal closes: what stands half typed is kept."""
        self._here = False
        self._half_typed.keep(form_payload(self._place.form, typed, self._place.typed))

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_press(self, deed: Deed) -> None:
        """A button of a card was pressed."""
        if deed.do in FORMS:
            same = deed == self._place.form
            self._move(replace(self._place, form=None if same else deed, problems={}, typed={}))
        elif deed.do is Do.SHOW_ENDED:
            self._move(replace(self._place, ended_shown=not self._place.ended_shown))
        else:
            self._changes.make(jobs.press_wish(deed))

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        deed = self._place.form
        if deed is None or self._loaded is None:
            return
        given = Answers(values)
        wish = jobs.form_wish(deed, given, self._loaded)
        if given.good:
            self._place = replace(self._place, form=None, problems={}, typed={})
            self._changes.make(wish, partial(self._open_again, deed, values))
        else:
            self._move(replace(self._place, problems=given.problems))

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._move(replace(self._place, form=None, problems={}, typed={}))

    def _open_again(self, form: Deed, values: Mapping[str, Value]) -> None:
        """What was sent could not be kept: its form stands as it was filled in, unless another was opened since."""
        if self._place.form is None:
            self._move(replace(self._place, form=form, typed=values))

    def _take_up(self, payload: Mapping[str, Any] | None) -> bool:
        return take_up_form(payload, FORMS, self._place.form, self._stand)

    def _stand(self, form: Deed, typed: Mapping[str, Value]) -> None:
        self._move(replace(self._place, form=form, typed=typed))

    def _move(self, place: Place) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        def job() -> Loaded:
            journal = self._parts.journal()
            return Loaded(journal.today(), tuple(goals(journal)))

        self._parts.runner.run(job, self._show, self._parts.failed)

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._render()

    def _render(self) -> None:
        if self._loaded is not None:
            state = build_state(self._loaded, self._place, self._parts.words)
            if not stands(state.going_on, state.ended):
                self._place = replace(self._place, form=None, typed={})
            self._view.render_state(state)
