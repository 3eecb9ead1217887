"""Makes the Today page."""

from __future__ import annotations

from functools import partial

from journal.host.clock import Clock
from journal.ui.context import PageContext
from journal.ui.emergency_number import emergency_words
from journal.ui.today.page import TodayPage
from journal.ui.widgets.safety_line import Support


def create(context: PageContext) -> TodayPage:
    """The page, not yet entered."""
    return TodayPage(context, support_here(context))


def support_here(context: PageContext) -> Support:
    """The numbers of the country where the computer is, looked up when they are shown, and the ways to more."""
    clock = context.clock
    return Support(
        partial(emergency_words, clock),
        partial(_lines, clock),
        has_plan=True,
        talk=partial(context.go, "calm", part="talk"),
    )


def _lines(clock: Clock) -> tuple[str, ...]:
    from journal.host.region import system_region
    from journal.ui.today.support_lines import support_lines

    return support_lines(system_region(clock.zone()).country)
