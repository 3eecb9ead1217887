"""The state of a session's page, built from the session by one pure function. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from journal.model.courses import Course
from journal.model.items import Item
from journal.model.sessions import Place, Session, Shortened, Went
from journal.model.treatments import Group, Treatment, Treatments
from journal.texts.dates import clock_time, heading, long_day, short_date
from journal.texts.items import ItemWords
from journal.texts.translation import _, ngettext
from journal.texts.treatments import (
    course_title,
    dose_text,
    place_text,
    route_text,
    session_title,
    shortened_text,
    treatment_label,
    unit_text,
    went_text,
)
from journal.ui.session.asking import Question, question_of
from journal.ui.session.draft import Draft
from journal.ui.session.effects_state import EffectSources, EffectsState, build_effects
from journal.ui.session.fields import Changes, Field, Unclear, read_field, shown_field
from journal.ui.session.now_state import NowInputs, NowState, build_now
from journal.ui.session.vitals_state import VitalsState, build_vitals

DOT = " \u00b7 "
Choice = tuple[str, str]
"""A value and its words."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the journal says of the session and round it."""

    session: Session
    treatments: Treatments
    items: Sequence[Item] = ()
    course: Course | None = None
    courses: Sequence[Course] = ()
    number: int | None = None
    last: Session | None = None
    after_hours: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is on the page only. `saved_at` is None until something was saved in this visit."""

    draft: Draft = field(default_factory=Draft)
    saved_at: datetime | None = None
    added: frozenset[int] = frozenset()
    expanded: str = ""
    before_open: bool = False
    sheet_open: bool = False
    now_shown: bool = False
    known_tags: tuple[str, ...] = ()
    now: NowInputs = field(default_factory=NowInputs)


@dataclass(frozen=True, slots=True)
class TextState:
    """What stands in a typed field, and a sentence where that says no value."""

    text: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """One question with few answers. `value` is the chosen one's, or empty."""

    label: str
    choices: tuple[Choice, ...]
    value: str = ""
    shown: bool = True


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything the page shows."""

    session_id: str = ""
    title: str = ""
    caption: str = ""
    saved: str = ""
    open: bool = False
    dosed: bool = False
    named: bool = False
    vitals_shown: bool = False
    effects_shown: bool = False
    clear_shown: bool = False
    before_shown: bool = False
    weight_shown: bool = False
    why_shown: bool = False
    kinds: tuple[Choice, ...] = ()
    kind: str = ""
    courses: tuple[Choice, ...] = ()
    course_id: str = ""
    units: tuple[Choice, ...] = ()
    unit: str = ""
    routes: tuple[Choice, ...] = ()
    route: str = ""
    day: date | None = None
    last_time: str = ""
    question: Question | None = None
    texts: Mapping[str, TextState] = field(default_factory=dict)
    choices: Mapping[str, ChoiceState] = field(default_factory=dict)
    shared: bool = False
    tags: tuple[str, ...] = ()
    known_tags: tuple[str, ...] = ()
    before_open: bool = False
    sheet_open: bool = False
    after_hours: tuple[int, ...] = ()
    vitals: VitalsState = field(default_factory=VitalsState)
    effects: EffectsState = field(default_factory=EffectsState)
    now_shown: bool = False
    now: NowState = field(default_factory=NowState)


def build_state(loaded: Loaded, inputs: Inputs, words: ItemWords, now_ms: int) -> SessionState:
    """The page for a session."""
    session, treatment = loaded.session, loaded.treatments.of(loaded.session.kind)
    unit = session.unit or (treatment.units[0] if treatment.units else "")
    effects = build_effects(EffectSources(session, loaded.items, words, now_ms, inputs.draft.effect, inputs.expanded))
    return SessionState(
        session_id=session.id,
        title=session_title(session, loaded.course, loaded.number, loaded.treatments),
        caption=_caption(session),
        saved=_saved(inputs),
        open=session.open,
        dosed=treatment.dosed or session.dose is not None,
        named=treatment.group is Group.OTHER or bool(session.name),
        vitals_shown=treatment.dissociative or bool(session.vitals),
        effects_shown=treatment.dosed or bool(session.effects),
        clear_shown=treatment.dissociative or session.clear_min is not None,
        before_shown=treatment.dosed,
        weight_shown=unit == "mg/kg" or session.weight_kg is not None or Field.WEIGHT in inputs.draft.texts,
        why_shown=session.shortened is not None or bool(session.shortened_why),
        kinds=tuple((each.key, treatment_label(each)) for each in loaded.treatments.all),
        kind=treatment.key,
        courses=_courses(loaded),
        course_id=session.course_id or "",
        units=_units(treatment, session),
        unit=unit,
        routes=_routes(treatment, session),
        route=session.route or (treatment.routes[0] if treatment.routes else ""),
        day=session.at.date(),
        last_time=last_time_words(loaded, treatment),
        question=question_of(session, inputs.draft),
        texts={each.value: _text(each, session, inputs.draft) for each in Field},
        choices=build_choices(session, treatment),
        shared=session.shared,
        tags=session.tags,
        known_tags=inputs.known_tags,
        before_open=inputs.before_open,
        sheet_open=inputs.sheet_open,
        after_hours=loaded.after_hours,
        vitals=build_vitals(session, inputs.draft, inputs.added),
        effects=effects,
        now_shown=inputs.now_shown and session.open,
        now=build_now(session, loaded.items, words, inputs.now),
    )


def last_time_words(loaded: Loaded, treatment: Treatment) -> str:
    """What "as last time" would fill: "40 mg, into a vein, 40 minutes"; empty where it fills nothing."""
    last, session = loaded.last, loaded.session
    if last is None or session.dose is not None or session.minutes is not None:
        return ""
    parts = [] if last.dose is None else [dose_text(last.dose, last.unit, treatment.device_mg)]
    parts += [route_text(last.route)] if last.route and last.dose is not None else []
    if last.minutes is not None:
        parts.append(ngettext("{n} minute", "{n} minutes", last.minutes).format(n=last.minutes))
    return ", ".join(parts)


def as_last_time(last: Session) -> Changes:
    """The fields that "as last time" fills."""
    return {"dose": last.dose, "unit": last.unit, "route": last.route, "minutes": last.minutes}


def build_choices(session: Session, treatment: Treatment) -> dict[str, ChoiceState]:
    """The questions with few answers, by the name of their field."""
    therapy, dosed = treatment.group is Group.THERAPY, treatment.dosed
    places = [Place.CLINIC, Place.REMOTE] if therapy else [Place.CLINIC, Place.HOME]
    place_words = tuple((p.value, _("In person") if therapy and p is Place.CLINIC else place_text(p)) for p in places)
    if session.place is not None and session.place not in places:
        place_words = (*place_words, (session.place.value, place_text(session.place)))
    return {
        "went": ChoiceState(
            _("How was it to go through?"), tuple((w.value, went_text(w)) for w in Went), _of(session.went)
        ),
        "ride": ChoiceState(_("A way home arranged?"), _yes_no(), _bool(session.ride), shown=dosed),
        "worked_with": ChoiceState(
            _("Could you work with what came up?"), worked_words(), _of(session.worked_with), shown=True
        ),
        "place": ChoiceState(_("Where"), place_words, _of(session.place)),
        "accompanied": ChoiceState(_("Was someone with you?"), _yes_no(), _bool(session.accompanied), shown=dosed),
        "shortened": ChoiceState(
            _("Stopped or slowed down?"),
            tuple((each.value, shortened_text(each)) for each in Shortened),
            _of(session.shortened),
            shown=dosed,
        ),
        "alcohol": ChoiceState(_("Alcohol in the 24 hours before"), _yes_no(), _bool(session.alcohol), shown=dosed),
        "calming": ChoiceState(
            _("Calming medicine in the 24 hours before"), _yes_no(), _bool(session.calming), shown=dosed
        ),
    }


def worked_words() -> tuple[Choice, ...]:
    """The five steps of "could work with what came up"."""
    words = (_("not at all"), _("a little"), _("about half"), _("mostly"), _("fully"))
    return tuple((str(n), word) for n, word in enumerate(words))


def choice_value(name: str, value: str) -> object:
    """What a chosen value means for the session's field; empty takes the answer away."""
    if not value:
        return None
    if name in ("ride", "accompanied", "alcohol", "calming"):
        return value == "1"
    kinds: dict[str, type] = {"went": Went, "place": Place, "shortened": Shortened, "worked_with": int}
    return kinds[name](value)


