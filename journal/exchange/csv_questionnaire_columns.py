"""The columns of questionnaires in the CSV export and what each means."""

from __future__ import annotations

from collections.abc import Mapping

from journal.texts.translation import mark

_QUESTIONNAIRE = ("text", mark("Names the questionnaire; its answers carry the same."))
_INSTRUMENT = ("text", mark("The key of a questionnaire that Leeward knows, such as pcl5; empty for another."))

QUESTIONNAIRES: Mapping[str, tuple[str, str]] = {
    "questionnaire": _QUESTIONNAIRE,
    "instrument": _INSTRUMENT,
    "name": ("text", mark("What it is called.")),
    "form": ("text", mark("The address of the form that was opened from a file.")),
    "form_version": ("text", mark("The version of that form.")),
    "span": ("text", mark("The time the answers are about: week, month, or none where there is one form only.")),
    "time": ("time", mark("Local time with its offset from UTC; only the date where the time is not known.")),
    "day": ("date", mark("The day it belongs to; a day runs from the person's own start-of-day hour.")),
    "time_known": ("text", mark("How exactly the time is known: minute, part (of the day) or day.")),
    "total": ("number", mark("The total by the questionnaire's own rule; empty where it is withheld.")),
    "possible": ("number", mark("The highest total there can be; empty where that is not known.")),
    "withheld": ("text", mark("Why there is no total: skipped, nothing (was answered) or no_rule.")),
    "answered": ("number", mark("How many questions were answered; 0 for a total that was typed in.")),
    "items": ("number", mark("How many questions there were that applied.")),
    "clusters": ("text", mark("The scores of its groups of questions, where there are any.")),
    "typed": ("text", mark("yes: the total was typed in.")),
    "given_by": ("text", mark("Who gave a total that was typed in.")),
    "made_at": ("time", mark("When it was written down; empty where that is not known.")),
    "changed_at": ("time", mark("When it was changed last, in UTC; empty if it never was.")),
}

ANSWERS: Mapping[str, tuple[str, str]] = {
    "questionnaire": _QUESTIONNAIRE,
    "instrument": _INSTRUMENT,
    "day": ("date", mark("The day it belongs to; a day runs from the person's own start-of-day hour.")),
    "item": ("text", mark("The number on paper (gate for the question before the others), or the form's own link id.")),
    "topic": ("text", mark("A short topic, or the question as it stands in the form.")),
    "state": ("text", mark("rated (answered), unanswered (skipped) or not_applicable.")),
    "value": ("text", mark("The answer: a number, a text, or the words of a choice. 0 is an answer.")),
    "code": ("text", mark("The code of a choice.")),
    "system": ("text", mark("The list that the code is from.")),
}

QUESTIONNAIRE_FILES: Mapping[str, tuple[str, Mapping[str, tuple[str, str]]]] = {
    "questionnaires.csv": (mark("One row for each questionnaire or total."), QUESTIONNAIRES),
    "questionnaire_answers.csv": (mark("One row for each question of a questionnaire."), ANSWERS),
}
"""Each file: what a row of it is, and its columns."""
