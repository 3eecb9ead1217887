"""Names of a file as the journal can hold them, and as parts of keys: short, the same for the same name for good."""

from __future__ import annotations

import hashlib

_LONGEST = 60


def readable(name: str) -> str:
    """The name without the zero byte, which no text of the journal can hold."""
    return name.replace("\0", "\ufffd").strip()


def stable(name: str) -> str:
    """The name itself, or its beginning with a hash where it is long."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}…{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:16]}"
