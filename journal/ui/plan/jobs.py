"""What a press or a filled-in form asks of the journal. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from journal.app import contacts, plans
from journal.app.journal import Journal
from journal.model.contacts import Contact
from journal.model.plans import Heading, PlanLine
from journal.model.support import CountrySupport, SupportLine
from journal.texts.translation import _
from journal.ui.plan.state import Loaded, as_contact
from journal.ui.plan.wishes import Do
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.wishes import Wish


def form_wish(deed: Deed, given: Answers, loaded: Loaded, support: CountrySupport) -> Wish:
    """What the answers of a form ask for; `given` holds the problems found on the way."""
    if deed.do in (Do.ADD_LINE, Do.CHANGE_LINE):
        return _line_wish(deed, given, loaded)
    return _contact_wish(deed, given, loaded, support)


def press_wish(deed: Deed, loaded: Loaded, support: CountrySupport) -> Wish:
    """What a press asks for."""
    known = _line(support, deed.id)
    acts: dict[Do, tuple[Callable[[Journal], object], str]] = {
        Do.LINE_UP: (lambda journal: plans.move_line(journal, deed.id, -1), ""),
        Do.LINE_DOWN: (lambda journal: plans.move_line(journal, deed.id, 1), ""),
        Do.DELETE_LINE: (lambda journal: plans.delete_line(journal, deed.id), _("Deleted.")),
        Do.CONTACT_UP: (lambda journal: contacts.move_contact(journal, deed.id, -1), ""),
        Do.CONTACT_DOWN: (lambda journal: contacts.move_contact(journal, deed.id, 1), ""),
        Do.CHECKED: (lambda journal: contacts.mark_checked(journal, deed.id, loaded.today), _("Noted.")),
        Do.DELETE_CONTACT: (lambda journal: contacts.delete_contact(journal, deed.id), _("Deleted.")),
        Do.SHOW_SHIPPED: (lambda journal: contacts.restore_shipped(journal, deed.id), _("It is as it was.")),
    }
    if deed.do is Do.HIDE_SHIPPED and known is not None:
        return Wish(lambda journal: contacts.hide_shipped(journal, known), _("It is not shown any more."))
    act, said = acts[Do(deed.do)]
    kinds = {Do.DELETE_LINE: "plan_line", Do.DELETE_CONTACT: "contact"}
    for_good = (kinds[Do(deed.do)], deed.id) if deed.do in kinds else None
    return Wish(act, said, for_good=for_good)


def _line_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    text = given.text("text", _("Type a line, or leave it with Cancel."))
    opened = given.ticked("open")
    if deed.do is Do.ADD_LINE:
        return Wish(lambda journal: plans.add_line(journal, Heading(deed.id), text, opened=opened), _("Added."))
    known = next((line for line in loaded.lines if line.id == deed.id), PlanLine(deed.id, Heading.SIGNS, ""))
    kept = opened if given.asked("open") else known.open
    return Wish(lambda journal: plans.change_line(journal, deed.id, text, opened=kept), _("Changed."))


def _contact_wish(deed: Deed, given: Answers, loaded: Loaded, support: CountrySupport) -> Wish:
    before = _contact(deed, loaded, support)
    contact = replace(
        before,
        name=given.text("name", _("Type a name.")),
        call=given.text("call"),
        sms=given.text("sms"),
        say=given.text("say"),
        note=given.text("note"),
        open=given.ticked("open") if given.asked("open") else before.open,
        hidden=False,
    )
    if (contact.call, contact.sms) != (before.call, before.sms):
        contact = replace(contact, checked_on=loaded.today)
    said = _("Added.") if deed.do is Do.ADD_CONTACT else _("Changed.")
    return Wish(lambda journal: contacts.save_contact(journal, contact), said)


def _contact(deed: Deed, loaded: Loaded, support: CountrySupport) -> Contact:
    if deed.do is Do.CHANGE_SHIPPED:
        known = next((contact for contact in loaded.contacts if contact.shipped == deed.id), None)
        line = _line(support, deed.id)
        return known or (as_contact(line) if line is not None else Contact("", "", shipped=deed.id))
    return next((contact for contact in loaded.contacts if contact.id == deed.id), Contact("", ""))


def _line(support: CountrySupport, key: str) -> SupportLine | None:
    return next((line for line in support.lines if line.key == key), None)
