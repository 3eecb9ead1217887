"""Reads what the Questionnaires page shows, on the storage thread. No Qt."""

from __future__ import annotations

from datetime import timedelta

from journal.app import questionnaires
from journal.app.form_scores import FormScores
from journal.app.journal import Journal
from journal.model.form_conditions import shown
from journal.model.forms import Form
from journal.model.questionnaires import Questionnaire
from journal.model.scoring import Scored
from journal.ui.questionnaires.loaded import Filled, Loaded

OPEN_FOR = timedelta(days=1)
"""For so long one that has open questions is offered to go on with."""


def read(journal: Journal, rows_shown: int) -> Loaded:
    """Read everything, of what was filled in the newest."""
    everything = questionnaires.list_all(journal)[::-1]
    forms, scores = tuple(journal.store.forms.all()), FormScores(journal)
    titles = {form.id: form.title for form in forms}
    last: dict[str, Questionnaire] = {}
    for each in everything:
        last.setdefault(each.instrument or each.form_id or "", each)

    def filled(each: Questionnaire) -> Filled:
        return _filled(journal, each, scores, titles.get(each.form_id or "", ""))

    return Loaded(
        today=journal.today(),
        instruments=journal.instruments.all,
        forms=forms,
        filled=tuple(filled(each) for each in everything[:rows_shown]),
        last={key: filled(each) for key, each in last.items() if key},
        more=max(0, len(everything) - rows_shown),
    )


def _filled(journal: Journal, each: Questionnaire, scores: FormScores, form_title: str) -> Filled:
    scored = questionnaires.scored(journal, each, scores)
    lately = journal.today() - each.day <= OPEN_FOR
    form = scores.form(each.form_id) if each.form_id is not None and lately else None
    return Filled(
        questionnaire=each,
        scored=scored,
        instrument=journal.instruments.get(each.instrument),
        form_title=form_title,
        open=lately and _has_open_questions(each, scored, form),
    )


def _has_open_questions(each: Questionnaire, scored: Scored, form: Form | None) -> bool:
    """Whether a question that is asked has no answer yet; of a form, one that was skipped was dealt with."""
    if each.total is not None:
        return False
    if form is None:
        return each.form_id is None and scored.n_answered < scored.n_items
    dealt_with = {answer.item for answer in each.answers}
    return any(one.item.asked and one.key not in dealt_with for one in shown(form, each.answers))
