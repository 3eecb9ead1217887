"""What the room shows. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from journal.model.breathing import Pace
from journal.model.contacts import Contact
from journal.model.plans import Heading, PlanLine
from journal.model.support import CountrySupport, Kind, SupportLine, is_old, own_lines, with_own
from journal.texts.dates import clock_time, full_day, heading
from journal.texts.support import WayWords, checked_words, country_choices, kind_words, line_title, ways
from journal.texts.translation import _
from journal.ui.calm.place import CalmPlace
from journal.ui.calm.words import Sense, heading_words, senses


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to show: all of it in the open journal, only what was ticked before it (`locked`)."""

    place_words: str = ""
    lines: tuple[PlanLine, ...] = ()
    contacts: tuple[Contact, ...] = ()
    locked: bool = True


@dataclass(frozen=True, slots=True)
class Distress:
    """How strong it was, 0 to 10, before and after; None where it was not said."""

    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line to call or text."""

    title: str
    ways: tuple[WayWords, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TalkGroup:
    """The lines of one kind, with quiet words under them."""

    kind: Kind
    title: str
    lines: tuple[TalkLine, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class TalkState:
    """The emergency numbers, the lines by kind, and the countries to choose from."""

    emergency: tuple[str, ...] = ()
    emergency_note: str = ""
    groups: tuple[TalkGroup, ...] = ()
    notes: tuple[str, ...] = ()
    country: str = ""
    countries: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CalmState:
    """One picture of the room."""

    place: CalmPlace = field(default_factory=CalmPlace)
    time: str = ""
    date: str = ""
    place_words: str = ""
    place_hint: str = ""
    sense: Sense = field(default_factory=lambda: Sense("", ""))
    first_sense: bool = True
    last_sense: bool = False
    pace: Pace = field(default_factory=Pace)
    moves: bool = True
    may_move: bool = True
    plan: tuple[Group, ...] = ()
    plan_note: str = ""
    may_edit: bool = False
    talk: TalkState = field(default_factory=TalkState)
    distress_words: str = ""
    distress_offer: str = ""
    may_keep: bool = False
    back_words: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the picture depends on."""

    place: CalmPlace
    known: Known
    now: datetime
    support: CountrySupport
    countries: tuple[str, ...] = ()
    pace: Pace = field(default_factory=Pace)
    moves: bool = True
    distress: Distress = field(default_factory=Distress)
    back_words: str = ""
    still_system: bool = False
    """The system asks for less motion: that comes before the person's own choice here."""


def build_state(given: Inputs) -> CalmState:
    """The picture of the room."""
    all_senses, step = senses(), min(given.place.step, len(senses()) - 1)
    groups = plan_groups(given.known.lines)
    return CalmState(
        place=given.place,
        time=_("It is {time}").format(time=clock_time(given.now)),
        date=heading(full_day(given.now.date())),
        place_words=given.known.place_words,
        place_hint="" if given.known.place_words else _place_hint(given.known),
        sense=all_senses[step],
        first_sense=step == 0,
        last_sense=step == len(all_senses) - 1,
        pace=given.pace,
        moves=given.moves,
        may_move=not given.still_system,
        plan=groups,
        plan_note=_plan_note(given.known, groups),
        may_edit=not given.known.locked,
        talk=talk_state(given),
        distress_words=_distress_words(given.distress, given.known),
        distress_offer=_distress_offer(given.distress),
        may_keep=given.distress.after is not None and not given.known.locked,
        back_words=given.back_words,
    )


def plan_groups(lines: Iterable[PlanLine]) -> tuple[Group, ...]:
    """The lines under their headings, in the order of these; an empty heading is left out."""
    order = list(Heading)
    ordered = sorted(lines, key=lambda line: order.index(line.heading))
    grouped = groupby(ordered, key=lambda line: line.heading)
    return tuple(Group(heading_words(heading), tuple(line.text for line in found)) for heading, found in grouped)


def talk_state(given: Inputs) -> TalkState:
    """Whom to call or text, the emergency number first."""
    support, known = given.support, given.known
    lines = (*own_lines(known.contacts), *with_own(support.lines, known.contacts))
    groups = tuple(group for kind in Kind if (group := _talk_group(kind, lines)) is not None)
    return TalkState(
        emergency=support.emergency,
        emergency_note="" if support.verified else _("Please check this number for this place."),
        groups=groups,
        notes=tuple(_notes(given)),
        country=support.code,
        countries=country_choices(given.countries),
    )


def _talk_group(kind: Kind, lines: Iterable[SupportLine]) -> TalkGroup | None:
    found = tuple(TalkLine(line_title(line), ways(line), _line_note(line)) for line in lines if line.kind is kind)
    if not found:
        return None
    foot = _("Calls can show on the phone and the bill.") if kind is Kind.VIOLENCE else ""
    return TalkGroup(kind, kind_words(kind), found, foot)


def _line_note(line: SupportLine) -> str:
    own = kind_is_own(line)
    return " ".join(part for part in (line.note, checked_words(line.checked) if own else "") if part)


def kind_is_own(line: SupportLine) -> bool:
    """Whether its number was looked at by the person: it then has a day, not a month."""
    return line.kind is Kind.OWN or line.checked.count("-") > 1


def _notes(given: Inputs) -> Iterable[str]:
    support = given.support
    if support.elsewhere:
        yield _("Lines in other countries: {place}").format(place=support.elsewhere)
    old = is_old(support.checked, given.now.year, given.now.month)
    yield checked_words(support.checked)
    if old:
        yield _("Numbers may have changed.")
    if given.known.locked:
        yield _("Your own contacts show here if you ticked them.")


def _place_hint(known: Known) -> str:
    if known.locked:
        return ""
    return _("Your own words about this place can stand here. You can write them in Settings.")


def _plan_note(known: Known, groups: tuple[Group, ...]) -> str:
    if groups:
        return _("More may be in your journal. It opens with your passphrase.") if known.locked else ""
    if known.locked:
        return _("Your plan is in your journal. It opens with your passphrase.")
    return _("There is nothing here yet. You can write your plan when things are quiet.")


def _distress_offer(distress: Distress) -> str:
    if distress.before is None:
        return _("Note how strong it is, 0 to 10")
    return _("And now, 0 to 10") if distress.after is None else ""


def _distress_words(distress: Distress, known: Known) -> str:
    if distress.before is None:
        return ""
    if distress.after is None:
        return _("Before: {n}").format(n=distress.before)
    words = _("Before: {before}. Now: {after}.").format(before=distress.before, after=distress.after)
    return words + " " + _("This is not kept: the journal is closed.") if known.locked else words
