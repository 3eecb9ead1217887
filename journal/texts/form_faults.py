"""Says why a questionnaire of a file cannot be opened, and why an answer does not fit its question."""

from __future__ import annotations

from collections.abc import Mapping

from journal.model.form_faults import AnswerFault, FaultKind, FormFault
from journal.texts.translation import _, mark, ngettext

LONGEST_DETAIL = 120
"""What the file says is cut to this many characters."""

_WHOLE: Mapping[FaultKind, str] = {
    FaultKind.NOT_A_QUESTIONNAIRE: mark("The file holds no FHIR questionnaire."),
    FaultKind.EMPTY: mark("It has no questions."),
    FaultKind.MALFORMED: mark("{detail} is not as FHIR R4 says."),
    FaultKind.NO_LINK_ID: mark("An item has no link id (“{detail}”)."),
    FaultKind.MODIFIER: mark("It has an extension that changes what it means: {detail}."),
    FaultKind.EXPRESSION: mark("A formula decides what is asked ({detail}). Leeward works out no formulas."),
    FaultKind.SUBFORM: mark("It is put together from another questionnaire: {detail}."),
    FaultKind.TOO_DEEP: mark("Its items stand inside each other more than {detail} deep."),
    FaultKind.TOO_MANY: mark("It has more than {detail} items."),
    FaultKind.TOO_LONG: mark("{detail} is too long."),
}
"""What is said of the form as a whole."""

_ITEM: Mapping[FaultKind, str] = {
    FaultKind.MALFORMED: mark("{detail} is not as FHIR R4 says."),
    FaultKind.LINK_ID_TWICE: mark("Its link id stands there twice."),
    FaultKind.ITEM_TYPE: mark("Leeward cannot show an item of the type “{detail}”."),
    FaultKind.STRUCTURE: mark("A text has questions inside it."),
    FaultKind.REPEATS: mark("It takes several answers and has questions inside it."),
    FaultKind.NO_OPTIONS: mark("It is a choice and has nothing to choose from."),
    FaultKind.OPTION_TYPE: mark("Leeward cannot show answers of the type “{detail}” here."),
    FaultKind.OPTION_TWICE: mark("The answer “{detail}” stands there twice."),
    FaultKind.VALUE_SET_OUTSIDE: mark("Its answers are in a list that is not in the file: {detail}."),
    FaultKind.VALUE_SET_OPEN: mark("The list of its answers is not written out in the file: {detail}."),
    FaultKind.CONDITION_TARGET: mark("It depends on “{detail}”, which is no question of this form."),
    FaultKind.CONDITION_UNASKED: mark("It depends on “{detail}”, which nobody is asked: it is worked out, or hidden."),
    FaultKind.CONDITION_OPERATOR: mark("It depends on a comparison that cannot be made: “{detail}”."),
    FaultKind.CONDITION_VALUE: mark("It depends on an answer that “{detail}” cannot have."),
    FaultKind.CONDITION_CIRCLE: mark("It depends on itself, by way of other items."),
    FaultKind.LIMITS: mark("Its limits do not fit ({detail})."),
    FaultKind.MODIFIER: mark("It has an extension that changes what it means: {detail}."),
    FaultKind.EXPRESSION: mark("A formula decides what is asked ({detail}). Leeward works out no formulas."),
    FaultKind.SUBFORM: mark("It stands for another questionnaire: {detail}."),
    FaultKind.TOO_DEEP: mark("Its items stand inside each other more than {detail} deep."),
    FaultKind.TOO_MANY: mark("It has more than {detail} answers to choose from."),
    FaultKind.TOO_LONG: mark("{detail} is too long."),
}
"""What is said of one item, after its link id."""


