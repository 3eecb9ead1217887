from __future__ import annotations

import pytest

from journal.app import check_ins
from journal.app.items import OwnItem, add_own, set_hidden
from journal.app.journal import Journal
from journal.model.errors import InvalidItem, ItemExists, UnknownItem
from journal.model.items import Better, Combine, Kind, Origin
from tests.support.journals import ZoneClock, reopen

Opened = tuple[Journal, ZoneClock]


def test_an_own_item_keeps_its_scale_words_direction_and_combination(opened: Opened) -> None:
    journal, _ = opened
    wanted = OwnItem("garden", "Time in the garden", 1, 3, Better.HIGHER, combine=Combine.MAX, words=("a", "b", "c"))
    add_own(journal, wanted)
    item = reopen(journal).item("garden")
    version = item.version
    assert item.origin is Origin.OWN
    assert (version.minimum, version.maximum, version.better) == (1, 3, Better.HIGHER)
    assert (version.combine, version.words) == (Combine.MAX, ("a", "b", "c"))


def test_an_item_is_hidden_and_never_deleted(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 1})
    assert set_hidden(journal, "anxiety", hidden=True).hidden
    assert journal.store.entries.get(entry.id) == entry
    assert not set_hidden(journal, "anxiety", hidden=False).hidden


def test_a_key_is_taken_once(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(ItemExists):
        add_own(journal, OwnItem("nightmares", "Mine"))


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        (OwnItem("Bad Key", "x"), "key"),
        (OwnItem("load", "Load"), "taken"),
        (OwnItem("side_effects", "Side effects"), "taken"),
        (OwnItem("x", " "), "label"),
        (OwnItem("x", "x", 4, 0), "scale"),
        (OwnItem("x", "x", 0, None), "scale"),
        (OwnItem("x", "x", 0, 1000), "scale"),
        (OwnItem("x", "x", 0, 4, words=("a", "b", "c")), "words"),
        (OwnItem("x", "x", 0, 1, kind=Kind.YES_NO, combine=Combine.MEAN), "combine"),
    ],
)
def test_what_makes_no_item_is_refused_with_the_reason(opened: Opened, wanted: OwnItem, reason: str) -> None:
    journal, _ = opened
    with pytest.raises(InvalidItem) as caught:
        add_own(journal, wanted)
    assert caught.value.fields["reason"] == reason


def test_an_unknown_key_is_refused(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(UnknownItem):
        set_hidden(journal, "nonsense", hidden=True)
