"""The rooms of the window beside the open journal: before it is open, after it is gone, and shown to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journal.app.endings import EndReport
from journal.app.sample import SAMPLE_PASSPHRASE
from journal.host.resources import resource
from journal.model.errors import JournalDamaged, JournalMissing, WrongPassphrase
from journal.store.destruction import Left, Why
from journal.texts.translation import complete_languages
from journal.ui.emergency_number import emergency_words
from journal.ui.farewell.page import FarewellPage
from journal.ui.farewell.state import done
from journal.ui.first_start.page import FirstStartPage
from journal.ui.first_start.state import FirstStartState, Step
from journal.ui.first_start.wiring import default_groups
from journal.ui.lock.page import LockPage
from journal.ui.lock.state import LockState, Secrets, build_state
from journal.ui.lock.state import Step as LockStep
from journal.ui.showing.door import show_to_someone
from tests.support.asked_in_place import CODE
from tests.support.program import Program
from tests.support.settling import settle

STICK = Path("/media/stick/backups/2026-10-28.leeward")


def before_the_journal(program: Program) -> Iterator[tuple[str, QWidget]]:
    """The first start step by step, what the lock page asks and offers, and the last page of all."""
    for step in Step:
        page = FirstStartPage(emergency_words(program.running.clock), _languages(), default_groups)
        code = CODE if step is Step.CODE else ""
        page.render_state(FirstStartState(step, code=code, can_go_back=step is not Step.LANGUAGE))
        with _laid_over(program, page):
            yield f"first start: {step.name.lower()}", page
    for name, state in _locked():
        lock = LockPage()
        lock.offer_calm()
        lock.render_state(state)
        with _laid_over(program, lock):
            yield f"lock: {name}", lock
    report = EndReport((), left=(Left(STICK, Why.FAILED),), unreachable=(STICK,))
    farewell = FarewellPage()
    with _laid_over(program, farewell):
        farewell.render_state(done(report, everything=False))
        settle()
        yield "farewell", farewell


def shown_to_someone(program: Program) -> Iterator[tuple[str, QWidget]]:
    """The three pages that a clinician is shown, and the way back to all of it."""
    room = show_to_someone(program.running, "report")
    assert room is not None
    for key in room.tabs:
        room.tabs[key].click()
        settle()
        yield f"shown to someone: {key}", room
    room.unlock.begin()
    settle()
    yield "shown to someone: the passphrase is asked", room
    room.passphrase_typed.emit(SAMPLE_PASSPHRASE)
    program.qtbot.waitUntil(lambda: program.window.room is program.running.shell, timeout=60_000)


def _languages() -> tuple[str, ...]:
    return tuple(complete_languages(resource("locale")))


def _locked() -> Iterator[tuple[str, LockState]]:
    every = Secrets(code=True, keyring=True)
    backup, missing = JournalDamaged(backup=str(STICK)), JournalMissing(path="/home/me/journal")
    yield (
        "three wrong tries",
        build_state(LockStep.PASSPHRASE, busy=False, wrong_tries=3, error=WrongPassphrase(), secrets=every),
    )
    yield "damaged", build_state(LockStep.PASSPHRASE, busy=False, wrong_tries=0, error=backup)
    yield "elsewhere", build_state(LockStep.PASSPHRASE, busy=False, wrong_tries=0, error=missing)
    yield "recovery code", build_state(LockStep.RECOVERY_CODE, busy=False, wrong_tries=0, error=None)
    yield "new passphrase", build_state(LockStep.NEW_PASSPHRASE, busy=False, wrong_tries=0, error=None)


@contextmanager
def _laid_over(program: Program, room: QWidget) -> Iterator[None]:
    """A room over the one that is shown, for as long as it is looked at."""
    program.window.show_over(room)
    room.setFocus()
    settle()
    try:
        yield
    finally:
        program.window.take_off(room)
        settle()
