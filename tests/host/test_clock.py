import time

import pytest

from journal.host.clock import SystemClock


@pytest.fixture
def zone(monkeypatch):
    """Sets the zone of the process; the one it had comes back."""

    def use(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield use
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("name", "minutes"), [("XYZ-3:30", 210), ("UTC+99", 0), ("Nowhere/Land", 0), ("", 0)])
def test_a_strange_zone_of_the_system_still_gives_a_time(zone, name, minutes):
    zone(name)
    assert SystemClock().offset_min(1_793_304_000_000) == minutes
