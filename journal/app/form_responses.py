"""Filled-in questionnaires as FHIR resources on their own, for a clinic that asked for one."""

from __future__ import annotations

import json
from typing import Any

from journal.app.forms_kept import form
from journal.app.journal import Journal
from journal.app.questionnaires import get
from journal.exchange.fhir.instrument_response import instrument_response
from journal.exchange.fhir.response import response
from journal.model.errors import OnlyTotal
from journal.model.questionnaires import Questionnaire


def questionnaire_response(journal: Journal, prefix: str) -> bytes:
    """The QuestionnaireResponse of what was filled in, as JSON in UTF-8. It is not encrypted.

    Raises UnknownRecord, AmbiguousRecord, OnlyTotal for a total that was typed in, and what reading
    a form raises.
    """
    resource = _resource(journal, get(journal, prefix))
    return (json.dumps(resource, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _resource(journal: Journal, questionnaire: Questionnaire) -> dict[str, Any]:
    if questionnaire.form_id is not None:
        return response(form(journal, questionnaire.form_id), questionnaire)
    instrument = journal.instruments.get(questionnaire.instrument)
    if instrument is None or not questionnaire.answers:
        raise OnlyTotal(name=questionnaire.name or questionnaire.instrument)
    return instrument_response(instrument, questionnaire)
