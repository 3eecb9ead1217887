"""Dates, times and answers as they are typed on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date, datetime
from typing import Any

import click

from journal.model.entries import State
from journal.model.errors import NotANumber
from journal.model.tags import LONGEST_TAG, spaced_tag
from journal.texts.translation import _

EARLIEST, LATEST = 1900, 2199
"""The years that can be asked for: room for a life, and for the period before it."""

WORDS = {"skip": State.UNANSWERED, "na": State.NOT_APPLICABLE}
YES_NO = {"yes": 1.0, "no": 0.0}


class Day(click.ParamType[date]):
    """A day as 2026-10-29."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a wrong-usage error that shows the form wanted."""
        if isinstance(value, date):
            return value
        if not value.strip():
            self.fail(_("There is no day. Write it as 2026-10-29."), param, ctx)
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(_("{text} is not a day. Write it as 2026-10-29.").format(text=value), param, ctx)
        if not EARLIEST <= day.year <= LATEST:
            self.fail(out_of_reach(), param, ctx)
        return day


def out_of_reach() -> str:
    """What is said of a day or time in another age."""
    return _("Choose a day in the years from {first} to {last}.").format(first=EARLIEST, last=LATEST)


class Words(click.ParamType[str]):
    """What a person writes. Bytes that are no text in the terminal's encoding are wrong usage."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text as given."""
        text = str(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            self.fail(_("This is not text that can be read. Write it in UTF-8."), param, ctx)
        return text


class TagWords(Words):
    """A tag, no longer than a tag can be."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag as given, or wrong usage for one that would have to be cut."""
        text = super().convert(value, param, ctx)
        length = len(spaced_tag(text))
        if length > LONGEST_TAG:
            said = _("A tag has at most {most} characters, and this one has {n}. Write a shorter one.")
            self.fail(said.format(most=LONGEST_TAG, n=length), param, ctx)
        return text


class ManyWords(click.Argument):
    """A name of one word or several, with or without quotation marks: ketamine infusion."""

    def __init__(self, declarations: Sequence[str], **settings: Any) -> None:
        settings |= {"nargs": -1, "required": True, "type": Words(), "metavar": declarations[0].upper()}
        super().__init__(declarations, **settings)

    def process_value(self, ctx: click.Context, value: Any) -> str:
        """The words as one text."""
        return " ".join(super().process_value(ctx, value))


class Moment(click.ParamType[datetime]):
    """A time as 2026-10-29T21:04, with an offset or local."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The time, or a wrong-usage error that shows the form wanted."""
        if isinstance(value, datetime):
            return value
        if not value.strip():
            self.fail(_("There is no time. Write it as 2026-10-29T21:04."), param, ctx)
        try:
            if len(value) <= len("2026-10-29"):
                raise ValueError
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(_("{text} is not a time. Write it as 2026-10-29T21:04.").format(text=value), param, ctx)
        if not EARLIEST <= moment.year < MAXYEAR:  # a time to come is told by whoever knows the clock
            self.fail(out_of_reach(), param, ctx)
        return moment


def split_answers(texts: Iterable[str]) -> dict[str, str]:
    """`KEY=VALUE` words to a mapping. Wrong usage without a `=`, and where a key stands twice."""
    pairs = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise click.UsageError(_("{text} is not an answer. Write it as nightmares=2.").format(text=text))
        key = key.strip()
        if key in pairs:
            raise click.UsageError(_("{key} stands there twice. Give one answer to it.").format(key=key))
        pairs[key] = value.strip()
    return pairs


def answer_value(key: str, text: str) -> float | State:
    """A number, `yes`, `no`, `skip` or `na`. Raises NotANumber."""
    word = text.lower()
    if word in WORDS:
        return WORDS[word]
    if word in YES_NO:
        return YES_NO[word]
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise NotANumber(key=key, text=text) from None
