"""What the person asks of a report: the period, the paper, and what goes in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journal.model.periods import Period

LINES_AT_MOST = 3
"""How many lines "For this appointment" has."""


class Paper(StrEnum):
    """The paper sizes."""

    A4 = "a4"
    LETTER = "letter"


class Part(StrEnum):
    """What goes in only where chosen. Names as on the command line."""

    NAME = "name"
    BORN = "born"
    CLINICIAN = "clinician"
    GOALS = "goals"
    CHANGES = "changes"
    QUESTIONS = "questions"
    SESSIONS = "sessions"
    MEDICINES = "medicines"
    MARKERS = "markers"
    SCORES = "scores"
    COMPARISON = "comparison"
    SUICIDAL_THOUGHTS = "suicidal_thoughts"
    ALCOHOL = "alcohol"
    DAILY_TABLE = "daily_table"


class AttachedFormat(StrEnum):
    """The forms in which the report's data can go into the PDF as files. Names as on the command line."""

    CSV = "csv"
    FHIR = "fhir"


NEVER_REMEMBERED = frozenset({Part.NAME, Part.BORN, Part.CLINICIAN, Part.SUICIDAL_THOUGHTS, Part.ALCOHOL})
"""Choices that are made anew for every report."""

BEGUN_WITH = frozenset({Part.SESSIONS, Part.MEDICINES, Part.SCORES})
"""Choices that stand ticked until they are taken away; that is remembered too."""

OF_TREATMENT = frozenset({*BEGUN_WITH, Part.MARKERS, Part.GOALS})
"""What is offered only where the journal holds anything of it."""

TO_BRING_UP = frozenset({Part.CHANGES, Part.QUESTIONS})
"""What is offered only where the person has written something down to bring up."""

OPENED_BY: dict[Part, tuple[str, ...]] = {Part.ALCOHOL: ("alcohol", "drugs")}
"""Items that stay out of the report until their part is chosen, by key."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report as asked for.

    `lines` are the person's own up to three lines, `note_ids` the entries whose notes go in, one by
    one. `item_keys` are the rows of page one the person chose, at most 8 (empty: the highest
    means). `main_item` stands in where no average symptom rating can be had. A `name`, `born` or
    `clinician` is printed only if its part is chosen too. `attach` is the data that goes into the
    file beside the pages. `password` locks the file with all that is in it.
    """

    period: Period
    paper: Paper = Paper.A4
    includes: frozenset[Part] = frozenset()
    lines: tuple[str, ...] = ()
    note_ids: tuple[str, ...] = ()
    item_keys: tuple[str, ...] = ()
    main_item: str = ""
    name: str = ""
    born: str = ""
    clinician: str = ""
    password: str = ""
    attach: frozenset[AttachedFormat] = frozenset()

    def has(self, part: Part) -> bool:
        """Whether a part was chosen."""
        return part in self.includes

    @property
    def opened_keys(self) -> frozenset[str]:
        """Keys of the items that only this request lets in."""
        opened = (key for part, keys in OPENED_BY.items() if part in self.includes for key in keys)
        return frozenset({*opened, *self.item_keys})
