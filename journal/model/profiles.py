"""Profiles: which items are asked on which kind of day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of items under a name, such as one for days with a session.

    `items` are keys in the order in which they are asked. It is offered by itself on `weekdays`
    (Monday is 0) and, where `session_day` is true, on days with a session; always by choice.
    """

    id: str
    name: str
    items: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    session_day: bool = False
    position: int = 0
