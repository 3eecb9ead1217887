"""What the page shows on which the plan and the contacts are written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from journal.model.contacts import Contact
from journal.model.plans import Heading, PlanLine
from journal.model.support import CountrySupport, Kind, SupportLine, line_of
from journal.texts.support import checked_words, country_choices, country_words, kind_words, line_title, ways
from journal.texts.translation import _
from journal.ui.calm.words import heading_words
from journal.ui.plan.wishes import Do, Tab
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.parts import CardState, Field, FieldKind, Form, Press, Row, Value, Weight


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that the page shows, read from the journal."""

    today: date
    lines: tuple[PlanLine, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page the person is: the half, the form that is open, what does not fit, what was half typed.

    `country` is the one whose shipped lines are shown (ISO 3166), empty for any other.
    """

    tab: Tab = Tab.PLAN
    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)
    country: str = ""


@dataclass(frozen=True, slots=True)
class PlanState:
    """One picture of the page."""

    tab: Tab = Tab.PLAN
    caption: str = ""
    cards: tuple[CardState, ...] = ()
    country: str = ""
    countries: tuple[tuple[str, str], ...] = ()
    """Where shipped lines can be looked at and changed: codes and names."""


def build_state(
    loaded: Loaded, place: Place, support: CountrySupport, countries: Iterable[str] = (), *, may_open: bool
) -> PlanState:
    """The picture. `may_open` is false where other people use the computer: nothing can be ticked there."""
    page = _Page(loaded, place, support, may_open)
    if place.tab is Tab.PLAN:
        return PlanState(place.tab, page.caption, tuple(page.heading_card(heading) for heading in Heading))
    return PlanState(place.tab, page.caption, tuple(page.contact_cards()), support.code, country_choices(countries))


def tab_words() -> dict[Tab, str]:
    """What the halves are called."""
    return {Tab.PLAN: _("My plan"), Tab.CONTACTS: _("Someone to talk to")}


def open_words(*, opened: bool) -> str:
    """What stands at each line and contact: whether it was ticked, by a sign and in words."""
    if opened:
        return "✓ " + _("Can be read without the passphrase")
    return "– " + _("Opens with your passphrase only")


class _Page:
    """Builds the cards."""

    def __init__(self, loaded: Loaded, place: Place, support: CountrySupport, may_open: bool) -> None:
        self._loaded, self._place, self._support, self._may_open = loaded, place, support, may_open

    @property
    def caption(self) -> str:
        """What is good to know, over the cards."""
        if not self._may_open:
            return _("All of this opens with your passphrase only.")
        return _(
            "Under “Change” you can tick what opens without your passphrase. Anyone at this computer can then read it."
        )

    def heading_card(self, heading: Heading) -> CardState:
        """A heading with its lines."""
        lines = [line for line in self._loaded.lines if line.heading is heading]
        add = Deed(Do.ADD_LINE, heading.value)
        rows = tuple(self._line_row(line, place, len(lines)) for place, line in enumerate(lines))
        words = heading_words(heading)
        presses = (Press(_("Add a line"), add, Weight.TEXT, words),)
        return CardState(heading.value, words, rows=rows, presses=presses, form=self._line_form(heading, lines))

    def contact_cards(self) -> Iterable[CardState]:
        """The person's own contacts, then the lines of the country."""
        own = [contact for contact in self._loaded.contacts if not contact.shipped]
        rows = tuple(self._contact_row(contact, place, len(own)) for place, contact in enumerate(own))
        add = Press(_("Add a contact"), Deed(Do.ADD_CONTACT), Weight.TEXT)
        yield CardState("own", kind_words(Kind.OWN), rows=rows, presses=(add,), form=self._contact_form(own))
        if self._support.lines:
            yield self._shipped_card()

    def _line_row(self, line: PlanLine, place: int, count: int) -> Row:
        presses = (
            Press(_("Change"), Deed(Do.CHANGE_LINE, line.id), Weight.TEXT, line.text),
            *_moves(Do.LINE_UP, Do.LINE_DOWN, line.id, line.text, place, count),
            Press(_("Delete"), Deed(Do.DELETE_LINE, line.id), Weight.TEXT, line.text),
        )
        return Row(line.id, line.text, (open_words(opened=line.open),) if self._may_open else (), presses)

    def _contact_row(self, contact: Contact, place: int, count: int) -> Row:
        presses = (
            Press(_("Change"), Deed(Do.CHANGE_CONTACT, contact.id), Weight.TEXT, contact.name),
            *_moves(Do.CONTACT_UP, Do.CONTACT_DOWN, contact.id, contact.name, place, count),
            Press(_("I checked it today"), Deed(Do.CHECKED, contact.id), Weight.TEXT, contact.name),
            Press(_("Delete"), Deed(Do.DELETE_CONTACT, contact.id), Weight.TEXT, contact.name),
        )
        return Row(contact.id, contact.name, self._contact_lines(contact, Kind.OWN), presses)

    def _contact_lines(self, contact: Contact, kind: Kind) -> tuple[str, ...]:
        line = line_of(contact, kind)
        says = self._may_open and (contact.open or kind is Kind.OWN)  # a shipped line is open to all as it was
        opened = open_words(opened=contact.open) if says else ""
        words = (*(way.words for way in ways(line)), contact.note, checked_words(line.checked), opened)
        return tuple(each for each in words if each)

    def _shipped_card(self) -> CardState:
        changed = {contact.shipped: contact for contact in self._loaded.contacts if contact.shipped}
        rows = tuple(self._shipped_row(line, changed.get(line.key)) for line in self._support.lines)
        title = _("{country}: lines to call or text").format(country=country_words(self._support.code))
        return CardState(
            "shipped", title, rows=rows, form=self._shipped_form(changed), foot=checked_words(self._support.checked)
        )

    def _shipped_row(self, line: SupportLine, own: Contact | None) -> Row:
        said = tuple(way.words for way in ways(line))
        title, told = (line_title(line), said) if line_title(line) else (said[0], said[1:])
        told = (*told, kind_words(line.kind))
        change = Press(_("Change"), Deed(Do.CHANGE_SHIPPED, line.key), Weight.TEXT, title)
        back = Press(_("As it was"), Deed(Do.SHOW_SHIPPED, line.key), Weight.TEXT, title)
        hide = Press(_("Hide"), Deed(Do.HIDE_SHIPPED, line.key), Weight.TEXT, title)
        if own is None:
            return Row(line.key, title, told, (change, hide))
        if own.hidden:
            show = replace(back, words=_("Show again"))
            return Row(line.key, title, (_("Not shown"),), (show,))
        return Row(line.key, own.name or title, self._contact_lines(own, line.kind), (change, back, hide))

    def _line_form(self, heading: Heading, lines: Iterable[PlanLine]) -> Form | None:
        deed, title = self._place.form, heading_words(heading)
        if deed == Deed(Do.ADD_LINE, heading.value):
            return self._form(deed, title, self._line_fields(PlanLine("", heading, "")), _("Add it"))
        known = next((line for line in lines if deed == Deed(Do.CHANGE_LINE, line.id)), None)
        if deed is None or known is None:
            return None
        return self._form(deed, title, self._line_fields(known), _("Change it"), under=known.id)

    def _contact_form(self, own: Iterable[Contact]) -> Form | None:
        deed = self._place.form
        if deed == Deed(Do.ADD_CONTACT):
            return self._form(deed, _("A contact"), self._contact_fields(Contact("", "")), _("Add it"))
        known = next((contact for contact in own if deed == Deed(Do.CHANGE_CONTACT, contact.id)), None)
        if deed is None or known is None:
            return None
        return self._form(deed, _("A contact"), self._contact_fields(known), _("Change it"), under=known.id)

    def _shipped_form(self, changed: Mapping[str, Contact]) -> Form | None:
        deed = self._place.form
        line = next((each for each in self._support.lines if deed == Deed(Do.CHANGE_SHIPPED, each.key)), None)
        if deed is None or line is None:
            return None
        known = changed.get(line.key) or as_contact(line)
        return self._form(deed, _("Change this line"), self._contact_fields(known), _("Change it"), under=line.key)

    def _form(self, deed: Deed, title: str, fields: tuple[Field, ...], submit: str, under: str = "") -> Form:
        form = Form(deed, title, fields, submit, under=under, problems=self._place.problems)
        return filled(form, self._place.typed)

    def _line_fields(self, line: PlanLine) -> tuple[Field, ...]:
        return Field("text", _("In my words"), value=line.text), *self._tick(opened=line.open)

    def _contact_fields(self, contact: Contact) -> tuple[Field, ...]:
        return (
            Field("name", _("Name"), value=contact.name),
            Field("call", _("Number to call"), value=contact.call),
            Field("sms", _("Number to text"), value=contact.sms),
            Field("say", _("What to choose or write"), value=contact.say, more=not contact.say),
            Field("note", _("Note"), value=contact.note, more=not contact.note),
            *self._tick(opened=contact.open),
        )

    def _tick(self, *, opened: bool) -> tuple[Field, ...]:
        words = _("Can be read without the passphrase, by anyone at this computer")
        return (Field("open", words, FieldKind.TICK, opened),) if self._may_open else ()


def as_contact(line: SupportLine) -> Contact:
    """A shipped line as a contact of the person's own that will stand in its place."""
    name = line.name or kind_words(line.kind)
    return Contact("", name, line.call, line.sms, line.then or line.word, shipped=line.key)


def _moves(up: Do, down: Do, record_id: str, about: str, place: int, count: int) -> Iterable[Press]:
    if place:
        yield Press(_("Move up"), Deed(up, record_id), Weight.TEXT, about)
    if place < count - 1:
        yield Press(_("Move down"), Deed(down, record_id), Weight.TEXT, about)
