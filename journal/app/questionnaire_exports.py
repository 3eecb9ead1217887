"""Which questionnaires go out with an export that is not of the whole journal, and what of them stays.

They go with the part "scores". A questionnaire that asks about suicide (PHQ-9, or a form that says so
by its codes) goes out as its total alone unless that part is chosen too: with the total and the other
answers beside it, leaving out the one answer would hide nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.app.form_scores import FormScores
from journal.app.forms_kept import form_of
from journal.app.questionnaires import scored
from journal.exchange.csv_questionnaires import QuestionnaireRows
from journal.model.errors import FormRefused, InvalidFile
from journal.model.form_totals import has_support_item
from journal.model.forms import Form
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.report.request import Part

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.exchange.leeward_document import DocumentRecords


def chosen_questionnaires(
    journal: Journal, parts: Collection[str], first: date, last: date
) -> tuple[tuple[Questionnaire, ...], tuple[KeptForm, ...]]:
    """The questionnaires of these days and the forms that they answer; nothing unless "scores" was chosen."""
    if Part.SCORES not in parts:
        return (), ()
    found = journal.store.questionnaires.between(first, last)
    kept = journal.store.forms.all()
    told = tuple(_told(journal, found, kept, asks=Part.SUICIDAL_THOUGHTS in parts))
    needed = {each.form_id for each in told}
    return told, tuple(form for form in kept if form.id in needed)


def questionnaire_rows(journal: Journal, records: DocumentRecords) -> QuestionnaireRows:
    """The rows of a CSV export of these questionnaires."""
    forms = {form.id: form for form in records.forms}
    scores, questions = FormScores(journal), _Forms(forms)
    return QuestionnaireRows(
        records.questionnaires, journal.instruments, forms, lambda each: scored(journal, each, scores), questions.label
    )


class _Forms:
    """Kept forms with their questions. Each form is read once."""

    def __init__(self, kept: Mapping[str, KeptForm]) -> None:
        self._kept = kept
        self._read: dict[str, Form | None] = {}

    def label(self, form_id: str, key: str) -> str:
        """The words of a question; empty where its form can't be shown by this version."""
        form = self.of(form_id)
        link_id = key
        while form is not None:
            item = form.item(link_id)
            if item is not None:
                return item.label
            link_id, numbered, _number = link_id.rpartition("[")  # in a group that repeats: linkId[1]
            if not numbered:
                break
        return ""

    def of(self, form_id: str) -> Form | None:
        """The form of this id; None for none, or for one that this version can't show."""
        if form_id not in self._read:
            kept = self._kept.get(form_id)
            try:
                self._read[form_id] = None if kept is None else form_of(kept)
            except (FormRefused, InvalidFile):
                self._read[form_id] = None
        return self._read[form_id]


def _told(journal: Journal, found: list[Questionnaire], kept: list[KeptForm], *, asks: bool) -> Iterator[Questionnaire]:
    forms, scores = _Forms({form.id: form for form in kept}), FormScores(journal)
    for each in found:
        bare = replace(each, import_id=None, source_key=None)
        if asks or each.total is not None or not _asks_about_suicide(journal, each, forms):
            yield bare
        elif (total := scored(journal, each, scores).total) is not None:
            yield replace(bare, answers=(), total=total)


def _asks_about_suicide(journal: Journal, questionnaire: Questionnaire, forms: _Forms) -> bool:
    instrument = journal.instruments.get(questionnaire.instrument)
    if instrument is not None:
        return bool(instrument.support_item)
    form = forms.of(questionnaire.form_id or "")
    return form is not None and has_support_item(form)
