"""What is said when saving fails for a reason outside the journal: a full disk, a stick that was pulled out."""

from __future__ import annotations

from collections.abc import Callable

from journal.model.errors import DiskFull, JournalError, JournalInUse, StorageFailed
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.saying import Say

SaveFailed = Callable[[Exception, Callable[[], None]], None]
"""Gets what went wrong, and how to save once more."""


_PASSING = (DiskFull, StorageFailed, JournalInUse)


def saying_so(say: Say, failed: Callable[[Exception], None]) -> SaveFailed:
    """Say it in the calm bar, with a second try one press away where that can help."""

    def tell(error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, JournalError) and isinstance(error, _PASSING):
            say(explain(error), [(_("Try again"), again)])
        else:
            failed(error)

    return tell
