"""The list of current medicines as a file or as pages for the printer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journal.app.journal import Journal
from journal.app.medicines import current_list
from journal.app.reports import PRINT_PPI, ReportFile
from journal.report.medicine_list import ListedMedicine, list_content
from journal.report.request import Paper
from journal.report.setting import set_report
from journal.report.wording import ReportWords
from journal.texts.locales import Locale


@dataclass(frozen=True, slots=True)
class MedicineList:
    """The medicines of a day, read from the journal."""

    day: date
    medicines: tuple[ListedMedicine, ...]


def gather(journal: Journal) -> MedicineList:
    """The current medicines of today, with their usual doses."""
    today = journal.today()
    found = tuple(
        ListedMedicine(line.name, line.dose, line.unit, line.times, line.as_needed, line.medicine.start, line.since)
        for line in current_list(journal, today)
    )
    return MedicineList(today, found)


def set_list(
    listed: MedicineList, paper: Paper, *, name: str = "", password: str = "", locale: Locale | None = None
) -> bytes:
    """The list as a PDF, locked where there is a password. Touches no journal. Raises ReportFailed."""
    return _set(listed, paper, name, locale, password=password, ppi=None).pdf


def list_pages(
    listed: MedicineList, paper: Paper, *, name: str = "", locale: Locale | None = None
) -> tuple[bytes, ...]:
    """The pages as PNG for the printer. Touches no journal. Raises ReportFailed."""
    return _set(listed, paper, name, locale, password="", ppi=PRINT_PPI).pages


def _set(
    listed: MedicineList, paper: Paper, name: str, locale: Locale | None, *, password: str, ppi: int | None
) -> ReportFile:
    words = ReportWords() if locale is None else ReportWords(locale)
    content = list_content(listed.medicines, listed.day, paper, words, name)
    done = set_report(content, password=password, ppi=ppi, pdf=ppi is None)
    return ReportFile(done.pdf, done.pages)
