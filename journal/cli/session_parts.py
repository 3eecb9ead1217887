"""Vitals and side effects of a session as they are typed on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

import click

from journal.cli.arguments import Moment
from journal.cli.fields import clock_minute, whole
from journal.cli.output import shown
from journal.model.sessions import BEFORE_MIN, Phase, Vital
from journal.texts.translation import _

BEFORE = "before"
LONGEST_AFTER_MIN = 28 * 24 * 60
"""Minutes after the start reach four weeks; what came later is given with its date."""

_PARTS = 4


@dataclass(frozen=True, slots=True)
class GivenPoint:
    """A side effect at a time: at a moment, at a time of that day, or minutes after the start.

    `level` None takes the point away; without any time the whole side effect is meant.
    """

    key: str
    level: int | None
    at: datetime | None = None
    clock_min: int | None = None
    after_min: int | None = None

    @property
    def timed(self) -> bool:
        """Whether a time was given."""
        return self.at is not None or self.clock_min is not None or self.after_min is not None

    def moment(self, start: datetime) -> datetime:
        """The time of the point in a session that began at `start`; a time of day before that is the day after.

        Not for minutes after the start, which need the clock.
        """
        if self.at is not None:
            return self.at
        found = datetime.combine(start.date(), time(), start.tzinfo) + timedelta(minutes=self.clock_min or 0)
        return found if found >= start.replace(second=0, microsecond=0) else found + timedelta(days=1)


class VitalsAt(click.ParamType[Any]):
    """Vitals as 40=138/84/72/98: minutes after the start, then systolic/diastolic/heart rate/oxygen."""

    name = "MIN=SYS/DIA/HR/SPO2"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Vital:
        """The vitals; parts may be left empty, and with all of them empty those of that minute are taken away."""
        if isinstance(value, Vital):
            return value
        minute, equals, rest = str(value).partition("=")
        parts = [part.strip() for part in rest.split("/")]
        if not equals or len(parts) > _PARTS:
            self.fail(_not_vitals(value), param, ctx)
        numbers = [whole(part, self, param, ctx) if part else None for part in parts]
        numbers += [None] * (_PARTS - len(numbers))
        return Vital(self._minute(minute.strip(), value, param, ctx), *numbers)

    def _minute(self, text: str, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if text.casefold() == BEFORE:
            return BEFORE_MIN
        if not text:
            self.fail(_not_vitals(value), param, ctx)
        minute = whole(text.removeprefix("+"), self, param, ctx)
        if minute < 0:
            self.fail(_not_vitals(value), param, ctx)
        return minute


class EffectAt(click.ParamType[Any]):
    """A side effect as dizziness@2026-10-29T14:30=2, dizziness@14:30=2 or dizziness@+40=2."""

    name = "KEY@TIME=LEVEL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> GivenPoint:
        """The point; an empty level takes it away, and KEY= the whole side effect."""
        if isinstance(value, GivenPoint):
            return value
        place, equals, level = str(value).rpartition("=")
        key, at, when = place.partition("@")
        key, when, level = key.strip(), when.strip(), level.strip()
        if not equals or not key or bool(at) != bool(when) or (level and not at):
            self.fail(_not_an_effect(value), param, ctx)
        strength = whole(level, self, param, ctx) if level else None
        if not when:
            return GivenPoint(key, strength)
        if when.startswith("+"):
            return GivenPoint(key, strength, after_min=self._after(when[1:], value, param, ctx))
        clock = clock_minute(when)
        if clock is not None:
            return GivenPoint(key, strength, clock_min=clock)
        try:
            return GivenPoint(key, strength, at=Moment().convert(when, param, ctx))
        except click.BadParameter:
            self.fail(_not_an_effect(value), param, ctx)

    def _after(self, text: str, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        minutes = whole(text, self, param, ctx)
        if not 0 <= minutes <= LONGEST_AFTER_MIN:
            self.fail(_not_an_effect(value), param, ctx)
        return minutes


class PhaseOf(click.ParamType[Any]):
    """When a side effect came, as dizziness=next-days."""

    name = "KEY=WHEN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Phase | None]:
        """The key and the phase; an empty one takes it away."""
        if isinstance(value, tuple):
            return value
        key, equals, name = str(value).partition("=")
        words = {str(phase): phase for phase in Phase}
        name = name.strip().casefold().replace(" ", "-")
        if not equals or not key.strip() or (name and name not in words):
            known = ", ".join(words)
            text = _("{text} cannot be read. Write it as nausea=during, with one of: {known}.")
            self.fail(text.format(text=shown(str(value)), known=known), param, ctx)
        return key.strip(), words.get(name)


class Distress(click.ParamType[Any]):
    """Distress 0 to 100 before, at its highest and after, as 40/75/30."""

    name = "BEFORE/HIGHEST/AFTER"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int | None, int | None, int | None]:
        """The three numbers; parts may be left empty."""
        if isinstance(value, tuple):
            return value
        parts = [part.strip() for part in str(value).split("/")]
        if len(parts) != 3:
            text = _("{text} cannot be read. Write distress as 40/75/30: before, highest, after.")
            self.fail(text.format(text=shown(str(value))), param, ctx)
        before, highest, after = (whole(part, self, param, ctx) if part else None for part in parts)
        return before, highest, after


def _not_vitals(value: Any) -> str:
    text = _("{text} cannot be read. Write vitals as 40=138/84/72/98: minutes, blood pressure, heart rate, oxygen.")
    return text.format(text=shown(str(value)))


def _not_an_effect(value: Any) -> str:
    text = _("{text} cannot be read. Write a side effect as dizziness@14:30=2, or dizziness@+40=2 for minutes after.")
    return text.format(text=shown(str(value)))
