"""The page of a day: everything that was written down for it, to open, change and delete. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from journal.app.day_page import on_a_day
from journal.app.form_drafts import form_draft, keep_form_draft
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.errors import JournalError
from journal.texts.errors import explain
from journal.texts.items import ItemWords
from journal.ui.history.calendar_presenter import SHOWN
from journal.ui.history.day_deeds import DayDo
from journal.ui.history.day_reading import DayRead, read_day
from journal.ui.history.day_state import DayPlace, DayState, build_state
from journal.ui.history.half_day import DRAFT, half_of, kept_words
from journal.ui.history.lines import LineKind
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.forms import has_form, read_form
from journal.ui.treatment.parts import Value
from journal.ui.treatment.wishes import Wish

PARTS = SHOWN | {"courses", "forms"}
"""The parts of the journal that the words of a day are made of."""


class DayView(Protocol):
    """What the presenter needs of the page."""

    def render_day(self, state: DayState) -> None:
        """Show a state."""

    def open_record(self, kind: LineKind, record_id: str) -> None:
        """Go where a record is opened."""

    @property
    def half_filled(self) -> Mapping[str, Value] | None:
        """What stands in the open form, if anything was changed since it was opened."""

    def open_day(self, day: date) -> None:
        """Show the page of a day."""

    def delete_record(self, kind: LineKind, record_id: str) -> None:
        """Delete it, with undo one press away."""


@dataclass(frozen=True, slots=True)
class DayParts:
    """What the presenter works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    words: ItemWords
    failed: Callable[[Exception], None]
    go: Callable[..., None]


class DayPresenter:
    """Holds which day is open; everything shown is read again after each change."""

    def __init__(self, view: DayView, parts: DayParts) -> None:
        self._view, self._parts = view, parts
        self._place = DayPlace()
        self._read: DayRead | None = None
        self._asked = 0
        self._half: DayPlace | None = None
        self._taken_up, self._kept = False, False
        self.open = False
        self.state = DayState()

    @property
    def day(self) -> date:
        """The day that is open, or was last."""
        return self._place.day

    def on_entered(self) -> None:
        """History is shown: a form that was half filled in when the journal closed stands there again."""
        if not self._taken_up:
            self._taken_up = True
            self._parts.runner.run(lambda: form_draft(self._parts.journal(), DRAFT), self._take_up, self._parts.failed)

    def on_opened(self, day: date) -> None:
        """Open a day, with the form that was left half filled in on it."""
        self._put_aside()
        self.open = True
        half = self._half if self._half is not None and self._half.day == day else None
        self._place = half or DayPlace(day)
        self._load()

    def on_day(self, day: date | None) -> None:
        """Go to the day before or after."""
        if day is not None:
            self.on_opened(day)

    def on_closed(self) -> None:
        """The page is left, or the journal closes."""
        self._put_aside()
        self._keep()
        self.open = False
        self._place = DayPlace(self._place.day)

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self.open and parts & PARTS:
            self._load()

    def on_press(self, deed: Deed) -> None:
        """A button was pressed."""
        if has_form(deed.do):
            self._move(replace(self._place, form=None if deed == self._place.form else deed, problems={}, typed={}))
        elif deed.do is DayDo.DELETE:
            self._view.delete_record(LineKind(deed.also), deed.id)
        elif deed.do is DayDo.ADD_CHECK_IN:
            self._parts.go("today", day=self._place.day)
        else:
            self._view.open_record(LineKind(deed.also), deed.id)

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        if self._place.form is None or self._read is None:
            return
        given = Answers(values)
        wish = read_form(self._place.form, given, self._read.loaded)
        if not given.good:
            self._move(replace(self._place, problems=given.problems))
            return

        def refused(error: Exception) -> None:
            self._refused(wish, values, error)

        self._parts.runner.run(lambda: wish.act(self._parts.journal()), self._saved, refused)

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._close_form()
        self._render()

    @property
    def has_form(self) -> bool:
        """Whether a form stands open."""
        return self._place.form is not None

    def _saved(self, result: Any) -> None:  # noqa: ARG002
        self._close_form()
        self._load()

    def _close_form(self) -> None:
        self._half = None
        self._place = DayPlace(self._place.day)
        self._keep()

    def _put_aside(self) -> None:
        """Hold what stands half typed in the open form, while another day or page is shown."""
        if not self.open:
            return
        shown = self._read is not None and self._read.page.day == self._place.day
        typed = (self._view.half_filled if shown else None) or self._place.typed
        if self._place.form is not None and typed:
            self._half = replace(self._place, problems={}, typed=typed)
        elif self._half is not None and self._half.day == self._place.day:
            self._half = None

    def _keep(self) -> None:
        """Keep what is half filled in with the journal; nothing forgets it, and so does a record that is gone."""
        half, payload = self._half, kept_words(self._half)
        kept, self._kept = self._kept, bool(payload)

        def job() -> None:
            journal = self._parts.journal()
            stands = half is not None and half.form is not None and on_a_day(journal, half.form.id)
            keep_form_draft(journal, DRAFT, payload if stands else {})

        if kept or payload:
            self._parts.runner.run(job, failed=self._parts.failed)

    def _take_up(self, payload: Mapping[str, Any] | None) -> None:
        self._kept = payload is not None
        half = half_of(payload)
        if half is not None and not self.open:
            self._half = half
            self._view.open_day(half.day)

    def _refused(self, wish: Wish, values: Mapping[str, Value], error: Exception) -> None:
        """What the use case refuses is said at the field it is about, else in the calm bar."""
        if not isinstance(error, JournalError):
            self._parts.failed(error)
            return
        named = "at" if error.code == "time_in_future" else str(error.fields.get("field", "day"))
        field = next((name for name in (wish.fields.get(named, named), "day") if name in values), "")
        self._move(replace(self._place, problems={field: explain(error)}))

    def _move(self, place: DayPlace) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        self._asked += 1
        asked, day = self._asked, self._place.day

        def show(read: DayRead) -> None:
            if asked == self._asked and self.open:
                self._read = read
                self._render()

        self._parts.runner.run(
            lambda: read_day(self._parts.journal(), self._parts.words, day), show, self._parts.failed
        )

    def _render(self) -> None:
        if self._read is None or self._read.page.day != self._place.day:
            return
        self.state = build_state(self._read, self._place)
        if self._place.form is not None and not any(card.form for card in self.state.cards):
            self._close_form()  # what it was about is gone
        self._view.render_day(self.state)
