"""What a key makes of a cell."""

import pytest

from journal.app.goals import GoalScale, add_goal
from journal.app.items import OwnItem, add_own
from journal.model.entries import State
from journal.model.items import Kind
from journal.ui.back_entry.typing import MINUS, typed
from tests.support.journals import make_journal


@pytest.fixture(scope="module")
def items(tmp_path_factory):
    journal, _clock = make_journal(tmp_path_factory.mktemp("typing") / "journal")
    add_own(journal, OwnItem("ten", "Ten", 0, 10))
    add_own(journal, OwnItem("many", "Many", kind=Kind.COUNT, maximum=None))
    change = add_goal(journal, "Change", scale=GoalScale(-2, 2)).item
    found = {item.key: item for item in journal.items()} | {"change": change}
    yield found
    journal.close()


def keys(item, pressed):
    text, made = "", None
    for key in pressed:
        made = typed(item, text, key)
        text = made.text
    return made


@pytest.mark.parametrize(
    ("key", "pressed", "text", "value", "whole"),
    [
        ("anxiety", "3", "3", 3.0, True),
        ("ten", "1", "1", 1.0, False),
        ("ten", "10", "10", 10.0, True),
        ("ten", "7", "7", 7.0, True),
        ("ten", "0", "0", 0.0, True),
        ("many", "12", "12", 12.0, False),
        ("hours_slept", "5,5", "5,5", 5.5, False),
        ("change", MINUS + "2", MINUS + "2", -2.0, True),
        ("change", "2", "2", 2.0, True),
    ],
)
def test_a_number_is_saved_at_once_where_it_cannot_go_on(items, key, pressed, text, value, whole):
    made = keys(items[key], pressed)
    assert (made.text, made.answer.value, made.whole) == (text, value, whole)


@pytest.mark.parametrize(
    ("key", "pressed"), [("anxiety", "7"), ("ten", "1" + "5"), ("many", ","), ("hours_slept", ",")]
)
def test_a_key_that_does_not_fit_changes_nothing(items, key, pressed):
    made = keys(items[key], pressed)
    assert made.refused
    assert made.text == pressed[:-1]


def test_a_minus_does_not_apply_and_waits_where_the_scale_goes_below_nought(items):
    assert keys(items["anxiety"], MINUS).answer.state is State.NOT_APPLICABLE
    assert keys(items["anxiety"], MINUS).whole
    assert not keys(items["change"], MINUS).whole
