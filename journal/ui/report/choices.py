"""What the person has chosen for the report, and which of it is remembered. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from journal.app.clinicians import remembered_parts
from journal.model.appointments import Clinician
from journal.model.periods import Period, last_days
from journal.report.request import (
    BEGUN_WITH,
    LINES_AT_MOST,
    NEVER_REMEMBERED,
    AttachedFormat,
    Paper,
    Part,
    ReportRequest,
)

SPAN_DAYS = {"weeks": 28, "months": 90}


class Span(StrEnum):
    """How long the period is."""

    SINCE = "since"
    WEEKS = "weeks"
    MONTHS = "months"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything on the page that can be chosen. `own` is the own range, None until one was given.

    `seen_by` is the id of the clinician it is for, empty for nobody in particular.
    """

    span: Span = Span.MONTHS
    own: Period | None = None
    paper: Paper = Paper.A4
    parts: frozenset[Part] = BEGUN_WITH
    lines: tuple[str, ...] = ("",) * LINES_AT_MOST
    note_ids: frozenset[str] = frozenset()
    item_keys: tuple[str, ...] = ()
    main_item: str = ""
    name: str = ""
    born: str = ""
    clinician: str = ""
    attach: frozenset[AttachedFormat] = frozenset()
    seen_by: str = ""


def period_of(choices: Choices, today: date, since: Period | None = None) -> Period:
    """The days that were chosen; all but an own range end today. `since` are those since the last appointment."""
    if choices.span is Span.SINCE and since is not None:
        return since
    if choices.span is Span.OWN and choices.own is not None:
        return choices.own
    return last_days(today, SPAN_DAYS.get(choices.span, SPAN_DAYS[Span.MONTHS]))


def request_of(choices: Choices, period: Period, note_ids: tuple[str, ...], password: str = "") -> ReportRequest:
    """The report as chosen; `note_ids` are the chosen notes that lie in the period."""
    return ReportRequest(
        period=period,
        paper=choices.paper,
        includes=choices.parts,
        lines=tuple(line for line in choices.lines if line.strip()),
        note_ids=note_ids,
        item_keys=choices.item_keys,
        main_item=choices.main_item,
        name=choices.name,
        born=choices.born,
        clinician=choices.clinician,
        password=password,
        attach=choices.attach,
    )


def remembered(choices: Choices, sensitive: frozenset[str]) -> dict[str, Any]:
    """What is kept for the next report: no name, no notes, no data, and no item that stays out until chosen."""
    return {
        "span": choices.span.value if choices.span is not Span.OWN else Span.MONTHS.value,
        "paper": choices.paper.value,
        "parts": sorted(part.value for part in choices.parts - NEVER_REMEMBERED),
        "without": sorted(part.value for part in BEGUN_WITH - choices.parts),
        "items": [key for key in choices.item_keys if key not in sensitive],
        "main_item": "" if choices.main_item in sensitive else choices.main_item,
    }


def for_clinician(choices: Choices, known: Clinician, usual: Choices) -> Choices:
    """The choices for a clinician: what was chosen last for them, else the usual. Nothing private goes along."""
    parts, paper = remembered_parts(known), known.paper
    met = replace(_for_anybody(choices, usual), seen_by=known.id, clinician=known.name)
    return replace(met, parts=parts, paper=Paper(paper)) if paper in tuple(Paper) else met


def renamed(choices: Choices, before: Iterable[Clinician], now: Iterable[Clinician]) -> Choices:
    """The choices with the new name of the clinician they are for; a name typed in its place stays as it is."""
    old = next((each.name for each in before if each.id == choices.seen_by), None)
    new = next((each.name for each in now if each.id == choices.seen_by), None)
    return replace(choices, clinician=new) if new is not None and choices.clinician == old else choices


def for_nobody(choices: Choices, usual: Choices) -> Choices:
    """The usual choices again. Nothing private that was chosen for somebody goes along."""
    return replace(_for_anybody(choices, usual), seen_by="", clinician="")


def _for_anybody(choices: Choices, usual: Choices) -> Choices:
    parts = usual.parts - NEVER_REMEMBERED
    return replace(choices, parts=parts, paper=usual.paper, note_ids=frozenset(), attach=frozenset())


def recalled(kept: Mapping[str, Any], paper: Paper) -> Choices:
    """The choices to begin with: what was kept, else the usual ones on the paper of the country."""
    spans = {span.value: span for span in Span}
    papers = {each.value: each for each in Paper}
    return Choices(
        span=spans.get(str(kept.get("span")), Span.MONTHS),
        paper=papers.get(str(kept.get("paper")), paper),
        parts=_named(kept, "parts") - NEVER_REMEMBERED | (BEGUN_WITH - _named(kept, "without")),
        item_keys=tuple(map(str, kept.get("items", ()))),
        main_item=str(kept.get("main_item", "")),
    )


def _named(kept: Mapping[str, Any], key: str) -> frozenset[Part]:
    """The parts in a kept list of names; names that this version does not know are left out."""
    names = kept.get(key)
    return frozenset(part for part in Part if isinstance(names, list) and part.value in names)
