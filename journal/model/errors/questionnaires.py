"""Questionnaires, their forms and their answers."""

from __future__ import annotations

from journal.model.errors.failure import JournalError


class UnknownInstrument(JournalError):
    """No questionnaire is called so. Fields: `name`, `similar` (tuple of names that look alike)."""

    code = "unknown_instrument"


class AnswersMiscounted(JournalError):
    """Not as many answers as questions. Fields: `name`, `given`, `wanted`."""

    code = "answers_miscounted"


class AnswerOutOfRange(JournalError):
    """An answer the question does not have. Fields: `name`, `item` (its number), `value`, `minimum`, `maximum`."""

    code = "answer_out_of_range"


class AnswerMisplaced(JournalError):
    """The questionnaire has no such question, or it has two answers. Fields: `name`, `item`."""

    code = "answer_misplaced"


class NothingAnswered(JournalError):
    """Every question was skipped, so there is nothing to keep. Fields: `name`."""

    code = "nothing_answered"


class TotalOutOfRange(JournalError):
    """A total that can't be, or an empty name. Fields: `name`, `value`, `minimum`, `maximum` (None: no known range)."""

    code = "total_out_of_range"


class SpanUnknown(JournalError):
    """The questionnaire has no form for that time. Fields: `name`, `span`."""

    code = "span_unknown"


class FormRefused(JournalError):
    """A questionnaire that can't be shown whole, so not at all. Fields: `path`, `reasons` (tuple of FormFault)."""

    code = "form_refused"


class FormAnswerUnfit(JournalError):
    """An answer that a form's question can't take.

    Fields: `number` (of the question, from 1), `text` (as typed), `reason` (an AnswerFault), `known`
    (tuple of what can be chosen), `minimum`, `maximum` (as texts, or None).
    """

    code = "form_answer_unfit"


class OnlyTotal(JournalError):
    """What was typed in is a total, and has no answers to hand on. Fields: `name`."""

    code = "only_total"
