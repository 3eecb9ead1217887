"""The state of the Questionnaires page, made of where the person is and of what was read. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from journal.model.entries import TimeKnown
from journal.model.instruments import Instrument
from journal.model.questionnaires import KeptForm, Questionnaire
from journal.model.scoring import Withheld
from journal.texts import questionnaires as words
from journal.texts.dates import clock_time, full_day, heading, long_date
from journal.texts.translation import _, ngettext
from journal.ui.questionnaires.loaded import Filled, Loaded, Place
from journal.ui.questionnaires.total_form import total_form
from journal.ui.questionnaires.wishes import Do
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.parts import CardState, Press, Row, Weight
from journal.ui.treatment.state import with_form

DOT = " \u00b7 "


@dataclass(frozen=True, slots=True)
class QuestionnairesState:
    """One picture of the page."""

    caption: str = ""
    cards: tuple[CardState, ...] = ()


def build_state(loaded: Loaded, place: Place) -> QuestionnairesState:
    """The picture of this place. A form of something that is gone since is not shown."""
    caption = _(
        "Leeward has the numbers and short topics of these questionnaires, not their sentences. "
        "Answer from the paper form that your clinic gave you."
    )
    cards = tuple(_cards(loaded, place))
    form = total_form(place.form, loaded) if place.form is not None else None
    if form is not None:
        cards = with_form(cards, replace(filled(form, place.typed), problems=place.problems))
    return QuestionnairesState(caption, cards)


def _cards(loaded: Loaded, place: Place) -> Iterator[CardState]:
    yield CardState(
        "to_answer",
        _("To fill in"),
        rows=tuple(_instrument_row(each, loaded) for each in loaded.instruments),
    )
    yield _files_card(loaded, place)
    yield _filled_card(loaded)


def _instrument_row(instrument: Instrument, loaded: Loaded) -> Row:
    last = loaded.last.get(instrument.key)
    line = DOT.join((words.about(instrument), last_words(last)))
    return Row(instrument.key, instrument.name, (line,), tuple(_presses(instrument.key, "", instrument.name, last)))


def _presses(instrument: str, form_id: str, name: str, last: Filled | None) -> Iterator[Press]:
    if last is not None and last.open:
        yield Press(_("Go on"), Deed(Do.GO_ON, last.id), about=name)
    yield Press(_("Fill in"), Deed(Do.FILL_IN, instrument, form_id), about=name)


def _files_card(loaded: Loaded, place: Place) -> CardState:
    """Forms from files, and totals that someone else counted."""
    presses = [
        Press(_("Open a questionnaire file…"), Deed(Do.OPEN_FILE)),
        Press(_("Type in a total"), Deed(Do.ADD_TOTAL)),
    ]
    said: tuple[str, ...] = (
        _("A clinic can give a questionnaire as a file (FHIR R4). A total that someone counted can be typed in."),
    )
    if place.refusal is not None:
        told = _("“{name}” was not opened:").format(name=place.refusal.name)
        said = (*said, "\n".join((told, *(f"\u2022 {reason}" for reason in place.refusal.reasons))))
        presses.append(Press(_("Put this away"), Deed(Do.PUT_AWAY)))
    rows = tuple(_form_row(each, loaded) for each in loaded.forms)
    return CardState("files", _("From your clinic"), said, rows, tuple(presses))


def _form_row(form: KeptForm, loaded: Loaded) -> Row:
    last = loaded.last.get(form.id)
    delete = Press(_("Delete the form"), Deed(Do.DELETE_FORM, form.id), Weight.TEXT, about=form.title)
    return Row(form.id, form.title, (last_words(last),), (*_presses("", form.id, form.title, last), delete))


def last_words(last: Filled | None) -> str:
    """When it was filled in last, and what it came to."""
    if last is None:
        return _("Not filled in yet")
    return _("Last on {day}: {total}").format(day=long_date(last.questionnaire.day), total=total_words(last))


def total_words(each: Filled) -> str:
    """What it comes to: "total 45 of 80"; of a form without a total how many questions were answered."""
    scored = each.scored
    if scored.withheld is Withheld.NO_RULE:
        return ngettext("{n} question answered", "{n} questions answered", scored.n_answered).format(
            n=scored.n_answered
        )
    return words.total_line(scored)


def _filled_card(loaded: Loaded) -> CardState:
    more = ngettext("Show {n} more", "Show {n} more", loaded.more).format(n=loaded.more)
    return CardState(
        "filled",
        _("Filled in"),
        () if loaded.filled else (_("What you fill in stands here, the newest first."),),
        tuple(_filled_row(each) for each in loaded.filled),
        (Press(more, Deed(Do.SHOW_MORE)),) if loaded.more else (),
    )


def _filled_row(each: Filled) -> Row:
    questionnaire = each.questionnaire
    title = words.questionnaire_title(questionnaire, each.instrument, each.form_title)
    about = f"{title}, {long_date(questionnaire.day)}"
    return Row(each.id, title, (_when(questionnaire), DOT.join(_told(each))), tuple(_row_presses(each, about)))


def _when(questionnaire: Questionnaire) -> str:
    timed = questionnaire.time_known is TimeKnown.MINUTE
    parts = [heading(full_day(questionnaire.day)), clock_time(questionnaire.at) if timed else ""]
    if questionnaire.late:
        parts.append(_("added later"))
    return DOT.join(part for part in parts if part)


def _told(each: Filled) -> Iterator[str]:
    yield _capital(total_words(each))
    if each.questionnaire.total is not None:
        yield words.typed_words(each.questionnaire)
    elif each.scored.total is not None and (answered := words.answered_words(each.scored)):
        yield answered


def _row_presses(each: Filled, about: str) -> Iterator[Press]:
    if each.questionnaire.total is not None:
        yield Press(_("Change"), Deed(Do.CHANGE_TOTAL, each.id), about=about)
    else:
        yield Press(_("Open"), Deed(Do.CHANGE, each.id), about=about)
        yield Press(_("Save as FHIR…"), Deed(Do.SAVE, each.id), about=about)
    yield Press(_("Delete"), Deed(Do.DELETE, each.id), about=about)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
