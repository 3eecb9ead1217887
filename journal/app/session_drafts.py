"""What is half typed about a session: kept beside it, outside undo, until it says a value or is emptied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journal.app.journal import Journal


def session_draft(journal: Journal, session_id: str) -> dict[str, Any] | None:
    """What was half typed, or None."""
    return journal.store.drafts.get(_form(session_id))


def keep_session_draft(journal: Journal, session_id: str, payload: Mapping[str, Any]) -> None:
    """Keep what is half typed; an empty payload forgets it. It goes when the session is deleted for good."""
    with journal.store.tx():
        if payload:
            journal.store.drafts.put(_form(session_id), dict(payload))
        else:
            journal.store.drafts.clear(_form(session_id))


def _form(session_id: str) -> str:
    return f"session:{session_id}"
