"""Fields of a session, a medicine or a practice as they are typed; an empty one clears the field."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from typing import Any, TypeVar

import click

from journal.cli.arguments import Moment
from journal.cli.output import shown
from journal.texts.translation import _


class Empty(Enum):
    """What an empty value stands for: take the field away."""

    EMPTY = "empty"


EMPTY = Empty.EMPTY

T = TypeVar("T")


class Amount(click.ParamType[Any]):
    """A number, 0.5 or 0,5."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float | Empty:
        """The number, or wrong usage for what is none. A finite one: there is no dose of infinity."""
        if isinstance(value, float | Empty):
            return value
        text = str(value).strip()
        if not text:
            return EMPTY
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number) or "_" in text:
            self.fail(_("{text} is not a number. Write it as 40 or 0.5.").format(text=shown(text)), param, ctx)
        return number


class Whole(click.ParamType[Any]):
    """A whole number."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | Empty:
        """The number, or wrong usage for what is none."""
        if isinstance(value, int | Empty):
            return value
        text = str(value).strip()
        return whole(text, self, param, ctx) if text else EMPTY


class YesNo(click.ParamType[Any]):
    """Yes or no."""

    name = "yes|no"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> bool | Empty:
        """True or false, or wrong usage for any other word."""
        if isinstance(value, bool | Empty):
            return value
        text = str(value).strip().casefold()
        if text not in ("yes", "y", "no", "n", ""):
            self.fail(_("{text} is neither yes nor no.").format(text=shown(text)), param, ctx)
        return text.startswith("y") if text else EMPTY


class Named(click.Choice[str]):
    """One of some words; case plays no part, and a space or _ may stand for a hyphen."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__([str(word) for word in words], case_sensitive=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, or wrong usage for another one."""
        text = value.strip().replace("_", "-").replace(" ", "-") if isinstance(value, str) else value
        return super().convert(text, param, ctx)


class OneOf(Named):
    """One of some words, or nothing."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, or wrong usage for another one."""
        if isinstance(value, Empty) or (isinstance(value, str) and not value.strip()):
            return EMPTY
        return super().convert(value, param, ctx)


class When(Moment):
    """A time, or nothing."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The time, or wrong usage for what is none."""
        if isinstance(value, Empty) or (isinstance(value, str) and not value.strip()):
            return EMPTY
        return super().convert(value, param, ctx)


class ClockTimes(click.ParamType[Any]):
    """Times of the day as 08:00,20:00."""

    name = "HH:MM,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        """Minutes after midnight, each once, in order; wrong usage for what is no time."""
        if isinstance(value, tuple):
            return value
        return tuple(sorted({self._minute(text.strip(), param, ctx) for text in str(value).split(",")}))

    def _minute(self, text: str, param: click.Parameter | None, ctx: click.Context | None) -> int:
        minute = clock_minute(text)
        if minute is None:
            self.fail(_("{text} is not a time of day. Write it as 08:00.").format(text=shown(text)), param, ctx)
        return minute


def clock_minute(text: str) -> int | None:
    """Minutes after midnight of 8:00 or 08:00, or None."""
    try:
        at = datetime.strptime(text, "%H:%M")  # noqa: DTZ007 a time of day has no zone
    except ValueError:
        return None
    return at.hour * 60 + at.minute if text.isascii() else None


def whole(text: str, kind: click.ParamType[Any], param: click.Parameter | None, ctx: click.Context | None) -> int:
    """A whole number of nine digits or fewer, or wrong usage."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        kind.fail(_("{text} is not a whole number.").format(text=shown(text)), param, ctx)
    return int(text)


def given(value: T | Empty | None) -> T | None:
    """A value that was typed; None where it was empty or not typed at all."""
    return None if isinstance(value, Empty) else value
