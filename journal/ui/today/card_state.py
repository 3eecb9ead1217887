"""A card of questions as it is shown. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from journal.app.forms import SectionKind
from journal.ui.widgets.row_state import RowState


@dataclass(frozen=True, slots=True)
class GroupState:
    """Rows under one heading. `description` is the clinical name of the group.

    `ends` and `columns` are those of its own scale, where they are not the card's.
    """

    title: str
    rows: tuple[RowState, ...]
    description: str = ""
    ends: tuple[str, str] = ("", "")
    columns: int = 0


@dataclass(frozen=True, slots=True)
class CardState:
    """A card of questions. `ends` are the two words over its `columns` steps."""

    kind: SectionKind
    title: str
    groups: tuple[GroupState, ...]
    caption: str = ""
    ends: tuple[str, str] = ("", "")
    columns: int = 0
    open: bool = True

    @property
    def rows(self) -> tuple[RowState, ...]:
        """Its rows in order; none while it is closed."""
        return tuple(row for group in self.groups for row in group.rows) if self.open else ()
