"""Side effects entered afterwards: three numbers, points added, corrected and taken away. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from journal.app import session_effects, sessions
from journal.app.journal import Journal
from journal.model.items import Item
from journal.model.sessions import EffectPoint, Phase, Session
from journal.ui.session.draft import HalfEffect
from journal.ui.session.effects_state import read_points
from journal.ui.session.fields import Changes, Unclear
from journal.ui.session.open_session import OpenSession, SessionParts
from journal.ui.session.points import new_point, with_points


class EffectsPresenter:
    """Leads the card of side effects."""

    def __init__(self, opened: OpenSession, parts: SessionParts) -> None:
        self._open, self._parts = opened, parts

    def on_added(self, item_id: str) -> None:
        """A side effect is to be entered. One that was begun and says something is kept as far as it goes."""
        self.on_done()
        self._show_half(HalfEffect(item_id))

    def on_level(self, level: int | None) -> None:
        """How strong it was at its strongest."""
        half = self._half
        if half is not None:
            self._show_half(replace(half, level=level))

    def on_minutes(self, name: str, text: str) -> None:
        """One of the three times was typed: began, peak or gone."""
        half = self._half
        if half is not None and getattr(half, name) != text:
            changes: Changes = {name: text}
            self._show_half(replace(half, **changes))

    def on_done(self) -> bool:
        """The three numbers are there: they become points. False where something is missing or unclear."""
        half, loaded = self._half, self._open.loaded
        if half is None or loaded is None:
            return True
        try:
            points = read_points(half, loaded.session, self._parts.clock.now_ms())
        except Unclear:
            return False
        if not points and not half.empty:
            return False
        self._show_half(None)
        if points:
            self._add(half.item_id, points)
        return True

    def on_left_out(self) -> None:
        """The side effect that was being entered is not wanted after all."""
        self._show_half(None)

    def on_expanded(self, item_id: str) -> None:
        """The list of points of a side effect is opened, or closed where it is open."""
        inputs = self._open.inputs
        self._open.show(replace(inputs, expanded="" if inputs.expanded == item_id else item_id))

    def on_point_added(self, item_id: str) -> None:
        """Another point, where the last one stood until now; its time and level can be corrected."""
        session, item = self._session, self._item(item_id)
        effect = session.effect(item_id) if session else None
        if session is None or item is None:
            return
        last = effect.points[-1] if effect and effect.points else None
        now_ms = self._parts.clock.now_ms()
        at_ms = min(now_ms, (last.at_ms if last else session.at_ms) + 15 * 60_000)
        level = last.level if last else 1
        self._open.act(
            lambda journal, session_id: session_effects.add_point(journal, session_id, item, level, at_ms=at_ms)
        )

    def on_point_level(self, point_id: str, level: int) -> None:
        """A point's level is corrected."""
        self._open.act(
            lambda journal, session_id: session_effects.change_point(journal, session_id, point_id, level=level)
        )

    def on_point_moved(self, point_id: str, wall: datetime) -> None:
        """A point's time is corrected. One to come is refused in words."""
        session = self._session
        if session is None:
            return
        at_ms = round(wall.replace(tzinfo=session.at.tzinfo).timestamp() * 1000)
        self._open.act(
            lambda journal, session_id: session_effects.change_point(journal, session_id, point_id, at_ms=at_ms)
        )

    def on_point_removed(self, point_id: str) -> None:
        """A point is taken away."""
        self._open.act(lambda journal, session_id: session_effects.remove_point(journal, session_id, point_id))

    def on_phase(self, item_id: str, phase: Phase | None) -> None:
        """When a side effect came, in the person's own words."""
        item = self._item(item_id)
        if item is not None:
            self._open.act(lambda journal, session_id: session_effects.set_phase(journal, session_id, item, phase))

    def on_removed(self, item_id: str) -> None:
        """A side effect is taken away."""
        item = self._item(item_id)
        if item is not None:
            self._open.show(replace(self._open.inputs, expanded=""))
            self._open.act(lambda journal, session_id: session_effects.remove_effect(journal, session_id, item))

    def _add(self, item_id: str, points: Iterable[tuple[int, int]]) -> None:
        """All points at once, so that one undo takes them back."""
        session = self._session
        if session is None:
            return
        offset_min = self._parts.clock.offset_min
        made = [new_point(item_id, at_ms, offset_min(at_ms), level) for at_ms, level in points]
        self._open.act(partial(add_points, points=made), with_points(session, made))

    @property
    def _half(self) -> HalfEffect | None:
        return self._open.inputs.draft.effect

    @property
    def _session(self) -> Session | None:
        return self._open.loaded.session if self._open.loaded else None

    def _item(self, item_id: str) -> Item | None:
        items = self._open.loaded.items if self._open.loaded else ()
        return next((item for item in items if item.id == item_id), None)

    def _show_half(self, half: HalfEffect | None) -> None:
        inputs = self._open.inputs
        self._open.show(replace(inputs, draft=replace(inputs.draft, effect=half)))


def add_points(journal: Journal, session_id: str, points: Iterable[EffectPoint]) -> Session:
    """Runs on the storage thread: several points in one undo step."""
    effects = with_points(sessions.session(journal, session_id), points).effects
    return sessions.change_session(journal, session_id, effects=effects)
