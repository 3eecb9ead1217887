"""Questionnaires in the FHIR bundle: the answers, and an Observation for each total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.app.forms_kept import form_of
from journal.app.journal import Journal
from journal.app.questionnaires import scored
from journal.exchange.fhir.codings import Json
from journal.exchange.fhir.instrument_response import instrument_response
from journal.exchange.fhir.response import bare_response, response
from journal.exchange.fhir.subject import Subject
from journal.exchange.fhir.totals import total_observation
from journal.exchange.leeward_document import TreatmentRecords
from journal.model.errors import FormRefused, InvalidFile
from journal.model.form_totals import form_total
from journal.model.forms import Form
from journal.model.questionnaires import Questionnaire
from journal.model.scoring import Scored


@dataclass
class QuestionnaireResources:
    """Makes the resources of questionnaires; each form is read once."""

    journal: Journal
    records: TreatmentRecords
    subject: Subject
    _forms: dict[str, Form | None] = field(default_factory=dict)

    def all(self) -> Iterator[Json]:
        """The answers of each questionnaire, then its total."""
        for questionnaire in self.records.questionnaires:
            yield from self._of(questionnaire)

    def _of(self, questionnaire: Questionnaire) -> Iterator[Json]:
        instrument = self.journal.instruments.get(questionnaire.instrument)
        form = None if instrument is not None else self._form(questionnaire)
        answers = None
        if questionnaire.total is None:
            if instrument is not None:
                answers = instrument_response(instrument, questionnaire, self.subject)
            elif form is not None:
                answers = response(form, questionnaire, self.subject)
            else:
                answers = bare_response(questionnaire, self.subject)
            yield answers
        came_to = self._scored(questionnaire, form)
        title = form.title if form is not None else ""
        total = total_observation(questionnaire, came_to, instrument, title, answers, self.subject)
        if total is not None:
            yield total

    def _scored(self, questionnaire: Questionnaire, form: Form | None) -> Scored:
        found = scored(self.journal, questionnaire)
        total = None if form is None or questionnaire.total is not None else form_total(form, questionnaire.answers)
        return found if total is None else Scored(total.value, total.high, total.n_answered, total.n_items)

    def _form(self, questionnaire: Questionnaire) -> Form | None:
        """The form that was answered; None where its file is gone or cannot be shown by this version."""
        form_id = questionnaire.form_id or ""
        if form_id not in self._forms:
            kept = next((form for form in self.records.forms if form.id == form_id), None)
            try:
                self._forms[form_id] = None if kept is None else form_of(kept)
            except (FormRefused, InvalidFile):
                self._forms[form_id] = None
        return self._forms[form_id]
