"""Sessions with their vitals and side effects."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from journal.model.entries import TimeKnown
from journal.model.sessions import EffectPoint, Phase, Session, SessionOutline, SideEffect, Vital
from journal.store.columns import Columns, Values
from journal.store.records import PartRows, PartTable, Records, part_id, renamed_parts

AFTER_ALL_MS = 1 << 62

_VITAL, _EFFECT, _POINT = "vital", "effect", "effect_point"


class Sessions(Records[Session]):
    """The sessions of a journal, by time."""

    table = "session"
    order = "at_ms, id"
    parts = (
        PartTable(_VITAL, "id, minute, systolic, diastolic, pulse, spo2", "minute, id"),
        PartTable(_EFFECT, "id, item_id, phase", "item_id"),
        PartTable(_POINT, "id, item_id, at_ms, offset_min, level", "at_ms, id"),
    )

    @cached_property
    def columns(self) -> Columns[Session]:
        """The columns of the session itself."""
        return Columns(Session, ("vitals", "effects"))

    def between(self, first: date, last: date) -> list[Session]:
        """The sessions that belong to these days, by time."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())

    def latest(self, before_ms: int | None = None, kind: str | None = None) -> Session | None:
        """The newest session, if asked only before an instant (UTC milliseconds) or of a kind."""
        bound = AFTER_ALL_MS if before_ms is None else before_ms
        newest = "at_ms DESC, id DESC LIMIT 1"
        found = self._where("at_ms < ? AND ? IN (kind, '')", bound, kind or "", last=newest)
        return next(iter(found), None)

    def open(self) -> list[Session]:
        """The sessions that were not closed, by time."""
        return self._where("open = 1")

    def of_course(self, course_id: str) -> list[Session]:
        """The sessions of a course, by time."""
        return self._where("course_id = ?", course_id)

    def outlines(self) -> list[SessionOutline]:
        """Where each session stands, by time; nothing that was written about it is read."""
        columns = "id, kind, course_id, at_ms, day, time_known, offset_min, day_start_min"
        rows = self._ledger.rows(f"SELECT {columns} FROM session WHERE deleted = 0 ORDER BY {self.order}")  # noqa: S608
        return [
            SessionOutline(session_id, kind, course_id, at_ms, date.fromisoformat(day), TimeKnown(known), *placed)
            for session_id, kind, course_id, at_ms, day, known, *placed in rows
        ]

    def tidy(self, record: Session) -> Session:
        """The session with its parts in order, without vitals that say nothing."""
        vitals = sorted((vital for vital in record.vitals if not vital.empty), key=lambda vital: vital.minute)
        effects = [
            replace(effect, points=tuple(sorted(effect.points, key=lambda point: (point.at_ms, point.id))))
            for effect in record.effects
        ]
        return replace(record, vitals=tuple(vitals), effects=_by_first_point(effects))

    def part_rows(self, record: Session) -> dict[str, list[Values]]:
        """The rows of its vitals, its side effects, and their points.

        Vitals and side effects get the same id on every computer: there is one of each a session.
        """
        vitals = [{"id": part_id(record.id, str(vital.minute)), **self._vital.values(vital)} for vital in record.vitals]
        effects = [
            {"id": part_id(record.id, effect.item_id), **self._effect.values(effect)} for effect in record.effects
        ]
        points = [self._point.values(point) for effect in record.effects for point in effect.points]
        return {_VITAL: vitals, _EFFECT: effects, _POINT: points}

    def renamed(self, record: Session, part_ids: Collection[str]) -> Session:
        """The session, its points of these ids under others."""
        effects = (
            replace(effect, points=renamed_parts(effect.points, record.id, part_ids)) for effect in record.effects
        )
        return replace(record, effects=tuple(effects))

    def put_together(self, row: Values, parts: PartRows) -> Session:
        """A session of its row and those of its parts."""
        vitals = tuple(self._vital.record(vital) for vital in parts[_VITAL])
        phases = {effect["item_id"]: effect["phase"] for effect in parts[_EFFECT]}
        points: dict[str, list[EffectPoint]] = {item_id: [] for item_id in phases}
        for point in parts[_POINT]:
            points.setdefault(point["item_id"], []).append(self._point.record(point))
        effects = [SideEffect(item_id, tuple(found), _phase(phases.get(item_id))) for item_id, found in points.items()]
        return self.columns.record(row, vitals=vitals, effects=_by_first_point(effects))

    @cached_property
    def _vital(self) -> Columns[Vital]:
        return Columns(Vital)

    @cached_property
    def _effect(self) -> Columns[SideEffect]:
        return Columns(SideEffect, ("points",))

    @cached_property
    def _point(self) -> Columns[EffectPoint]:
        return Columns(EffectPoint)


def _by_first_point(effects: Iterable[SideEffect]) -> tuple[SideEffect, ...]:
    """In the order in which they came; those without a time last."""
    return tuple(
        sorted(
            effects,
            key=lambda effect: (not effect.points, effect.points[0].at_ms if effect.points else 0, effect.item_id),
        )
    )


def _phase(kept: str | None) -> Phase | None:
    return None if kept is None else Phase(kept)
