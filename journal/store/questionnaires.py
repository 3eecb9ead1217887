"""Questionnaires that were filled in, and the forms that were opened from a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from functools import cached_property
from typing import Any

from journal.model.questionnaires import Coded, GivenAnswer, KeptForm, Questionnaire
from journal.store.columns import Columns, Values
from journal.store.records import Records


class AnswerColumns(Columns[Questionnaire]):
    """The columns of a questionnaire; its answers stand in one of them, in their order, as JSON."""

    def values(self, record: Questionnaire) -> Values:
        """The row of a questionnaire."""
        return {**super().values(replace(record, answers=())), "answers": _written(record.answers)}

    def fields(self, row: Mapping[str, Any]) -> Values:
        """The fields of a row. Raises ValueError for what can't be read back."""
        given = super().fields(row)
        return {**given, "answers": tuple(_answer(*kept) for kept in given["answers"])}


class Questionnaires(Records[Questionnaire]):
    """What was filled in, by time."""

    table = "questionnaire"
    order = "at_ms, id"

    @cached_property
    def columns(self) -> Columns[Questionnaire]:
        """The columns of a questionnaire."""
        return AnswerColumns(Questionnaire)

    def between(self, first: date, last: date) -> list[Questionnaire]:
        """What belongs to these days, by time."""
        return self._where("day BETWEEN ? AND ?", first.isoformat(), last.isoformat())

    def of_instrument(self, instrument: str) -> list[Questionnaire]:
        """All of one instrument, by time."""
        return self._where("instrument = ?", instrument)

    def of_form(self, form_id: str) -> list[Questionnaire]:
        """All of one form, by time."""
        return self._where("form_id = ?", form_id)


class KeptForms(Records[KeptForm]):
    """The forms of a journal, by title. Without a form, the answers to its questions say nothing."""

    table = "form"
    order = "title, id"
    followed_by = ("questionnaire",)

    @cached_property
    def columns(self) -> Columns[KeptForm]:
        """The columns of a form."""
        return Columns(KeptForm)


def _written(answers: tuple[GivenAnswer, ...]) -> str:
    return json.dumps([_row(answer) for answer in answers], ensure_ascii=False)


def _row(answer: GivenAnswer) -> list[Any]:
    """The item and its value; a code as an object, and what did not apply with a third place."""
    value = asdict(answer.value) if isinstance(answer.value, Coded) else answer.value
    return [answer.item, value, True] if answer.not_applicable else [answer.item, value]


def _answer(item: str, value: Any, not_applicable: bool = False) -> GivenAnswer:
    return GivenAnswer(item, Coded(**value) if isinstance(value, dict) else value, not_applicable)
