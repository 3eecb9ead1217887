"""Questionnaires in the FHIR bundle: the answers, and an Observation for each total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.app.form_scores import FormScores
from journal.app.journal import Journal
from journal.app.questionnaires import scored
from journal.exchange.fhir.codings import Json
from journal.exchange.fhir.instrument_response import instrument_response
from journal.exchange.fhir.response import bare_response, response
from journal.exchange.fhir.subject import Subject
from journal.exchange.fhir.totals import total_observation
from journal.model.forms import Form
from journal.model.instruments import Instrument
from journal.model.questionnaires import Questionnaire


class QuestionnaireResources:
    """Makes the resources of questionnaires; each form is read once."""

    def __init__(self, journal: Journal, subject: Subject) -> None:
        self._journal, self._subject = journal, subject
        self._forms = FormScores(journal)

    def of(self, filled: Iterable[Questionnaire]) -> Iterator[Json]:
        """The answers of each questionnaire, then its total; a total that was typed in stands alone."""
        for questionnaire in filled:
            instrument = self._journal.instruments.get(questionnaire.instrument)
            form = self._forms.form(questionnaire.form_id) if questionnaire.form_id and not instrument else None
            answers = self._answers(questionnaire, instrument, form)
            came_to = scored(self._journal, questionnaire, self._forms)
            title = form.title if form is not None else ""
            total = total_observation(questionnaire, came_to, instrument, title, answers, self._subject)
            yield from (each for each in (answers, total) if each is not None)

    def _answers(self, questionnaire: Questionnaire, instrument: Instrument | None, form: Form | None) -> Json | None:
        if questionnaire.total is not None:
            return None
        if instrument is not None:
            return instrument_response(instrument, questionnaire, self._subject)
        if form is not None:
            return response(form, questionnaire, self._subject)
        return bare_response(questionnaire, self._subject)
