"""What can be pressed on the page for appointments. Pure."""

from __future__ import annotations

from enum import StrEnum


class Do(StrEnum):
    """Every wish that a button of the page's cards can carry."""

    ADD_APPOINTMENT = "add-appointment"
    CHANGE_APPOINTMENT = "change-appointment"
    DELETE_APPOINTMENT = "delete-appointment"
    SHOW_EARLIER = "show-earlier"
    ADD_CLINICIAN = "add-clinician"
    RENAME_CLINICIAN = "rename-clinician"
    DELETE_CLINICIAN = "delete-clinician"
    SHOW_BROUGHT_UP = "show-brought-up"
    OPEN_AGAIN = "open-again"
    DELETE_LINE = "delete-line"


FORMS = frozenset({Do.ADD_APPOINTMENT, Do.CHANGE_APPOINTMENT, Do.ADD_CLINICIAN, Do.RENAME_CLINICIAN})
"""Wishes that open a form first."""

FOLDS = frozenset({Do.SHOW_EARLIER, Do.SHOW_BROUGHT_UP})
"""Wishes that open or fold a part of the page."""
