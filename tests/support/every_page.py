"""Every page and view of the program, opened one after the other on a journal in which there is something to see."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from journal.app.goals import add_goal
from journal.app.journal import Journal
from journal.app.own_records import Own
from journal.app.sample import SAMPLE_PASSPHRASE, make_sample, sample_clock
from journal.ui.calm.place import CalmPlace, Part
from journal.ui.plan.wishes import Tab as PlanTab
from journal.ui.shape.state import View as ShapeView
from journal.ui.theme.fonts import load_fallback_fonts, load_window_fonts
from journal.ui.treatment.loaded import Tab
from journal.ui.trends.state import View
from tests.support.asked_in_place import asked_in_place
from tests.support.other_rooms import before_the_journal, shown_to_someone
from tests.support.own_records import OWN_RECORDS, holders
from tests.support.program import Program, take_down
from tests.support.scene import Scene
from tests.support.settling import settle
from tests.support.windows import dress

__all__ = ["Scene", "copy_filled", "every_page", "fill", "scenes", "settle", "show", "unlock", "whole_program"]


def _trends_view(view: View, *, words: bool = False) -> Callable[[Any], None]:
    def act(page: Any) -> None:
        page.presenter.on_view(view)
        page.presenter.on_words(words)

    return act


def _calm(part: Part) -> Scene:
    return Scene(f"calm: {part}", "calm", {"place": CalmPlace(part)})


def scenes(journal: Journal) -> tuple[Scene, ...]:
    """Every page of an open journal, with the views of each."""
    last = max(journal.store.entries.between(journal.today(), journal.today()), key=lambda entry: entry.at_ms)
    session = journal.store.sessions.all()[-1].id
    trends = tuple(
        Scene(f"trends: {view}{', in words' if words else ''}", "trends", {}, _trends_view(view, words=words))
        for view in View
        for words in (False, True)
    )
    return (
        Scene("today", "today", {}),
        Scene("today: just three", "today", {"short": True}),
        Scene("history", "history", {}),
        Scene("history: a day", "history", {"day": journal.today()}),
        Scene("history: an entry", "history", {"entry_id": last.id}),
        Scene("search", "search", {}, lambda page: page.presenter.on_text("sleep")),
        *trends,
        *(Scene(f"treatment: {tab}", "treatment", {"tab": str(tab)}) for tab in Tab),
        Scene("session", "session", {"session_id": session}),
        Scene("session: now", "session", {"session_id": session, "now": True}),
        Scene("questionnaires", "questionnaires", {}),
        Scene("questionnaire: PCL-5", "questionnaire", {"instrument": "pcl5"}),
        Scene("questionnaire: PHQ-9", "questionnaire", {"instrument": "phq9"}),
        Scene("report", "report", {}),
        Scene("appointments", "appointments", {}),
        Scene("goals", "goals", {}),
        *(Scene(f"shape: {view}", "shape", {"view": str(view)}) for view in ShapeView),
        Scene("reminders", "reminders", {}),
        Scene("bringing_in", "bringing_in", {}),
        Scene("taking_out", "taking_out", {}),
        Scene("settings", "settings", {}),
        Scene("about", "about", {}),
        Scene("guide", "guide", {"chapter": "today"}),
        Scene("guide: keys", "guide", {"chapter": "shortcuts"}),
        Scene("back_entry", "back_entry", {}),
        *(_calm(part) for part in Part),
        *(Scene(f"plan: {part}", "plan", {"part": str(part)}) for part in PlanTab),
        *asked_in_place(journal),
    )


def fill(folder: Path) -> None:
    """A journal of six months with one of everything that a person can make their own."""
    journal = make_sample(folder)
    try:
        with journal.store.tx(many=True):
            for holder, (own, record) in zip(holders(journal.store), OWN_RECORDS.items(), strict=True):
                if own is not Own.GOAL:
                    holder.save(record)
        add_goal(journal, "See friends")
    finally:
        journal.close()


@cache
def _filled() -> TemporaryDirectory[str]:
    kept = TemporaryDirectory()
    fill(Path(kept.name) / "journal")
    return kept


def copy_filled(folder: Path) -> Path:
    """A copy of the filled journal, which is made once."""
    return Path(shutil.copytree(Path(_filled().name) / "journal", folder))


@contextmanager
def whole_program(qtbot: Any, app: QApplication, folder: Path) -> Iterator[Program]:
    """The program on a copy of the filled journal, still locked.

    At the end it is taken apart before the application has its usual looks again: each of a thousand parts would
    be dressed once more for nobody.
    """
    load_window_fonts()
    load_fallback_fonts()
    copy_filled(folder / "journal")
    made = Program(qtbot, app, folder, sample_clock())
    try:
        yield made
    finally:
        take_down(made)
        made.window.takeCentralWidget().deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        dress(app)


def unlock(program: Program) -> None:
    """Open the journal with its passphrase."""
    program.window.room.passphrase_entered.emit(SAMPLE_PASSPHRASE)
    program.qtbot.waitUntil(lambda: program.window.room is program.running.shell, timeout=60_000)


def show(program: Program, scene: Scene) -> QWidget:
    """Open a page as the scene says; the page."""
    shell = program.running.shell
    assert shell is not None
    shown = {"timeout": 60_000, "check_params_cb": lambda key: key == scene.page}
    with program.qtbot.waitSignal(shell.page_shown, **shown):
        program.running.go(scene.page, **scene.where)
    page = shell.page(scene.page)
    if scene.then is not None:
        scene.then(page)
    settle()
    return page


def every_page(program: Program) -> Iterator[tuple[str, QWidget]]:
    """The lock page, the rooms before the journal, every page of the open journal, and what somebody is shown of it.

    Each as it is shown now, with what is asked in its place.
    """
    yield "lock", program.window.room
    yield from before_the_journal(program)
    unlock(program)
    journal = program.running.session.opened
    for scene in scenes(journal):
        yield scene.name, show(program, scene)
    yield from shown_to_someone(program)
