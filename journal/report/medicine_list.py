"""The list of current medicines on one page, to print or save: its content, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from journal.report.header import own_text
from journal.report.request import Paper
from journal.report.text_safety import one_line
from journal.report.wording import ReportWords
from journal.texts import dates, numbers
from journal.texts.translation import _

TEMPLATE = "medicines.typ"


@dataclass(frozen=True, slots=True)
class ListedMedicine:
    """A line of the list: `times` in minutes after midnight; `start` of the medicine, `since` of this dose."""

    name: str
    dose: float
    unit: str
    times: tuple[int, ...]
    as_needed: bool
    start: date
    since: date


def list_content(
    medicines: Sequence[ListedMedicine], day: date, paper: Paper, words: ReportWords, name: str = ""
) -> dict[str, Any]:
    """Everything on the page, ready for JSON. `name` is whose list it is, printed only where it was typed."""
    return {
        "template": TEMPLATE,
        "lang": words.language,
        "paper": paper.value,
        "made": [day.year, day.month, day.day],
        "tables": [],
        "title": _("List"),
        "heading": _("Current medicines"),
        "name": own_text(one_line(name), words) if name.strip() else None,
        "day": _("As of {day}. Written down by the person who takes them.").format(
            day=dates.long_date(day, words.locale)
        ),
        "heads": [_("Medicine"), _("Usual dose"), _("When"), _("Since"), _("This dose since")],
        "rows": [_row(medicine, words) for medicine in medicines],
        "empty": "" if medicines else _("No medicine stands in the list on this day."),
    }


def _row(medicine: ListedMedicine, words: ReportWords) -> dict[str, Any]:
    dose = one_line(f"{numbers.dose(medicine.dose, words.locale)} {medicine.unit}")
    when = ", ".join(_clock(minute, words) for minute in medicine.times)
    return {
        "name": own_text(one_line(medicine.name), words),
        "cells": [
            dose,
            _("as needed") if medicine.as_needed else when,
            dates.short_date(medicine.start, words.locale),
            dates.short_date(medicine.since, words.locale),
        ],
    }


def _clock(minute: int, words: ReportWords) -> str:
    return dates.clock_time(time(minute // 60, minute % 60), words.locale)