def with_choice(session: Session, name: str, value: str) -> Session:
    """The session as it is shown with another answer."""
    changes: Changes = {name: choice_value(name, value)}
    return replace(session, **changes)


def _text(each: Field, session: Session, draft: Draft) -> TextState:
    half = draft.texts.get(each.value)
    if half is None:
        return TextState(shown_field(each, session))
    try:
        read_field(each, half, session)
    except Unclear as unclear:
        return TextState(half, str(unclear))
    return TextState(half)


def _caption(session: Session) -> str:
    when = _("{day}, {time}").format(day=heading(long_day(session.at.date())), time=clock_time(session.at))
    return DOT.join((when, _("open, saved as you go") if session.open else _("saved as you go")))


def _saved(inputs: Inputs) -> str:
    empty = _("everything here can be left empty")
    if inputs.saved_at is None:
        return empty[:1].upper() + empty[1:]
    return DOT.join((_("Saved {time}").format(time=clock_time(inputs.saved_at)), empty))


def _courses(loaded: Loaded) -> tuple[Choice, ...]:
    """The courses that the session can be part of, and none; empty where there is no course."""
    listed = [
        (
            each.id,
            _("{course}, since {day}").format(course=course_title(each, loaded.treatments), day=short_date(each.start)),
        )
        for each in loaded.courses
    ]
    return (("", _("No course")), *listed) if listed else ()


def _units(treatment: Treatment, session: Session) -> tuple[Choice, ...]:
    known = [unit.value for unit in treatment.units]
    listed = known if not session.unit or session.unit in known else [*known, session.unit]
    return tuple((unit, unit_text(unit)) for unit in listed)


def _routes(treatment: Treatment, session: Session) -> tuple[Choice, ...]:
    known = [route.value for route in treatment.routes]
    listed = known if not session.route or session.route in known else [*known, session.route]
    return tuple((route, route_text(route)) for route in listed)


def _yes_no() -> tuple[Choice, ...]:
    return (("1", _("Yes")), ("0", _("No")))


def _bool(value: bool | None) -> str:
    return "" if value is None else str(int(value))


def _of(value: object) -> str:
    return "" if value is None else str(value)
