"""Plain words for what can't be kept of a questionnaire: an unknown name, a wrong count, a number out of range."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model import errors
from journal.model.errors import JournalError
from journal.texts.opening_errors import Sentence
from journal.texts.translation import _


def _unknown(fields: Mapping[str, object]) -> str:
    if fields.get("similar"):
        return _("There is no questionnaire “{name}”. Did you mean {similar}?")
    return _("There is no questionnaire “{name}”. The list of questionnaires shows them all.")


def _miscounted(_fields: Mapping[str, object]) -> str:
    return _("{name} has {wanted} questions, and there are {given} answers. Give one for each; “-” is a skipped one.")


def _out_of_range(_fields: Mapping[str, object]) -> str:
    return _("{value} is no answer to question {item} of {name}. Choose a whole number from {minimum} to {maximum}.")


def _misplaced(_fields: Mapping[str, object]) -> str:
    return _("The answer to “{item}” does not fit {name}. Give one answer to each of its questions.")


def _nothing(_fields: Mapping[str, object]) -> str:
    return _("No question of {name} was answered, so nothing was kept. Answer one or more.")


def _total(fields: Mapping[str, object]) -> str:
    if not str(fields.get("name") or "").strip():
        return _("A total needs a name. Type what the questionnaire is called.")
    if fields.get("maximum") is None:
        return _("{value} cannot be a total of {name}. Type a number such as 12.")
    return _("{value} cannot be a total of {name}. Choose {minimum} to {maximum}.")


def _span(_fields: Mapping[str, object]) -> str:
    return _("{name} is not asked for that time. Leave it out, or choose another questionnaire.")


QUESTIONNAIRES: Mapping[type[JournalError], Sentence] = {
    errors.UnknownInstrument: _unknown,
    errors.AnswersMiscounted: _miscounted,
    errors.AnswerOutOfRange: _out_of_range,
    errors.AnswerMisplaced: _misplaced,
    errors.NothingAnswered: _nothing,
    errors.TotalOutOfRange: _total,
    errors.SpanUnknown: _span,
}
