"""This computer's clock, held still for commands that read it: the same day at each hour the tests are run."""

from __future__ import annotations

from datetime import date

import pytest

from journal.host.clock import SystemClock
from tests.support.journals import ZoneClock, clock_at

TODAY = date(2026, 11, 22)
"""The person's day while the clock is held."""


def hold_the_clock(monkeypatch: pytest.MonkeyPatch) -> ZoneClock:
    """Hold it at nine in the evening, after every moment the tests record; the clock that stands in for it."""
    held = clock_at(f"{TODAY}T21:00")
    monkeypatch.setattr(SystemClock, "now_ms", lambda _clock: held.now_ms())
    monkeypatch.setattr(SystemClock, "offset_min", lambda _clock, at_ms: held.offset_min(at_ms))
    monkeypatch.setattr(SystemClock, "zone", lambda _clock: held.zone())
    return held
