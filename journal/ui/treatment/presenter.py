"""What happens on Treatment: a press becomes a form, a change in the journal, or another place. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.errors import JournalError
from journal.model.sessions import Session
from journal.texts.errors import explain
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.backup_follow_up import BackupFollowUp
from journal.ui.changes import Changes
from journal.ui.half_typed import HalfTyped
from journal.ui.saying import Action, Say
from journal.ui.treatment.acts import act_of, acts
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.forms import has_form, read_form
from journal.ui.treatment.half_form import DRAFT, payload_of, place_of
from journal.ui.treatment.kept_form import stands
from journal.ui.treatment.loaded import ROWS_AT_FIRST, Loaded, Place, Tab
from journal.ui.treatment.loading import read
from journal.ui.treatment.parts import Value
from journal.ui.treatment.state import TreatmentState, build_state
from journal.ui.treatment.wishes import Wish

SHOWS = frozenset({"courses", "sessions", "medicines", "practices", "markers", "items", "settings"})


class TreatmentView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: TreatmentState) -> None:
        """Show a state."""

    def announce(self, words: str) -> None:
        """Tell a screen reader what was done where no sentence on the page says it."""


class Go(Protocol):
    """Leads to another page."""

    def __call__(self, page: str, **where: object) -> None:
        """Go there."""


@dataclass(frozen=True, slots=True)
class TreatmentParts:
    """What the presenter works with. `journal` is called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    say: Say
    failed: Callable[[Exception], None]
    go: Go


