"""What is said of entries that came from a file; on the storage thread."""

from __future__ import annotations

from journal.app.journal import Journal
from journal.model.entries import local_time
from journal.texts.dates import short_date
from journal.texts.translation import _


def import_words(journal: Journal) -> dict[str, str]:
    """What is said of the entries of each import, by its id."""
    return {
        each.id: _("from a file, read on {date}").format(date=short_date(local_time(each.at_ms, 0).date()))
        for each in journal.store.imports.list()
    }
