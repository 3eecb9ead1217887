"""The journal as a FHIR R4 Bundle, read in stretches of days; what stays out until chosen stays out here too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.app.export_selection import Selection
from journal.app.fhir_questionnaires import QuestionnaireResources
from journal.app.journal import Journal
from journal.app.sessions import numbered
from journal.exchange.fhir.bundle import write_bundle
from journal.exchange.fhir.codings import Json
from journal.exchange.fhir.courses import care_plan
from journal.exchange.fhir.medicines import intake_statement, usual_doses
from journal.exchange.fhir.observations import entry_observations, marker_observation
from journal.exchange.fhir.practices import practice_observation
from journal.exchange.fhir.sessions import SessionResources
from journal.exchange.fhir.subject import Subject
from journal.exchange.fhir.symptoms import AskedItems
from journal.exchange.iso_times import iso_time
from journal.texts import translation
from journal.texts.items import ItemWords


def fhir_pieces(journal: Journal, selection: Selection, *, name: str = "", born: date | None = None) -> Iterator[str]:
    """The bundle's JSON in pieces. The Patient has no `name` and no birth date (`born`) unless they are given."""
    now_ms = journal.clock.now_ms()
    made_at = iso_time(now_ms // 1000 * 1000, journal.clock.offset_min(now_ms))
    subject = Subject(journal.journal_id, name, born)
    resources = _Resources(journal, selection, subject).all()
    return write_bundle(resources, made_at=made_at, language=translation.language())


class _Resources:
    """Everything that was chosen, as resources; what others refer to comes before them."""

    def __init__(self, journal: Journal, selection: Selection, subject: Subject) -> None:
        self._journal, self._selection, self._subject = journal, selection, subject
        self._records = selection.records
        words = ItemWords(journal.catalogue)
        self._asked = AskedItems(selection.let_out, selection.versions(), words)

    def all(self) -> Iterator[Json]:
        yield self._subject.patient()
        yield from self._treatment()
        yield from self._medicines()
        for practice in self._records.practices:
            yield practice_observation(practice, self._subject)
        for marker in self._records.markers:
            yield from filter(None, [marker_observation(marker, self._subject)])
        yield from QuestionnaireResources(self._journal, self._subject).of(self._records.questionnaires)
        for entry in self._selection.entries():
            yield from entry_observations(entry, self._asked, self._subject)

    def _treatment(self) -> Iterator[Json]:
        journal, today = self._journal, self._journal.today()
        plans = {
            course.id: care_plan(course, journal.treatments, today, self._subject) for course in self._records.courses
        }
        yield from plans.values()
        made = SessionResources(
            self._subject, self._asked, journal.treatments, plans, numbered(journal), journal.clock.now_ms()
        )
        for session in self._records.sessions:
            yield from made.of(session)

    def _medicines(self) -> Iterator[Json]:
        first, last = self._selection.first or date.min, self._selection.last or date.max
        known = {medicine.id: medicine for medicine in self._records.medicines}
        steps = {
            medicine.id: usual_doses(medicine, first, last, self._journal.today(), self._subject)
            for medicine in known.values()
        }
        for told in steps.values():
            yield from (statement for _step, statement in told)
        for intake in self._records.intakes:
            usual = steps.get(intake.medicine_id, ())
            yield intake_statement(intake, known.get(intake.medicine_id), usual, self._subject)
