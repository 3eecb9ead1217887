"""What Today shows, built from the form and the answers so far. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from journal.app.check_ins import LONGEST_WINDOW_MIN
from journal.app.forms import CheckInForm, FormSection, SectionKind
from journal.model.entries import EntryKind, TimeKnown, local_time
from journal.model.items import Asked, Item
from journal.texts.dates import clock_time, day_and_time, heading, long_day, weekday_name
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.today.beside_state import DoseState, OfferState
from journal.ui.today.card_state import CardState, GroupState
from journal.ui.today.goal_groups import goal_groups
from journal.ui.today.rows import Answers, is_open, row_of
from journal.ui.widgets.row_state import RowKind, RowState

NOW_KINDS = (EntryKind.AFTER_SESSION, EntryKind.MONTHLY)
"""Forms that are asked for now and have no earlier day."""

NIGHT_IS_OVER_HOUR = 4
NOON_HOUR = 12
EVENING_HOUR = 18


@dataclass(frozen=True, slots=True)
class TodayState:
    """The page.

    `saved` is painted only once the commit has returned. `begun`: something is logged in this
    check-in. `short`: a form of a few questions. `ended` shows the quiet page after Done. `profiles` are
    the choices of what is asked, by id and words, and `profile` is the one that holds; none without profiles.
    """

    title: str = ""
    caption: str = ""
    late: str = ""
    cards: tuple[CardState, ...] = ()
    note: str = ""
    note_shared: bool = False
    tags: tuple[str, ...] = ()
    known_tags: tuple[str, ...] = ()
    saved: str = ""
    begun: bool = False
    earlier: str = ""
    later: str = ""
    short: bool = False
    enough: str = ""
    ended: bool = False
    digits_move_on: bool = True
    offers: tuple[OfferState, ...] = ()
    doses: tuple[DoseState, ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()
    profile: str = ""

    def card(self, kind: SectionKind) -> CardState | None:
        """The card of a section, or None if it is not shown."""
        return next((card for card in self.cards if card.kind is kind), None)

    @property
    def rows(self) -> tuple[RowState, ...]:
        """Every row that is asked now, in order."""
        return tuple(row for card in self.cards for row in card.rows)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the state is built from, beside the form. `saved_at` is local, None until something is saved."""

    answers: Answers = field(default_factory=dict)
    note: str = ""
    note_shared: bool = False
    tags: tuple[str, ...] = ()
    known_tags: tuple[str, ...] = ()
    saved_at: datetime | None = None
    body_open: bool = False
    ended: bool = False
    digits_move_on: bool = True


def build_state(form: CheckInForm, inputs: Inputs, words: ItemWords) -> TodayState:
    """The page for a form with the answers so far."""
    ends_itself = form.key.kind in (EntryKind.SHORT, EntryKind.AFTER_SESSION)
    cards = tuple(card for section in _sections(form, inputs) if (card := _card(section, form, inputs, words)))
    answered = all(row.answered for card in cards for row in card.rows)
    return TodayState(
        title=_heading(form),
        caption=window_line(form),
        late=_late_line(form),
        cards=cards,
        note=inputs.note,
        note_shared=inputs.note_shared,
        tags=inputs.tags,
        known_tags=inputs.known_tags,
        saved=saved_line(inputs.saved_at),
        begun=form.entry is not None,
        earlier="" if form.key.kind in NOW_KINDS else heading(weekday_name((form.day - timedelta(days=1)).weekday())),
        later=_later(form),
        short=form.small,
        enough=_("Saved. That is enough.") if ends_itself and inputs.saved_at and (answered or inputs.ended) else "",
        ended=inputs.ended,
        digits_move_on=inputs.digits_move_on,
        profiles=_profiles(form),
        profile=form.key.profile or "",
    )


def _profiles(form: CheckInForm) -> tuple[tuple[str, str], ...]:
    if form.small or not form.profiles:
        return ()
    return (*((each.id, each.name) for each in form.profiles), ("", _("All questions")))


def _heading(form: CheckInForm) -> str:
    if form.key.kind is EntryKind.AFTER_SESSION:
        return _("Right now")
    return _("The monthly look") if form.key.kind is EntryKind.MONTHLY else heading(long_day(form.day))


def saved_line(saved_at: datetime | None) -> str:
    """The words "Saved 21:04", or nothing before the first save."""
    return _("Saved {time}").format(time=clock_time(saved_at)) if saved_at else ""


def window_line(form: CheckInForm) -> str:
    """Which time the questions are about: "Since 08:10 this morning", "The last 24 hours"."""
    if form.key.kind is EntryKind.AFTER_SESSION:
        return heading(day_and_time(local_time(form.until_ms, form.offset_min)))
    if form.key.kind is EntryKind.MONTHLY:
        return _("Anything can be left out.")
    if form.late and (form.entry is None or form.entry.time_known is not TimeKnown.MINUTE):
        return _("About the whole day")
    if form.covers_min >= LONGEST_WINDOW_MIN:
        return _("The last 24 hours")
    until = local_time(form.until_ms, form.offset_min)
    start = until - timedelta(minutes=form.covers_min)
    return _since(start, until).format(time=clock_time(start))


