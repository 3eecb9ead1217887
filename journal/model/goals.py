"""Own goals: what a person wants to get closer to, rated on a scale of its own beside the symptoms.

Many veterans disliked the PCL-5 and wanted own goals and functioning beside symptoms (clinical.md, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal. Its words and its scale are an item of origin `goal`, `item_id`, so it is asked, drawn and kept like one.

    `why` is private, like a note. `ended_on` is the last day on which it is asked, None while it goes on.
    """

    id: str
    item_id: str
    start: date
    why: str = ""
    ended_on: date | None = None
    end_reason: str = ""
    position: int = 0
