"""Saying something in the calm bar, as far as a presenter sees it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from journal.texts.translation import _

Action = tuple[str, Callable[[], None]]
"""The words of a button in the calm bar, and what pressing it does."""


def takes_back(actions: Sequence[Action]) -> bool:
    """Whether a way back to before is offered. It belongs to the page it was said on; Ctrl+Z leads back from any."""
    ways = {_("Undo"), _("Redo"), _("Open it again")}
    return any(words in ways for words, _act in actions)


class Say(Protocol):
    """Shows a sentence in the calm bar, with buttons if there is something to do about it."""

    def __call__(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Show it until the person closes it or the next one comes; with a way back, until the page is left."""
