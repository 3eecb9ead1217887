"""What can be pressed on the page for own goals. Pure."""

from __future__ import annotations

from enum import StrEnum


class Do(StrEnum):
    """Every wish that a button of the page's cards can carry."""

    ADD = "add-goal"
    REWORD = "reword-goal"
    RESCALE = "rescale-goal"
    END = "end-goal"
    TAKE_UP = "take-up-goal"
    UP = "move-goal-up"
    DOWN = "move-goal-down"
    DELETE = "delete-goal"
    SHOW_ENDED = "show-ended-goals"


FORMS = frozenset({Do.ADD, Do.REWORD, Do.RESCALE, Do.END})
"""Wishes that open a form first."""
