"""What happens on a session's page. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from journal.app import sessions
from journal.app.journal import Journal
from journal.app.tags import set_session_tags
from journal.model.sessions import Session
from journal.ui.session.asking import meant_key
from journal.ui.session.draft import Draft
from journal.ui.session.effects_presenter import EffectsPresenter
from journal.ui.session.fields import WORDS, Changes, Field, Unclear, moved, read_field
from journal.ui.session.now_presenter import NowPresenter
from journal.ui.session.open_session import OpenSession, SessionParts
from journal.ui.session.state import SessionState, as_last_time, with_choice
from journal.ui.session.vitals_state import meant_cell, with_cell, with_vital


class SessionView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: SessionState) -> None:
        """Show a state."""

    def begin(self) -> None:
        """A session was opened: bring the keyboard to its beginning."""

    def leave(self) -> None:
        """The session is no more: go back to all sessions."""


class SessionPresenter:
    """Saves everything as it is entered. `effects` and `now` lead those parts of the page."""

    def __init__(self, view: SessionView, parts: SessionParts) -> None:
        self._view, self._parts = view, parts
        self.open = OpenSession(parts, self._render, view.leave)
        self.effects = EffectsPresenter(self.open, parts)
        self.now = NowPresenter(self.open, parts)

    def on_entered(self, session_id: str, *, now: bool = False) -> None:
        """Open a session, its Now view if wanted; without an id the one that was open."""
        if session_id:
            self.open.load(session_id, lambda: self._begin(now=now))
        elif self.open.loaded is not None:
            self.open.reload()
        else:
            self._view.leave()

    def on_begun(self, kind: str, course_id: str | None, *, now: bool = False) -> None:
        """Begin a session."""
        self.open.begin(kind, course_id, lambda: self._begin(now=now))

    def on_typed(self, key: str, text: str) -> None:
        """A field was typed in: save what it says, or keep the text until it says something."""
        session = self._session
        if session is None:
            return
        field = Field(key)
        try:
            changes = read_field(field, text, session)
        except Unclear:
            self._keep_text(key, text)
            return
        self._keep_text(key, None)
        self._change_typed(field, changes, session)

    def on_day(self, day: date) -> None:
        """The session was on another day."""
        session = self._session
        if session is not None and day != session.at.date():
            at = datetime.combine(day, session.at.time())
            self.open.change(moved(session, at), at=at)

    def on_chosen(self, name: str, value: str) -> None:
        """One of few answers was chosen; empty takes it away."""
        session = self._session
        if session is not None:
            shown = with_choice(session, name, value)
            self.open.change(shown, **{name: getattr(shown, name)})

    def on_listed(self, name: str, value: str) -> None:
        """Something was chosen from a list: the kind, the course, the unit or the route."""
        session = self._session
        if session is not None and (getattr(session, name) or "") != value:
            chosen = value or None if name == "course_id" else value
            changes: Changes = {name: chosen, **(self._of_kind(value) if name == "kind" else {})}
            self.open.change(replace(session, **changes), **changes)

    def on_shared(self, shared: bool) -> None:
        """The intention and the note are shared with the clinician, or private again."""
        session = self._session
        if session is not None and session.shared != shared:
            self.open.change(replace(session, shared=shared), shared=shared)

    def on_tags(self, tags: tuple[str, ...]) -> None:
        """Other tags were given."""
        session = self._session
        if session is not None and session.tags != tags:
            self.open.act(
                lambda journal, session_id: set_session_tags(journal, session_id, tags), replace(session, tags=tags)
            )

    def on_tags_wanted(self) -> None:
        """Offer the person's own tags."""
        self.open.know_tags()

    def on_as_last_time(self) -> None:
        """Fill dose, unit, route and minutes as they were last time."""
        loaded = self.open.loaded
        if loaded is not None and loaded.last is not None:
            fields = as_last_time(loaded.last)
            self.open.change(replace(loaded.session, **fields), **fields)

    def on_cell(self, key: str, text: str) -> None:
        """A number of the table was typed."""
        session = self._session
        if session is None:
            return
        try:
            vital = with_cell(session, key, text)
        except Unclear:
            self._keep_text(key, text)
            return
        self._keep_text(key, None)
        if vital != session.vital(vital.minute):
            self.open.act(
                lambda journal, session_id: sessions.set_vital(journal, session_id, vital),
                with_vital(session, vital),
            )

    def on_meant(self, key: str) -> None:
        """An extreme number is what was meant: it is not asked about again."""
        session = self._session
        if session is not None:
            draft = self.open.inputs.draft
            kept = meant_key(session, Field(key)) if key in set(Field) else meant_cell(session, key)
            self._draft(replace(draft, meant=draft.meant | {kept}))

    def on_time_added(self, minute: int) -> None:
        """The table gets another time."""
        inputs = self.open.inputs
        self.open.show(replace(inputs, added=inputs.added | {minute}))

    def on_hours(self, hours: tuple[int, ...]) -> None:
        """The short questions come at these hours after a session."""
        loaded = self.open.loaded
        if loaded is None or hours == loaded.after_hours:
            return
        self.open.loaded = replace(loaded, after_hours=hours)
        self.open.show(self.open.inputs)
        self._parts.runner.run(
            lambda: self._parts.journal().put_setting("after_hours", list(hours)), failed=self._parts.failed
        )

    def on_folded(self, *, before: bool | None = None, sheet: bool | None = None) -> None:
        """A part is folded open or closed."""
        inputs = self.open.inputs
        self.open.show(
            replace(
                inputs,
                before_open=inputs.before_open if before is None else before,
                sheet_open=inputs.sheet_open if sheet is None else sheet,
            )
        )

    def on_closed(self, then: Callable[[str], None]) -> None:
        """Close the session and tell which one it was."""
        self._end(_closed, then)

    def on_deleted(self, then: Callable[[str], None]) -> None:
        """Delete the session; it can be undone."""
        self._end(sessions.delete_session, then)

    def on_deleted_for_good(self, then: Callable[[str], None]) -> None:
        """Blank the session, with its undo history and drafts."""
        self._end(sessions.delete_session_for_good, then)

    def on_reopened(self, session_id: str, then: Callable[[], None]) -> None:
        """Open a session again that was closed."""
        self._parts.runner.run(
            lambda: sessions.reopen_session(self._parts.journal(), session_id),
            lambda _session: then(),
            self._parts.failed,
        )

    def on_left(self) -> None:
        """The page is left or the journal closes: what could not be saved is tried once more."""
        self.open.settle()

    def on_changed(self, parts: frozenset[str]) -> None:
        """The journal changed elsewhere, by undo for instance."""
        if not self.open.busy and parts & {"sessions", "courses", "items", "settings"}:
            self.open.reload()

    @property
    def _session(self) -> Session | None:
        return self.open.loaded.session if self.open.loaded else None

    def _begin(self, *, now: bool) -> None:
        if now:
            self.now.on_shown()
        self._view.begin()

    def _change_typed(self, field: Field, changes: Changes, session: Session) -> None:
        visit = field.value
        if field is Field.TIME:
            at = changes["at"]
            if isinstance(at, datetime) and at != session.at.replace(tzinfo=None, second=0, microsecond=0):
                self.open.change(moved(session, at), visit=visit, at=at)
            return
        if field is Field.DOSE and changes["dose"] is not None:
            changes = {**self._ready(session), **changes}
        if field in WORDS or any(getattr(session, name) != value for name, value in changes.items()):
            shown = replace(session, **changes)
            if shown != session:
                self.open.change(shown, visit=visit, **changes)

    def _ready(self, session: Session) -> Changes:
        """With the dose go the unit and the route that stand ready beside it."""
        state = self.open.state
        ready = {"unit": session.unit or state.unit, "route": session.route or state.route}
        return {name: value for name, value in ready.items() if value}

    def _of_kind(self, kind: str) -> Changes:
        """A unit or a route that the new kind does not know goes with the old one; the dose stays."""
        loaded = self.open.loaded
        if loaded is None:
            return {}
        treatment, session = loaded.treatments.of(kind), loaded.session
        unit = session.unit if session.unit in treatment.units else (treatment.units[0] if treatment.units else "")
        route = session.route if session.route in treatment.routes else ""
        if not route and len(treatment.routes) == 1:
            route = treatment.routes[0]
        return {"unit": str(unit), "route": str(route)} if session.dose is not None else {"unit": "", "route": ""}

    def _keep_text(self, key: str, text: str | None) -> None:
        draft = self.open.inputs.draft
        if draft.texts.get(key) != text:
            self._draft(draft.with_text(key, text))

    def _draft(self, draft: Draft) -> None:
        self.open.show(replace(self.open.inputs, draft=draft))

    def _end(self, job: Callable[[Journal, str], object], then: Callable[[str], None]) -> None:
        loaded = self.open.loaded
        if loaded is None:
            return
        session_id = loaded.session.id
        self.open.settle()

        def done(_result: object) -> None:
            then(session_id)

        self.open.close()
        self._parts.runner.run(lambda: job(self._parts.journal(), session_id), done, self._on_not_ended(session_id))

    def _on_not_ended(self, session_id: str) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            self._parts.failed(error)
            self.open.load(session_id)

        return failed

    def _render(self) -> None:
        self._view.render_state(self.open.state)


def _closed(journal: Journal, session_id: str) -> Session:
    session = sessions.session(journal, session_id)
    return sessions.close_session(journal, session_id) if session.open else session
