"""Lines that anyone can call or text, by country and kind, and the person's own changes to them. Pure.

Source of the numbers: clinical.md, section 5. The same number can be another line in another country,
so a line is named by its country, its kind and its number together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from journal.model.contacts import Contact

MONTHS_UNTIL_OLD = 12


class Kind(StrEnum):
    """What a line is for, in the order shown. `OWN` is the person's own contacts."""

    OWN = "own"
    CRISIS = "crisis"
    VETERANS = "veterans"
    VIOLENCE = "violence"


@dataclass(frozen=True, slots=True)
class SupportLine:
    """A line. `then` is what to choose in the call, `word` what to write; `hours` when it is there.

    `language` is an ISO 639 code where the line speaks one language of several, `mobile_only` true for
    a number that reaches it from a mobile phone alone. `checked` is a year and month or a day, or empty.
    """

    key: str
    kind: Kind
    name: str = ""
    call: str = ""
    sms: str = ""
    then: str = ""
    word: str = ""
    hours: str = ""
    language: str = ""
    mobile_only: bool = False
    note: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class CountrySupport:
    """A country's emergency numbers, the first one first, and its lines. `code` is empty for elsewhere."""

    code: str
    emergency: tuple[str, ...]
    verified: bool
    lines: tuple[SupportLine, ...]
    checked: str
    elsewhere: str = ""
    """Where a line can be found, for a country of which none is known."""


def say_parts(kind: Kind, call: str, sms: str, say: str) -> tuple[str, str]:
    """What to choose in the call and what to write in the text, of one `say`: veterans' lines choose, others write."""
    in_call = bool(call) and (not sms or kind is Kind.VETERANS)
    return (say, "") if in_call else ("", say)


def with_own(lines: Iterable[SupportLine], contacts: Iterable[Contact]) -> tuple[SupportLine, ...]:
    """The shipped lines as the person changed them: others in their place, or none where one is hidden."""
    changed = {contact.shipped: contact for contact in contacts if contact.shipped}
    found = []
    for line in lines:
        own = changed.get(line.key)
        if own is None:
            found.append(line)
        elif not own.hidden:
            found.append(replace(line_of(own, line.kind), hours=line.hours, language=line.language, key=line.key))
    return tuple(found)


def own_lines(contacts: Iterable[Contact]) -> tuple[SupportLine, ...]:
    """The person's own contacts, as lines."""
    return tuple(line_of(contact, Kind.OWN) for contact in contacts if not contact.shipped and not contact.hidden)


def line_of(contact: Contact, kind: Kind) -> SupportLine:
    """A contact as a line of a kind."""
    then, word = say_parts(kind, contact.call, contact.sms, contact.say)
    return SupportLine(
        key=contact.id,
        kind=kind,
        name=contact.name,
        call=contact.call,
        sms=contact.sms,
        then=then,
        word=word,
        note=contact.note,
        checked=contact.checked_on.isoformat() if contact.checked_on else "",
    )


def is_old(checked: str, year: int, month: int) -> bool:
    """Whether what was checked then ("2026-11") has to be said to be possibly out of date in this month."""
    try:
        then_year, then_month = (int(part) for part in checked.split("-")[:2])
    except ValueError:
        return True
    return (year - then_year) * 12 + month - then_month > MONTHS_UNTIL_OLD
