"""A question is asked in the form that held on its day, and an answer is shown in the form it was given in."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from journal.app import check_ins, history
from journal.app.check_ins import CheckInKey
from journal.app.forms import CheckInForm, form
from journal.app.item_scales import Scale, change_scale
from journal.app.items import OwnItem, add_own
from journal.app.journal import Journal
from journal.model.errors import ValueOutOfRange
from journal.model.items import Better
from journal.texts.items import ItemWords
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]


def top(shown: CheckInForm, key: str = "anxiety") -> float | None:
    return next(item.version.maximum for item in shown.items if item.key == key)


def test_an_earlier_day_is_asked_on_the_scale_of_that_day(opened: Opened) -> None:
    journal, _ = opened
    check_ins.log(journal, {"anxiety": 3})
    change_scale(journal, "anxiety", Scale(0, 10))
    assert top(form(journal, another=True)) == 10
    assert top(form(journal, day=date(2026, 10, 28))) == 4


def test_an_old_entry_is_opened_on_the_scale_it_was_answered_on(opened: Opened) -> None:
    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 3})
    change_scale(journal, "anxiety", Scale(0, 10))
    shown = form(journal, key=CheckInKey(entry.id))
    assert top(shown) == 4
    changed = check_ins.answer(journal, shown.key, next(i for i in shown.items if i.key == "anxiety"), 2)
    assert changed.ratings[0].version_id == entry.ratings[0].version_id


def test_an_own_scale_on_which_higher_is_better_stands_with_how_life_went(opened: Opened) -> None:
    journal, _ = opened
    add_own(journal, OwnItem("energy", "Energy", better=Better.HIGHER))
    add_own(journal, OwnItem("ache", "Ache"))
    where = {item.key: section.kind for section in form(journal).sections for item in section.items}
    assert (where["energy"], where["ache"]) == ("life", "symptoms")


def test_the_command_line_logs_and_changes_on_the_scale_of_the_day(opened: Opened) -> None:
    journal, _ = opened
    old = journal.item("anxiety").version
    entry = check_ins.log(journal, {"anxiety": 3})
    change_scale(journal, "anxiety", Scale(0, 10))
    earlier = check_ins.log(journal, {"anxiety": 4}, at=datetime(2026, 10, 20, 12))
    changed = history.edit(journal, entry.id, {"anxiety": 2.0})
    assert (earlier.ratings[0].version_id, changed.ratings[0].version_id) == (old.id, old.id)
    with pytest.raises(ValueOutOfRange):
        history.edit(journal, entry.id, {"anxiety": 9.0})
    assert check_ins.log(journal, {"anxiety": 9}).ratings[0].version_id != old.id


def test_history_says_an_old_answer_in_its_own_words(opened: Opened) -> None:
    from journal.ui.history.day_reading import read_day

    journal, _ = opened
    entry = check_ins.log(journal, {"anxiety": 4})
    change_scale(journal, "anxiety", Scale(0, 10, words=("none", "unbearable")))
    assert read_day(journal, ItemWords(journal.catalogue), journal.today()).lines[entry.id].answers == (
        "Anxiety: 4, extremely"
    )
