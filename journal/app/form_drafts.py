"""What is half typed in a form that stands for no record yet: kept over a lock, outside undo, never merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journal.app.journal import Journal


def form_draft(journal: Journal, form: str) -> dict[str, Any] | None:
    """What was half typed in the form of this name, or None."""
    return journal.store.drafts.get(form)


def keep_form_draft(journal: Journal, form: str, payload: Mapping[str, Any]) -> None:
    """Keep what is half typed; an empty payload forgets it. A journal open for reading keeps nothing."""
    if journal.store.read_only:
        return
    with journal.store.tx():
        if payload:
            journal.store.drafts.put(form, dict(payload))
        else:
            journal.store.drafts.clear(form)
