"""What the Report page shows, built from the choices and what the journal offers. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from journal.model.appointments import Clinician
from journal.model.periods import Period
from journal.report.data import ReportData
from journal.report.figure_tables import has_figures
from journal.report.request import Part, ReportRequest
from journal.report.rows import SYMPTOM_ROWS
from journal.texts.dates import period_text, short_day
from journal.texts.number_tables import NumbersTable
from journal.texts.translation import _, ngettext
from journal.ui.report.choices import Choices, Span, period_of

FIRST_WORDS = 90


@dataclass(frozen=True, slots=True)
class OfferedNote:
    """A note of the period: its id, its day and its text; `of` names the session whose note it is, if any."""

    note_id: str
    day: date
    text: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """An item that can be chosen for page one. `sensitive` ones stay out until chosen and are never remembered."""

    key: str
    label: str
    group: str
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from the journal for some choices."""

    today: date
    request: ReportRequest
    data: ReportData
    notes: tuple[OfferedNote, ...]
    items: tuple[OfferedItem, ...]
    included: tuple[str, ...]
    left_out: tuple[str, ...]
    treated: frozenset[Part] = frozenset()
    """Parts that are offered only where the journal holds anything of them."""
    since: Period | None = None
    """The days since the last appointment, where one is known."""
    clinicians: tuple[Clinician, ...] = ()
    coming: str = ""
    """When the next appointment is, in words."""
    printed_ids: tuple[str, ...] = ()
    """The lines to bring up that are printed."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line with a check box. `detail` stands beside it and may go over several lines."""

    key: str
    words: str
    ticked: bool
    enabled: bool = True
    group: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportState:
    """The page. `busy` while the pages shown are not yet those of the choices; `failed`: they could not be made.

    `figures` are the tables in place of the pages, where they are wanted; `tabled` where any can be made.
    """

    choices: Choices = field(default_factory=Choices)
    period: Period | None = None
    period_words: str = ""
    own_range: bool = False
    notes: tuple[Tick, ...] = ()
    items: tuple[Tick, ...] = ()
    items_words: str = ""
    stand_ins: tuple[Tick, ...] = ()
    treated: frozenset[Part] = frozenset()
    included: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    pages: tuple[bytes, ...] = ()
    figures: tuple[NumbersTable, ...] = ()
    tabled: bool = False
    busy: bool = True
    failed: bool = False
    file_name: str = ""
    since_offered: bool = False
    clinicians: tuple[tuple[str, str], ...] = ()
    coming: str = ""


def build_state(choices: Choices, loaded: Loaded | None, pages: tuple[bytes, ...], *, busy: bool) -> ReportState:
    """The page for some choices and what was last read for them."""
    if loaded is None:
        return ReportState(choices=choices, own_range=choices.span is Span.OWN, pages=pages, busy=True)
    period = period_of(choices, loaded.today, loaded.since)
    return ReportState(
        choices=shown_choices(choices, loaded),
        period=period,
        period_words=period_text(period),
        own_range=choices.span is Span.OWN,
        notes=tuple(note_tick(note, ticked=note.note_id in choices.note_ids) for note in loaded.notes),
        items=item_ticks(choices, loaded.items),
        items_words=items_words(choices),
        stand_ins=stand_ins(choices, loaded),
        treated=loaded.treated,
        included=loaded.included,
        left_out=loaded.left_out,
        pages=pages,
        tabled=has_figures(loaded.data),
        busy=busy,
        file_name=file_name(loaded.today),
        since_offered=loaded.since is not None,
        clinicians=tuple((each.id, each.name) for each in loaded.clinicians),
        coming=loaded.coming,
    )


def shown_choices(choices: Choices, loaded: Loaded) -> Choices:
    """The choices as they hold: without a last appointment its period is the usual one."""
    if choices.span is Span.SINCE and loaded.since is None:
        return replace(choices, span=Span.MONTHS)
    return choices


def note_tick(note: OfferedNote, *, ticked: bool) -> Tick:
    """A note by its day and first words."""
    text = " ".join(note.text.split())
    first = text if len(text) <= FIRST_WORDS else text[: FIRST_WORDS - 1].rstrip() + "…"
    words = _("{day}, {session}").format(day=short_day(note.day), session=note.of) if note.of else short_day(note.day)
    return Tick(note.note_id, words, ticked, detail=first)


def item_ticks(choices: Choices, items: tuple[OfferedItem, ...]) -> tuple[Tick, ...]:
    """The items that can stand on page one; when eight are ticked the others wait."""
    full = len(choices.item_keys) >= SYMPTOM_ROWS
    chosen = frozenset(choices.item_keys)
    return tuple(
        Tick(item.key, item.label, item.key in chosen, enabled=item.key in chosen or not full, group=item.group)
        for item in items
    )


def items_words(choices: Choices) -> str:
    """How the rows of page one are chosen now."""
    count = len(choices.item_keys)
    if not count:
        return _("Page one shows the eight with the highest means.")
    return ngettext(
        "{n} item chosen for page one, of eight at most.", "{n} items chosen for page one, of eight at most.", count
    ).format(n=count)


def stand_ins(choices: Choices, loaded: Loaded) -> tuple[Tick, ...]:
    """The items that can stand in for the average symptom rating, where it cannot be had."""
    rated = [item for item in loaded.data.items if item.n_days]
    if loaded.data.load is not None or len(rated) < 2:
        return ()
    return tuple(Tick(item.key, item.label, item.key == choices.main_item) for item in rated)


def file_name(today: date) -> str:
    """A name that says nothing."""
    return _("Notes {day}").format(day=today.isoformat()) + ".pdf"
