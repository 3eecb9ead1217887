"""A session that is open on the page: changes are shown at once and saved on the storage thread. No Qt."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from journal.app import after_session, courses, session_drafts, sessions
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.app.tags import all_tags
from journal.host.clock import Clock, local_now
from journal.host.resources import read_treatments
from journal.model.errors import DiskFull, JournalError, JournalReadOnly, StorageFailed, UnknownRecord
from journal.model.sessions import Session
from journal.texts.items import ItemWords
from journal.ui.session.draft import Draft, draft_of
from journal.ui.session.state import Inputs, Loaded, SessionState, build_state

Job = Callable[[Journal, str], Session | None]
"""A change on the storage thread, of the session with this id. None: nothing of the session changed."""

RETRIED = (DiskFull, StorageFailed, JournalReadOnly)
"""Faults of the place: what could not be saved is tried again with the next change."""


@dataclass(frozen=True, slots=True)
class SessionParts:
    """What it works with. `journal` may be called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    clock: Clock
    words: ItemWords
    failed: Callable[[Exception], None]


class _NotSavedError(Exception):
    """Jobs that are left after one failed, with its error."""

    def __init__(self, left: list[Job], error: Exception) -> None:
        super().__init__(str(error))
        self.left, self.error = left, error


def nothing() -> None:
    """Go nowhere afterwards."""


