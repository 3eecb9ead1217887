"""Whom to talk to: the person's own contacts, and their changes to the shipped lines. One undo step each."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.app.own_records import Own, delete_record, save_records
from journal.model.contacts import Contact
from journal.model.errors import UnknownRecord

if TYPE_CHECKING:
    from datetime import date

    from journal.app.journal import Journal
    from journal.model.support import SupportLine


def contacts(journal: Journal) -> tuple[Contact, ...]:
    """Every contact, with those that stand in the place of shipped lines, in order."""
    return tuple(journal.store.contacts.all())


def save_contact(journal: Journal, contact: Contact) -> Contact:
    """Add a contact, at the end if its id is empty, or change one."""
    kept = contact
    if not contact.id:
        last = max((each.position for each in contacts(journal)), default=-1)
        kept = replace(contact, id=str(uuid.uuid4()), position=last + 1)
    save_records(journal, Own.CONTACT, [kept])
    return kept


def hide_shipped(journal: Journal, line: SupportLine) -> None:
    """Take a shipped line away; what the person made of it stays for when it is shown again."""
    known = next((each for each in contacts(journal) if each.shipped == line.key), None)
    shown = known or Contact("", line.name, line.call, line.sms, line.then or line.word, shipped=line.key)
    save_contact(journal, replace(shown, hidden=True))


def restore_shipped(journal: Journal, key: str) -> None:
    """Show a shipped line again as it was shipped. Raises UnknownRecord where it is."""
    known = next((each for each in contacts(journal) if each.shipped == key), None)
    if known is None:
        raise UnknownRecord(kind=str(Own.CONTACT), prefix=key)
    delete_record(journal, Own.CONTACT, known.id)


def move_contact(journal: Journal, contact_id: str, by: int) -> None:
    """Move one of the person's own up (-1) or down (1); at the end nothing happens. Raises UnknownRecord."""
    own = [each for each in contacts(journal) if not each.shipped]
    here = next((place for place, each in enumerate(own) if each.id == contact_id), None)
    if here is None:
        raise UnknownRecord(kind=str(Own.CONTACT), prefix=contact_id)
    there = here + by
    if not 0 <= there < len(own):
        return
    own[here], own[there] = own[there], own[here]
    moved = [replace(each, position=place) for place, each in enumerate(own) if each.position != place]
    save_records(journal, Own.CONTACT, moved)


def mark_checked(journal: Journal, contact_id: str, day: date) -> None:
    """Note that a number was looked at on a day. Raises UnknownRecord."""
    known = next((each for each in contacts(journal) if each.id == contact_id), None)
    if known is None:
        raise UnknownRecord(kind=str(Own.CONTACT), prefix=contact_id)
    save_contact(journal, replace(known, checked_on=day))


def delete_contact(journal: Journal, contact_id: str) -> None:
    """Delete a contact; undo brings it back for 30 days. Raises UnknownRecord."""
    delete_record(journal, Own.CONTACT, contact_id)
