"""Taking texts out of the search's index, so that nothing of them stays in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.store.ledger import Ledger

FEW = 20
"""So many are always taken out one by one."""

TIMES_DEARER = 100
"""Taking one text out costs about as much as reading in so many: beyond that, all is read in anew."""


def sweep(ledger: Ledger) -> None:
    """Take out what has marked itself as gone. Called at the end of each transaction, before it is committed."""
    if ledger.one("SELECT 1 FROM main.sqlite_master WHERE name = 'search_doc_gone'") is None:
        return  # an older schema, on its way to this one
    remove(ledger, ledger.rows("SELECT number, text FROM main.search_doc WHERE stamp = ''"))


def remove(ledger: Ledger, gone: Sequence[tuple[int, str]]) -> bool:
    """Take these out: number and text. Where they are many, everything goes: then true, and all is to be read anew."""
    if not gone:
        return False
    if len(gone) > FEW and len(gone) * TIMES_DEARER > ledger.rows("SELECT count(*) FROM search_doc")[0][0]:
        empty(ledger)
        return True
    for number, text in gone:
        ledger.write("INSERT INTO search_text (search_text, rowid, text) VALUES ('delete', ?, ?)", (number, text))
        ledger.write("DELETE FROM search_doc WHERE number = ?", (number,))
    return False


def empty(ledger: Ledger) -> None:
    """Take everything out."""
    ledger.write("INSERT INTO search_text (search_text) VALUES ('delete-all')")
    ledger.write("DELETE FROM search_doc")
