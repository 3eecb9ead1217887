from __future__ import annotations

import pytest

from journal.app import history
from journal.app.groups import add_group, delete_group, move_group, places, rename_group
from journal.app.item_shapes import move_item, move_past, order_items, put_in_group, rename_item, usual_order
from journal.app.items import OwnItem, add_own, set_hidden
from journal.app.journal import Journal
from journal.model.errors import InvalidGroup, InvalidItem, UnknownItem, UnknownRecord
from journal.texts.items import ItemWords
from tests.support.journals import ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]


def keys(journal: Journal) -> list[str]:
    return [item.key for item in journal.items()]


def label(journal: Journal, key: str) -> str:
    return ItemWords(journal.catalogue).item_label(journal.item(key))


def test_a_new_name_holds_and_nothing_takes_the_shipped_one_back(opened: Opened) -> None:
    journal, _ = opened
    rename_item(journal, "nightmares", "  Bad dreams ")
    reopened = reopen(journal)
    assert label(reopened, "nightmares") == "Bad dreams"
    rename_item(reopened, "nightmares", "")
    assert label(reopened, "nightmares") == "Nightmares"
    reopened.close()


def test_typing_the_shipped_name_keeps_the_item_translated(opened: Opened) -> None:
    journal, _ = opened
    rename_item(journal, "nightmares", "Bad dreams")
    assert rename_item(journal, "nightmares", "Nightmares").label == ""


def test_an_own_item_takes_its_first_name_back(opened: Opened) -> None:
    journal, _ = opened
    add_own(journal, OwnItem("garden", "Garden"))
    rename_item(journal, "garden", "Allotment")
    rename_item(journal, "garden", "")
    assert label(journal, "garden") == "Garden"


def test_a_name_that_is_too_long_is_refused(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(InvalidItem):
        rename_item(journal, "nightmares", "n" * 81)


def test_renaming_leaves_hiding_alone_and_hiding_leaves_the_name_alone(opened: Opened) -> None:
    journal, _ = opened
    set_hidden(journal, "nightmares", hidden=True)
    rename_item(journal, "nightmares", "Bad dreams")
    assert journal.item("nightmares").hidden
    set_hidden(journal, "nightmares", hidden=False)
    assert label(journal, "nightmares") == "Bad dreams"


def test_an_item_stands_in_an_own_group_and_goes_back(opened: Opened) -> None:
    journal, _ = opened
    group = add_group(journal, "Mornings")
    put_in_group(journal, "hours_slept", group.id)
    assert keys(journal)[0] == "hours_slept"
    assert ItemWords(journal.catalogue).group_name(journal.item("hours_slept")) == "Mornings"
    put_in_group(journal, "hours_slept", "")
    assert ItemWords(journal.catalogue).group_name(journal.item("hours_slept")) == "Last night"


def test_the_items_of_a_deleted_group_go_back_and_undo_brings_all_of_it(opened: Opened) -> None:
    journal, _ = opened
    before = keys(journal)
    group = add_group(journal, "Mornings")
    put_in_group(journal, "hours_slept", group.id)
    delete_group(journal, group.id)
    assert (journal.item("hours_slept").group_id, keys(journal)) == ("", before)
    history.undo(journal)
    assert journal.item("hours_slept").group_name == "Mornings"


def test_no_group_is_not_one_to_stand_in(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(UnknownRecord):
        put_in_group(journal, "hours_slept", "nowhere")


@pytest.mark.parametrize(
    ("name", "reason"), [(" ", "name"), ("g" * 61, "name"), ("mornings", "taken"), ("On Edge", "taken")]
)
def test_a_group_needs_a_name_of_its_own(opened: Opened, name: str, reason: str) -> None:
    journal, _ = opened
    add_group(journal, "Mornings")
    with pytest.raises(InvalidGroup) as caught:
        add_group(journal, name)
    assert caught.value.fields["reason"] == reason


def test_a_renamed_group_names_its_items_at_once(opened: Opened) -> None:
    journal, _ = opened
    group = add_group(journal, "Mornings")
    put_in_group(journal, "hours_slept", group.id)
    rename_group(journal, group.id, "Dawn")
    assert journal.item("hours_slept").group_name == "Dawn"


def test_a_group_moves_among_all_groups_and_undo_takes_it_back(opened: Opened) -> None:
    journal, _ = opened
    group = add_group(journal, "Mornings")
    assert not move_group(journal, group.id, -1)
    assert move_group(journal, group.id, 1)
    assert [place.key for place in places(journal)][:3] == ["B", group.id, "C"]
    history.undo(journal)
    assert places(journal)[0].key == group.id


def test_an_item_moves_inside_its_group_and_stops_at_its_ends(opened: Opened) -> None:
    journal, _ = opened
    assert move_item(journal, "avoid_reminders", -1)
    assert keys(journal).index("avoid_reminders") + 1 == keys(journal).index("avoid_thoughts")
    assert not move_item(journal, "avoid_reminders", -1)


def test_an_order_is_one_undo_step_and_is_there_after_a_new_start(opened: Opened) -> None:
    journal, _ = opened
    before = keys(journal)
    move_item(journal, "avoid_reminders", -1)
    moved = keys(journal := reopen(journal))
    assert moved != before
    history.undo(journal)
    assert keys(journal) == before
    history.redo(journal)
    assert keys(journal) == moved
    journal.close()


def test_an_item_can_go_past_one_that_is_further_away(opened: Opened) -> None:
    journal, _ = opened
    move_past(journal, "nightmares", "reminder_body")
    order = keys(journal)
    assert order.index("nightmares") == order.index("reminder_body") + 1
    move_past(journal, "nightmares", "flashbacks")
    order = keys(journal)
    assert order.index("nightmares") == order.index("flashbacks") - 1


def test_named_items_stand_first_in_their_groups(opened: Opened) -> None:
    journal, _ = opened
    order_items(journal, ["anxiety", "reminder_body", "flashbacks"])
    order = keys(journal)
    assert order[:3] == ["reminder_body", "flashbacks", "nightmares"]
    usual_order(journal)
    assert keys(journal)[0] == "nightmares"
    with pytest.raises(UnknownItem):
        order_items(journal, ["nothing"])


def test_an_item_made_after_the_order_stands_among_the_own_ones(opened: Opened) -> None:
    journal, _ = opened
    move_item(journal, "avoid_reminders", -1)
    add_own(journal, OwnItem("garden", "Garden"))
    assert keys(journal)[-1] == "garden"


@pytest.mark.parametrize("kept", [3, "flashbacks", {"a": 1}, [["flashbacks"], 2, "flashbacks"]])
def test_an_order_that_is_none_harms_nothing(opened: Opened, kept: object) -> None:
    journal, _ = opened
    count = len(journal.items())
    journal.put_setting("item_order", kept)
    assert len(journal.items()) == count
