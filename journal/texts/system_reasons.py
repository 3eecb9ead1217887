"""Why the system refused a file, in the language in use: it says so in English, whatever it is set to."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

from journal.texts.translation import _, mark

_WORDS: Mapping[int, str] = {
    errno.ENOENT: mark("there is no such file or folder"),
    errno.EACCES: mark("this is not allowed here"),
    errno.EPERM: mark("this is not allowed here"),
    errno.ENOSPC: mark("the disk is full"),
    errno.EROFS: mark("the disk can only be read"),
    errno.EISDIR: mark("it is a folder"),
    errno.ENOTDIR: mark("it is not a folder"),
    errno.EEXIST: mark("it is there already"),
    errno.EBUSY: mark("it is in use"),
    errno.EIO: mark("the disk gives an error"),
    errno.ENAMETOOLONG: mark("its name is too long"),
}


def system_reason(said: str) -> str:
    """What the system said ("Permission denied") in plain words; as it was said where it is not a common reason."""
    return next((_(words) for number, words in _WORDS.items() if os.strerror(number) == said), said)
