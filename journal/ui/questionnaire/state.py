"""What the page of a questionnaire shows, built from what was read and the answers so far. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from journal.model.entries import TimeKnown
from journal.model.form_totals import FormTotal, asks_for_support, form_total
from journal.model.forms import Form, FormItem
from journal.model.instruments import Instrument
from journal.model.items import Cluster
from journal.model.questionnaires import GivenAnswer, Span
from journal.model.scoring import Withheld, score
from journal.texts.dates import clock_time
from journal.texts.items import ItemWords
from journal.texts.numbers import amount
from journal.texts.questionnaires import about, from_paper_words, span_words, taken_lately_words
from journal.texts.translation import _
from journal.ui.questionnaire.draft import Draft
from journal.ui.questionnaire.form_questions import FormInputs, form_parts
from journal.ui.questionnaire.instrument_questions import instrument_parts
from journal.ui.questionnaire.loaded import Loaded
from journal.ui.questionnaire.questions import Part, QuestionState
from journal.ui.questionnaire.results import ResultState, form_result, form_total_words, instrument_result


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """A few answers of which one holds: which time the questions are about, or how far the range goes."""

    label: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class QuestionnaireState:
    """The page. `wall` is None where no time of day is known; `note` is the gentle one about the last time."""

    title: str = ""
    caption: str = ""
    note: str = ""
    day: date = date.min
    wall: time | None = None
    span: ChoiceState = field(default_factory=ChoiceState)
    highest: ChoiceState = field(default_factory=ChoiceState)
    parts: tuple[Part, ...] = ()
    result: ResultState = field(default_factory=ResultState)
    saved: str = ""
    digits_move_on: bool = True

    @property
    def questions(self) -> tuple[QuestionState, ...]:
        """The questions that are asked now, in order."""
        return tuple(part for part in self.parts if isinstance(part, QuestionState))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the person gave. `saved_at` is local, None until something is saved on this visit."""

    answers: tuple[GivenAnswer, ...] = ()
    at: datetime | None = None
    span: Span = Span.NONE
    maximum: float | None = None
    draft: Draft = field(default_factory=Draft)
    saved_at: datetime | None = None


def build_state(loaded: Loaded, inputs: Inputs, words: ItemWords) -> QuestionnaireState:
    """The page for an instrument or a form with the answers so far."""
    at = inputs.at or loaded.now
    saved = loaded.saved
    timed = saved is None or saved.time_known is TimeKnown.MINUTE
    state = QuestionnaireState(
        title=loaded.name,
        note=_note(loaded, at),
        day=at.date(),
        wall=at.time().replace(second=0, microsecond=0) if timed else None,
        saved=_("Saved {time}").format(time=clock_time(inputs.saved_at)) if inputs.saved_at else "",
        digits_move_on=loaded.digits_move_on,
    )
    if loaded.instrument is not None:
        return _of_instrument(state, loaded, loaded.instrument, inputs, words)
    return _of_form(state, loaded.form, inputs) if loaded.form is not None else state


def _of_instrument(
    state: QuestionnaireState, loaded: Loaded, instrument: Instrument, inputs: Inputs, words: ItemWords
) -> QuestionnaireState:
    maximum = inputs.maximum
    scored = score(instrument, inputs.answers, maximum)
    return replace(
        state,
        caption=f"{about(instrument)}. {from_paper_words()}",
        span=_span(instrument, inputs.span),
        highest=_highest(instrument, maximum),
        parts=instrument_parts(instrument, inputs.answers, maximum, inputs.draft.texts),
        result=instrument_result(instrument, scored, loaded.before, _cluster_names(instrument, words)),
    )


def _cluster_names(instrument: Instrument, words: ItemWords) -> dict[str, str]:
    known = {cluster.value for cluster in Cluster}
    return {each.key: words.cluster_name(Cluster(each.key)) for each in instrument.clusters if each.key in known}


def _of_form(state: QuestionnaireState, form: Form, inputs: Inputs) -> QuestionnaireState:
    total = form_total(form, inputs.answers)
    at = total.at if total is not None else None
    totals: Mapping[str, str] = {}
    if total is not None and at is not None:
        totals = {at: _total_at(form.item(at), total)}
    given = FormInputs(inputs.answers, inputs.draft.texts, inputs.draft.rounds)
    parts = _with_support(form_parts(form, given, totals), asks_for_support(form, inputs.answers))
    asked = [part for part in parts if isinstance(part, QuestionState) and not part.own_words]
    answered = sum(part.row.answered and part.row.aside_words != part.row.spoken_answer for part in asked)
    return replace(
        state,
        caption=_form_caption(form),
        parts=parts,
        result=form_result(total, beside=at is None, counts=(answered, len(asked))),
    )


def _total_at(item: FormItem | None, total: FormTotal) -> str:
    """The words of a total where the form has its place for it."""
    told = _("nothing answered yet") if total.withheld is Withheld.NOTHING else form_total_words(total)
    return f"{item.label}: {told}" if item is not None else told


def _form_caption(form: Form) -> str:
    if any(item.required for item in form.questions()):
        return _("The words are those of the file. It asks for an answer where a * stands; you can leave out any.")
    return _("The words are those of the file. Everything can be left out.")


def _with_support(parts: tuple[Part, ...], keys: tuple[str, ...]) -> tuple[Part, ...]:
    """The still line under the questions that ask for it."""
    return tuple(
        replace(part, still=True) if isinstance(part, QuestionState) and part.key in keys else part for part in parts
    )


def _note(loaded: Loaded, at: datetime) -> str:
    if loaded.lately is None or loaded.lately > at.date():
        return ""
    return taken_lately_words(loaded.name, loaded.lately, at.date())


def _span(instrument: Instrument, chosen: Span) -> ChoiceState:
    if not instrument.spans:
        return ChoiceState()
    words = tuple((span.value, _capital(span_words(span))) for span in instrument.spans)
    return ChoiceState(_("Asks about"), words, (chosen or instrument.spans[0]).value)


def _highest(instrument: Instrument, maximum: float | None) -> ChoiceState:
    if not instrument.other_highs:
        return ChoiceState()
    words = tuple((str(high), _("0 to {high}").format(high=amount(high))) for high in instrument.highs)
    return ChoiceState(_("Scale"), words, str(int(maximum or instrument.high)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
