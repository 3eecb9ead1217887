"""Leads through the first start. Without Qt; the work itself is `FirstStartWork`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from journal.model.errors import JournalError
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.first_start.state import FirstStartState, Step, step_before
from journal.ui.lock.state import ways_round

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.app.runner import Runner

T = TypeVar("T")


class FirstStartView(Protocol):
    """What shows the state."""

    def render_state(self, state: FirstStartState) -> None:
        """Show this state."""


class Work(Protocol):
    """The use cases behind the first start; each runs on the storage thread."""

    def create(self, passphrase: str) -> tuple[Journal, str]:
        """Make the journal; returns it and its recovery code."""

    def refuse_code(self, journal: Journal) -> None:
        """Make the code that was shown worthless."""

    def keep_treatments(self, journal: Journal, kinds: tuple[str, ...]) -> None:
        """Keep which treatments there are."""

    def ask_items(self, journal: Journal, asked: dict[str, bool]) -> None:
        """Ask the items that are true, stop asking those that are false."""

    def finish(self, journal: Journal, *, ask_safety: bool) -> None:
        """Note that the first start is over, and whether thoughts of suicide are asked about."""

    def open_existing(self, source: Path, secret: str, *, is_code: bool) -> Journal:
        """Open a journal that exists: its folder, or a backup that is verified and unpacked first."""


def nothing() -> None:
    """Nothing starts at login."""


def nowhere(folder: Path, message: str) -> None:
    """Show no lock page."""


class FirstStartPresenter:
    """Holds the step and the journal once it is made.

    `to_lock` shows the lock page of a folder with a sentence; `stop_at_login` starts the program at login no more.
    """

    def __init__(
        self,
        view: FirstStartView,
        runner: Runner,
        work: Work,
        keep: Callable[..., None],
        speak: Callable[[str], None],
        done: Callable[[Journal], None],
        unexpected: Callable[[Exception], None],
        languages: tuple[str, ...] = ("en",),
        to_lock: Callable[[Path, str], None] = nowhere,
        stop_at_login: Callable[[], None] = nothing,
    ) -> None:
        self._view, self._runner, self._work, self._keep = view, runner, work, keep
        self._speak, self._done, self._unexpected = speak, done, unexpected
        self._to_lock, self._stop_at_login = to_lock, stop_at_login
        self._several = len(languages) > 1
        self._journal: Journal | None = None
        self._code = ""
        self._step = Step.LANGUAGE if self._several else Step.WELCOME
        self._show(self._step)

    def on_language(self, code: str) -> None:
        """Speak this language from now on."""
        self._keep(language=code)
        self._speak(code)
        self._show(Step.WELCOME)

    def on_begin(self) -> None:
        """The four sentences are read."""
        self._show(Step.OTHERS)

    def on_others(self, others_use: bool | None) -> None:
        """Whether other people use this computer; None for skipped."""
        if others_use:
            from journal.host.settings_file import IDLE_MIN_SHARED

            # Written though it is the usual, so that a journal brought here does not bring its reminders and icon.
            self._keep(others_use=True, idle_min=IDLE_MIN_SHARED, reminders=(), tray=False)
            self._stop_at_login()
            self._show(Step.OTHERS_WARNING)
        else:
            self._keep(others_use=False)
            self._show(Step.PASSPHRASE)

    def on_warning_read(self) -> None:
        """The sentence about being made to open it is read."""
        self._show(Step.HIDE)

    def on_hide_seen(self) -> None:
        """Hiding was tried, or passed over."""
        self._show(Step.PASSPHRASE)

    def on_passphrase(self, passphrase: str) -> None:
        """Make the journal."""
        self._start(_("Making your journal…"), lambda: self._work.create(passphrase), self._on_created)

    def on_code_kept(self) -> None:
        """The code is kept somewhere."""
        self._code = ""
        self._show(Step.TREATMENT)

    def on_code_unwanted(self) -> None:
        """No code is wanted."""
        self._with_journal(self._work.refuse_code, Step.TREATMENT)

    def on_treatments(self, kinds: Iterable[str]) -> None:
        """These treatments; none if skipped."""
        chosen = tuple(kinds)
        self._with_journal(lambda journal: self._work.keep_treatments(journal, chosen), Step.ITEMS)

    def on_items(self, asked: dict[str, bool]) -> None:
        """These items were ticked or unticked."""
        self._with_journal(lambda journal: self._work.ask_items(journal, asked), Step.SAFETY)

    def on_safety(self, ask: bool) -> None:
        """Whether to ask about thoughts of suicide. Then Today."""
        journal = self._made
        self._start("", lambda: self._work.finish(journal, ask_safety=ask), lambda _result: self._done(journal))

    def on_existing_wanted(self) -> None:
        """There is a journal or a backup already."""
        self._show(Step.EXISTING)

    def on_existing(self, source: Path, secret: str, is_code: bool) -> None:
        """Open what exists. Where a journal needs another way in, the lock page of its folder offers it."""

        def failed(error: Exception) -> None:
            if isinstance(error, JournalError) and ways_round(error) != (None, None) and source.is_dir():
                self._to_lock(source, explain(error))
            else:
                self._on_failed(error)

        if secret:
            job = partial(self._work.open_existing, source, secret, is_code=is_code)
            self._start(_("Opening…"), job, self._done, failed)

    def on_back(self) -> None:
        """Go back a step."""
        before = step_before(self._step, several_languages=self._several)
        if before is not None:
            self._show(before)

    @property
    def _made(self) -> Journal:
        if self._journal is None:
            raise RuntimeError("the journal is not made yet")
        return self._journal

    def _on_created(self, made: tuple[Journal, str]) -> None:
        self._journal, self._code = made
        self._show(Step.CODE)

    def _with_journal(self, act: Callable[[Journal], None], then: Step) -> None:
        journal = self._made
        self._start("", lambda: act(journal), lambda _result: self._show(then))

    def _start(
        self,
        message: str,
        job: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._render(busy=True, message=message)
        self._runner.run(job, then, failed or self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        expected = isinstance(error, JournalError)
        self._render(message=explain(error) if isinstance(error, JournalError) else "")
        if not expected:
            self._unexpected(error)

    def _show(self, step: Step) -> None:
        self._step = step
        self._render()

    def _render(self, *, busy: bool = False, message: str = "") -> None:
        back = step_before(self._step, several_languages=self._several) is not None
        code = self._code if self._step is Step.CODE else ""
        self._view.render_state(FirstStartState(self._step, busy, message, code, back and not busy))
