"""What the commands that list things share: the days, JSON instead of lines, and words where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from journal.cli.arguments import Day
from journal.cli.output import put_line
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.cli.invocation import Invocation

Command = TypeVar("Command", bound=Callable[..., Any])


def days_options(command: Command) -> Command:
    """Decorate a command with the first and the last day, `first` and `last`: None where they are not said."""
    return _days(command, required=False)


def needed_days_options(command: Command) -> Command:
    """The same two days, which have to be said."""
    return _days(command, required=True)


def json_option(command: Command) -> Command:
    """Decorate a command with `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print JSON."))(command)


def check_order(first: date | None, last: date | None) -> None:
    """Raise InvalidPeriod when a list is to end before it begins."""
    from journal.model.periods import Period

    if first is not None and last is not None:
        Period(first, last)


def put_lines(invocation: Invocation, lines: Iterable[str], nothing: str) -> None:
    """Print the lines; where there are none, say so beside the output."""
    some = False
    for line in lines:
        some = True
        put_line(line)
    if not some:
        invocation.say(nothing)


def _days(command: Command, *, required: bool) -> Command:
    last = click.option("--to", "last", type=Day(), required=required, help=_("The last day."))
    return click.option("--from", "first", type=Day(), required=required, help=_("The first day."))(last(command))
