"""The form for a total that someone else counted: which questionnaire, the number, the day, and who gave it. No Qt."""

from __future__ import annotations

from datetime import date

from journal.app import questionnaires
from journal.app.journal import Journal
from journal.model.questionnaires import Questionnaire, Span
from journal.texts.numbers import amount, parse_number
from journal.texts.questionnaires import score_number, span_words
from journal.texts.translation import _
from journal.ui.questionnaires.loaded import Loaded
from journal.ui.questionnaires.wishes import Do
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.parts import Field, FieldKind, Form
from journal.ui.treatment.wishes import Wish

ANOTHER = "another"


def total_form(deed: Deed, loaded: Loaded) -> Form | None:
    """The form; None where the total it is about is gone."""
    if deed.do is Do.ADD_TOTAL:
        return Form(deed, _("A total that was counted elsewhere"), _fields(loaded, None), _("Add it"))
    known = loaded.of(deed.id)
    if deed.do is not Do.CHANGE_TOTAL or known is None:
        return None
    fields = _fields(loaded, known.questionnaire)
    return Form(deed, _("Change the total"), fields, _("Change it"), under=deed.id)


def total_wish(deed: Deed, given: Answers) -> Wish:
    """What the answers ask for; `given` holds the problems found on the way."""
    which = given.text("which")
    key, _sep, scale = which.partition(":")
    name = given.text("name", _("Type what the questionnaire is called.")) if key == ANOTHER else key
    number = _number(given)
    day, by = given.day("day"), given.text("by")
    span = Span(scale) if scale in set(Span) else None
    maximum = float(scale) if scale.isdigit() else None
    changed = deed.id or None

    def act(journal: Journal) -> Questionnaire:
        return questionnaires.save_total(
            journal, name, number, day, by, span=span, maximum=maximum, questionnaire_id=changed
        )

    return Wish(act, _("Changed.") if changed else _("Added."), undoable=True, fields={"value": "total"})


def _number(given: Answers) -> float:
    text = given.text("total", _("Type a number such as 12."))
    number = parse_number(text) if text else None
    if text and number is None:
        given.problems["total"] = _("Type a number such as 12.")
    return number or 0.0


def _fields(loaded: Loaded, known: Questionnaire | None) -> tuple[Field, ...]:
    day: date = known.day if known is not None else loaded.today
    total = "" if known is None or known.total is None else score_number(known.total)
    return (
        Field("which", _("Questionnaire"), FieldKind.CHOICE, _which(known), choices=tuple(_choices(loaded))),
        Field("name", _("Its name, if another one"), value=known.name if known is not None else ""),
        Field("total", _("Total"), FieldKind.NUMBER, total),
        Field("day", _("Day"), FieldKind.DAY, day),
        Field("by", _("Who gave it, if you like"), value=known.total_by if known is not None else ""),
    )


def _choices(loaded: Loaded) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for instrument in loaded.instruments:
        name = instrument.name
        if instrument.spans:
            titled = _("{name} ({span})")
            found += [
                (f"{instrument.key}:{span.value}", titled.format(name=name, span=span_words(span)))
                for span in instrument.spans
            ]
        elif instrument.other_highs:
            titled = _("{name} (0 to {high})")
            found += [
                (f"{instrument.key}:{high}", titled.format(name=name, high=amount(high))) for high in instrument.highs
            ]
        else:
            found.append((instrument.key, name))
    return [*found, (ANOTHER, _("Another one"))]


def _which(known: Questionnaire | None) -> str:
    if known is None:
        return ""
    if not known.instrument:
        return ANOTHER
    if known.span is not Span.NONE:
        return f"{known.instrument}:{known.span.value}"
    return known.instrument if known.maximum is None else f"{known.instrument}:{known.maximum:g}"
