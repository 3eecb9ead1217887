from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.model.hlc import MAX_MS, HybridClock, Stamp

TIMES = st.integers(min_value=-(10**6), max_value=MAX_MS - 10**6)
STAMPS = st.builds(Stamp, st.integers(0, MAX_MS), st.integers(0, 0xFFFF), st.integers(0, 2**64 - 1))


@given(st.lists(TIMES, min_size=2, max_size=50))
def test_stamps_grow_though_the_clock_goes_back(times: list[int]) -> None:
    readings = iter(times)
    clock = HybridClock(lambda: next(readings), node=7)
    stamps = [clock.tick() for _ in times]
    assert stamps == sorted(set(stamps))


@given(STAMPS, TIMES)
def test_a_stamp_comes_after_every_stamp_seen(seen: Stamp, now_ms: int) -> None:
    clock = HybridClock(lambda: now_ms, node=0)
    clock.see(seen._replace(ms=min(seen.ms, MAX_MS - 1)))
    assert clock.tick()[:2] > (min(seen.ms, MAX_MS - 1), seen.counter)


@given(STAMPS, STAMPS)
def test_stamps_sort_as_text_as_they_sort_as_numbers(one: Stamp, other: Stamp) -> None:
    assert (str(one) < str(other)) == (one < other)
    assert (str(one) == str(other)) == (one == other)


@given(STAMPS)
def test_a_stamp_is_read_back_from_its_text(stamp: Stamp) -> None:
    assert Stamp.parse(str(stamp)) == stamp


def test_two_nodes_never_give_an_equal_stamp_at_the_same_moment() -> None:
    clocks = [HybridClock(lambda: 5, node) for node in (1, 2)]
    assert len({clock.tick() for clock in clocks for _ in range(10)}) == 20


def test_the_counter_overflows_into_the_next_millisecond() -> None:
    clock = HybridClock(lambda: 5, node=1)
    clock.see(Stamp(9, 0xFFFF, 0))
    assert clock.tick() == Stamp(10, 0, 1)


@pytest.mark.parametrize("text", ["", "1-2-3", "00000000000g-0000-0000000000000000", "x"])
def test_anything_else_is_no_stamp(text: str) -> None:
    with pytest.raises(ValueError):
        Stamp.parse(text)
