"""The Now view: a press writes down the time and what is there. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from journal.app import sessions
from journal.app.journal import Journal
from journal.model.sessions import Session
from journal.ui.session.effects_presenter import add_points
from journal.ui.session.effects_state import labels_of, level_words
from journal.ui.session.now_state import Ask, NowInputs, here_now, offered, said_none, said_words
from journal.ui.session.open_session import OpenSession, SessionParts
from journal.ui.session.points import new_point, with_points, without


class NowPresenter:
    """Leads from question to question. Each press is one undo step, and the last one can be taken back."""

    def __init__(self, opened: OpenSession, parts: SessionParts) -> None:
        self._open, self._parts = opened, parts

    def on_shown(self) -> None:
        """The Now view is opened."""
        self._open.show(replace(self._open.inputs, now_shown=True, now=NowInputs()))

    def on_page(self) -> None:
        """Back to the page."""
        self._open.show(replace(self._open.inputs, now_shown=False))

    def on_item(self, item_id: str) -> None:
        """Something is there: how strong is asked next."""
        self._ask(Ask.HOW_STRONG, item_id)

    def on_more(self) -> None:
        """Something else is there."""
        self._ask(Ask.MORE)

    def on_back(self) -> None:
        """Back to the first question, without an answer."""
        self._ask(Ask.WHAT)

    def on_level(self, level: int) -> None:
        """How strong it is now."""
        item_id = self._open.inputs.now.item_id
        if self._open.loaded is None or not item_id:
            return
        loaded, at_ms = self._open.loaded, self._parts.clock.now_ms()
        levels = level_words(loaded.items, self._parts.words)
        name = labels_of(loaded.items, self._parts.words).get(item_id, "")
        offset_min = self._parts.clock.offset_min(at_ms)
        self._write({item_id: level}, at_ms, said_words(name, level, levels, at_ms, offset_min))

    def on_none(self) -> None:
        """Nothing is there, or all of it is gone: each that was asked about is 0 now."""
        loaded = self._open.loaded
        if loaded is None:
            return
        at_ms = self._parts.clock.now_ms()
        gone = here_now(loaded.session)
        items = gone or tuple(item.id for item in offered(loaded.session, loaded.items))
        said = said_none(at_ms, self._parts.clock.offset_min(at_ms), gone=bool(gone))
        self._write(dict.fromkeys(items, 0), at_ms, said)

    def on_taken_back(self) -> None:
        """The last press was not meant: its points go."""
        made, loaded = self._open.inputs.now.last_points, self._open.loaded
        if loaded is None or not made:
            return
        self._open.inputs = replace(self._open.inputs, now=NowInputs())
        self._open.act(partial(take_points, point_ids=frozenset(made)), without(loaded.session, made))

    def _write(self, levels: Mapping[str, int], at_ms: int, said: str) -> None:
        loaded = self._open.loaded
        if loaded is None:
            return
        offset_min = self._parts.clock.offset_min(at_ms)
        made = [new_point(item_id, at_ms, offset_min, level) for item_id, level in levels.items()]
        now = NowInputs(last_said=said, last_points=tuple(point.id for point in made))
        self._open.inputs = replace(self._open.inputs, now=now)
        self._open.act(partial(add_points, points=made), with_points(loaded.session, made))

    def _ask(self, ask: Ask, item_id: str = "") -> None:
        inputs = self._open.inputs
        self._open.show(replace(inputs, now=replace(inputs.now, ask=ask, item_id=item_id)))


def take_points(journal: Journal, session_id: str, point_ids: frozenset[str]) -> Session:
    """Runs on the storage thread: take points away in one undo step."""
    effects = without(sessions.session(journal, session_id), point_ids).effects
    return sessions.change_session(journal, session_id, effects=effects)
