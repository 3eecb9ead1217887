"""Questionnaires as lines of History: which one, its total or why there is none. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journal.model.entries import TimeKnown
from journal.model.instruments import Instruments
from journal.model.questionnaires import Questionnaire
from journal.model.scoring import Scored
from journal.texts.dates import clock_time
from journal.texts.questionnaires import questionnaire_title, total_line, typed_words
from journal.texts.translation import _
from journal.ui.history.lines import DOT, EntryLine, LineKind


@dataclass(frozen=True, slots=True)
class Scores:
    """What a line needs to know: the instruments, the titles of kept forms by id, and how one is scored."""

    instruments: Instruments
    titles: Mapping[str, str]
    scored: Callable[[Questionnaire], Scored]


def questionnaire_line(questionnaire: Questionnaire, using: Scores) -> EntryLine:
    """The line of a questionnaire. What a form asked in its own words stays on its own page."""
    known = using.instruments.get(questionnaire.instrument)
    title = questionnaire_title(questionnaire, known, using.titles.get(questionnaire.form_id or "", ""))
    told = (total_line(using.scored(questionnaire)), typed_words(questionnaire))
    return EntryLine(
        entry_id=questionnaire.id,
        day=questionnaire.day,
        heading="",
        time=clock_time(questionnaire.at) if questionnaire.time_known is TimeKnown.MINUTE else _("No time of day"),
        marks=DOT.join((title, *([_("added later")] if questionnaire.late else []))),
        answers=DOT.join(part for part in told if part),
        note="",
        kind=LineKind.QUESTIONNAIRE,
    )
