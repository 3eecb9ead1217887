"""Building windows and their parts in tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from journal.host.clock import FixedClock
from journal.ui.theme.choice import ThemeChoice
from journal.ui.theme.fonts import window_font
from journal.ui.theme.source import LARGEST_ORDINARY_FONT_PX, ThemeSource

Page = TypeVar("Page", bound=QWidget)
EVENING = FixedClock(int(datetime(2026, 11, 22, 21, 4, tzinfo=UTC).timestamp() * 1000))


def dress(app: QApplication, choice: str = "light", scale: float = 1.0, clock: FixedClock = EVENING) -> ThemeSource:
    """Give the test's application a theme."""
    if app.font().pixelSize() > LARGEST_ORDINARY_FONT_PX:  # left by a test at large text: it is not the system's
        app.setFont(window_font(1.0, fallbacks=True))
    source = ThemeSource(app, clock, ThemeChoice(choice), scale)
    source.follow_system()
    return source


@contextmanager
def dressed(app: QApplication, choice: str = "light", scale: float = 1.0) -> Iterator[ThemeSource]:
    """Give the application a theme for as long as the block lasts, and the usual one after it."""
    source = dress(app, choice, scale)
    try:
        yield source
    finally:
        source.deleteLater()
        dress(app)


def put_up(qtbot: Any, page: Page, width: int = 984, height: int = 860, *, active: bool = False) -> Page:
    """Show a page at a size; `active` waits until its window has the keyboard."""
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    if active:
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
    return page


def type_keys(keys: str) -> None:
    """Type to whatever has the focus, as a person does."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None, f"nothing has the focus for {key!r}"
        QTest.keyClicks(focused, key)


def words_shown(widget: QWidget) -> list[str]:
    """Every text of a label or button inside `widget` that is visible, in tree order."""
    return [
        child.text()
        for child in widget.findChildren(QWidget)
        if isinstance(child, QLabel | QAbstractButton) and child.isVisibleTo(widget) and child.text()
    ]


def button(widget: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words."""
    found = [b for b in widget.findChildren(QAbstractButton) if b.text() == words and b.isVisibleTo(widget)]
    if not found:
        raise LookupError(f"no button {words!r} in {words_shown(widget)}")
    return found[0]
