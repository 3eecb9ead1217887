"""What kind of entry it is, in words."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model.entries import EntryKind
from journal.texts.translation import _, mark

_KINDS: Mapping[EntryKind, str] = {
    EntryKind.SHORT: mark("A few questions"),
    EntryKind.AFTER_SESSION: mark("After a session"),
    EntryKind.MONTHLY: mark("The monthly look"),
}


def kind_text(kind: EntryKind) -> str:
    """The kind where it is worth saying: empty for an ordinary check-in and for what comes from a file."""
    return _(_KINDS[kind]) if kind in _KINDS else ""
