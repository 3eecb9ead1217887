"""Why a form cannot be opened: each reason with the item it is about.

Its sentences are in `journal.texts.form_faults`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_FAULTS = 50
"""No more reasons than this are listed of one file."""


class FaultKind(StrEnum):
    """What cannot be shown, or is not as a questionnaire should be."""

    NOT_A_QUESTIONNAIRE = "not_a_questionnaire"
    EMPTY = "empty"
    MALFORMED = "malformed"
    NO_LINK_ID = "no_link_id"
    LINK_ID_TWICE = "link_id_twice"
    ITEM_TYPE = "item_type"
    STRUCTURE = "structure"
    REPEATS = "repeats"
    NO_OPTIONS = "no_options"
    OPTION_TYPE = "option_type"
    OPTION_TWICE = "option_twice"
    VALUE_SET_OUTSIDE = "value_set_outside"
    VALUE_SET_OPEN = "value_set_open"
    CONDITION_TARGET = "condition_target"
    CONDITION_UNASKED = "condition_unasked"
    CONDITION_OPERATOR = "condition_operator"
    CONDITION_VALUE = "condition_value"
    CONDITION_CIRCLE = "condition_circle"
    LIMITS = "limits"
    MODIFIER = "modifier"
    EXPRESSION = "expression"
    SUBFORM = "subform"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class FormFault:
    """One reason. `link_id` is empty for the form as a whole; `detail` is what the file says there.

    `words` are those of the item, empty where it has none: a link id says little to a person.
    """

    kind: FaultKind
    link_id: str = ""
    detail: str = ""
    words: str = ""


class AnswerFault(StrEnum):
    """Why an answer does not fit its question."""

    NUMBER = "number"
    WHOLE = "whole"
    YES_NO = "yes_no"
    DAY = "day"
    OPTION = "option"
    RANGE = "range"
    LENGTH = "length"
    DECIMALS = "decimals"
    MANY = "many"
    ALONE = "alone"
    HIDDEN = "hidden"
