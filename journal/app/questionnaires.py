"""Questionnaires: answers from the paper form, totals that a clinician gave, and the scores over time."""

from __future__ import annotations

import difflib
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from journal.app.check_ins import instant_of
from journal.app.form_scores import FormScores
from journal.app.journal import Journal
from journal.app.moments import Moment, begun, moment, moved, touched
from journal.app.records import found
from journal.host.resources import read_total_ranges
from journal.model.answering import checked_answers, checked_maximum, checked_span, checked_total
from journal.model.entries import TimeKnown
from journal.model.errors import TimeInFuture, UnknownInstrument
from journal.model.questionnaires import GivenAnswer, KeptForm, Questionnaire, Span
from journal.model.score_series import ScoreSeries
from journal.model.score_series import score_series as _score_series
from journal.model.scoring import Scored, score, typed_total
from journal.model.treatments import plain_name

if TYPE_CHECKING:
    from journal.model.instruments import Instrument, Instruments

_NOON = time(12)
"""A total is given with its day only."""


def instruments(journal: Journal) -> Instruments:
    """The questionnaires that are shipped, in order."""
    return journal.instruments


def instrument_called(journal: Journal, name: str) -> Instrument:
    """The shipped questionnaire of this key or name. Raises UnknownInstrument with names that look alike."""
    known = journal.instruments.called(name)
    if known is None:
        raise unknown_instrument(journal, name)
    return known


def unknown_instrument(journal: Journal, name: str) -> UnknownInstrument:
    """The error for a name that is none, with the names of questionnaires and forms that look alike."""
    known = [*(each.name for each in journal.instruments.all), *(form.title for form in journal.store.forms.all())]
    plain = {plain_name(each): each for each in known}
    similar = difflib.get_close_matches(plain_name(name), plain, n=3)
    return UnknownInstrument(name=name, similar=tuple(plain[each] for each in similar))


def list_all(journal: Journal, first: date | None = None, last: date | None = None) -> list[Questionnaire]:
    """What was filled in on these days, by time; all of it without days."""
    if first is None and last is None:
        return journal.store.questionnaires.all()
    return journal.store.questionnaires.between(first or date.min, last or date.max)


