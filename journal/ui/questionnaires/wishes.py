"""What can be pressed on the Questionnaires page. Pure."""

from __future__ import annotations

from enum import StrEnum


class Do(StrEnum):
    """Every wish that a button of the page can carry."""

    FILL_IN = "fill-in"
    GO_ON = "go-on"
    OPEN_FILE = "open-file"
    PUT_AWAY = "put-away"
    ADD_TOTAL = "add-total"
    CHANGE = "change"
    CHANGE_TOTAL = "change-total"
    SAVE = "save"
    DELETE = "delete"
    DELETE_FORM = "delete-form"
    SHOW_MORE = "show-more"


FORMS = frozenset({Do.ADD_TOTAL, Do.CHANGE_TOTAL})
"""Wishes that open a form first."""
