"""Joins the open journal's pages to the running program. Imported after the first paint."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui import shortcuts
from journal.ui.announcement import announce
from journal.ui.context import PageContext
from journal.ui.first_page import STANDS_AFTER_MS
from journal.ui.shell import Shell, page_names
from journal.ui.widgets.in_words import KEY as IN_WORDS_KEY
from journal.ui.widgets.in_words import switch_words

if TYPE_CHECKING:
    from journal.store.changes import UndoStep
    from journal.ui.application import Application

T = TypeVar("T")

PAGES_WITH_CHARTS = {"trends"}


def make_shell(running: Application) -> Shell:
    """The shell with its pages, made lazily, and its keyboard."""
    context = make_context(running)
    shell = Shell(
        lambda key: make_page(key, context),
        lambda key: key not in PAGES_WITH_CHARTS or running.imported(),
    )
    shell.lock_wanted.connect(running.controls.lock)
    shell.hide_wanted.connect(running.leaving.hide)
    _install_keyboard(shell, running)
    _watch_sessions(shell, running, context)
    _watch_check_ins(shell, running, context)
    _watch_way_back(shell, context)
    _offer_code(shell, context)
    return shell


def _watch_way_back(shell: Shell, context: PageContext) -> None:
    """Offer no way back that would take something else back."""
    from journal.app import history
    from journal.ui.way_back import WayBack

    way_back = WayBack(shell.bar, context.runner, lambda: history.newest_ms(context.session.opened))
    context.session.listen(way_back.on_changed)


def _watch_check_ins(shell: Shell, running: Application, context: PageContext) -> None:
    """Keep what reminders must know up to date, and let the one that stands go when it is heeded."""
    from journal.ui.check_in_day import CheckInDay

    day = CheckInDay(context, running.keep, running.reminding.look)
    context.session.listen(day.on_changed)
    shell.page_shown.connect(_once_it_stands(shell, day.refresh))
    shell.page_shown.connect(lambda _page: running.reminding.page_shown())


def _watch_sessions(shell: Shell, running: Application, context: PageContext) -> None:
    """Keep what follows from sessions up to date: due times, and how long the journal stays open."""
    from journal.ui.due_times import DueTimes
    from journal.ui.session_idle import SessionIdle

    def stay_open(least_min: int) -> None:
        running.idle.least_minutes = least_min

    due = DueTimes(context)
    idle = SessionIdle(context.runner, lambda: context.session.opened, stay_open)
    context.session.listen(due.on_changed)
    context.session.listen(idle.on_changed)
    shell.page_shown.connect(_once_it_stands(shell, due.refresh))
    shell.page_shown.connect(_once_it_stands(shell, idle.refresh))


def _once_it_stands(shell: Shell, act: Callable[[], None]) -> Callable[[str], None]:
    """Do it after a page is shown, and not while it is read and drawn."""
    return lambda _page: QTimer.singleShot(STANDS_AFTER_MS, shell, act)


def _offer_code(shell: Shell, context: PageContext) -> None:
    """Offer once, after a week, to try the recovery code."""
    from journal.ui.recovery_offer import RecoveryOffer

    offer = RecoveryOffer(context, lambda: not shell.bar.text)
    shell.page_shown.connect(offer.on_page_shown)


def make_page(key: str, context: PageContext) -> QWidget:
    """Make the page of this key by its own factory."""
    factory = importlib.import_module(f"journal.ui.{key}.page_factory")
    return cast(QWidget, factory.create(context))


def make_context(running: Application) -> PageContext:
    """What every page is given."""
    from journal.host.resources import read_catalogue
    from journal.texts.items import ItemWords

    return PageContext(
        runner=running.runner,
        session=running.session,
        clock=running.clock,
        theme=running.theme,
        settings=running.settings,
        words=ItemWords(read_catalogue()),
        say=running.speaker.say,
        failed=running.speaker.failed,
        announce=announce,
        go=running.go,
        controls=running.controls,
        faults=running.faults,
    )


def undo(running: Application) -> None:
    """Take the last change back and say so: one of the journal, or a reminder that was removed since."""
    from journal.app import history

    removed = running.reminding.removed

    def job() -> UndoStep | None:
        journal = running.session.opened
        return None if removed.is_after(history.newest_ms(journal)) else history.undo(journal)

    def done(step: UndoStep | None) -> None:
        wanted = removed.bring_back() if step is None else None
        again = partial(redo, running) if wanted is None else partial(removed.remove_again, wanted)
        running.speaker.say(_("Undone."), [(_("Redo"), again)])

    _change(running, job, done)


def redo(running: Application) -> None:
    """Do again what was undone and say so."""
    from journal.app import history

    def done(_step: UndoStep) -> None:
        running.speaker.say(_("Done again."), [(_("Undo"), partial(undo, running))])

    _change(running, lambda: history.redo(running.session.opened), done)


def show_guide(running: Application) -> None:
    """Show the guide at the chapter that fits the page shown; from the guide itself, the list of keys."""
    from journal.ui.guide.places import chapter_for

    if running.shell is not None and running.shell.current:
        here = running.shell.current
        back = {} if here == "guide" else {"back_to": here}
        running.shell.go("guide", chapter=chapter_for(here), **back)


def _change(running: Application, job: Callable[[], T], done: Callable[[T], None]) -> None:
    if running.shell is not None:
        running.shell.leave()
        running.shell.stay()
    running.runner.run(job, done, running.speaker.failed)


def _install_keyboard(shell: Shell, running: Application) -> None:
    keys = [key for key, _words in page_names()]
    acts: dict[str, Callable[[], None]] = {
        sequence: partial(shell.go, key) for sequence, key in zip(shortcuts.PAGE_KEYS, keys, strict=True)
    }
    acts["Ctrl+F"] = partial(shell.go, "search")
    acts["Ctrl+L"] = running.controls.lock
    acts["Ctrl+Z"] = partial(undo, running)
    acts["Ctrl+Shift+Z"] = partial(redo, running)
    acts["F1"] = partial(show_guide, running)
    acts[IN_WORDS_KEY] = lambda: switch_words(shell.made(shell.current))
    acts["Ctrl+Q"] = running.controls.quit
    shortcuts.install(shell, acts)
