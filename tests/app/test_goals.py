"""Own goals: asked like items while they go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.app import goals, history
from journal.app.journal import Journal
from journal.model.errors import InvalidDay, InvalidItem
from journal.model.items import Better, Cluster, Origin
from tests.support.journals import ZoneClock


@pytest.fixture
def journal(opened: tuple[Journal, ZoneClock]) -> Journal:
    return opened[0]


def test_a_goal_is_asked_on_its_own_scale(journal: Journal) -> None:
    made = goals.add_goal(
        journal, " The harbour ", scale=goals.GoalScale(-2, 2, Better.HIGHER, ("not there", "there")), why="the sea"
    )
    assert (made.label, made.goal.why, made.goal.start) == ("The harbour", "the sea", journal.today())
    item = journal.item(made.item.key)
    assert (item.origin, item.cluster, item.hidden, item.symptom) == (Origin.GOAL, Cluster.GOAL, False, False)
    assert (item.version.minimum, item.version.maximum, item.version.better) == (-2, 2, Better.HIGHER)


def test_two_goals_of_the_same_words_are_two(journal: Journal) -> None:
    first, second = goals.add_goal(journal, "Sleep"), goals.add_goal(journal, "Sleep")
    assert first.item.id != second.item.id
    assert goals.goals(journal) == [first, second]


def test_a_goal_that_ended_is_asked_no_more_and_can_be_taken_up_again(journal: Journal) -> None:
    made = goals.add_goal(journal, "Sleep")
    ended = goals.end_goal(journal, made.goal.id, journal.today(), "reached")
    assert (ended.item.hidden, ended.goal.end_reason) == (True, "reached")
    again = goals.take_up_goal(journal, made.goal.id)
    assert (again.item.hidden, again.goal.ended_on) == (False, None)


def test_a_goal_cannot_end_before_it_begins(journal: Journal) -> None:
    made = goals.add_goal(journal, "Sleep")
    with pytest.raises(InvalidDay):
        goals.end_goal(journal, made.goal.id, journal.today() - timedelta(days=1))


def test_a_goal_needs_words_and_a_scale(journal: Journal) -> None:
    with pytest.raises(InvalidItem):
        goals.add_goal(journal, "  ")
    with pytest.raises(InvalidItem):
        goals.add_goal(journal, "Sleep", scale=goals.GoalScale(4, 0))
    assert goals.goals(journal) == []


def test_deleting_a_goal_is_one_step_back(journal: Journal) -> None:
    made = goals.add_goal(journal, "Sleep")
    goals.delete_goal(journal, made.goal.id)
    assert goals.goals(journal) == []
    assert journal.item(made.item.key).hidden
    history.undo(journal)
    assert goals.goals(journal) == [made]


def test_deleted_for_good_its_reason_is_gone(journal: Journal) -> None:
    made = goals.add_goal(journal, "Sleep", why="unsaid")
    goals.delete_goal_for_good(journal, made.goal.id)
    assert journal.store._ledger.rows("SELECT why FROM goal") == [("",)]
