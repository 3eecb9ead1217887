"""Own goals: each is an item with a scale of its own, asked with the others while it goes on."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from journal.app.item_scales import Scale, change_scale
from journal.app.item_shapes import move_past
from journal.app.items import LONGEST_LABEL, OwnItem, add_in_action, check_wanted
from journal.app.journal import Journal
from journal.app.own_records import Own, delete_record_for_good
from journal.app.records import found
from journal.model.errors import InvalidDay, InvalidItem
from journal.model.goals import Goal
from journal.model.items import Better, Item, Origin

KEY = "goal_"
"""What the key of a goal's item begins with. The rest is drawn: two computers must not make one of two goals."""


@dataclass(frozen=True, slots=True)
class GoalScale:
    """The steps of a goal. `words` are none, two for the ends, or one a step."""

    minimum: float = 0.0
    maximum: float = 4.0
    better: Better = Better.HIGHER
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownGoal:
    """A goal with the item that holds its words and its scale."""

    goal: Goal
    item: Item

    @property
    def label(self) -> str:
        """Its words, as the person wrote them."""
        return self.item.label or self.item.version.label


class GoalFields(TypedDict, total=False):
    """What can be changed about a goal beside its scale."""

    start: date
    why: str
    position: int


def goals(journal: Journal) -> list[KnownGoal]:
    """Every goal in the order in which they are asked; those that ended too."""
    items = {item.id: item for item in journal.items()}
    place = {item_id: number for number, item_id in enumerate(items)}
    found = [KnownGoal(goal, items[goal.item_id]) for goal in journal.store.goals.all() if goal.item_id in items]
    return sorted(found, key=lambda known: place[known.item.id])


