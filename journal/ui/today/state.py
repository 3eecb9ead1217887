"""What Today shows, built from the form and the answers so far. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from journal.app.check_ins import LONGEST_WINDOW_MIN
from journal.app.forms import CheckInForm, FormSection, SectionKind
from journal.model.entries import EntryKind, TimeKnown, local_time
from journal.model.items import Asked, Cluster, Item
from journal.texts.dates import clock_time, long_day, weekday_name
from journal.texts.items import ItemWords
from journal.texts.translation import _
from journal.ui.today.rows import Answers, is_open, row_of
from journal.ui.widgets.row_state import RowKind, RowState

NIGHT_IS_OVER_HOUR = 4
NOON_HOUR = 12
EVENING_HOUR = 18


@dataclass(frozen=True, slots=True)
class GroupState:
    """Rows under one heading. `description` is the clinical name of the group."""

    title: str
    rows: tuple[RowState, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class CardState:
    """A card of questions. `ends` are the two words over its `columns` steps."""

    kind: SectionKind
    title: str
    groups: tuple[GroupState, ...]
    caption: str = ""
    ends: tuple[str, str] = ("", "")
    columns: int = 0
    open: bool = True

    @property
    def rows(self) -> tuple[RowState, ...]:
        """Its rows in order; none while it is closed."""
        return tuple(row for group in self.groups for row in group.rows) if self.open else ()


@dataclass(frozen=True, slots=True)
class TodayState:
    """The page.

    `saved` is painted only once the commit has returned. `begun`: something is logged in this
    check-in. `ended` shows the quiet page after Done.
    """

    title: str = ""
    caption: str = ""
    late: str = ""
    cards: tuple[CardState, ...] = ()
    note: str = ""
    note_shared: bool = False
    saved: str = ""
    begun: bool = False
    earlier: str = ""
    later: str = ""
    short: bool = False
    enough: str = ""
    ended: bool = False
    digits_move_on: bool = True

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
    saved_at: datetime | None = None
    body_open: bool = False
    ended: bool = False
    digits_move_on: bool = True


def build_state(form: CheckInForm, inputs: Inputs, words: ItemWords) -> TodayState:
    """The page for a form with the answers so far."""
    short = form.key.kind is EntryKind.SHORT
    cards = tuple(card for section in _sections(form, inputs) if (card := _card(section, form, inputs, words)))
    answered = all(row.answered for card in cards for row in card.rows)
    return TodayState(
        title=long_day(form.day),
        caption=window_line(form),
        late=_late_line(form),
        cards=cards,
        note=inputs.note,
        note_shared=inputs.note_shared,
        saved=saved_line(inputs.saved_at),
        begun=form.entry is not None,
        earlier=weekday_name((form.day - timedelta(days=1)).weekday()),
        later=_later(form),
        short=short,
        enough=_("Saved. That is enough.") if short and inputs.saved_at and (answered or inputs.ended) else "",
        ended=inputs.ended,
        digits_move_on=inputs.digits_move_on,
    )


def saved_line(saved_at: datetime | None) -> str:
    """The words "Saved 21:04", or nothing before the first save."""
    return _("Saved {time}").format(time=clock_time(saved_at)) if saved_at else ""


def window_line(form: CheckInForm) -> str:
    """Which time the questions are about: "Since 08:10 this morning", "The last 24 hours"."""
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
    return _("Today") if day == form.today else weekday_name(day.weekday())


def _sections(form: CheckInForm, inputs: Inputs) -> Iterable[FormSection]:
    """The form's sections, with the counts that an answer opened moved to last night's card.

    In between the steps a number field would catch the digits that are meant for the next step.
    """
    by_key = {item.key: item for section in form.sections for item in section.items}
    moved: list[Item] = []
    sections: list[FormSection] = []
    for section in form.sections:
        asked = [item for item in section.items if is_open(item, inputs.answers, by_key)]
        if section.kind is SectionKind.SYMPTOMS and form.key.kind is not EntryKind.SHORT:
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
    clusters: dict[Cluster, list[RowState]] = {}
    for item in section.items:
        clusters.setdefault(item.cluster, []).append(row_of(item, inputs.answers.get(item.key), words))
    named = section.kind is SectionKind.SYMPTOMS and form.key.kind is not EntryKind.SHORT
    groups = tuple(
        GroupState(
            words.cluster_name(cluster) if named else "",
            tuple(rows),
            words.clinical_cluster_name(cluster) if named else "",
        )
        for cluster, rows in clusters.items()
    )
    first = groups[0].rows[0] if groups[0].rows[0].kind is RowKind.STEPS else None
    return CardState(
        kind=section.kind,
        title=_title(section.kind, form),
        groups=groups,
        caption=_("You don't have to know what it comes from.") if section.kind is SectionKind.BODY else "",
        ends=(first.steps[0].word, first.steps[-1].word) if first else ("", ""),
        columns=len(first.steps) if first else 0,
        open=section.open,
    )


def _title(kind: SectionKind, form: CheckInForm) -> str:
    return {
        SectionKind.SYMPTOMS: _("How much did each of these trouble you?"),
        SectionKind.NIGHT: _("The night before") if form.late else _("Last night"),
        SectionKind.LIFE: _("How life went (higher is better)"),
        SectionKind.BODY: _("Body and side effects"),
        SectionKind.EVENING: _("This day"),
        SectionKind.SAFETY: _("Safety"),
    }[kind]
