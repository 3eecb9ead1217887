"""Side effects and vitals that were typed, put together with those that a session has already."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from journal.cli.session_parts import GivenPoint
from journal.model.entries import local_time
from journal.model.errors import TimeInFuture, UnknownItem
from journal.model.items import Item, Kind
from journal.model.sessions import EffectPoint, Phase, SideEffect, Vital
from journal.model.treatments import plain_name
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.journal import Journal

HIGHEST_LEVEL = 4
MINUTE_MS = 60_000


def with_vitals(before: Iterable[Vital], typed: Iterable[Vital]) -> tuple[Vital, ...]:
    """The vitals after what was typed: parts left empty stay as they were, an empty minute goes."""
    found = {vital.minute: vital for vital in before}
    for vital in typed:
        known = found.get(vital.minute, Vital(vital.minute))
        found[vital.minute] = vital if vital.empty else _joined(known, vital)
    return tuple(found[minute] for minute in sorted(found) if not found[minute].empty)


def with_effects(
    journal: Journal,
    start: datetime,
    before: Sequence[SideEffect],
    typed: Iterable[GivenPoint],
    phases: Iterable[tuple[str, Phase | None]],
) -> tuple[SideEffect, ...]:
    """The side effects after what was typed, for a session that began at `start`.

    Raises UnknownItem, TimeInFuture; wrong usage for an item that has other steps.
    """
    found = {effect.item_id: effect for effect in before}
    for point in typed:
        item = effect_item(journal, point.key)
        known = found.get(item.id, SideEffect(item.id))
        found[item.id] = (
            replace(known, points=_points(journal, start, known, point)) if point.timed else SideEffect(item.id)
        )
    for key, phase in phases:
        item = effect_item(journal, key)
        found[item.id] = replace(found.get(item.id, SideEffect(item.id)), phase=phase)
    return tuple(effect for effect in found.values() if effect.points or effect.phase is not None)


def effect_item(journal: Journal, key: str) -> Item:
    """The item of a side effect, by its key or its label.

    Raises UnknownItem; wrong usage for an item that has other steps than 0 to 4.
    """
    item = _called(journal, key)
    version = item.version
    if version.kind is not Kind.SCALE or (version.minimum, version.maximum) != (0, HIGHEST_LEVEL):
        raise click.UsageError(_("{key} has other steps than 0 to 4, so it cannot be a side effect.").format(key=key))
    return item


def _called(journal: Journal, name: str) -> Item:
    from journal.app.sessions import effect_items
    from journal.texts.items import ItemWords

    items, words, wanted = journal.items(), ItemWords(journal.catalogue), plain_name(name)
    for item in items:
        if wanted in (plain_name(item.key), plain_name(words.item_label(item))):
            return item
    keys = [item.key for item in effect_items(journal)]
    raise UnknownItem(key=name, similar=tuple(get_close_matches(name.casefold(), keys, n=3, cutoff=0.5)))


def _joined(known: Vital, typed: Vital) -> Vital:
    return Vital(
        known.minute,
        known.systolic if typed.systolic is None else typed.systolic,
        known.diastolic if typed.diastolic is None else typed.diastolic,
        known.pulse if typed.pulse is None else typed.pulse,
        known.spo2 if typed.spo2 is None else typed.spo2,
    )


def _points(journal: Journal, start: datetime, known: SideEffect, typed: GivenPoint) -> tuple[EffectPoint, ...]:
    at_ms, offset_min = _instant(journal, start, typed)
    others = [point for point in known.points if point.at_ms // MINUTE_MS != at_ms // MINUTE_MS]
    if typed.level is not None:
        others.append(EffectPoint(str(uuid.uuid4()), known.item_id, at_ms, offset_min, typed.level))
    return tuple(sorted(others, key=lambda point: point.at_ms))


def _instant(journal: Journal, start: datetime, typed: GivenPoint) -> tuple[int, int]:
    """When a point was; minutes after the start are counted in real time, also over a clock change."""
    from journal.app.moments import moment

    if typed.after_min is None:
        found = moment(journal, typed.moment(start))
        return found.at_ms, found.offset_min
    began = moment(journal, start)
    at_ms = began.at_ms + typed.after_min * MINUTE_MS
    offset_min = began.offset_min if start.tzinfo is not None else journal.clock.offset_min(at_ms)
    if at_ms > journal.clock.now_ms():
        raise TimeInFuture(text=local_time(at_ms, offset_min).isoformat(timespec="minutes"))
    return at_ms, offset_min
