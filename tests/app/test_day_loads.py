"""The day's average that is remembered is always the one that would be reckoned anew."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.app import check_ins, history
from journal.app.day_loads import DAYS_AT_ONCE, day_loads, remember_more
from journal.app.day_series import day_series
from journal.app.journal import Journal
from journal.app.merges import merge
from journal.app.vaults import open_journal
from journal.model.entries import State
from journal.model.errors import NothingToRedo, NothingToUndo
from journal.model.periods import Period, last_days
from journal.model.series import LOAD_KEY
from tests.support.journals import PASSPHRASE, ZoneClock, make_journal, reopen

TODAY = date(2026, 10, 29)
SHOWN = Period(date(2026, 10, 26), date(2026, 10, 28))
ALL = Period(date(2016, 10, 29), TODAY)
ASKED = ("nightmares", "sleep_trouble", "flashbacks", "low_mood", "guilt", "numb", "anxiety", "irritability")

# Nights and the hours before the day begins as well: an answer about the night counts for the morning's date.
TIMES = st.tuples(st.integers(25, 29), st.sampled_from([1, 3, 5, 9, 20])).map(
    lambda at: datetime(2026, 10, at[0], at[1])
)
RATED = st.sampled_from([0, 1, 2, 3, 4])
STATES = st.sampled_from([State.UNANSWERED, State.NOT_APPLICABLE])
WHICH = st.integers(0, 9)


@st.composite
def answers(draw: st.DrawFn) -> dict[str, float | State]:
    """Mostly enough for an average, now and then too few."""
    given_: dict[str, float | State] = dict.fromkeys(ASKED, draw(RATED)) | {"nightmares": draw(RATED)}
    left_out = draw(st.sets(st.sampled_from(ASKED), max_size=3))
    return given_ | {key: draw(STATES) for key in left_out}


ACTIONS = st.one_of(
    st.tuples(st.just("log"), TIMES, answers(), st.booleans()),
    st.tuples(st.just("edit"), WHICH, answers()),
    st.tuples(st.just("move"), WHICH, TIMES),
    st.tuples(st.sampled_from(["delete", "forget"]), WHICH),
    st.tuples(st.sampled_from(["undo", "redo", "ahead", "reopen"])),
    st.tuples(st.just("day start"), st.sampled_from([0, 240, 360])),
    st.tuples(st.just("scale"), st.sampled_from(ASKED), st.sampled_from([4.0, 10.0])),
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made, _clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    yield made
    made.close()


def uncached(journal: Journal, days: Period) -> dict[date, float]:
    return dict(day_series(journal, LOAD_KEY, days).day_values())


def log(journal: Journal, day: date, *, hour: int = 9, without: tuple[str, ...] = ()) -> str:
    at = datetime(day.year, day.month, day.day, hour)
    return check_ins.log(journal, dict.fromkeys((key for key in ASKED if key not in without), 2), at=at).id


@contextmanager
def answers_read(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[date, date]]]:
    """The stretches of days whose answers are read within the block."""
    found: list[tuple[date, date]] = []
    entries, read = journal.store.entries, journal.store.entries.readings

    def counted(first: date, last: date, item_ids: Any = None) -> Any:
        found.append((first, last))
        return read(first, last, item_ids)

    with monkeypatch.context() as patched:
        patched.setattr(entries, "readings", counted)
        yield found


class Played:
    """A journal on which random actions are done."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.scales = itertools.count(1)

    def do(self, action: tuple[Any, ...]) -> None:
        what, *given_ = action
        journal = self.journal
        if what == "log":
            check_ins.log(journal, given_[1], at=given_[0], momentary=given_[2])
        elif what in ("edit", "move", "delete", "forget"):
            self.change(what, *given_)
        elif what == "day start":
            journal.put_setting("day_start_min", given_[0])
        elif what == "scale":
            self.scale(*given_)
        elif what == "reopen":
            self.journal = reopen(journal)
        elif what == "ahead":
            remember_more(journal)
        else:
            with suppress(NothingToUndo, NothingToRedo):
                (history.undo if what == "undo" else history.redo)(journal)

    def change(self, what: str, which: int, how: Any = None) -> None:
        entries = self.journal.store.entries.between(date.min, date.max)
        if not entries:
            return
        entry_id = entries[which % len(entries)].id
        acts: dict[str, Callable[[], object]] = {
            "edit": lambda: history.edit(self.journal, entry_id, how),
            "move": lambda: history.edit(self.journal, entry_id, at=how),
            "delete": lambda: history.delete(self.journal, entry_id),
            "forget": lambda: history.delete_for_good(self.journal, entry_id),
        }
        acts[what]()

    def scale(self, key: str, maximum: float) -> None:
        """Another version, as an older program or another computer may have written it."""
        item = self.journal.item(key)
        version_id = f"00000000-0000-4000-8000-{next(self.scales):012d}"
        with self.journal.store.tx():
            self.journal.ensure_stored(item)
            version = replace(item.version, id=version_id, since_day=TODAY, maximum=maximum)
            self.journal.store.items.save_version(version)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTIONS, min_size=4, max_size=14))
