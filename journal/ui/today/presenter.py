"""What happens on Today: which check-in is open, when it ends, and what comes next. No Qt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from journal.app.forms import CheckInForm, form
from journal.app.journal import Journal
from journal.model.entries import EntryKind, State
from journal.ui.today.beside_state import OfferKind
from journal.ui.today.beside_today import BesideToday
from journal.ui.today.open_check_in import CheckInParts, OpenCheckIn
from journal.ui.today.state import TodayState

FORM_PARTS = frozenset({"entries", "items", "settings", "courses", "sessions", "medicines", "groups", "profiles"})
"""What, changed elsewhere, changes the page."""

BESIDE_PARTS = frozenset({"courses", "sessions", "medicines"})
"""What changes what stands beside the questions."""

FORM_OF = {OfferKind.AFTER_SESSION: EntryKind.AFTER_SESSION, OfferKind.MONTH: EntryKind.MONTHLY}


class TodayView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: TodayState) -> None:
        """Show a state."""

    def begin(self) -> None:
        """A form was opened: bring the keyboard to its first open question."""


class TodayPresenter:
    """Leads a check-in from its first answer to its end."""

    def __init__(self, view: TodayView, parts: CheckInParts) -> None:
        self._view = view
        self.beside = BesideToday(parts, self._render)
        self._open = OpenCheckIn(parts, self._render, self.beside.show)
        self._chosen: tuple[date, str] | None = None

    def on_entered(self, day: date | None = None, *, short: bool = False) -> None:
        """Open the form for now, for an earlier day, or the three chosen questions."""
        wanted = partial(self._form, day=day, short=short)
        if self._open.has_unsaved:
            self._open.end(lambda: self._open.load(wanted, self._view.begin))
        else:
            self._open.load(wanted, self._view.begin)

    def on_answered(self, key: str, value: float | None, state: State | None) -> None:
        """Show an answer and save it. No value and no state takes it away."""
        if not self.beside.on_answered(key, value, state):
            self._open.answer(key, value, state)

    def on_accepted(self, kind: OfferKind) -> None:
        """Open a form that is due."""
        self._open.end(lambda: self._open.load(partial(form, kind=FORM_OF[kind]), self._view.begin))

    def on_refused(self, kind: OfferKind) -> None:
        """Put a form that is due aside, and go on with the questions."""
        self.beside.on_refused(kind)
        self._view.begin()

    def on_still_skipped(self) -> None:
        """Ask no more about side effects from before, and go on with the questions."""
        self.beside.on_still_skipped()
        self._view.begin()

    def on_note(self, text: str, *, shared: bool) -> None:
        """Save the note as it stands."""
        self._open.note(text, shared=shared)

    def on_tags(self, tags: tuple[str, ...]) -> None:
        """Save the tags."""
        self._open.tags(tags)

    def on_tags_wanted(self) -> None:
        """Offer the person's own tags."""
        self._open.know_tags()

    def on_body_opened(self) -> None:
        """Open the questions about the body."""
        self._open.change(replace(self._open.inputs, body_open=True))

    def on_done(self) -> None:
        """End the check-in and show the quiet page."""
        self._open.end(lambda: self._open.change(replace(self._open.inputs, ended=True)))

    def on_another(self) -> None:
        """End this check-in and begin the next."""
        if self._open.form is not None:
            day = self._open.form.day if self._open.form.late else None
            self._open.end(lambda: self._open.load(partial(self._form, day=day, another=True), self._view.begin))

    def on_opened_again(self) -> None:
        """Go on with the check-in that was ended."""
        if self._open.form is not None:
            self._open.load(partial(form, key=self._open.form.key), self._view.begin)

    def on_day(self, by: int) -> None:
        """Go to the day before or after."""
        if self._open.form is not None:
            day = min(self._open.form.day + timedelta(days=by), self._open.form.today)
            self._open.end(lambda: self._open.load(partial(self._form, day=day), self._view.begin))

    def on_short(self, *, short: bool) -> None:
        """Open the three chosen questions, or go back to all of them."""
        self._open.end(lambda: self._open.load(partial(self._form, short=short), self._view.begin))

    def on_profile(self, profile_id: str) -> None:
        """Ask by another profile, or with "" all of it, on the day shown. What is answered stays."""
        shown = self._open.form
        if shown is not None and shown.key.profile != profile_id:
            self._chosen = (shown.day, profile_id)
            key = replace(shown.key, kind=EntryKind.CHECK_IN, profile=profile_id)
            self._open.load(partial(form, key=key), kept=True)

    def on_left(self) -> None:
        """The page is left or the journal closes: end the check-in if anything was answered."""
        self._open.end()

    def on_woken(self) -> None:
        """The window is looked at again: a form without an answer moves on with the clock."""
        shown, here = self._open.form, self._open
        if shown is None or here.busy or here.has_unsaved:
            return
        if shown.entry is not None or shown.late:
            self.beside.reload()
            return
        if shown.key.kind is EntryKind.CHECK_IN and not here.inputs.ended:
            here.load(self._form, kept=True)

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere (undo, another page): show it, unless the change was ours."""
        if self._open.form is None or not parts & FORM_PARTS:
            return
        if self.beside.busy and parts <= BESIDE_PARTS:
            return  # what was answered there is read again as soon as it is saved
        if self._open.busy:
            if parts & BESIDE_PARTS:  # not for each answer: the next one would have to wait for it
                self.beside.reload()
        else:
            self._open.load(partial(form, key=self._open.form.key), kept=True)

    def _form(
        self, journal: Journal, *, day: date | None = None, short: bool = False, another: bool = False
    ) -> CheckInForm:
        """A form by the profile that was chosen for its day; on other days by the day's own."""
        chosen_day, chosen = self._chosen or (None, None)
        profile = chosen if chosen_day == (day or journal.today()) else None
        return form(journal, day=day, short=short, another=another, profile=profile)

    def _render(self) -> None:
        self._view.render_state(self.beside.joined(self._open.state, self._open.inputs.saved_at))
