"""Trying the recovery code is offered once, a week after it was made: while it can still be replaced."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from journal.model.errors import JournalError

if TYPE_CHECKING:
    from journal.app.journal import Journal

WEEK_MS = 7 * 86_400_000
NOTE = "recovery code"
"""The draft that remembers since when there is a code: local to this copy, as the code is, and never merged."""


def offer_due(journal: Journal) -> bool:
    """Whether to offer it now. The first time this is asked, the week begins."""
    from journal.store.vault import has_recovery_code

    if journal.store.read_only or not has_recovery_code(journal.folder):
        return False
    known = journal.store.drafts.get(NOTE)
    if known is None:
        begin_week(journal)
        return False
    return not known["offered"] and journal.clock.now_ms() - known["since_ms"] >= WEEK_MS


def begin_week(journal: Journal) -> None:
    """There is a new code from now on. Where that can't be noted now it is at a later asking: the code comes first."""
    with contextlib.suppress(JournalError):
        _keep(journal, {"since_ms": journal.clock.now_ms(), "offered": False})


def put_offered(journal: Journal) -> None:
    """It was offered, or the code was tried: it is not offered again."""
    known = journal.store.drafts.get(NOTE) or {"since_ms": journal.clock.now_ms()}
    _keep(journal, {**known, "offered": True})


def _keep(journal: Journal, known: dict[str, object]) -> None:
    with journal.store.tx():
        journal.store.drafts.put(NOTE, known)