def test_whatever_is_done_it_is_as_reckoned_anew(
    tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[Any, ...]]
) -> None:
    played = Played(make_journal(tmp_path_factory.mktemp("loads") / "journal")[0])
    for action in actions:
        played.do(action)
        for days in (SHOWN, ALL):
            assert day_loads(played.journal, days) == uncached(played.journal, days)
    played.journal.close()


def test_days_that_were_gone_through_are_not_read_again(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    far = date(2019, 3, 10)
    for day in (far, TODAY):
        log(journal, day)
    assert not remember_more(journal)
    with answers_read(journal, monkeypatch) as found:
        assert day_loads(journal, last_days(far, 30)) == {far: 2.0}
        assert day_loads(journal, ALL) == {far: 2.0, TODAY: 2.0}
        assert not remember_more(journal)
    assert found == []


def test_an_answer_about_the_night_changes_the_morning_it_counts_for(journal: Journal) -> None:
    log(journal, date(2026, 10, 20), without=("nightmares",))
    before_sunrise = log(journal, date(2026, 10, 20), hour=2)
    day_loads(journal, ALL)
    history.edit(journal, before_sunrise, {"nightmares": 4})
    assert day_loads(journal, ALL)[date(2026, 10, 20)] == (7 * 2 + 4) / 8


def test_of_a_month_only_the_days_that_changed_are_read_again(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [log(journal, date(2026, 10, day)) for day in range(1, 20)]
    day_loads(journal, ALL)
    history.edit(journal, ids[9], {"flashbacks": 4})
    with answers_read(journal, monkeypatch) as found:
        loads = day_loads(journal, ALL)
    assert found == [(date(2026, 10, 10), date(2026, 10, 11))]  # its nights may belong to the day after
    assert loads[date(2026, 10, 10)] == 2.25


def test_it_goes_back_a_month_of_days_at_a_time_and_leaps_over_empty_years(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [TODAY - timedelta(days=n) for n in range(1, 41)] + [date(2001, 1, 1)]
    for day in days:
        log(journal, day)
    with answers_read(journal, monkeypatch) as found:
        assert remember_more(journal)
        assert not remember_more(journal)
        assert not remember_more(journal)
        assert len(day_loads(journal, Period(date.min, TODAY))) == len(days)
    # The day after may have answers about its night, and is gone through with the day before it.
    assert found == [(days[DAYS_AT_ONCE - 1], TODAY), (days[-1], days[DAYS_AT_ONCE])]


def test_a_journal_without_entries_has_nothing_to_go_through(journal: Journal) -> None:
    entry_id = log(journal, TODAY)
    history.delete_for_good(journal, entry_id)
    assert not remember_more(journal)
    assert day_loads(journal, Period(date.min, date.max)) == {}


def test_a_journal_opened_in_its_place_is_read_anew(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    log(journal, TODAY)
    day_loads(journal, ALL)
    journal.store.close()
    journal.go_on_with(open_journal(journal.folder, journal.clock, passphrase=PASSPHRASE).store)
    with answers_read(journal, monkeypatch) as found:
        assert day_loads(journal, ALL) == {TODAY: 2.0}
    assert found == [(TODAY, TODAY)]


def test_what_another_computer_changed_holds_even_under_the_same_stamp(journal: Journal, tmp_path: Path) -> None:
    """Two copies can carry one stamp with different content (a clock and its node set back); then one wins."""
    entry_id, there = log(journal, TODAY), tmp_path / "there"
    shutil.copytree(journal.folder, there)
    other = open_journal(there, ZoneClock(journal.clock.now_ms()), passphrase=PASSPHRASE)
    with other.store.tx():
        other.store.entries._ledger.write("UPDATE rating SET value = 4 WHERE entry_id = ?", (entry_id,))
    other.close()
    changed = []
    for here, folder in ((journal.folder, there), (there, journal.folder)):
        journal.close()
        opened = open_journal(here, journal.clock, passphrase=PASSPHRASE)
        day_loads(opened, ALL)
        changed.append(merge(opened, folder).rows)
        assert day_loads(opened, ALL) == uncached(opened, ALL)
        opened.close()
    assert sorted(map(bool, changed)) == [False, True], "which of both wins is settled by a hash"
