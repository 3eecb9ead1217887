"""Saying something in the calm bar, as far as a presenter sees it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

Action = tuple[str, Callable[[], None]]
"""The words of a button in the calm bar, and what pressing it does."""


class Say(Protocol):
    """Shows a sentence in the calm bar, with buttons if there is something to do about it."""

    def __call__(self, text: str, actions: Sequence[Action] = ()) -> None:
        """Show it until the person closes it or the next one comes."""
