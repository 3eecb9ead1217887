"""Makes the Today page."""

from __future__ import annotations

from functools import partial

from journal.host.clock import Clock
from journal.host.region import emergency, system_region
from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.today.page import TodayPage


def create(context: PageContext) -> TodayPage:
    """The page, not yet entered."""
    return TodayPage(context, partial(emergency_words, context.clock))


def emergency_words(clock: Clock) -> str:
    """The number to call in danger here, with "check" where it was not verified."""
    found = emergency(system_region(clock.zone()).country)
    numbers = " / ".join(found.numbers)
    return numbers if found.verified else _("{number} (check)").format(number=numbers)
