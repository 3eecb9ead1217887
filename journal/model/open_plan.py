"""What a person chose to have readable without the passphrase: place words, lines of the plan, contacts. Pure.

It is kept as JSON beside the journal, outside the encryption, so it holds what was ticked and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from journal.model.contacts import Contact
from journal.model.plans import Heading, PlanLine

VERSION = 1
LONGEST_TEXT = 2_000
"""Longer texts than anyone writes into a line are cut when read: the file may come from anywhere."""
MOST = 500
"""So many lines and contacts at most are read."""

_CONTACT_TEXTS = ("name", "call", "sms", "say", "note")


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The place words, the lines and the contacts that were ticked, in their order."""

    place: str = ""
    lines: tuple[PlanLine, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was ticked."""
        return not (self.place or self.lines or self.contacts)


def ticked(place: str, lines: Iterable[PlanLine], contacts: Iterable[Contact]) -> OpenPlan:
    """What of all this was ticked. `place` is empty where the place words were not."""
    return OpenPlan(
        place,
        tuple(line for line in lines if line.open),
        tuple(contact for contact in contacts if contact.open and not contact.hidden),
    )


def open_plan_json(plan: OpenPlan) -> bytes:
    """The file's content. Ids stay inside the journal."""
    content = {
        "version": VERSION,
        "place": plan.place,
        "lines": [{"heading": line.heading.value, "text": line.text} for line in plan.lines],
        "contacts": [
            {name: getattr(contact, name) for name in _CONTACT_TEXTS if getattr(contact, name)}
            for contact in plan.contacts
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def read_open_plan_json(content: bytes) -> OpenPlan:
    """Read such a file. What is damaged, newer, or of another kind counts as absent, as a whole or in parts."""
    try:
        given = json.loads(content)
    except (ValueError, RecursionError):
        return OpenPlan()
    if not isinstance(given, dict) or given.get("version") != VERSION:
        return OpenPlan()
    lines = tuple(_lines(_records(given, "lines")))
    return OpenPlan(_text(given, "place"), lines, tuple(_contacts(_records(given, "contacts"))))


def _lines(given: Iterable[dict[str, Any]]) -> Iterable[PlanLine]:
    for place, each in enumerate(given):
        heading, text = each.get("heading"), _text(each, "text")
        if text and heading in tuple(Heading):
            yield PlanLine(str(place), Heading(heading), text, place, open=True)


def _contacts(given: Iterable[dict[str, Any]]) -> Iterable[Contact]:
    for place, each in enumerate(given):
        texts = {name: _text(each, name) for name in _CONTACT_TEXTS}
        if texts["name"] or texts["call"] or texts["sms"]:
            known = Contact(str(place), texts["name"], texts["call"], texts["sms"], texts["say"], texts["note"])
            yield replace(known, open=True, position=place)


def _records(given: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = given.get(name)
    return [each for each in found[:MOST] if isinstance(each, dict)] if isinstance(found, list) else []


def _text(given: dict[str, Any], name: str) -> str:
    found = given.get(name)
    return found[:LONGEST_TEXT] if isinstance(found, str) else ""
