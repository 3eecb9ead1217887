"""What can be pressed on the page of a day, beside the deeds it shares with Treatment. Pure."""

from __future__ import annotations

from enum import StrEnum


class DayDo(StrEnum):
    """Each is about a record; the deed's `also` is its kind, a `LineKind`."""

    OPEN = "open"
    DELETE = "delete"
    ADD_CHECK_IN = "add-check-in"
