"""A session's page in tests, on a real journal, with an immediate runner."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from journal.app import session_effects, sessions
from journal.app.journal import Journal
from journal.model.items import Item
from journal.model.sessions import Session
from journal.ui.session.page import SessionPage
from tests.support.journals import ZoneClock
from tests.support.rows import Heard, page_context
from tests.support.windows import put_up

KIND = "ketamine_iv"
STARTED = datetime(2026, 11, 20, 14, 5)
MINUTE_MS = 60_000


class HeldControls:
    """What the page may do with the program, written down."""

    def __init__(self) -> None:
        self.held: list[int] = []

    def stay_open(self, minutes: int) -> None:
        self.held.append(minutes)


def begun(journal: Journal, kind: str = KIND, at: datetime = STARTED) -> Session:
    """A session that is open."""
    return sessions.begin_session(journal, kind, at=at)


def effect_item(journal: Journal, key: str) -> Item:
    """The item of a side effect."""
    return next(item for item in sessions.effect_items(journal) if item.key == key)


def add_points(journal: Journal, session: Session, key: str, *points: tuple[int, int]) -> None:
    """Points of a side effect: minutes after the start, and level."""
    item = effect_item(journal, key)
    for minute, level in points:
        at_ms = session.at_ms + minute * MINUTE_MS
        session_effects.add_point(journal, session.id, item, level, at_ms=at_ms)


def session_page(qtbot: Any, theme: Any, opened: tuple[Journal, ZoneClock], heard: Heard, **where: Any) -> SessionPage:
    """The page, shown and entered."""
    context = replace(page_context(*opened, theme, heard), controls=HeldControls())
    page = SessionPage(context)
    put_up(qtbot, page, active=True)
    page.entered(**where)
    return page
