"""The open journal's window: the sidebar, the calm bar, and one page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journal.texts.translation import _
from journal.ui.reminder_line import ReminderLine
from journal.ui.sidebar import Sidebar
from journal.ui.widgets.calm_bar import CalmBar, StillLine
from journal.ui.widgets.scroll_page import MARGIN

MakePage = Callable[[str], QWidget]
LOOK_AGAIN_MS = 15
OVER_BAR_PX = 14


PAGE_OVER = {
    "session": "treatment",
    "search": "history",
    "bringing_in": "settings",
    "taking_out": "settings",
    "reminders": "settings",
    "about": "settings",
    "shape": "settings",
    "questionnaire": "questionnaires",
    "appointments": "report",
    "plan": "calm",
    "goals": "trends",
    "back_entry": "history",
}
"""Pages that stand under another one, which the sidebar then marks."""


def marked(key: str, back_to: str = "") -> str:
    """The page that the sidebar marks for a page: the one it stands under, or the one it was reached from."""
    over = PAGE_OVER.get(key)
    if over is None:
        return key
    return PAGE_OVER.get(back_to, back_to) if back_to else over


STANDS_ALONE = "calm"
"""The page with no sidebar beside it and nothing over it that was said before: it has a way back of its own."""


def page_names() -> tuple[tuple[str, str], ...]:
    """The pages in their order, by key and by words."""
    return (
        ("today", _("Today")),
        ("history", _("History")),
        ("trends", _("Trends")),
        ("treatment", _("Treatment")),
        ("questionnaires", _("Questionnaires")),
        ("report", _("Report")),
    )


class _Air(QWidget):
    """Room round a bar, there only while the bar is: it stands clear of the window's edge and over no heading."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__()
        self._bar = bar
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, OVER_BAR_PX, MARGIN, 0)
        box.addWidget(bar)
        bar.installEventFilter(self)
        self.setVisible(not bar.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the bar."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._bar.isHidden())
        return super().eventFilter(watched, event)


class Shell(QWidget):
    """Pages are made when first shown. `ready(key)` says whether a page can be made without a wait."""

    hide_wanted = Signal()
    lock_wanted = Signal()
    page_shown = Signal(str)

    def __init__(self, make_page: MakePage, ready: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_page, self._ready = make_page, ready
        self._pages: dict[str, QWidget] = {}
        self._current = ""
        self._reached: dict[str, str] = {}
        self.sidebar = Sidebar(page_names(), (("calm", _("A calm moment")), ("settings", _("Settings"))))
        self.reminder, self.bar, self.still = ReminderLine(), CalmBar(), StillLine()
        self._stack = QStackedWidget()
        self._waiting = QWidget()
        self._stack.addWidget(self._waiting)
        self._lay_out()
        self.sidebar.page_wanted.connect(self.go)
        self.sidebar.hide_wanted.connect(self.hide_wanted)
        self.sidebar.lock_wanted.connect(self.lock_wanted)

    @property
    def current(self) -> str:
        """The key of the page shown."""
        return self._current

    def page(self, key: str) -> QWidget:
        """A page, made now if it was not yet."""
        if key not in self._pages:
            self._pages[key] = self._make_page(key)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def made(self, key: str) -> QWidget | None:
        """A page that was made already, or None."""
        return self._pages.get(key)

    def go(self, key: str, **where: Any) -> None:
        """Leave the page shown and show another."""
        if self._current and self._current != key:
            self.bar.leave_page()
            self.leave()
        if key == STANDS_ALONE and self._current not in ("", STANDS_ALONE, "plan"):
            where = {"back_to": self._current, **where}
        if self._current == "guide" and self._reached.get(key):
            where = {"back_to": self._reached[key], **where}
        if key == STANDS_ALONE and self._current != STANDS_ALONE:
            self.bar.set_aside()
        elif self._current == STANDS_ALONE and key != STANDS_ALONE:
            self.bar.bring_back()
        self._current = key
        if key in PAGE_OVER:
            self._reached[key] = where.get("back_to", "")
        self.sidebar.show_page(marked(key, where.get("back_to", "")))
        self.sidebar.setVisible(key != STANDS_ALONE)
        self._enter(key, where)

    def leave(self) -> None:
        """Let the page shown hand over what was half typed."""
        page = self._pages.get(self._current)
        if page is not None:
            page.left()  # type: ignore[attr-defined]

    def stay(self) -> None:
        """Let the page that handed over go on: nothing took its place. Pages that do not rest need no word."""
        go_on = getattr(self._pages.get(self._current), "stayed", None)
        if go_on is not None:
            go_on()

    def _enter(self, key: str, where: dict[str, Any]) -> None:
        if key != self._current:
            return
        if key not in self._pages and not self._ready(key):
            self._stack.setCurrentWidget(self._waiting)
            QTimer.singleShot(LOOK_AGAIN_MS, self, lambda: self._enter(key, where))
            return
        page = self.page(key)
        self._stack.setCurrentWidget(page)
        page.entered(**where)  # type: ignore[attr-defined]
        self.page_shown.emit(key)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.reminder)
        for widget in (self.bar, self.still):
            right.addWidget(_Air(widget))
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        across.addLayout(right, 1)
