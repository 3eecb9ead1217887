"""Reads what the page of a day shows; on the storage thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.app import questionnaires
from journal.app.day_page import DayPage, day_page
from journal.app.form_scores import FormScores
from journal.app.intakes import day_doses
from journal.app.item_versions import versions
from journal.app.journal import Journal
from journal.model.markers import Marker
from journal.model.medicines import Intake
from journal.model.practices import Practice
from journal.model.questionnaires import Questionnaire
from journal.texts.items import ItemWords
from journal.ui.history.import_words import import_words
from journal.ui.history.lines import EntryLine, LineWords, entry_line
from journal.ui.history.questionnaire_lines import Scores, questionnaire_line
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.loading import known

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class DayRead:
    """A day with all that its words need. `scores` are the lines of questionnaires, `lines` those of entries, by id."""

    page: DayPage
    loaded: Loaded
    lines: Mapping[str, EntryLine]
    scores: Mapping[str, EntryLine]


def read_day(journal: Journal, words: ItemWords, day: date) -> DayRead:
    """Read a day."""
    page = day_page(journal, day)
    items = {item.id: item for item in journal.items()}
    using = LineWords(items, import_words(journal), words, page.today.year, versions(journal))
    records = page.records
    loaded = replace(
        known(journal, words),
        doses=day_doses(journal, page.today),
        logged=tuple(each for each in records if isinstance(each, Intake)),
        practices=tuple(each for each in records if isinstance(each, Practice)),
        markers=tuple(each for each in records if isinstance(each, Marker)),
    )
    lines = {entry.id: entry_line(entry, using) for entry in page.entries}
    return DayRead(page, loaded, lines, _scores(journal, page))


def _scores(journal: Journal, page: DayPage) -> dict[str, EntryLine]:
    found = [each for each in page.records if isinstance(each, Questionnaire)]
    if not found:
        return {}
    forms = FormScores(journal)
    titles = {form.id: form.title for form in journal.store.forms.all()}
    using = Scores(journal.instruments, titles, lambda each: questionnaires.scored(journal, each, forms))
    return {each.id: questionnaire_line(each, using) for each in found}
