"""The keyboard of the open journal, and the list of it that the guide shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from journal.texts.key_names import key_names
from journal.texts.translation import _

PAGE_KEYS = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6")


def install(widget: QWidget, acts: Mapping[str, Callable[[], None]]) -> list[QShortcut]:
    """Make each key sequence do its act while `widget`'s window has the keyboard."""
    made = []
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made


KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""A place, and the keys that work there with what they do."""


def listed() -> tuple[KeyGroup, ...]:
    """Groups of keys and what they do, in words."""
    return (
        _everywhere(),
        _in_a_calm_moment(),
        _on_today(),
        _in_history(),
        _on_a_questionnaire(),
        _on_a_session(),
        _on_what_is_asked(),
        _on_appointments(),
    )


def _everywhere() -> KeyGroup:
    keys = (
        (key_names("Ctrl+1 … Ctrl+6"), _("Today, History, Trends, Treatment, Questionnaires, Report")),
        (_("Shift three times"), _("Hide at once; Settings has other keys for it")),
        (key_names("Ctrl+F"), _("Search")),
        (key_names("Ctrl+T"), _("Tables and sentences in place of a chart, the calendar or the report's pages")),
        (key_names("Ctrl+L"), _("Lock now")),
        (key_names("Ctrl+Z"), _("Undo the last change; in a text field, undo typing")),
        (key_names("Ctrl+Shift+Z"), _("Redo")),
        ("F9", _("A calm moment; Settings has other keys for it")),
        ("F1", _("The guide, at the page you are on; again, this list")),
        (key_names("Ctrl+Q"), _("Close Leeward")),
    )
    return _("Everywhere"), keys


def _in_a_calm_moment() -> KeyGroup:
    keys = (
        (key_names("Esc"), _("Stop; again, back to the first screen and out")),
        ("↑ ↓", _("Scroll")),
    )
    return _("In a calm moment"), keys


def _on_today() -> KeyGroup:
    keys = (
        ("0 … 9", _("Choose a step and move on")),
        ("← →", _("Choose inside the row")),
        (key_names("↓, Tab"), _("Leave the row unanswered")),
        ("−", _("Not applicable")),
        (key_names("Backspace"), _("Go back one and clear it")),
    )
    return _("On Today"), keys


def _in_history() -> KeyGroup:
    keys = (
        ("← → ↑ ↓", _("Go from day to day")),
        (key_names("Page Up, Page Down"), _("Another month; on the page of a day, another day")),
        (key_names("Home, End"), _("The first or the last day that is shown")),
        (key_names("Enter"), _("Open the day")),
        (key_names("Esc"), _("Back to the calendar")),
    )
    return _("In History"), keys


def _on_a_questionnaire() -> KeyGroup:
    keys = (
        ("0 … 9", _("Choose an answer and move on; in fields, type")),
        ("← →", _("Choose inside the row")),
        (key_names("↓, Tab"), _("Leave the row unanswered")),
        ("−", _("Skip the question")),
        (key_names("Backspace"), _("Go back one and clear it")),
        (key_names("Esc"), _("All questionnaires")),
    )
    return _("On a questionnaire"), keys


def _on_a_session() -> KeyGroup:
    keys = (
        (key_names("Enter"), _("Go on to the next question")),
        ("0 … 9", _("Choose an answer and go on; in fields, type")),
        ("← → ↑ ↓, /", _("Go from number to number in the table")),
        (key_names("Ctrl+Enter"), _("Close the session")),
        (key_names("Esc"), _("All sessions; in the Now view, back to the page")),
    )
    return _("On a session"), keys


def _on_appointments() -> KeyGroup:
    keys = (
        (key_names("Enter"), _("Add the line, or keep its new words")),
        (key_names("Alt+↑, Alt+↓"), _("Move the line that has the keyboard")),
        (key_names("Esc"), _("Take back what was typed over a line; else back")),
    )
    return _("On appointments"), keys


def _on_what_is_asked() -> KeyGroup:
    keys = (
        (key_names("Alt+↑, Alt+↓"), _("Move the item that has the keyboard")),
        (key_names("Esc"), _("Close what is open")),
    )
    return _("On what is asked"), keys
