"""Own goals on Today: those that are rated alike stand together, under the words of their scale. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from journal.model.items import Better, Item
from journal.texts.translation import _
from journal.ui.today.card_state import GroupState
from journal.ui.widgets.row_state import RowKind, RowState

Place = tuple[Better, int, str, str]
"""What goals of one group share: the better end, the number of steps, and the two end words."""


def goal_groups(rows: Sequence[tuple[Item, RowState]]) -> tuple[GroupState, ...]:
    """The goals in groups; the better end is named where not all have the same."""
    found: dict[Place, list[RowState]] = {}
    for item, row in rows:
        found.setdefault(_place(item, row), []).append(row)
    directions = list(dict.fromkeys(place[0] for place in found))  # in the person's order
    named = len(directions) > 1
    titles = {Better.HIGHER: _("Higher is better"), Better.LOWER: _("Lower is better"), Better.NONE: ""}
    said: set[Better] = set()
    groups = []
    for (better, count, low, high), members in sorted(found.items(), key=lambda each: directions.index(each[0][0])):
        title = titles[better] if named and better not in said else ""
        said.add(better)
        groups.append(GroupState(title, tuple(members), ends=(low, high), columns=count))
    return tuple(groups)


def _place(item: Item, row: RowState) -> Place:
    better = item.version.better
    if row.kind is not RowKind.STEPS:
        return (better, 0, "", "")
    return (better, len(row.steps), row.steps[0].word, row.steps[-1].word)
