"""The clinician's page: gathered from the journal, set, shown before it is handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.app.journal import Journal
from journal.app.report_attachments import report_attachments
from journal.app.report_source import report_data
from journal.app.written_files import written_file
from journal.report.attachments import Attachment
from journal.report.content import build_content
from journal.report.data import ReportData
from journal.report.inventory import inventory
from journal.report.request import ReportRequest
from journal.report.setting import set_report
from journal.report.wording import ReportWords
from journal.texts.locales import Locale

PREVIEW_PPI = 110
PRINT_PPI = 300


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report as it is written: the PDF's bytes, and its page images (PNG) where they were asked for."""

    pdf: bytes
    pages: tuple[bytes, ...] = ()


def gather(journal: Journal, request: ReportRequest) -> ReportData:
    """Read what was asked for, and nothing else, from the journal."""
    return report_data(journal, request)


def attached(journal: Journal, request: ReportRequest) -> tuple[Attachment, ...]:
    """Read the data that goes into the PDF beside its pages: that of the report, and nothing else."""
    return report_attachments(journal, request)


def build_report(
    journal: Journal, request: ReportRequest, *, ppi: int | None = None, locale: Locale | None = None
) -> ReportFile:
    """Make the PDF, and with `ppi` its page images at so many dots an inch, from one and the same content.

    `locale` is whose dates and numbers are written; the one in use where none is given. Raises
    ReportFailed.
    """
    files = attached(journal, request)
    return set_data(gather(journal, request), request, attachments=files, ppi=ppi, locale=locale)


def set_data(
    data: ReportData,
    request: ReportRequest,
    *,
    attachments: Sequence[Attachment] = (),
    ppi: int | None = None,
    pdf: bool = True,
    locale: Locale | None = None,
) -> ReportFile:
    """Set what was gathered. Touches no journal, so any thread may do it. Raises ReportFailed."""
    content = build_content(request, data, _words(locale))
    done = set_report(content, attachments=attachments, password=request.password, ppi=ppi, pdf=pdf)
    return ReportFile(done.pdf, done.pages)


def preview_pages(
    journal: Journal, request: ReportRequest, *, ppi: int = PREVIEW_PPI, locale: Locale | None = None
) -> list[bytes]:
    """The document's own pages as PNG, from the same content as the file. Raises ReportFailed."""
    return list(set_data(gather(journal, request), request, ppi=ppi, pdf=False, locale=locale).pages)


def write_report(path: Path, pdf: bytes) -> None:
    """Write the file whole or not at all, readable by its owner alone. Raises FileUnwritable."""
    with written_file(path) as file:
        file.write(pdf)


def contents_list(
    request: ReportRequest, data: ReportData, *, locale: Locale | None = None
) -> tuple[list[str], list[str]]:
    """What is in the report and what is left out, as short phrases."""
    return inventory(request, data, _words(locale))


def _words(locale: Locale | None) -> ReportWords:
    return ReportWords() if locale is None else ReportWords(locale)
