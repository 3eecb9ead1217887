"""The number to call in danger, as it is shown."""

from __future__ import annotations

from journal.host.clock import Clock
from journal.host.region import emergency, system_region
from journal.texts.translation import _


def emergency_words(clock: Clock) -> str:
    """The first number of the country where the computer is; where it is not sure, what else may be the number."""
    found = emergency(system_region(clock.zone()).country)
    number = found.numbers[0]
    return number if found.verified else _("{number} or your local emergency number").format(number=number)