class TreatmentPresenter:
    """Holds the place; everything shown is read again after each change."""

    def __init__(self, view: TreatmentView, parts: TreatmentParts) -> None:
        self._view, self._parts = view, parts
        self._changes = Changes(parts, self._load)
        self._follow_up = BackupFollowUp(parts.journal, parts.runner, parts.say, parts.failed)
        self._place = Place()
        self._loaded: Loaded | None = None
        self._here = False
        self._asked = 0
        self._half_typed = HalfTyped(DRAFT, parts)
        self._sent: Deed | None = None
        self.state = TreatmentState()

    def on_entered(self, *, tab: Tab | None = None, course_id: str = "", medicine_id: str = "") -> None:
        """The page is shown, at a place if one was asked for, else where it was left."""
        self._here = True
        if tab is not None or course_id or medicine_id:
            self._half_typed.put_by()
            inside = Tab.COURSES if course_id else Tab.MEDICINES if medicine_id else self._place.tab
            self._place = Place(tab or inside, course_id, medicine_id)
        else:
            self._half_typed.take_up(partial(self._take_up, None if self._loaded is None else self._place.tab))
        self._load()

    def on_left(self, typed: Mapping[str, Value] | None = None) -> None:
        """Another page is shown, or the journal closes; `typed` is what stands half typed in the open form, if any."""
        self._here = False
        self._keep(typed)

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_tab(self, tab: Tab, typed: Mapping[str, Value] | None = None) -> None:
        """Another view was chosen; what is half typed in the one before, `typed`, stands there again."""
        self._keep(typed)
        self._half_typed.put_by()
        self._move(Place(tab))
        self._half_typed.take_up(partial(self._take_up, tab))

    def on_press(self, deed: Deed) -> None:
        """A button was pressed."""
        if has_form(deed.do):
            self._move(replace(self._place, form=None if deed == self._place.form else deed, problems={}, typed={}))
        elif acts(deed.do) and self._loaded is not None:
            self._do(act_of(deed, self._loaded))
        else:
            self._lead(deed)

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        deed = self._place.form
        if deed is None or self._loaded is None or self._sent is not None:  # sent already, and not kept yet
            return
        given = Answers(values)
        wish = read_form(deed, given, self._loaded)
        if given.good:
            self._sent = deed
            self._do(wish, values=values)
        else:
            self._move(replace(self._place, problems=given.problems))

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._half_typed.keep({})
        self._move(replace(self._place, form=None, problems={}, typed={}))

    def on_back(self) -> None:
        """Close the form, else what was opened."""
        if self._place.form is not None:
            self.on_form_left()
        elif self._place.inside:
            self._move(Place(self._place.tab))

    def _keep(self, typed: Mapping[str, Value] | None) -> None:
        place, typed = self._place, typed or self._place.typed
        self._half_typed.keep(payload_of(place, typed) if place.form is not None and typed else {})

    def _take_up(self, tab: Tab | None, payload: Mapping[str, Any] | None) -> bool:
        """Open the form that was half filled in, in this view if one is named, unless something else was pressed."""
        place = place_of(payload)
        if place is None:
            return True
        stands = self._place == (Place() if tab is None else Place(tab)) and tab in (None, place.tab)
        if stands:
            self._move(place)
        return stands

    def _lead(self, deed: Deed) -> None:
        """Another page, or another place on this one."""
        if deed.do in (Do.GO_ON, Do.OPEN_SESSION):
            self._parts.go("session", session_id=deed.id)
        elif deed.do is Do.NOW_VIEW:
            self._parts.go("session", session_id=deed.id, now=True)
        elif deed.do is Do.BEGIN:
            self._parts.go("session", begin=deed.also, course_id=deed.id or None)
        elif deed.do is Do.SHOW_COURSE:
            self._move(Place(Tab.COURSES, course_id=deed.id))
        elif deed.do is Do.SHOW_MEDICINE:
            self._move(Place(Tab.MEDICINES, medicine_id=deed.id))
        elif deed.do is Do.SHOW_LIST:
            self._move(Place(Tab.MEDICINES, listing=True))
        elif deed.do is Do.SHOW_ENDED:
            self._move(replace(self._place, ended_shown=not self._place.ended_shown))
        elif deed.do is Do.SHOW_MORE:
            self._move(replace(self._place, rows_shown=self._place.rows_shown + ROWS_AT_FIRST))
        elif deed.do is Do.BACK:
            self._move(Place(self._place.tab))

    def _do(self, wish: Wish, values: Mapping[str, Value] | None = None) -> None:
        """Run a wish; what the use case refuses is said at the field of the form that asked for it."""
        self._parts.runner.run(
            lambda: wish.act(self._parts.journal()),
            partial(self._done, wish, self._sent if values is not None else None),
            partial(self._refused, wish, values or {}),
        )

    def _done(self, wish: Wish, sent: Deed | None, result: object) -> None:
        if sent is not None:
            self._sent = None
        if wish.goes_back:
            self._place = Place(self._place.tab)
        elif sent is not None and sent == self._place.form:
            self._place = replace(self._place, form=None, problems={}, typed={})
            self._half_typed.keep({})
        if wish.said:
            self._parts.say(wish.said, self._offers(wish))
        if wish.announced:
            self._view.announce(wish.announced)
        self._load()
        if wish.goes_to_session and isinstance(result, Session):
            self._parts.go("session", session_id=result.id)

    def _offers(self, wish: Wish) -> list[Action]:
        undo = [(_("Undo"), self._changes.undo)] if wish.undoable else []
        return undo if wish.for_good is None else [*undo, self._follow_up.delete_for_good(*wish.for_good)]

    def _refused(self, wish: Wish, values: Mapping[str, Value], error: Exception) -> None:
        if values:
            self._sent = None
        field = _field_of(error, wish, values)
        if field is None or not isinstance(error, JournalError):
            self._parts.failed(error)
        else:
            self._move(replace(self._place, problems={field: explain(error)}))

    def _move(self, place: Place) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        self._asked += 1
        number = self._asked

        def show(loaded: Loaded) -> None:
            if number == self._asked:
                self._loaded = loaded
                self._render()

        self._parts.runner.run(lambda: read(self._parts.journal(), self._parts.words), show, self._parts.failed)

    def _render(self) -> None:
        if self._loaded is not None:
            self.state = build_state(self._loaded, self._place)
            if not stands(*self.state.cards):
                self._place = replace(self._place, form=None, typed={})
            self._view.render_state(self.state)


def _field_of(error: Exception, wish: Wish, values: Mapping[str, Value]) -> str | None:
    """The field of the form that an error is about, "" for the whole form; None where there is no form."""
    if not values or not isinstance(error, JournalError):
        return None
    named = {"medicine_exists": "name", "time_in_future": "at"}.get(error.code, str(error.fields.get("field", "day")))
    for name in (wish.fields.get(named, named), named, *_DAYS):
        if name in values:
            return name
    return ""


_DAYS = ("on", "since", "since_day", "start", "day")
"""The fields that hold the day an error can be about."""
