"""The keyboard of the open journal, and the list of it that F1 shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.texts.translation import _
from journal.ui.widgets.labels import Body, Heading, Strong
from journal.ui.widgets.reading_dialog import ReadingDialog

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
    )


def _everywhere() -> KeyGroup:
    keys = (
        ("Ctrl+1 … Ctrl+6", _("Today, History, Trends, Treatment, Questionnaires, Report")),
        (_("Shift three times"), _("Hide at once; Settings has other keys for it")),
        ("Ctrl+F", _("Search")),
        ("Ctrl+L", _("Lock now")),
        ("Ctrl+Z", _("Undo the last change; in a text field, undo typing")),
        ("Ctrl+Shift+Z", _("Redo")),
        ("F9", _("A calm moment; Settings has other keys for it")),
        ("F1", _("The guide, at the page you are on; again, this list")),
        ("Ctrl+Q", _("Close Leeward")),
    )
    return _("Everywhere"), keys


def _in_a_calm_moment() -> KeyGroup:
    keys = (
        ("Esc", _("Stop; again, back to the first screen and out")),
        ("↑ ↓", _("Scroll")),
    )
    return _("In a calm moment"), keys


def _on_today() -> KeyGroup:
    keys = (
        ("0 … 9", _("Choose a step and move on")),
        ("← →", _("Choose inside the row")),
        ("↓, Tab", _("Leave the row unanswered")),
        ("−", _("Not applicable")),
        ("Backspace", _("Go back one and clear it")),
    )
    return _("On Today"), keys


def _in_history() -> KeyGroup:
    keys = (
        ("← → ↑ ↓", _("Go from day to day")),
        ("Page Up, Page Down", _("Another month; on the page of a day, another day")),
        ("Home, End", _("The first or the last day that is shown")),
        ("Enter", _("Open the day")),
        ("Esc", _("Back to the calendar")),
    )
    return _("In History"), keys


def _on_a_questionnaire() -> KeyGroup:
    keys = (
        ("0 … 9", _("Choose an answer and move on; in fields, type")),
        ("← →", _("Choose inside the row")),
        ("↓, Tab", _("Leave the row unanswered")),
        ("−", _("Skip the question")),
        ("Backspace", _("Go back one and clear it")),
        ("Esc", _("All questionnaires")),
    )
    return _("On a questionnaire"), keys


def _on_a_session() -> KeyGroup:
    keys = (
        ("Enter", _("Go on to the next question")),
        ("0 … 9", _("Choose an answer and go on; in fields, type")),
        ("← → ↑ ↓, /", _("Go from number to number in the table")),
        ("Ctrl+Enter", _("Close the session")),
        ("Esc", _("All sessions; in the Now view, back to the page")),
    )
    return _("On a session"), keys


def _on_what_is_asked() -> KeyGroup:
    keys = (
        ("Alt+↑, Alt+↓", _("Move the item that has the keyboard")),
        ("Esc", _("Close what is open")),
    )
    return _("On what is asked"), keys


class ShortcutList(ReadingDialog):
    """The list of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard"), parent)
        for title, keys in listed():
            self.column.addWidget(Heading(title))
            self.column.addLayout(_grid(keys))
        self.finish()


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        grid.addWidget(Strong(key, wrap=False), row, 0)
        grid.addWidget(Body(words), row, 1)
    return grid