def get(journal: Journal, prefix: str) -> Questionnaire:
    """The questionnaire whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.questionnaires, prefix)


def save_answers(
    journal: Journal,
    instrument: str,
    answers: Iterable[GivenAnswer],
    *,
    at: datetime | None = None,
    span: Span | None = None,
    maximum: float | None = None,
    questionnaire_id: str | None = None,
    visit: str | None = None,
) -> Questionnaire:
    """Keep the answers to a shipped questionnaire, or change those of `questionnaire_id`.

    `span` is the usual one where none is said, `maximum` the highest answer where there is a choice;
    a change keeps what is not said. `visit` makes several changes one undo step. Raises
    UnknownInstrument, AnswerMisplaced, AnswerOutOfRange, NothingAnswered, SpanUnknown, TimeInFuture,
    UnknownRecord.
    """
    known = instrument_called(journal, instrument)
    before = None if questionnaire_id is None else get(journal, questionnaire_id)
    if before is not None and before.instrument == known.key:
        span, maximum = span or before.span, maximum or before.maximum
    maximum = checked_maximum(known, maximum)
    new = replace(
        before or _blank(journal, moment(journal, at)),
        instrument=known.key,
        form_id=None,
        name="",
        span=checked_span(known, span),
        maximum=maximum,
        answers=checked_answers(known, answers, maximum),
        total=None,
        total_by="",
    )
    return _saved(journal, _moved(journal, new, before, at), before, visit)


def save_form_answers(
    journal: Journal,
    form_id: str,
    answers: Iterable[GivenAnswer],
    *,
    at: datetime | None = None,
    questionnaire_id: str | None = None,
    visit: str | None = None,
) -> Questionnaire:
    """Keep the answers to a form that was opened from a file, as they stand. Raises UnknownRecord, TimeInFuture."""
    form = found(journal.store.forms, form_id)
    before = None if questionnaire_id is None else get(journal, questionnaire_id)
    blank = before or _blank(journal, moment(journal, at))
    new = replace(
        blank, instrument="", form_id=form.id, name="", answers=tuple(answers), total=None, total_by="", maximum=None
    )
    return _saved(journal, _moved(journal, new, before, at), before, visit)


def save_total(
    journal: Journal,
    name: str,
    total: float,
    day: date | None = None,
    by: str = "",
    *,
    span: Span | None = None,
    maximum: float | None = None,
    questionnaire_id: str | None = None,
) -> Questionnaire:
    """Keep a total with its day and who gave it, of a shipped questionnaire or of any other by its name.

    Raises TotalOutOfRange, SpanUnknown, TimeInFuture, UnknownRecord.
    """
    known = journal.instruments.called(name)
    before = None if questionnaire_id is None else get(journal, questionnaire_id)
    given = _day_moment(journal, day or (before.day if before is not None else journal.today()))
    maximum = checked_maximum(known, maximum)
    new = replace(
        moved(before, given) if before is not None else _blank(journal, given),
        instrument="" if known is None else known.key,
        form_id=None,
        name="" if known is not None else " ".join(name.split()),
        span=checked_span(known, span),
        maximum=maximum,
        answers=(),
        total=float(checked_total(known, name, total, maximum, read_total_ranges())),
        total_by=" ".join(by.split()),
        time_known=TimeKnown.DAY,
    )
    return _saved(journal, new, before, None)


def delete(journal: Journal, questionnaire_id: str) -> Questionnaire:
    """Delete a questionnaire; undo brings it back for 30 days. Raises UnknownRecord, AmbiguousRecord."""
    known = get(journal, questionnaire_id)
    with journal.store.action("delete_questionnaire"):
        journal.store.questionnaires.delete(known.id)
    journal.changed("questionnaires")
    return known


def delete_for_good(journal: Journal, questionnaire_id: str) -> None:
    """Blank a questionnaire, its undo history and drafts at once. Older backups still hold it."""
    known = get(journal, questionnaire_id)
    with journal.store.tx():
        journal.store.questionnaires.delete_for_good(known.id)
    journal.changed("questionnaires")


def delete_form(journal: Journal, form_id: str) -> KeptForm:
    """Delete a form with what was filled in of it; undo brings them back for 30 days. Raises UnknownRecord."""
    known = found(journal.store.forms, form_id)
    with journal.store.action("delete_form", many=True):
        for each in journal.store.questionnaires.of_form(known.id):
            journal.store.questionnaires.delete(each.id)
        journal.store.forms.delete(known.id)
    journal.changed("forms", "questionnaires")
    return known


def delete_form_for_good(journal: Journal, form_id: str) -> None:
    """Blank a form, its file’s text, and what was filled in of it, with its history. Older backups still hold them."""
    known = found(journal.store.forms, form_id)
    with journal.store.tx(many=True):
        journal.store.forms.delete_for_good(known.id)
    journal.changed("forms", "questionnaires")


def scored(journal: Journal, questionnaire: Questionnaire, forms: FormScores | None = None) -> Scored:
    """What a questionnaire comes to, by its instrument's rule or by what its form's answers count as.

    `forms` saves reading a form again where many are scored.
    """
    known = journal.instruments.get(questionnaire.instrument)
    if questionnaire.total is not None:
        possible = None if known is None else known.possible(questionnaire.maximum)
        return typed_total(questionnaire.total, possible)
    if known is not None:
        return score(known, questionnaire.answers, questionnaire.maximum)
    return (forms or FormScores(journal)).scored(questionnaire)


def taken_lately(journal: Journal, instrument: str, day: date, but: str = "") -> date | None:
    """The last day within the instrument's days before `day` on which it was filled in, for the gentle note.

    `but` is the id of the questionnaire that is open. None where it may be taken again without a word.
    """
    known = journal.instruments.get(instrument)
    if known is None or not known.retake_days:
        return None
    taken = (each for each in journal.store.questionnaires.of_instrument(instrument) if each.id != but)
    days = [each.day for each in taken if each.answers and 0 <= (day - each.day).days < known.retake_days]
    return max(days, default=None)


def score_series(
    journal: Journal, first: date | None = None, last: date | None = None, *, whole: bool = False
) -> tuple[ScoreSeries, ...]:
    """The totals of these days by scale; weekly and monthly PCL-5 are two, screens are left out.

    `whole` adds the scales of which every total is withheld.
    """
    filled = list_all(journal, first, last)
    titles = {form.id: form.title for form in journal.store.forms.all()} if any(q.form_id for q in filled) else {}
    forms = FormScores(journal)
    return _score_series(
        filled,
        journal.instruments,
        lambda each: scored(journal, each, forms),
        lambda form_id: titles.get(form_id, ""),
        whole=whole,
    )


def _blank(journal: Journal, when: Moment) -> Questionnaire:
    blank = Questionnaire(str(uuid.uuid4()), "", when.at_ms, when.offset_min, date.min, zone=when.zone)
    return begun(journal, blank)


def _moved(journal: Journal, record: Questionnaire, before: Questionnaire | None, at: datetime | None) -> Questionnaire:
    return record if before is None or at is None else moved(record, moment(journal, at))


def _day_moment(journal: Journal, day: date) -> Moment:
    """Noon of a day, now at the latest. Raises TimeInFuture."""
    if day > journal.today():
        raise TimeInFuture(text=day.isoformat())
    at_ms, offset_min = instant_of(journal, datetime.combine(day, _NOON))
    return Moment(min(at_ms, journal.clock.now_ms()), offset_min, journal.clock.zone())


def _saved(journal: Journal, changed: Questionnaire, before: Questionnaire | None, visit: str | None) -> Questionnaire:
    new = changed if before is None else touched(journal, changed, before)
    with journal.store.action("add_questionnaire" if before is None else "change_questionnaire", visit):
        saved = journal.store.questionnaires.save(new)
    journal.changed("questionnaires")
    return saved
