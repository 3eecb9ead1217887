"""The number to call in danger, as it is shown."""

from __future__ import annotations

from journal.host.clock import Clock
from journal.host.region import emergency, system_region
from journal.texts.translation import _


def emergency_words(clock: Clock) -> str:
    """The first number of the country where the computer is, with "check" where it was not verified."""
    found = emergency(system_region(clock.zone()).country)
    return found.numbers[0] if found.verified else _("{number} (check)").format(number=found.numbers[0])