def fault_sentence(fault: FormFault) -> str:
    """One reason in words, the item it is about in front."""
    detail = _cut(fault.detail) or "…"
    if fault.kind is FaultKind.NOT_A_QUESTIONNAIRE and fault.detail:
        return _("The file holds no FHIR questionnaire but this: {detail}.").format(detail=detail)
    known = _ITEM if fault.link_id else _WHOLE
    other = mark("Leeward cannot show this: {detail}.")
    sentence = _(known.get(fault.kind, other)).format(detail=detail)
    if not fault.link_id:
        return sentence
    if words := _cut(fault.words):
        return _("“{words}” (item {link_id}): {sentence}").format(
            words=words, link_id=_cut(fault.link_id), sentence=sentence
        )
    return _("Item {link_id}: {sentence}").format(link_id=_cut(fault.link_id), sentence=sentence)


def _cut(text: str) -> str:
    """In one line, without signs that nobody sees, and not too long."""
    plain = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return plain if len(plain) <= LONGEST_DETAIL else plain[: LONGEST_DETAIL - 1] + "…"


def refused_fields(reasons: object) -> dict[str, str]:
    """The first reason of a refusal, and how many there are, for its sentence."""
    known = [each for each in reasons if isinstance(each, FormFault)] if isinstance(reasons, tuple) else []
    return {"first": fault_sentence(known[0]) if known else "…", "n": str(len(known))}


def refused(fields: Mapping[str, object]) -> str:
    """What is said of a form that cannot be opened."""
    reasons = fields.get("reasons")
    count = len(reasons) if isinstance(reasons, tuple) else 0
    if count == 0:
        return _("{path} was not opened, because not all of it can be shown.")
    if _is_something_else(reasons):
        return _("{path} was not opened. {first}")
    return ngettext(
        "{path} was not opened, because not all of it can be shown. {first}",
        "{path} was not opened, because not all of it can be shown: the first of {n} reasons follows. {first}",
        count,
    )


def _is_something_else(reasons: object) -> bool:
    known = reasons if isinstance(reasons, tuple) else ()
    return any(isinstance(each, FormFault) and each.kind is FaultKind.NOT_A_QUESTIONNAIRE for each in known)


_UNFIT: Mapping[AnswerFault, str] = {
    AnswerFault.NUMBER: mark("Question {number} takes a number, not “{text}”."),
    AnswerFault.WHOLE: mark("Question {number} takes a whole number, not “{text}”."),
    AnswerFault.YES_NO: mark("Question {number} takes yes or no, not “{text}”."),
    AnswerFault.DAY: mark("Question {number} takes a day such as 2026-11-22, not “{text}”."),
    AnswerFault.OPTION: mark("“{text}” is no answer to question {number}. Choose one of {known}."),
    AnswerFault.ALONE: mark("The answer “{text}” to question {number} stands alone, without others."),
    AnswerFault.HIDDEN: mark("Question {number} is not asked after the answers before it. Give “-” there."),
}


def unfit(fields: Mapping[str, object]) -> str:
    """What is said of an answer that does not fit its question."""
    reason = fields.get("reason")
    if reason is AnswerFault.RANGE:
        if fields.get("maximum") is None:
            return _("“{text}” does not fit question {number}. Choose {minimum} or more.")
        if fields.get("minimum") is None:
            return _("“{text}” does not fit question {number}. Choose {maximum} or less.")
        return _("“{text}” does not fit question {number}. Choose {minimum} to {maximum}.")
    if reason in {AnswerFault.DECIMALS, AnswerFault.MANY, AnswerFault.LENGTH}:
        return _too_much(reason, int(str(fields["maximum"])))
    return _(_UNFIT[reason] if isinstance(reason, AnswerFault) else mark("“{text}” does not fit question {number}."))


def _too_much(reason: object, maximum: int) -> str:
    if reason is AnswerFault.DECIMALS:
        return ngettext(
            "Question {number} takes {maximum} place after the point at most, not “{text}”.",
            "Question {number} takes {maximum} places after the point at most, not “{text}”.",
            maximum,
        )
    if reason is AnswerFault.MANY:
        return ngettext(
            "Question {number} takes {maximum} answer at most.",
            "Question {number} takes {maximum} answers at most.",
            maximum,
        )
    return ngettext(
        "The answer to question {number} is too long. It may have {maximum} character.",
        "The answer to question {number} is too long. It may have {maximum} characters.",
        maximum,
    )