class OpenSession:
    """Holds a session and what of it is not saved yet. `changed` is told to render, `gone` that it is no more."""

    def __init__(self, parts: SessionParts, changed: Callable[[], None], gone: Callable[[], None]) -> None:
        self._parts, self._changed, self._gone = parts, changed, gone
        self._unsaved: list[Job] = []
        self._waiting = 0
        self.visit = ""
        self.loaded: Loaded | None = None
        self.inputs = Inputs()

    @property
    def state(self) -> SessionState:
        """The page as it is now."""
        if self.loaded is None:
            return SessionState()
        return build_state(self.loaded, self.inputs, self._parts.words, self._parts.clock.now_ms())

    @property
    def busy(self) -> bool:
        """Whether a job of ours is under way."""
        return self._waiting > 0

    @property
    def has_unsaved(self) -> bool:
        """Whether something could not be saved yet."""
        return bool(self._unsaved)

    def begin(self, kind: str, course_id: str | None, then: Callable[[], None]) -> None:
        """Begin a session now and open it."""

        def job() -> tuple[Loaded, Draft]:
            journal = self._parts.journal()
            return _loaded(journal, sessions.begin_session(journal, kind, course_id=course_id).id)

        self._open(job, then)

    def load(self, session_id: str, then: Callable[[], None] = nothing) -> None:
        """Open a session."""
        self._open(lambda: _loaded(self._parts.journal(), session_id), then)

    def reload(self) -> None:
        """Read the same session again: it changed elsewhere, or what stands round it did."""
        if self.loaded is None:
            return
        session_id = self.loaded.session.id
        self._run(lambda: _loaded(self._parts.journal(), session_id), lambda found: self._show(*found, kept=True))

    def close(self) -> None:
        """Forget the session that was open."""
        self.loaded, self.inputs = None, Inputs()

    def act(self, job: Job, shown: Session | None = None, *, around: bool = False) -> None:
        """Change the session; `shown` is shown at once. `around`: its place among the others may change too."""
        if self.loaded is None:
            return
        if shown is not None:
            self.loaded = replace(self.loaded, session=shown)
            self._changed()
        session_id, jobs = self.loaded.session.id, [*self._unsaved, job]
        self._unsaved = []

        def all_of_them() -> Session | None:
            return _done(self._parts.journal(), session_id, jobs)

        def then(session: Session | None) -> None:
            self._on_saved(session)
            if around:
                self.reload()

        self._run(all_of_them, then)

    def change(self, shown: Session | None = None, *, visit: str = "", **fields: Any) -> None:
        """Change fields of the session; `visit` makes one undo step of a text."""
        key = f"{self.visit}:{visit}" if visit else None
        around = bool({"at", "kind", "course_id"} & set(fields))
        self.act(
            lambda journal, session_id: sessions.change_session(journal, session_id, visit=key, **fields),
            shown,
            around=around,
        )

    def show(self, inputs: Inputs) -> None:
        """Take other inputs and render; a changed draft is kept."""
        before, self.inputs = self.inputs, inputs
        if inputs.draft != before.draft and self.loaded is not None:
            payload, session_id = inputs.draft.payload, self.loaded.session.id
            self._parts.runner.run(
                lambda: session_drafts.keep_session_draft(self._parts.journal(), session_id, payload),
                failed=self._parts.failed,
            )
        self._changed()

    def know_tags(self) -> None:
        """Read the person's tags, to be offered."""

        def job() -> tuple[str, ...]:
            return tuple(each.tag for each in all_tags(self._parts.journal()))

        self._parts.runner.run(job, lambda known: self.show(replace(self.inputs, known_tags=known)), self._parts.failed)

    def settle(self) -> None:
        """Try once more to save what could not be saved."""
        if self._unsaved:
            self.act(sessions.session)

    def _open(self, job: Callable[[], tuple[Loaded, Draft]], then: Callable[[], None]) -> None:
        self.settle()

        def show(found: tuple[Loaded, Draft]) -> None:
            self.visit = str(uuid.uuid4())
            self._show(*found, kept=False)
            then()

        self._run(job, show)

    def _show(self, loaded: Loaded, draft: Draft, *, kept: bool) -> None:
        self.loaded = loaded
        inputs = replace(self.inputs, draft=draft) if kept else Inputs(draft=draft)
        self.inputs = inputs
        self._changed()

    def _run(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def done(result: Any) -> None:
            self._waiting -= 1
            then(result)

        self._waiting += 1
        self._parts.runner.run(job, done, self._on_failed)

    def _on_saved(self, session: Session | None) -> None:
        """The commit has returned: only now "Saved" is painted."""
        if self.loaded is None or session is None or session.id != self.loaded.session.id:
            return
        if not self.busy:
            self.loaded = replace(self.loaded, session=session)
        self.inputs = replace(self.inputs, saved_at=local_now(self._parts.clock))
        self._changed()

    def _on_failed(self, error: Exception) -> None:
        self._waiting -= 1
        if isinstance(error, _NotSavedError):
            self._unsaved = [*error.left, *self._unsaved]
            error = error.error
            self.inputs = replace(self.inputs, saved_at=None)
        if isinstance(error, UnknownRecord) and self.loaded is not None:
            self.close()
            self._gone()
            return
        self._parts.failed(error)
        if not self._unsaved:
            self.reload()
        else:
            self._changed()


def _done(journal: Journal, session_id: str, jobs: list[Job]) -> Session | None:
    """Runs on the storage thread: each job in its own commit."""
    session: Session | None = None
    for n, job in enumerate(jobs):
        try:
            session = job(journal, session_id)
        except RETRIED as error:
            raise _NotSavedError(jobs[n:], error) from error
        except JournalError as error:
            raise _NotSavedError(jobs[n + 1 :], error) from error
    return session


def _loaded(journal: Journal, session_id: str) -> tuple[Loaded, Draft]:
    """Runs on the storage thread: the session with what stands round it."""
    session = sessions.session(journal, session_id)
    course = courses.course(journal, session.course_id) if session.course_id else None
    last = sessions.last_like(journal, session.kind, before_ms=session.at_ms)
    loaded = Loaded(
        session=session,
        treatments=read_treatments(),
        items=sessions.effect_items(journal, session),
        course=course,
        courses=courses.like(journal, session.kind, session.course_id),
        number=sessions.numbered(journal).get(session.id),
        last=last,
        after_hours=after_session.after_hours(journal),
    )
    return loaded, draft_of(session_drafts.session_draft(journal, session.id))
