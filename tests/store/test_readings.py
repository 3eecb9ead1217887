from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from journal.model.entries import Entry, Rating, Reading, Recall, State, TimeKnown
from journal.store.journal_store import JournalStore
from tests.support.stores import DAY, EVENING_MS, NIGHT, TENSE, entry

NEXT = DAY + timedelta(days=1)
FIVE_HOURS_MS = 5 * 3_600_000


def night_and_day(entry_id: str, at_ms: int, **changes: object) -> Entry:
    ratings = tuple(Rating(version.item_id, version.id, State.RATED, 1.0) for version in (NIGHT, TENSE))
    return replace(entry(entry_id), at_ms=at_ms, ratings=ratings, **changes)


def save(store: JournalStore, *entries: Entry) -> None:
    with store.tx():
        for each in entries:
            store.entries.save(each)


def test_a_reading_carries_what_statistics_need(store: JournalStore) -> None:
    save(store, entry("e1", 3, covers_min=300))
    (reading,) = store.entries.readings(DAY, DAY)
    known = (TENSE.item_id, TENSE.id, "e1", DAY, EVENING_MS, 21 * 60, 300, False, "rated", 3.0)
    assert reading == Reading(*known)
    assert isinstance(reading.day, date)


def test_a_night_item_counts_for_the_morning_it_is_asked_in(store: JournalStore) -> None:
    save(store, night_and_day("e1", EVENING_MS + FIVE_HOURS_MS))  # 02:00, still the day before
    assert [(r.item_id, r.day) for r in store.entries.readings(DAY, NEXT)] == [
        (NIGHT.item_id, NEXT),
        (TENSE.item_id, DAY),
    ]
    assert [r.item_id for r in store.entries.readings(DAY, DAY)] == [TENSE.item_id]
    assert [r.item_id for r in store.entries.readings(NEXT, NEXT)] == [NIGHT.item_id]


def test_where_only_the_day_is_known_the_night_counts_for_it(store: JournalStore) -> None:
    save(store, night_and_day("e1", EVENING_MS + FIVE_HOURS_MS, time_known=TimeKnown.DAY))
    assert {(r.day, r.local_min) for r in store.entries.readings(DAY, NEXT)} == {(DAY, None)}


def test_local_minutes_are_right_west_of_greenwich_and_before_1970(store: JournalStore) -> None:
    save(store, entry("e1", at_ms=-1, offset_min=-300, day=date(1969, 12, 31)))
    (reading,) = store.entries.readings(date(1969, 12, 30), date(1970, 1, 1))
    assert reading.local_min == 18 * 60 + 59


def test_momentary_and_unanswered_are_told_apart(store: JournalStore) -> None:
    save(store, entry("e1", None, recall=Recall.NOW))
    (reading,) = store.entries.readings(DAY, DAY)
    assert (reading.now, reading.state, reading.value) == (True, "unanswered", None)


def test_readings_come_by_time_whatever_the_order_they_were_saved_in(store: JournalStore) -> None:
    save(store, *(entry(f"e{n}", at_ms=EVENING_MS + n * 7919 % 13) for n in range(13)))
    times = [reading.at_ms for reading in store.entries.readings(DAY, DAY)]
    assert times == sorted(times)
    assert len(times) == 13


def test_only_the_items_asked_for_are_read(store: JournalStore) -> None:
    save(store, night_and_day("e1", EVENING_MS))
    assert [r.item_id for r in store.entries.readings(DAY, DAY, [NIGHT.item_id])] == [NIGHT.item_id]
    assert store.entries.readings(DAY, DAY, []) == []


def test_stamps_say_what_the_entries_say(store: JournalStore) -> None:
    day_ms = 86_400_000
    made = [
        entry("a", made_ms=EVENING_MS, made_offset_min=60),
        entry("b", made_ms=EVENING_MS + day_ms, changed_ms=EVENING_MS + day_ms),
        entry("c", made_ms=EVENING_MS + FIVE_HOURS_MS),
        entry("d", changed_ms=EVENING_MS + 2 * day_ms),
    ]
    save(store, *made)
    stamps = store.entries.stamps(DAY, DAY)
    assert [(s.id, s.late, s.changed_later) for s in stamps] == [(e.id, e.late, e.changed_later) for e in made]
    assert [(s.day, s.kind) for s in stamps] == [(DAY, "check_in")] * 4
