from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.app import check_ins, history
from journal.app.item_scales import Scale, can_change, change_scale
from journal.app.items import OwnItem, add_own
from journal.app.journal import Journal
from journal.model.errors import InvalidItem, ScaleFixed
from journal.model.items import FIRST_DAY, Better, Kind
from tests.support.journals import ZoneClock, make_journal, reopen

Opened = tuple[Journal, ZoneClock]
Row = tuple[object, ...]


def ratings(journal: Journal) -> list[Row]:
    return sorted(
        (entry.id, rating.item_id, rating.version_id, rating.state, rating.value)
        for entry in journal.store.entries.between(date(2026, 1, 1), date(2026, 12, 31))
        for rating in entry.ratings
    )


def test_a_new_scale_is_a_new_version_and_old_ratings_keep_theirs(opened: Opened) -> None:
    journal, _ = opened
    old = journal.item("nightmares").version
    entry = check_ins.log(journal, {"nightmares": 3})
    item = change_scale(journal, "nightmares", Scale(0, 10))
    assert (item.version.maximum, item.version.since_day) == (10, journal.today())
    kept = journal.store.entries.get(entry.id)
    assert kept is not None
    assert (kept.ratings[0].version_id, kept.ratings[0].value) == (old.id, 3)


def test_an_item_that_was_never_answered_changes_for_all_days(opened: Opened) -> None:
    journal, _ = opened
    add_own(journal, OwnItem("garden", "Garden", 0, 4))
    change_scale(journal, "garden", Scale(1, 7))
    item = change_scale(journal, "garden", Scale(1, 5))
    assert (item.version.since_day, item.version.maximum) == (FIRST_DAY, 5)


def test_of_two_changes_of_one_day_the_later_holds_after_a_new_start_too(opened: Opened) -> None:
    journal, _ = opened
    check_ins.log(journal, {"nightmares": 3})
    for top in (10, 6, 8, 3, 9):
        change_scale(journal, "nightmares", Scale(0, top))
    journal = reopen(journal)
    assert journal.item("nightmares").version.maximum == 9
    journal.close()


def test_undo_brings_the_old_scale_back(opened: Opened) -> None:
    journal, _ = opened
    old = journal.item("nightmares").version
    check_ins.log(journal, {"nightmares": 3})
    change_scale(journal, "nightmares", Scale(0, 10))
    history.undo(journal)
    assert journal.item("nightmares").version == old


def test_the_same_scale_makes_no_version(opened: Opened) -> None:
    journal, _ = opened
    before = journal.item("nightmares")
    assert change_scale(journal, "nightmares", Scale(0, 4)) == before


@pytest.mark.parametrize("key", ["dizziness", "suicidal_thoughts", "self_harm_urge", "hours_slept", "bladder_pain"])
def test_what_other_parts_reckon_with_keeps_its_scale(opened: Opened, key: str) -> None:
    journal, _ = opened
    if key not in {item.key for item in journal.items()}:
        key = next(item.key for item in journal.items() if item.cluster == "month" and item.kind is Kind.SCALE)
    assert not can_change(journal.item(key))
    with pytest.raises(ScaleFixed):
        change_scale(journal, key, Scale(0, 10))


@pytest.mark.parametrize("wanted", [Scale(4, 0), Scale(0, 1000), Scale(words=("a", "b", "c")), Scale(step=0)])
def test_a_scale_that_does_not_work_is_refused(opened: Opened, wanted: Scale) -> None:
    journal, _ = opened
    with pytest.raises(InvalidItem):
        change_scale(journal, "nightmares", wanted)


@pytest.mark.parametrize("since", [date(2026, 10, 30), date(2026, 10, 1)])
def test_a_change_begins_between_the_last_one_and_today(opened: Opened, since: date) -> None:
    journal, clock = opened
    check_ins.log(journal, {"nightmares": 3})
    change_scale(journal, "nightmares", Scale(0, 10), date(2026, 10, 12))
    clock.set("2026-10-29T22:00")
    with pytest.raises(InvalidItem) as caught:
        change_scale(journal, "nightmares", Scale(0, 6), since)
    assert caught.value.fields["reason"] == "since"


SCALES = st.builds(
    Scale,
    minimum=st.sampled_from((None, 0.0, 1.0)),
    maximum=st.sampled_from((None, 3.0, 4.0, 10.0, 100.0)),
    words=st.sampled_from((None, (), ("none", "all"))),
    better=st.sampled_from((None, *Better)),
)


@settings(max_examples=25, deadline=None)
@given(changes=st.lists(st.tuples(st.sampled_from(("nightmares", "garden")), SCALES), max_size=6))
def test_no_change_of_a_scale_touches_an_old_rating(changes: list[tuple[str, Scale]]) -> None:
    with TemporaryDirectory() as folder:
        journal, clock = make_journal(Path(folder) / "journal")
        add_own(journal, OwnItem("garden", "Garden", 1, 3, Better.HIGHER))
        check_ins.log(journal, {"nightmares": 2, "garden": 3})
        for key, wanted in changes:
            before = ratings(journal)
            versions = {version.id: version for row in journal.store.items.all() for version in row.versions}
            change_scale(journal, key, wanted)
            assert ratings(journal) == before
            after = {version.id: version for row in journal.store.items.all() for version in row.versions}
            assert versions.items() <= after.items()
            clock.forward(24 * 60)
            check_ins.log(journal, {key: journal.item(key).version.minimum})
        journal.close()
