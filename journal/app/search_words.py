"""The words in the language in use under which sessions, practice and questionnaires are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.model.practices import PracticeKind
from journal.model.sessions import Place
from journal.texts.treatments import place_text, practice_text, treatment_label

if TYPE_CHECKING:
    from journal.app.journal import Journal
    from journal.store.search_sources import Words


def search_words(journal: Journal) -> Words:
    """What the keys in the journal are called."""
    treatments = {each.key: treatment_label(each) for each in journal.treatments.all}
    return {
        "session.kind": treatments,
        "course.kind": treatments,
        "session.place": {place.value: place_text(place) for place in Place},
        "practice.kind": {kind.value: practice_text(kind) for kind in PracticeKind},
        "questionnaire.instrument": {each.key: each.name for each in journal.instruments.all},
        "questionnaire.form_id": {form.id: form.title for form in journal.store.forms.all()},
    }
