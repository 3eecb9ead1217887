"""What the person has chosen for a file to take out. Nothing of it is remembered. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journal.app.export_selection import Wanted
from journal.app.exports import ExportFormat
from journal.app.record_exports import Notes
from journal.app.taking_out import Offer
from journal.model.periods import Period
from journal.report.request import Part


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything on the page that can be chosen. `own` is the own range of days, None for all days.

    `items` are the keys of the items that stay out until they are chosen.
    """

    kind: ExportFormat = ExportFormat.CSV
    own: Period | None = None
    parts: frozenset[Part] = frozenset()
    items: frozenset[str] = frozenset()
    notes: Notes = Notes.NONE


def begun_with(kind: ExportFormat, choices: Choices, offer: Offer) -> Choices:
    """The choices with which a kind of file begins: the check-ins alone, or all of it where all is the point."""
    if kind is not ExportFormat.JSON:
        return Choices(kind, choices.own)
    keys = frozenset(item.key for item in offer.items)
    return Choices(kind, None, offer.parts, keys, Notes.ALL)


def wanted_of(choices: Choices, offer: Offer) -> Wanted:
    """What is to be written."""
    own = choices.own
    asked = choices.items & {str(Part.SUICIDAL_THOUGHTS)}  # the part takes the answers of questionnaires along
    return Wanted(
        first=own.first if own else None,
        last=own.last if own else None,
        include=frozenset(str(part) for part in choices.parts) | asked,
        items=choices.items,
        notes=choices.notes,
        only_included=not takes_every_part(choices, offer),
    )


def takes_every_part(choices: Choices, offer: Offer) -> bool:
    """Whether no part is taken away."""
    return choices.parts >= offer.parts and choices.items >= {item.key for item in offer.items}


def within(choices: Choices, offer: Offer) -> Choices:
    """The choices without what is no longer offered."""
    keys = frozenset(item.key for item in offer.items)
    return replace(choices, parts=choices.parts & offer.parts, items=choices.items & keys)
