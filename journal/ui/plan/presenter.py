"""What happens where the plan and the contacts are written: a press becomes a form or a change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from journal.app.contacts import contacts
from journal.app.journal import Journal
from journal.app.plans import plan_lines
from journal.app.runner import Runner
from journal.host.support_numbers import countries, support_in
from journal.ui.changes import Changes
from journal.ui.half_typed import HalfTyped
from journal.ui.plan.jobs import form_wish, press_wish
from journal.ui.plan.state import Loaded, Place, PlanState, build_state
from journal.ui.plan.wishes import FORMS, Do, Tab
from journal.ui.saying import Say
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.kept_form import form_of, form_payload, stands
from journal.ui.treatment.parts import Value

SHOWS = frozenset({"plan", "contacts"})
DRAFT = "own-plan"


class PlanView(Protocol):
    """What shows the state."""

    def render_state(self, state: PlanState) -> None:
        """Show a state."""


@dataclass(frozen=True, slots=True)
class PlanParts:
    """What the presenter works with. `journal` is called on the storage thread only.

    `country` is the one that the computer is in; `may_open` says whether lines can be ticked to be read without the
    passphrase.
    """

    journal: Callable[[], Journal]
    runner: Runner
    say: Say
    failed: Callable[[Exception], None]
    country: Callable[[], str]
    may_open: Callable[[], bool]


class PlanPresenter:
    """Holds the place; everything shown is read again after each change."""

    def __init__(self, view: PlanView, parts: PlanParts) -> None:
        self._view, self._parts = view, parts
        self._changes = Changes(parts, self._load)
        self._half_typed = HalfTyped(DRAFT, parts)
        self._place = Place(country=parts.country())
        self._loaded: Loaded | None = None
        self._here = False

    def on_entered(self, tab: Tab | None) -> None:
        """The page is shown; a form that was half filled in when the journal closed stands again."""
        self._here = True
        if tab is not None and tab is not self._place.tab:
            self._half_typed.put_by()
            self._place = Place(tab, country=self._place.country)
        asked = tab if tab is not None or self._loaded is None else self._place.tab
        self._half_typed.take_up(partial(self._take_up, asked))
        self._load()

    def on_left(self, typed: Mapping[str, Value] | None) -> None:
        """Another page is shown, or the journal closes: what stands half typed in the form is kept."""
        self._here = False
        self._keep(typed)

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_tab(self, tab: Tab, typed: Mapping[str, Value] | None = None) -> None:
        """The other half; what is half typed in the one before, `typed`, stands there again."""
        self._keep(typed)
        self._half_typed.put_by()
        self._move(Place(tab, country=self._place.country))
        self._half_typed.take_up(partial(self._take_up, tab))

    def on_country(self, code: str) -> None:
        """The lines of another country are to be looked at and changed."""
        self._move(Place(self._place.tab, country=code))

    def on_press(self, deed: Deed) -> None:
        """A button was pressed."""
        if deed.do in FORMS:
            same = deed == self._place.form
            self._move(replace(self._place, form=None if same else deed, problems={}, typed={}))
        elif self._loaded is not None:
            self._changes.make(press_wish(deed, self._loaded, support_in(self._place.country)))

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        deed = self._place.form
        if deed is None or self._loaded is None:
            return
        given = Answers(values)
        wish = form_wish(deed, given, self._loaded, support_in(self._place.country))
        if given.good:
            self._place = replace(self._place, form=None, problems={}, typed={})
            self._changes.make(wish, partial(self._open_again, deed, values))
        else:
            self._move(replace(self._place, problems=given.problems))

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._half_typed.keep({})
        self._move(replace(self._place, form=None, problems={}, typed={}))

    def _open_again(self, form: Deed, values: Mapping[str, Value]) -> None:
        """What was sent could not be kept: its form stands as it was filled in, unless another was opened since."""
        if self._place.form is None:
            self._move(replace(self._place, form=form, typed=values))

    def _keep(self, typed: Mapping[str, Value] | None) -> None:
        draft = form_payload(self._place.form, typed, self._place.typed)
        self._half_typed.keep({"tab": self._place.tab.value, **draft} if draft else {})

    def _take_up(self, asked: Tab | None, payload: Mapping[str, Any] | None) -> bool:
        """Open the form that was half filled in, in the half that was asked for if one was."""
        kept, tab = form_of(payload, FORMS), (payload or {}).get("tab")
        if kept is None or tab not in tuple(Tab):
            return True
        if self._place.form is not None or asked not in (None, Tab(tab)):
            return False
        form, typed = kept
        of_line = form.do is Do.CHANGE_SHIPPED
        country = form.id.split("/")[0] if of_line else self._place.country  # as the keys of lines begin
        self._move(Place(Tab(tab), form, typed=typed, country=country))
        return True

    def _move(self, place: Place) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        self._parts.runner.run(lambda: read(self._parts.journal()), self._show, self._parts.failed)

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._render()

    def _render(self) -> None:
        if self._loaded is not None:
            support, may_open = support_in(self._place.country), self._parts.may_open()
            state = build_state(self._loaded, self._place, support, countries(), may_open=may_open)
            if not stands(*state.cards):
                self._place = replace(self._place, form=None, typed={})
            self._view.render_state(state)


def read(journal: Journal) -> Loaded:
    """Everything that the page shows; on the storage thread."""
    return Loaded(journal.today(), plan_lines(journal), contacts(journal))
