"""Reads what the Questionnaires page shows, on the storage thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from journal.app import questionnaires
from journal.app.journal import Journal
from journal.model.errors import FormRefused, InvalidFile
from journal.model.form_conditions import shown
from journal.model.form_totals import FormTotal, form_total
from journal.model.forms import Form
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.model.scoring import Scored
from journal.ui.questionnaires.loaded import Filled, Loaded

OPEN_FOR = timedelta(days=1)
"""For so long one that has open questions is offered to go on with."""

FormOf = Callable[[KeptForm], Form]


def read(journal: Journal, rows_shown: int) -> Loaded:
    """Read everything, of what was filled in the newest."""
    everything = questionnaires.list_all(journal)[::-1]
    forms = tuple(journal.store.forms.all())
    shapes = _Shapes({form.id: form for form in forms})
    last: dict[str, Questionnaire] = {}
    for each in everything:
        last.setdefault(each.instrument or each.form_id or "", each)
    return Loaded(
        today=journal.today(),
        instruments=journal.instruments.all,
        forms=forms,
        filled=tuple(_filled(journal, each, shapes) for each in everything[:rows_shown]),
        last={key: _filled(journal, each, shapes) for key, each in last.items() if key},
        more=max(0, len(everything) - rows_shown),
    )


class _Shapes:
    """The forms that what was filled in belongs to, each read from its text once and only when it is asked for."""

    def __init__(self, kept: dict[str, KeptForm]) -> None:
        self.kept = kept
        self._read: dict[str, Form | None] = {}

    def of(self, form_id: str | None) -> Form | None:
        """The form of this id; None for none, and for one that this version cannot show."""
        kept = self.kept.get(form_id or "")
        if kept is None:
            return None
        if kept.id not in self._read:
            self._read[kept.id] = _shape(kept)
        return self._read[kept.id]


def _shape(kept: KeptForm) -> Form | None:
    from journal.app.forms_kept import form_of

    try:
        return form_of(kept)
    except (FormRefused, InvalidFile):
        return None


def _filled(journal: Journal, each: Questionnaire, shapes: _Shapes) -> Filled:
    scored = questionnaires.scored(journal, each)
    kept = shapes.kept.get(each.form_id or "")
    return Filled(
        questionnaire=each,
        scored=scored,
        instrument=journal.instruments.get(each.instrument),
        form_title=kept.title if kept is not None else "",
        form_total=_form_total(each, shapes),
        open=journal.today() - each.day <= OPEN_FOR and _has_open_questions(each, scored, shapes.of(each.form_id)),
    )


def _has_open_questions(each: Questionnaire, scored: Scored, form: Form | None) -> bool:
    """Whether a question that is asked has no answer yet; of a form, one that was skipped was dealt with."""
    if each.total is not None:
        return False
    if form is None:
        return scored.n_answered < scored.n_items
    dealt_with = {answer.item for answer in each.answers}
    return any(one.item.asked and one.key not in dealt_with for one in shown(form, each.answers))


def _form_total(each: Questionnaire, shapes: _Shapes) -> FormTotal | None:
    form = shapes.of(each.form_id)
    return None if form is None else form_total(form, each.answers)
