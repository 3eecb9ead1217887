"""What the person says of a file, put into what is wanted of it. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.ui.bringing_in.looking import Key, Looked, Wanted
from journal.ui.bringing_in.names_state import NameRow, usable
from journal.ui.bringing_in.table_edits import with_name

if TYPE_CHECKING:
    from journal.exchange.table_mapping import TableMapping

Told = TypeVar("Told", ImportAnswers, "TableMapping")
Change = Callable[["TableMapping"], "TableMapping"]


def with_shape(wanted: Wanted, looked: Looked, field: str, value: str) -> Wanted:
    """The file is written otherwise than was found; `field` is one of `ImportAnswers`, or of a table's mapping."""
    if looked.table is not None:
        return with_table(wanted, looked, lambda mapping: _with(mapping, field, value))
    return replace(wanted, answers=_with(wanted.answers or looked.preview.answers, field, value))


def with_table(wanted: Wanted, looked: Looked, change: Change) -> Wanted:
    """The columns of a table are others than was thought; another file stays as it is."""
    if looked.table is None:
        return wanted
    mapping = wanted.table or looked.table.mapping
    return replace(wanted, table=change(mapping), remembered=looked.table.look.remembered)


def with_answers(
    wanted: Wanted, looked: Looked, given: Mapping[Key, NameAnswer], fresh: Iterable[NameAnswer]
) -> Wanted:
    """Hold to the answers `given`; `fresh` are those that a table's mapping does not have yet."""
    if looked.table is not None:
        mapping = wanted.table or looked.table.mapping
        for answer in fresh:
            mapping = with_name(mapping, answer)
        return replace(wanted, given=given, table=mapping)
    names = usable(looked.preview.names, given, looked.items)
    return replace(wanted, given=given, names=names, answers=wanted.answers or looked.preview.answers)


def left_out(wanted: Wanted, rows: Iterable[NameRow]) -> list[NameAnswer]:
    """An answer that leaves it out for every name that the person did not settle."""
    rest = (row.question for row in rows if not row.question.answered)
    return [NameAnswer(each.kind, each.name) for each in rest if (each.kind, each.name) not in wanted.given]


def _with(told: Told, field: str, value: str) -> Told:
    changes: dict[str, Any] = {field: value}
    return replace(told, **changes)
