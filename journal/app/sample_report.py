"""The report of the sample journal: the same bytes on every machine."""

from __future__ import annotations

from pathlib import Path

from journal.app.reports import build_report
from journal.app.sample import make_sample
from journal.model.periods import last_days
from journal.report.request import BEGUN_WITH, Part, ReportRequest
from journal.texts.locales import Locale
from journal.texts.translation import language

SAMPLE_DAYS = 90


def sample_locale() -> Locale:
    """The language in use with dates and numbers that are the same on every machine."""
    return Locale(language(), "GB" if language() == "en" else "")


def sample_report(folder: Path) -> bytes:
    """Make the sample journal in `folder` and set the PDF of its last 90 days."""
    journal = make_sample(folder)
    try:
        last = journal.store.entries.last_day() or journal.today()
        period = last_days(last, SAMPLE_DAYS)
        shared = [entry.id for entry in journal.store.entries.between(period.first, last) if entry.note_shared]
        request = ReportRequest(
            period=period, includes=frozenset({Part.COMPARISON, *BEGUN_WITH, Part.MARKERS}), note_ids=tuple(shared)
        )
        return build_report(journal, request, locale=sample_locale()).pdf
    finally:
        journal.close()
