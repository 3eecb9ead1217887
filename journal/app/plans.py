"""The person's own plan: lines under seven headings, each added, changed, moved and deleted as one undo step."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.app.own_records import Own, delete_record, save_records
from journal.model.errors import UnknownRecord
from journal.model.plans import Heading, PlanLine

if TYPE_CHECKING:
    from journal.app.journal import Journal


def plan_lines(journal: Journal) -> tuple[PlanLine, ...]:
    """Every line, by its heading and in its order."""
    order = list(Heading)
    return tuple(sorted(journal.store.plan_lines.all(), key=lambda line: order.index(line.heading)))


def add_line(journal: Journal, heading: Heading, text: str, *, opened: bool = False) -> PlanLine:
    """Add a line at the end of its heading. `opened` lets it be read without the passphrase."""
    last = max((line.position for line in _under(journal, heading)), default=-1)
    line = PlanLine(str(uuid.uuid4()), heading, text.strip(), last + 1, opened)
    save_records(journal, Own.PLAN_LINE, [line])
    return line


def change_line(journal: Journal, line_id: str, text: str, *, opened: bool) -> PlanLine:
    """Give a line other words, or another tick. Raises UnknownRecord."""
    changed = replace(line_of(journal, line_id), text=text.strip(), open=opened)
    save_records(journal, Own.PLAN_LINE, [changed])
    return changed


def move_line(journal: Journal, line_id: str, by: int) -> None:
    """Move a line up (-1) or down (1) under its heading; at its end nothing happens. Raises UnknownRecord."""
    line = line_of(journal, line_id)
    lines = list(_under(journal, line.heading))
    here = lines.index(line)
    there = here + by
    if not 0 <= there < len(lines):
        return
    lines[here], lines[there] = lines[there], lines[here]
    moved = [replace(each, position=place) for place, each in enumerate(lines) if each.position != place]
    save_records(journal, Own.PLAN_LINE, moved)


def delete_line(journal: Journal, line_id: str) -> None:
    """Delete a line; undo brings it back for 30 days. Raises UnknownRecord."""
    delete_record(journal, Own.PLAN_LINE, line_id)


def line_of(journal: Journal, line_id: str) -> PlanLine:
    """The line of this id. Raises UnknownRecord."""
    found = next((line for line in journal.store.plan_lines.all() if line.id == line_id), None)
    if found is None:
        raise UnknownRecord(kind=str(Own.PLAN_LINE), prefix=line_id)
    return found


def _under(journal: Journal, heading: Heading) -> tuple[PlanLine, ...]:
    return tuple(line for line in journal.store.plan_lines.all() if line.heading is heading)
