"""How hard a passphrase is to guess, in words. Without Qt."""

from __future__ import annotations

from journal.texts.translation import _, mark

LONGEST_JUDGED = 72
"""zxcvbn takes long on long texts, and what is longer is hard to guess anyway."""

_WORDS = (
    mark("Very easy to guess"),
    mark("Easy to guess"),
    mark("Takes some guessing"),
    mark("Hard to guess"),
    mark("Very hard to guess"),
)


def guess_score(passphrase: str) -> int:
    """From 0, guessed at once, to 4, by zxcvbn."""
    from zxcvbn import zxcvbn

    if len(passphrase) > LONGEST_JUDGED:
        return 4
    return int(zxcvbn(passphrase)["score"])


def strength_words(passphrase: str) -> str:
    """The strength as a person reads it; empty for an empty passphrase."""
    return _(_WORDS[guess_score(passphrase)]) if passphrase else ""
