"""What the page of a questionnaire reads from the journal, on the storage thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journal.app import questionnaires
from journal.app.form_drafts import form_draft, keep_form_draft
from journal.app.journal import Journal
from journal.host.clock import local_now
from journal.model.errors import UnknownRecord
from journal.model.forms import Form
from journal.model.questionnaires import GivenAnswer, Questionnaire, Span
from journal.ui.questionnaire.draft import Draft, draft_of
from journal.ui.questionnaire.loaded import Asked, Before, Loaded


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the questionnaire with what stands round it, its answers, and what was half done."""

    loaded: Loaded
    answers: tuple[GivenAnswer, ...]
    draft: Draft


def read(journal: Journal, asked: Asked, questionnaire_id: str | None) -> Read:
    """Read a questionnaire; without an id, or where it is gone, one that is not begun. Raises UnknownRecord."""
    saved = _saved(journal, questionnaire_id)
    if saved is not None:
        asked = Asked(saved.instrument, saved.form_id or "")
    draft = draft_of(form_draft(journal, draft_name(asked, saved.id if saved is not None else None)))
    now = local_now(journal.clock).replace(tzinfo=None)
    at = saved.at.replace(tzinfo=None) if saved is not None else draft.at or now
    loaded = Loaded(
        asked=asked,
        now=now,
        instrument=journal.instruments.get(asked.instrument) if asked.instrument else None,
        form=_form(journal, asked.form_id),
        saved=saved,
        lately=lately(journal, asked, at, saved),
        before=_before(journal, asked, saved, draft),
        digits_move_on=bool(journal.setting("digits_move_on", True)),
    )
    only_total = saved is not None and saved.total is not None
    if loaded.instrument is None and loaded.form is None and not only_total:
        raise UnknownRecord(kind="questionnaire", prefix=asked.instrument or asked.form_id)
    return Read(loaded, _answers(saved, draft), draft)


def lately(journal: Journal, asked: Asked, at: datetime, saved: Questionnaire | None) -> date | None:
    """The day on which the same instrument was filled in shortly before, None for none."""
    if not asked.instrument:
        return None
    day = saved.day if saved is not None else at.date()
    return questionnaires.taken_lately(journal, asked.instrument, day, saved.id if saved is not None else "")


def keep_draft(journal: Journal, asked: Asked, questionnaire_id: str | None, draft: Draft) -> None:
    """Keep what is half done. Once the questionnaire is saved, nothing of one that is not begun stays."""
    if questionnaire_id is not None:
        keep_form_draft(journal, draft_name(asked, None), {})
    keep_form_draft(journal, draft_name(asked, questionnaire_id), draft.payload)


def draft_name(asked: Asked, questionnaire_id: str | None) -> str:
    """What the draft is called: by the questionnaire, or by what is asked while none is saved."""
    if questionnaire_id is not None:
        return f"questionnaire:{questionnaire_id}"
    return f"questionnaire-new:{asked.instrument or asked.form_id}"


def _saved(journal: Journal, questionnaire_id: str | None) -> Questionnaire | None:
    if questionnaire_id is None:
        return None
    try:
        return questionnaires.get(journal, questionnaire_id)
    except UnknownRecord:
        return None


def _form(journal: Journal, form_id: str) -> Form | None:
    if not form_id:
        return None
    from journal.app.forms_kept import form

    return form(journal, form_id)


def _answers(saved: Questionnaire | None, draft: Draft) -> tuple[GivenAnswer, ...]:
    """The answers as given. Of an instrument, questions without one were skipped only where the draft says so."""
    given = saved.answers if saved is not None else ()
    if saved is not None and saved.form_id:
        return given
    answered = [answer for answer in given if answer.value is not None or answer.not_applicable]
    known = {answer.item for answer in answered}
    return (*answered, *(GivenAnswer(number) for number in sorted(draft.skipped - known)))


def _before(journal: Journal, asked: Asked, saved: Questionnaire | None, draft: Draft) -> Before | None:
    """The newest earlier total of the same scale."""
    instrument = journal.instruments.get(asked.instrument)
    if instrument is None or not instrument.change_lines:
        return None
    span = saved.span if saved is not None else draft.span or next(iter(instrument.spans), Span.NONE)
    until = saved.at_ms if saved is not None else journal.clock.now_ms()
    for each in reversed(questionnaires.list_all(journal)):
        same = each.instrument == asked.instrument and each.span is span and each.at_ms < until
        total = questionnaires.scored(journal, each).total if same else None
        if total is not None:
            return Before(each.day, total)
    return None
