"""How times grow with the journal: 1, 10 and 30 years of two check-ins a day with 14 ratings each.

Beside them 20 sessions a year with vitals and side effects, and two doses a day. Opening, Today's
form, saving an answer, a session or a dose must stay as they are after one year; the charts of all
years and the list of all sessions may grow with the years, and the report of 90 days not at all.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.grown_treatment import add_treatment, feeling, session_reading, session_writing, taking
from benchmarks.measuring import Row, in_turn
from journal.app import check_ins, forms, reports, trends
from journal.app.journal import Journal
from journal.app.vaults import create_journal
from journal.host.clock import FixedClock
from journal.model.entries import Entry, EntryKind, Rating, State
from journal.model.items import Item
from journal.model.periods import Period, last_days
from journal.report.request import Part, ReportRequest

YEARS = (1, 10, 30)
RATINGS = 14
TODAY = datetime(2026, 10, 29, 21, 0, tzinfo=UTC)
HOURS = (8, 20)
FLAT = 1.2
ROUNDS = 25
WARM_UP = 2
PASSPHRASE = "bench"
ZONE = "Europe/London"


@dataclass
class Grown:
    """A journal of so many years, open."""

    years: int
    journal: Journal
    items: list[Item]


def rows() -> list[Row]:
    """Each use for each length, beside the same use after one year in the same run."""
    gc.disable()  # as `main` does: the window collects by itself, when nothing else is to be done
    try:
        return _rows()
    finally:
        gc.enable()


def _rows() -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="leeward-bench-") as folder:
        grown = [made(Path(folder) / str(years), years) for years in YEARS]
        measured = [
            *compared("Today's form", [form_of(each) for each in grown], flat=True),
            *compared("save one answer", [answering(each) for each in grown], flat=True),
            *compared("write down a session", [session_writing(each.journal) for each in grown], flat=True),
            *compared("a side effect of an open session", [feeling(each.journal) for each in grown], flat=True),
            *compared("take a dose", [taking(each.journal) for each in grown], flat=True),
            *compared("report of 90 days, gathered", [gathering(each) for each in grown], flat=True, rounds=7),
            *compared("all sessions read", [session_reading(each.journal) for each in grown], flat=False, rounds=7),
            *compared("trends of all years", [all_trends(each) for each in grown], flat=False, rounds=3),
        ]
        for each in grown:
            each.journal.close()
        return [*compared("open", [opening(each.journal.folder) for each in grown], flat=True), *measured]


def compared(what: str, works: list[Callable[[], object]], *, flat: bool, rounds: int = ROUNDS) -> list[Row]:
    """A row a length: what is `flat` beside one year, the rest beside the length before, to grow as the years do."""
    times = in_turn(*works, rounds=rounds, warm_up=WARM_UP)
    found = []
    for place in range(1, len(YEARS)):
        before = 0 if flat else place - 1
        budget = FLAT if flat else FLAT * YEARS[place] / YEARS[before]
        name = f"{what}, {YEARS[place]} years"
        found.append(Row(name, times[place], f"the same, {YEARS[before]} y", times[before], budget))
    return found


def made(folder: Path, years: int) -> Grown:
    """A journal with entries up to today, written at once."""
    from journal.store.vault import FAST_KDF

    journal = create_journal(folder, PASSPHRASE, clock(), recovery=False, kdf=FAST_KDF).journal
    items = [item for item in journal.items() if not item.hidden][:RATINGS]
    with journal.store.tx(many=True):
        journal.ensure_stored(*items)
        days = years * 365
        for year in range(years):
            journal.store.entries.add_new(list(entries(items, days - year * 365, days - (year + 1) * 365)))
    add_treatment(journal, days)
    return Grown(years, journal, items)


def clock() -> FixedClock:
    """Nine in the evening of the last day."""
    return FixedClock(int(TODAY.timestamp() * 1000), 0, ZONE)


def entries(items: list[Item], first_ago: int, last_ago: int) -> Iterator[Entry]:
    """Two check-ins for each day from `first_ago` down to the one after `last_ago` days ago."""
    for ago in range(first_ago, last_ago, -1):
        for hour in HOURS:
            yield entry(items, (TODAY - timedelta(days=ago)).replace(hour=hour))


def entry(items: list[Item], at: datetime) -> Entry:
    """One check-in, its values made from its time."""
    at_ms = int(at.timestamp() * 1000)
    return Entry(
        id=check_ins.new_key().entry_id,
        kind=EntryKind.CHECK_IN,
        at_ms=at_ms,
        offset_min=0,
        zone=ZONE,
        day=at.date(),
        covers_min=12 * 60,
        made_ms=at_ms,
        made_offset_min=0,
        ratings=tuple(
            Rating(item.id, item.version.id, State.RATED, float((at.toordinal() * 7 + at.hour + place * 3) % 5))
            for place, item in enumerate(items)
        ),
    )


def opening(folder: Path) -> Callable[[], object]:
    """Opening with a key that was derived before, and closing."""
    from journal.store.journal_store import JournalStore
    from journal.store.vault import open_vault

    vaults = iter([open_vault(folder, passphrase=PASSPHRASE) for _ in range(ROUNDS + WARM_UP)])
    return lambda: JournalStore.open(folder, next(vaults), clock()).close()


def form_of(grown: Grown) -> Callable[[], object]:
    """What Today shows."""
    return lambda: forms.form(grown.journal)


def answering(grown: Grown) -> Callable[[], object]:
    """One answer of a check-in that goes on."""
    key = check_ins.new_key()
    values = iter(range(10_000))
    return lambda: check_ins.answer(grown.journal, key, grown.items[0], float(next(values) % 5))


def gathering(grown: Grown) -> Callable[[], object]:
    """All that the report of 90 days reads and reckons; setting the page has nothing to do with the years."""
    last = grown.journal.today()
    request = ReportRequest(last_days(last, 90), includes=frozenset({Part.COMPARISON}))
    return lambda: reports.gather(grown.journal, request)


def all_trends(grown: Grown) -> Callable[[], object]:
    """The charts of every item over every year."""
    last = grown.journal.today()
    period = Period(grown.journal.store.entries.first_day() or last, last)
    keys = [item.key for item in grown.items]
    return lambda: trends.panels(grown.journal, period, keys)
