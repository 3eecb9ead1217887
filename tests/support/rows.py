"""Rows and pages of a check-in in tests: real journals, an immediate runner, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from journal.app.journal import Journal
from journal.app.runner import ImmediateRunner
from journal.host.clock import Clock
from journal.host.resources import read_catalogue
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.today.open_check_in import CheckInParts
from journal.ui.widgets.row_state import RowKind, RowState, Step
from journal.ui.widgets.safety_line import Support

SUPPORT = Support(lambda: "112", lambda: ("Call 988",), has_plan=True)
WORDS = ("not at all", "a little", "moderately", "quite a bit", "extremely")


def steps_row(key: str = "nightmares", label: str = "Nightmares", highest: int = 4) -> RowState:
    """A row of steps from 0, with the symptom words where there are five."""
    words = WORDS if highest == 4 else ("none", *[""] * (highest - 1), "all of it")
    return RowState(key, label, steps=tuple(Step(float(n), str(n), words[n]) for n in range(highest + 1)))


def yes_no_row(key: str = "drugs", label: str = "Cannabis or other drugs") -> RowState:
    return RowState(key, label, RowKind.WORDS, (Step(0.0, "0", "no"), Step(1.0, "1", "yes")))


def hours_row(key: str = "hours_slept", label: str = "Hours slept") -> RowState:
    return RowState(key, label, RowKind.NUMBER, unit="h", maximum=24.0, step=0.25)


def press(
    key: Qt.Key, text: str = "", *, scan: int = 0, virtual: int = 0, repeat: bool = False, **more: Any
) -> QKeyEvent:
    """A key press as Qt would send it; `scan` and `virtual` are the native codes."""
    modifiers = more.get("modifiers", Qt.KeyboardModifier.NoModifier)
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text, repeat, 1)


@dataclass
class Heard:
    """What a page said and where it wanted to go."""

    said: list[str] = field(default_factory=list)
    bar: list[tuple[str, list[Any]]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    went: list[Any] = field(default_factory=list)


def check_in_parts(journal: Journal, clock: Clock, heard: Heard) -> CheckInParts:
    """What presenters work with, on a real journal."""
    return CheckInParts(lambda: journal, ImmediateRunner(), clock, ItemWords(read_catalogue()), heard.errors.append)


def page_context(journal: Journal, clock: Clock, theme: Any, heard: Heard) -> PageContext:
    """A page's context on a real journal."""
    session = OpenSession(journal)
    journal.listen(session.tell)
    return PageContext(
        runner=ImmediateRunner(),
        session=session,
        clock=clock,
        theme=theme,
        settings=None,
        words=ItemWords(read_catalogue()),
        say=lambda text, actions=(): heard.bar.append((text, list(actions))),
        failed=heard.errors.append,
        announce=lambda widget, text: heard.said.append(text),
        go=lambda page, **where: heard.went.append(page),
    )
