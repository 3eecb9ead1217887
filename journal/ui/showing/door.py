"""Into the room that is shown to somebody, and out of it by the passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.app.keys import check_passphrase
from journal.host.region import system_region
from journal.model.errors import JournalError
from journal.report.request import Paper
from journal.texts.errors import explain
from journal.ui.saying import Action
from journal.ui.showing.room import ShowingRoom, ShownPage

if TYPE_CHECKING:
    from journal.ui.application import Application


def show_to_someone(running: Application, first: str) -> ShowingRoom | None:
    """Lay the room over the open journal. What is half typed there is handed over first."""
    shell = running.shell
    if shell is None or running.window.room is not shell:
        return None
    shell.leave()
    room = _made(running)

    def opened(_checked: object) -> None:
        room.leave()
        running.window.take_off(room)
        shell.stay()

    def refused(error: Exception) -> None:
        if isinstance(error, JournalError):
            room.unlock.refuse(explain(error))
        else:
            room.unlock.leave()
            running.speaker.failed(error)

    folder = running.folder
    room.passphrase_typed.connect(
        lambda typed: running.runner.run(lambda: check_passphrase(folder, typed), opened, refused)
    )
    room.lock_wanted.connect(running.controls.lock)
    room.hide_wanted.connect(running.leaving.hide)
    running.idle.closing_soon.connect(room.say_closing_soon)
    running.idle.kept_open.connect(room.take_line_away)
    running.window.show_over(room)
    room.begin(first)
    return room


def _made(running: Application) -> ShowingRoom:
    """The room. Its pages lead nowhere, and what they say stands in it, not in the bar of the journal behind it."""
    from dataclasses import replace

    from journal.ui.open_journal import make_context

    def nowhere(page: str, **where: object) -> None:
        """No page of the journal is reached from here."""

    def said(text: str, actions: Sequence[Action] = ()) -> None:  # noqa: ARG001 they lead into the journal
        if running.window.room is room:
            room.say(text)

    def failed(error: BaseException) -> None:
        if isinstance(error, JournalError) and running.window.room is room:
            running.speaker.noted(error)
            room.say(explain(error))
        else:
            running.speaker.failed(error)

    context = replace(make_context(running), go=nowhere, controls=None, say=said, failed=failed)
    report = running.shell.made("report") if running.shell is not None else None
    choices = report.presenter.choices if report is not None else None  # type: ignore[attr-defined]
    paper = Paper(system_region(running.clock.zone()).paper)

    def shown_report() -> ShownPage:
        from journal.ui.report.background import Background
        from journal.ui.showing.shown_report import ShownReport, ShownReportParts

        setter = Background()
        parts = ShownReportParts(lambda: context.session.opened, context.runner, setter, context.failed, paper)
        page = ShownReport(parts, choices)
        setter.end_with(page)
        return page

    def trends() -> ShownPage:
        from journal.ui.trends.page import TrendsPage

        return TrendsPage(context, for_someone=True)

    def treatment() -> ShownPage:
        from journal.ui.showing.shown_treatment import ShownTreatment

        return ShownTreatment(lambda: context.session.opened, context.runner, context.words, context.failed)

    room = ShowingRoom({"report": shown_report, "trends": trends, "treatment": treatment})
    return room