def _since(start: datetime, until: datetime) -> str:
    if start.date() == until.date():
        if start.hour < NIGHT_IS_OVER_HOUR:
            return _("Since {time} in the night")
        if start.hour < NOON_HOUR:
            return _("Since {time} this morning")
        return _("Since {time} this afternoon") if start.hour < EVENING_HOUR else _("Since {time} this evening")
    return _("Since {time} yesterday evening") if start.hour >= EVENING_HOUR else _("Since {time} yesterday")


def _late_line(form: CheckInForm) -> str:
    if form.entry is not None:
        return _("added later") if form.entry.late else ""
    return _("What you enter now is marked as added later.") if form.late else ""


def _later(form: CheckInForm) -> str:
    if not form.late:
        return ""
    day = form.day + timedelta(days=1)
    return _("Today") if day == form.today else heading(weekday_name(day.weekday()))


def _sections(form: CheckInForm, inputs: Inputs) -> Iterable[FormSection]:
    """The form's sections, with the counts that an answer opened moved to last night's card.

    In between the steps a number field would catch the digits that are meant for the next step.
    """
    by_key = {item.key: item for section in form.sections for item in section.items}
    moved: list[Item] = []
    sections: list[FormSection] = []
    for section in form.sections:
        asked = [item for item in section.items if is_open(item, inputs.answers, by_key)]
        if section.kind is SectionKind.SYMPTOMS and not form.small:
            moved += [item for item in asked if item.opened_by and item.asked is Asked.NIGHT]
            asked = [item for item in asked if item not in moved]
        opened = section.open or (section.kind is SectionKind.BODY and inputs.body_open)
        sections.append(FormSection(section.kind, tuple(asked), open=opened))
    return _with_moved(sections, moved)


def _with_moved(sections: list[FormSection], moved: list[Item]) -> list[FormSection]:
    if not moved:
        return sections
    night = next((section for section in sections if section.kind is SectionKind.NIGHT), None)
    if night is None:
        return [*sections, FormSection(SectionKind.NIGHT, tuple(moved))]
    fuller = FormSection(night.kind, (*night.items, *moved), open=night.open)
    return [fuller if section is night else section for section in sections]


def _card(section: FormSection, form: CheckInForm, inputs: Inputs, words: ItemWords) -> CardState | None:
    if not section.items:
        return None
    groups = _groups(section, form, inputs, words)
    goals = section.kind is SectionKind.GOALS  # each group has the words of its own scale
    first = groups[0].rows[0] if groups[0].rows[0].kind is RowKind.STEPS else None
    return CardState(
        kind=section.kind,
        title=_title(section.kind, form),
        groups=groups,
        caption=_("You don't have to know what it comes from.") if section.kind is SectionKind.BODY else "",
        ends=(first.steps[0].word, first.steps[-1].word) if first and not goals else ("", ""),
        columns=len(first.steps) if first and not goals else 0,
        open=section.open,
    )


def _groups(section: FormSection, form: CheckInForm, inputs: Inputs, words: ItemWords) -> tuple[GroupState, ...]:
    """The rows under the headings of their groups; those of a short form or a profile in one piece, in its order."""
    rows = [(item, row_of(item, inputs.answers.get(item.key), words)) for item in section.items]
    if section.kind is SectionKind.GOALS:
        return goal_groups(rows)
    if form.small or form.key.profile:
        return (GroupState("", tuple(row for _item, row in rows)),)
    named = section.kind is SectionKind.SYMPTOMS or any(item.group_id for item in section.items)
    members: dict[str, list[tuple[Item, RowState]]] = {}
    for item, row in rows:
        members.setdefault(item.group_id or str(item.cluster), []).append((item, row))
    return tuple(
        _group(found[0][0], tuple(row for _item, row in found), words, named=named) for found in members.values()
    )


def _group(first: Item, rows: tuple[RowState, ...], words: ItemWords, *, named: bool) -> GroupState:
    if not named:
        return GroupState("", rows)
    return GroupState(
        words.group_name(first), rows, "" if first.group_id else words.clinical_cluster_name(first.cluster)
    )


def _title(kind: SectionKind, form: CheckInForm) -> str:
    if form.key.kind is EntryKind.AFTER_SESSION:
        return _("How much does each of these trouble you right now?")
    return {
        SectionKind.SYMPTOMS: _("How much did each of these trouble you?"),
        SectionKind.GOALS: _("My goals"),
        SectionKind.NIGHT: _("The night before") if form.late else _("Last night"),
        SectionKind.LIFE: _("How life went (higher is better)"),
        SectionKind.BODY: _("Body and side effects"),
        SectionKind.MONTH: _("In the last four weeks"),
        SectionKind.EVENING: _("This day"),
        SectionKind.SAFETY: _("Safety"),
    }[kind]
