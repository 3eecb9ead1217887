"""The whole list of what can't be read in a file, written where the person wants it: however long it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from journal.app.journal import Journal
from journal.app.written_files import check_outside, written_file
from journal.exchange.csv_guard import guarded
from journal.exchange.unread import Report, Unread
from journal.texts.translation import _


def write_unread(journal: Journal, path: Path, survey: Callable[[Report], object]) -> None:
    """Write line, column, text and reason of each place as CSV while `survey` reports them.

    Raises FileUnwritable, and what `survey` raises; then nothing is written.
    """
    check_outside(path, journal.folder)
    with written_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)  # spreadsheets ask for it
        rows = csv.writer(text)
        rows.writerow((_("line"), _("column"), _("text"), _("reason")))
        survey(lambda cell: rows.writerow(_row(cell)))
        text.detach()


def _row(cell: Unread) -> tuple[str, ...]:
    return str(cell.line), guarded(cell.column), guarded(cell.text), cell.why_shown()
