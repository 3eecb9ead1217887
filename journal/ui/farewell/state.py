"""What the last page shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.texts import endings
from journal.texts.errors import explain
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.app.endings import EndReport
    from journal.model.errors import JournalError


@dataclass(frozen=True, slots=True)
class FarewellState:
    """A sentence, then what is still there, then what may remain. `busy` while it goes on.

    `again` offers another try, `start` a new journal, `back` the journal as it was.
    """

    title: str
    left: tuple[str, ...] = ()
    may_remain: tuple[str, ...] = ()
    busy: bool = False
    again: bool = False
    start: bool = False
    back: bool = False


def going_on() -> FarewellState:
    """While files are being destroyed."""
    return FarewellState(_("Deleting…"), busy=True)


def done(report: EndReport, *, everything: bool) -> FarewellState:
    """What an end has come to."""
    left = [endings.left_line(each.why, each.path) for each in report.left]
    left += [endings.other_journal_line(path) for path in report.others]
    remain = [endings.unreachable_line(path) for path in report.unreachable]
    remain += [endings.may_remain_line(each) for each in report.may_remain]
    return FarewellState(
        endings.ended_words(everything=everything, whole=report.whole),
        tuple(left),
        tuple(remain),
        again=not report.whole,
        start=not everything,
    )


def refused(error: JournalError) -> FarewellState:
    """Nothing could be begun; the journal is as it was."""
    return FarewellState(explain(error), back=True, again=True)
