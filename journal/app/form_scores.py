"""What the filled-in forms of a journal come to. Each form is read once, however often it was filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.app.journal import Journal
from journal.model.errors import FormRefused, InvalidFile, UnknownRecord
from journal.model.questionnaires import Questionnaire
from journal.model.scoring import Scored, Withheld

if TYPE_CHECKING:
    from journal.model.forms import Form


class FormScores:
    """Scores the forms of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._forms: dict[str, Form | None] = {}

    def scored(self, questionnaire: Questionnaire) -> Scored:
        """The total of a filled-in form, withheld where its questions are not there any more."""
        from journal.model.form_totals import scored_form

        known = self.form(questionnaire.form_id or "")
        if known is None:
            answers = questionnaire.answers
            return Scored(None, None, sum(each.value is not None for each in answers), len(answers), Withheld.NO_RULE)
        return scored_form(known, questionnaire.answers)

    def form(self, form_id: str) -> Form | None:
        """The questions of a kept form; None where it is gone, or cannot be shown by this version."""
        from journal.app import forms_kept  # reading a form's file is not for the start of the window

        if form_id not in self._forms:
            try:
                self._forms[form_id] = forms_kept.form(self._journal, form_id)
            except (UnknownRecord, FormRefused, InvalidFile):
                self._forms[form_id] = None
        return self._forms[form_id]