def goal(journal: Journal, prefix: str) -> KnownGoal:
    """The goal whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    record = found(journal.store.goals, prefix)
    return KnownGoal(record, next(item for item in journal.items() if item.id == record.item_id))


def add_goal(
    journal: Journal, label: str, *, scale: GoalScale | None = None, start: date | None = None, why: str = ""
) -> KnownGoal:
    """Make a goal, asked from now on at every check-in. Raises InvalidItem."""
    scale = scale or GoalScale()
    wanted = OwnItem(
        key=KEY + uuid.uuid4().hex[:12],
        label=label.strip(),
        minimum=scale.minimum,
        maximum=scale.maximum,
        better=scale.better,
        words=scale.words,
    )
    with _said_by(wanted.label):
        check_wanted(wanted)
    with journal.store.action("add_goal"):
        item_id = add_in_action(journal, wanted, origin=Origin.GOAL)
        made = Goal(str(uuid.uuid4()), item_id, start or journal.today(), why, position=journal.store.goals.count())
        journal.store.goals.save(made)
    journal.changed("goals", "items")
    return goal(journal, made.id)


def change_goal(journal: Journal, goal_id: str, *, visit: str | None = None, **fields: Unpack[GoalFields]) -> KnownGoal:
    """Change a goal; `visit` makes several changes of a text one undo step. Raises UnknownRecord, InvalidDay."""
    changed = replace(goal(journal, goal_id).goal, **fields)
    _check(changed)
    with journal.store.action("change_goal", visit):
        journal.store.goals.save(changed)
    journal.changed("goals")
    return goal(journal, goal_id)


def reword_goal(journal: Journal, goal_id: str, label: str, why: str) -> KnownGoal:
    """Give a goal other words, on every day, and another reason. One undo step. Raises UnknownRecord, InvalidItem."""
    known, label = goal(journal, goal_id), label.strip()
    if not 0 < len(label) <= LONGEST_LABEL:
        raise InvalidItem(key=known.label, reason="goal")
    if (label, why) == (known.label, known.goal.why):
        return known
    own = "" if label == known.item.version.label else label
    position = next(row.position for row in journal.store.items.all() if row.id == known.item.id)
    with journal.store.action("change_goal"):
        journal.store.goals.save(replace(known.goal, why=why))
        if own != known.item.label:
            journal.store.items.save_shape(known.item.id, label=own, group_id=known.item.group_id, position=position)
    journal.changed("goals", "items")
    return goal(journal, goal_id)


def rescale_goal(journal: Journal, goal_id: str, scale: GoalScale) -> KnownGoal:
    """Rate a goal on another scale from today on; what was rated before keeps its own.

    Raises UnknownRecord, InvalidItem.
    """
    known = goal(journal, goal_id)
    wanted = Scale(scale.minimum, scale.maximum, words=scale.words, better=scale.better)
    with _said_by(known.label):
        change_scale(journal, known.item.key, wanted)
    journal.changed("goals")
    return goal(journal, goal_id)


def move_goal(journal: Journal, goal_id: str, by: int) -> bool:
    """Let a goal change places with the one before (-1) or after (1) that goes on too; false at the ends.

    Goals are asked in this order. Raises UnknownRecord.
    """
    known = goal(journal, goal_id)
    beside = [each.item for each in goals(journal) if together(each, known)]
    there = [item.id for item in beside].index(known.item.id) + by
    if not 0 <= there < len(beside):
        return False
    move_past(journal, known.item.key, beside[there].key)
    journal.changed("goals")
    return True


def together(one: KnownGoal, other: KnownGoal) -> bool:
    """Whether two goals stand in one list: both go on or both ended, and in the same group."""
    ended = (one.goal.ended_on is None) == (other.goal.ended_on is None)
    return ended and one.item.group_id == other.item.group_id


def end_goal(journal: Journal, goal_id: str, on: date, reason: str = "") -> KnownGoal:
    """Stop asking a goal after a day; what was logged stays. Raises UnknownRecord, InvalidDay."""
    known = goal(journal, goal_id)
    ended = replace(known.goal, ended_on=on, end_reason=reason)
    _check(ended)
    return _asked(journal, known, ended, "end_goal", hidden=True)


def take_up_goal(journal: Journal, goal_id: str) -> KnownGoal:
    """Ask a goal again that had ended. Raises UnknownRecord."""
    known = goal(journal, goal_id)
    return _asked(journal, known, replace(known.goal, ended_on=None, end_reason=""), "take_up_goal", hidden=False)


def delete_goal(journal: Journal, goal_id: str) -> Goal:
    """Delete a goal and stop asking it; its ratings stay in the entries. Undo brings it back for 30 days."""
    known = goal(journal, goal_id)
    with journal.store.action("delete_goal"):
        journal.store.goals.delete(known.goal.id)
        _hide(journal, known.item, hidden=True)
    journal.changed("goals", "items")
    return known.goal


def delete_goal_for_good(journal: Journal, goal_id: str) -> None:
    """Blank a goal and its reasons at once. Older backups still hold it."""
    delete_record_for_good(journal, Own.GOAL, goal_id)


def _asked(journal: Journal, known: KnownGoal, changed: Goal, what: str, *, hidden: bool) -> KnownGoal:
    with journal.store.action(what):
        journal.store.goals.save(changed)
        _hide(journal, known.item, hidden=hidden)
    journal.changed("goals", "items")
    return goal(journal, changed.id)


def _hide(journal: Journal, item: Item, *, hidden: bool) -> None:
    position = next(row.position for row in journal.store.items.all() if row.id == item.id)
    journal.store.items.save(item.id, item.key, item.origin, hidden=hidden, position=position)


@contextlib.contextmanager
def _said_by(label: str) -> Iterator[None]:
    """Let an error name a goal by its words: nobody knows the key that was drawn for it."""
    try:
        yield
    except InvalidItem as error:
        reason = "goal" if error.fields["reason"] == "label" else error.fields["reason"]
        raise InvalidItem(key=label, reason=reason) from None


def _check(goal: Goal) -> None:
    if goal.ended_on is not None and goal.ended_on < goal.start:
        raise InvalidDay(reason="end_before_start", day=goal.ended_on)
