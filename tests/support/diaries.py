"""Small diaries for tests of the statistics: items, readings and stamps with as few words as possible."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from journal.model.entries import Entry, EntryKind, EntryStamp, Reading, Recall, State, TimeKnown
from journal.model.items import FIRST_DAY, Asked, Better, Cluster, Combine, Item, ItemVersion, Kind, Origin

START = date(2026, 3, 2)
"""A Monday; days in tests are numbered from here."""

_numbers = count()


def day(number: int) -> date:
    return START + timedelta(days=number)


def make_item(key: str, *, symptom: bool = True, asked: Asked = Asked.EVERY, **version) -> Item:
    made = make_version(key, asked=asked, **version)
    return Item(
        id=key,
        key=key,
        origin=Origin.CATALOGUE,
        hidden=False,
        position=0,
        version=made,
        cluster=Cluster.D,
        symptom=symptom,
    )


def make_version(key: str, number: int = 1, **version) -> ItemVersion:
    given = {"kind": Kind.SCALE, "asked": Asked.EVERY, "better": Better.LOWER, "combine": Combine.MEAN, **version}
    return ItemVersion(id=f"{key}#{number}", item_id=key, since_day=FIRST_DAY, **given)


def symptoms(number: int) -> list[Item]:
    return [make_item(f"s{place}") for place in range(number)]


def reading(
    item: str | Item,
    on: int,
    value: float | None = None,
    *,
    hours: float | None = None,
    state: State = State.RATED,
    minute: int | None = 1200,
    entry: str | None = None,
    version: int = 1,
) -> Reading:
    """A rating on day number `on`; with `hours` it is about a window that long, else about now."""
    key = item if isinstance(item, str) else item.id
    return Reading(
        item_id=key,
        version_id=f"{key}#{version}",
        entry_id=entry or f"e{next(_numbers)}",
        day=day(on),
        at_ms=(day(on) - date(1970, 1, 1)).days * 86_400_000 + (minute or 0) * 60_000,
        local_min=minute,
        covers_min=None if hours is None else round(hours * 60),
        now=hours is None,
        state=state,
        value=value,
    )


def left(item: str | Item, on: int) -> Reading:
    return reading(item, on, state=State.UNANSWERED)


def not_applicable(item: str | Item, on: int) -> Reading:
    return reading(item, on, state=State.NOT_APPLICABLE)


def stamp(on: int, *, late: bool = False, changed_later: bool = False) -> EntryStamp:
    return EntryStamp(f"e{next(_numbers)}", day(on), "check_in", late, changed_later)


def stamps_of(readings: list[Reading]) -> list[EntryStamp]:
    """One stamp a day that has a reading."""
    return [EntryStamp(f"d{each}", each, "check_in", False, False) for each in sorted({r.day for r in readings})]


def readings_of(entries: list[Entry], night_ids: set[str]) -> list[Reading]:
    """Flat rows as the store gives them: night items on the calendar day of the check-in."""
    return [
        Reading(
            item_id=rating.item_id,
            version_id=rating.version_id,
            entry_id=entry.id,
            day=entry.at.date() if rating.item_id in night_ids else entry.day,
            at_ms=entry.at_ms,
            local_min=entry.at.hour * 60 + entry.at.minute if entry.time_known is TimeKnown.MINUTE else None,
            covers_min=entry.covers_min,
            now=entry.recall is Recall.NOW,
            state=rating.state,
            value=rating.value,
            short=entry.kind in (EntryKind.SHORT, EntryKind.AFTER_SESSION, EntryKind.MONTHLY),
        )
        for entry in entries
        for rating in entry.ratings
    ]


def entry_stamps(entries: list[Entry]) -> list[EntryStamp]:
    return [EntryStamp(each.id, each.day, each.kind, each.late, each.changed_later) for each in entries]


@dataclass(frozen=True)
class Diary:
    """A made-up diary: its items, and their readings over days numbered from 0 to 27 at most."""

    items: list[Item]
    readings: list[Reading]


@st.composite
def diaries(draw, items: int = 8, days: int = 28) -> Diary:
    """Diaries with gaps, several check-ins a day, windows and moments, and all four states.

    Drawn as a seed and a few shares: a diary of hundreds of numbers drawn one by one would be slow.
    """
    chance = random.Random(draw(st.integers(0, 10**6)))
    days = draw(st.integers(1, days))
    logged, asked = draw(st.sampled_from([0.2, 0.6, 1.0])), draw(st.sampled_from([0.5, 0.9, 1.0]))
    states = draw(st.sampled_from([(1.0, 1.0), (0.8, 0.95), (0.4, 0.7)]))
    known = symptoms(items)
    rows = []
    for on in range(days):
        for number in range(chance.choice([1, 1, 2, 3]) if chance.random() < logged else 0):
            hours = chance.choice([None, 0, 0.5, 4, 6, 12, 24])
            entry, minute = f"c{on}-{number}", 300 + 400 * number
            for each in known:
                share = chance.random()
                if chance.random() > asked:
                    continue
                state = (
                    State.RATED
                    if share < states[0]
                    else State.UNANSWERED
                    if share < states[1]
                    else State.NOT_APPLICABLE
                )
                value = float(chance.randrange(5)) if state is State.RATED else None
                rows.append(reading(each, on, value, hours=hours, state=state, minute=minute, entry=entry))
    return Diary(known, rows)
