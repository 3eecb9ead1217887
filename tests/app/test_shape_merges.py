"""Two computers that shaped the same journal: nothing is lost, and the same comes out on both."""

from __future__ import annotations

import shutil
from pathlib import Path

from journal.app.groups import add_group, delete_group
from journal.app.item_scales import Scale, change_scale
from journal.app.item_shapes import order_items, put_in_group, rename_item
from journal.app.items import OwnItem, add_own
from journal.app.journal import Journal
from journal.app.merges import merge
from journal.app.profiles import ProfileWish, add_profile, profiles
from journal.app.report_source import report_data
from journal.app.trends import choices
from journal.app.vaults import open_journal
from journal.model.periods import Period
from journal.report.request import ReportRequest
from tests.support.journals import PASSPHRASE, ZoneClock, make_journal

Shape = list[tuple[str, str, str, str]]


def shape(journal: Journal) -> Shape:
    return [(item.key, item.label, item.group_name, item.version.id) for item in journal.items()]


def two(tmp_path: Path) -> tuple[Journal, Journal]:
    here, clock = make_journal(tmp_path / "here")
    add_group(here, "Evenings")
    here.close()
    shutil.copytree(here.folder, tmp_path / "there")
    later = ZoneClock(clock.ms + 60_000)
    return (
        open_journal(here.folder, clock, passphrase=PASSPHRASE),
        open_journal(tmp_path / "there", later, passphrase=PASSPHRASE),
    )


def joined(here: Journal, there: Journal) -> Journal:
    """Both brought together on both computers; the second one is closed."""
    there.close()
    here.clock.forward(10)  # type: ignore[attr-defined]
    merge(here, there.folder)
    here.close()
    again = open_journal(there.folder, here.clock, passphrase=PASSPHRASE)
    merge(again, here.folder)
    reopened = open_journal(here.folder, here.clock, passphrase=PASSPHRASE)
    assert shape(reopened) == shape(again)
    assert profiles(reopened) == profiles(again)
    again.close()
    return reopened


def test_an_order_made_here_takes_in_an_item_made_there(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    order_items(here, ["flashbacks"])
    add_own(there, OwnItem("garden", "Garden"))
    rename_item(there, "numb", "Far from it all")
    both = joined(here, there)
    assert shape(both)[0][0] == "flashbacks"
    assert both.item("garden").version.label == "Garden"
    assert both.item("numb").label == "Far from it all"
    both.close()


def test_of_two_orders_the_later_one_holds_as_a_whole(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    order_items(here, ["intrusive_memories", "flashbacks"])
    order_items(there, ["reminder_body"])
    both = joined(here, there)
    assert [key for key, *_ in shape(both)][:3] == ["reminder_body", "nightmares", "nightmares_count"]
    both.close()


def test_an_item_put_into_a_group_that_was_deleted_elsewhere_is_still_there(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    (group,) = here.store.groups.all()
    delete_group(here, group.id)
    put_in_group(there, "anxiety", group.id)
    both = joined(here, there)
    assert (both.item("anxiety").group_name, both.item("anxiety").cluster) == ("", "extra")
    both.close()


def test_profiles_and_scales_of_both_come_together(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    add_profile(here, ProfileWish("Mine", ("numb",)))
    add_profile(there, ProfileWish("Theirs", ("anxiety",)))
    change_scale(here, "anxiety", Scale(0, 6))
    change_scale(there, "numb", Scale(0, 8))
    both = joined(here, there)
    assert {each.name for each in profiles(both)} == {"Mine", "Theirs"}
    assert (both.item("anxiety").version.maximum, both.item("numb").version.maximum) == (6, 8)
    both.close()


def test_a_journal_that_is_open_sees_at_once_what_came(tmp_path: Path) -> None:
    here, there = two(tmp_path)
    assert here.item("numb").label == ""
    rename_item(there, "numb", "Far from it all")
    order_items(there, ["flashbacks"])
    there.close()
    merge(here, there.folder)
    assert here.item("numb").label == "Far from it all"
    assert here.items()[0].key == "flashbacks"
    here.close()


def test_order_and_groups_hold_on_trends_and_in_the_report(tmp_path: Path) -> None:
    from journal.app import check_ins
    from journal.report.rows import placed

    journal, _ = make_journal(tmp_path / "journal")
    check_ins.log(journal, {"nightmares": 2, "flashbacks": 2, "intrusive_memories": 2, "anxiety": 2})
    group = add_group(journal, "Evenings")
    put_in_group(journal, "anxiety", group.id)
    order_items(journal, ["intrusive_memories", "flashbacks"])
    offered = [(each.group, each.key) for each in choices(journal)]
    assert offered[1] == ("Evenings", "anxiety")
    assert [key for _group, key in offered[2:5]] == ["intrusive_memories", "flashbacks", "nightmares"]
    request = ReportRequest(Period(journal.today(), journal.today()))
    rows = [item.key for item in placed(request, report_data(journal, request)).symptoms]
    assert rows == ["intrusive_memories", "flashbacks", "nightmares", "anxiety"]
    journal.close()
