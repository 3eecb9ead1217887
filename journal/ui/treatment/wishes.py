"""What a filled-in form or a press asks of the journal. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.app.journal import Journal


@dataclass(frozen=True, slots=True)
class Wish:
    """A job for the storage thread, and the words said when it is done (none where the page shows it).

    `announced` is for screen readers alone. `undoable` offers the way back beside the words.
    `for_good` is the kind and the id of a record that was deleted and may be deleted for good.
    `goes_to_session` leads to the page of the session that the job gives, `goes_back` to the list.
    `fields` maps the fields of an error to those of the form, where they have other names.
    """

    act: Callable[[Journal], object]
    said: str = ""
    announced: str = ""
    undoable: bool = False
    for_good: tuple[str, str] | None = None
    goes_to_session: bool = False
    goes_back: bool = False
    fields: Mapping[str, str] = field(default_factory=dict)
