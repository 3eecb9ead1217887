"""What can be pressed where the plan and the contacts are written. Pure."""

from __future__ import annotations

from enum import StrEnum


class Tab(StrEnum):
    """The two halves of the page."""

    PLAN = "plan"
    CONTACTS = "talk"


class Do(StrEnum):
    """Every wish that a button of the page can carry."""

    ADD_LINE = "add-line"
    CHANGE_LINE = "change-line"
    LINE_UP = "line-up"
    LINE_DOWN = "line-down"
    DELETE_LINE = "delete-line"
    ADD_CONTACT = "add-contact"
    CHANGE_CONTACT = "change-contact"
    CONTACT_UP = "contact-up"
    CONTACT_DOWN = "contact-down"
    CHECKED = "checked"
    DELETE_CONTACT = "delete-contact"
    CHANGE_SHIPPED = "change-shipped"
    HIDE_SHIPPED = "hide-shipped"
    SHOW_SHIPPED = "show-shipped"


FORMS = frozenset({Do.ADD_LINE, Do.CHANGE_LINE, Do.ADD_CONTACT, Do.CHANGE_CONTACT, Do.CHANGE_SHIPPED})
"""Wishes that open a form first."""
