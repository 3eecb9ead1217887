"""Own goals: asked like items while they go on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from journal.app import goals, history
from journal.app.journal import Journal
from journal.model.errors import InvalidDay, InvalidItem, NothingToUndo
from journal.model.items import Better, Cluster, Origin


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


def test_a_goal_deleted_for_good_leaves_no_words_of_why(journal: Journal) -> None:
    from journal.app.deleting import blank_deleted

    made = goals.add_goal(journal, "Sleep", why="a reason to blank")
    goals.delete_goal(journal, made.goal.id)
    blank_deleted(journal, "goal", made.goal.id)
    with pytest.raises(NothingToUndo):
        history.undo(journal)
    assert goals.goals(journal) == []


def test_the_scale_of_a_goal_changes_from_today_and_old_ratings_keep_theirs(journal: Journal) -> None:
    from journal.app.check_ins import log
    from journal.app.item_versions import versions

    made = goals.add_goal(journal, "Sleep", scale=goals.GoalScale(0, 4))
    entry = log(journal, {made.item.key: 4.0})
    changed = goals.rescale_goal(journal, made.goal.id, goals.GoalScale(0, 10, Better.LOWER))
    assert (changed.item.version.maximum, changed.item.version.better) == (10, Better.LOWER)
    kept = journal.store.entries.get(entry.id)
    assert kept is not None
    assert versions(journal)[kept.ratings[0].version_id].maximum == 4


def test_a_goal_moves_past_its_neighbour_alone(journal: Journal) -> None:
    first, ended, last = (goals.add_goal(journal, label) for label in ("One", "Two", "Three"))
    goals.end_goal(journal, ended.goal.id, journal.today())
    assert goals.move_goal(journal, last.goal.id, -1)
    going_on = [known.label for known in goals.goals(journal) if known.goal.ended_on is None]
    assert going_on == ["Three", "One"]
    assert not goals.move_goal(journal, first.goal.id, 1)
