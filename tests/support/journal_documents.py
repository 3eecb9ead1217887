"""Journals of any content for property tests: items, versions, entries with every state, settings."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from journal.exchange.leeward_document import (
    RECORD_LISTS,
    Document,
    DocumentHead,
    DocumentImport,
    DocumentItem,
    DocumentRecords,
)
from journal.model.appointments import Appointment, Clinician, Question, QuestionKind
from journal.model.calm_moments import CalmMoment
from journal.model.contacts import Contact
from journal.model.courses import Course, CoursePlan
from journal.model.entries import Entry, EntryKind, Rating, Recall, State, TimeKnown
from journal.model.goals import Goal
from journal.model.groups import ItemGroup
from journal.model.items import FIRST_DAY, Asked, Better, Combine, ItemVersion, Kind, Origin
from journal.model.markers import Marker
from journal.model.medicines import DoseLevel, Intake, Medicine, Taken
from journal.model.plans import Heading, PlanLine
from journal.model.practices import Practice, PracticeKind
from journal.model.profiles import Profile
from journal.model.questionnaires import Coded, GivenAnswer, KeptForm, Questionnaire, Span
from journal.model.sessions import EffectPoint, Phase, Place, Session, Shortened, SideEffect, Vital, Went

ids = st.builds(lambda number: str(uuid.UUID(int=number)), st.integers(1, 2**128 - 1))
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
numbers = st.floats(-1e6, 1e6, allow_nan=False)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
times_ms = st.integers(-2_000_000_000_000, 4_000_000_000_000)
offsets_min = st.integers(-840, 840)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def versions(draw, item_id: str, number: int) -> ItemVersion:
    low = draw(numbers)
    return ItemVersion(
        id=str(uuid.uuid5(uuid.UUID(item_id), str(number))),
        item_id=item_id,
        since_day=FIRST_DAY + timedelta(days=number),
        kind=draw(st.sampled_from(Kind)),
        asked=draw(st.sampled_from(Asked)),
        label=draw(texts),
        words=tuple(draw(st.lists(texts, max_size=3))),
        minimum=low,
        maximum=draw(st.none() | numbers.filter(lambda high: high > low)),
        step=draw(st.floats(0.001, 100)),
        unit=draw(texts),
        better=draw(st.sampled_from(Better)),
        combine=draw(st.sampled_from(Combine)),
    )


@st.composite
def items(draw, number: int) -> DocumentItem:
    item_id = str(uuid.UUID(int=number))
    count = draw(st.integers(1, 3))
    return DocumentItem(
        id=item_id,
        key=f"own_{number}",
        origin=Origin.OWN,
        hidden=draw(st.booleans()),
        position=draw(st.integers(0, 1000)),
        versions=tuple(draw(versions(item_id, place)) for place in range(count)),
        label=draw(texts),
        own_name=draw(texts),
        group=draw(st.just("") | ids),
    )


@st.composite
def ratings(draw, item: DocumentItem) -> Rating:
    state = draw(st.sampled_from(State))
    value = draw(numbers) if state is State.RATED else None
    return Rating(item.id, draw(st.sampled_from(item.versions)).id, state, value, draw(st.none() | numbers))


@st.composite
def entries(draw, known: list[DocumentItem]) -> Entry:
    made_ms = draw(st.none() | times_ms)
    answered = draw(st.lists(st.sampled_from(known), unique_by=lambda item: item.id)) if known else []
    given = [draw(ratings(item)) for item in answered]
    return Entry(
        id=draw(ids),
        kind=draw(st.sampled_from(EntryKind)),
        at_ms=draw(times_ms),
        offset_min=draw(offsets_min),
        day=draw(days),
        day_start_min=draw(st.integers(0, 1439)),
        zone=draw(st.none() | st.just("Europe/Kyiv")),
        time_known=draw(st.sampled_from(TimeKnown)),
        part=draw(st.none() | texts),
        recall=draw(st.sampled_from(Recall)),
        covers_min=draw(st.none() | st.integers(0, 1440)),
        made_ms=made_ms,
        made_offset_min=None if made_ms is None else draw(st.none() | offsets_min),
        changed_ms=draw(st.none() | times_ms),
        note=draw(texts),
        note_shared=draw(st.booleans()),
        import_id=draw(st.none() | ids),
        source_key=draw(st.none() | texts),
        tags=tuple(draw(st.lists(texts, max_size=2))),
        ratings=tuple(sorted(given, key=lambda rating: rating.item_id)),
    )


def some(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    """The fields that are given, each of them or not."""
    return st.fixed_dictionaries({}, optional=fields)


WRITTEN = {
    "day_start_min": st.integers(0, 1439),
    "zone": st.none() | st.just("Europe/Kyiv"),
    "time_known": st.sampled_from(TimeKnown),
    "changed_ms": st.none() | times_ms,
    "import_id": st.none() | ids,
    "source_key": st.none() | texts,
}
made_at = st.fixed_dictionaries({"made_ms": times_ms, "made_offset_min": st.none() | offsets_min}) | st.just({})
amounts = st.floats(0, 100_000, allow_nan=False)
vitals = st.builds(
    Vital,
    st.integers(0, 1440),
    st.integers(0, 400),
    st.none() | st.integers(0, 400),
    st.none() | st.integers(0, 400),
    st.none() | st.integers(0, 100),
)


@st.composite
def session_effects(draw, known: list[DocumentItem]) -> tuple[SideEffect, ...]:
    felt = draw(st.lists(st.sampled_from(known), unique_by=lambda item: item.id)) if known else []
    found = []
    for item in felt:
        points = draw(
            st.lists(
                st.builds(EffectPoint, ids, st.just(item.id), times_ms, offsets_min, st.integers(0, 4)), max_size=3
            )
        )
        ordered = tuple(sorted(points, key=lambda point: (point.at_ms, point.id)))
        found.append(SideEffect(item.id, ordered, draw(st.none() | st.sampled_from(Phase))))
    return tuple(found)


@st.composite
def sessions(draw, known: list[DocumentItem]) -> Session:
    fields = draw(
        some(
            course_id=ids,
            name=texts,
            planned_ms=times_ms,
            minutes=st.integers(0, 1440),
            dose=amounts,
            unit=st.sampled_from(["mg", "mg/kg", "device"]),
            weight_kg=st.floats(1, 700),
            went=st.sampled_from(Went),
            clear_min=st.integers(0, 300),
            worked_with=st.integers(0, 4),
            place=st.sampled_from(Place),
            accompanied=st.booleans(),
            shortened=st.sampled_from(Shortened),
            ate_ms=times_ms,
            alcohol=st.booleans(),
            intention=texts,
            note=texts,
            shared=st.booleans(),
            open=st.booleans(),
            **WRITTEN,
        )
    )
    taken = draw(st.lists(vitals, max_size=3, unique_by=lambda vital: vital.minute))
    effects = draw(session_effects(known))
    ordered = sorted(
        effects, key=lambda each: (not each.points, each.points[0].at_ms if each.points else 0, each.item_id)
    )
    return Session(
        draw(ids),
        "ketamine_iv",
        draw(times_ms),
        draw(offsets_min),
        draw(days),
        vitals=tuple(sorted(taken, key=lambda vital: vital.minute)),
        effects=tuple(ordered),
        **{**fields, **draw(made_at)},
    )


@st.composite
def medicines(draw) -> Medicine:
    levels = draw(
        st.lists(st.builds(DoseLevel, ids, days, amounts, st.sampled_from([(), (480,), (0, 1439)])), max_size=3)
    )
    fields = draw(some(as_needed=st.booleans(), stopped_on=days, stop_reason=texts, purpose=texts, import_id=ids))
    ordered = tuple(sorted(levels, key=lambda level: (level.since_day, level.id)))
    return Medicine(draw(ids), draw(texts), draw(texts), draw(days), levels=ordered, **fields)


@st.composite
def courses(draw) -> Course:
    counts = st.none() | st.integers(1, 99)
    plans = draw(st.lists(st.builds(CoursePlan, ids, days, counts, counts), max_size=3))
    fields = draw(some(name=texts, ended_on=days, end_reason=texts, clinic=texts, baseline=texts))
    ordered = tuple(sorted(plans, key=lambda plan: (plan.since_day, plan.id)))
    return Course(draw(ids), "esketamine", draw(days), plans=ordered, **fields)


@st.composite
def intakes(draw) -> Intake:
    fields = draw(some(amount=amounts, due_min=st.integers(0, 1439), note=texts, **WRITTEN))
    head = (draw(ids), draw(ids), draw(st.sampled_from(Taken)), draw(times_ms), draw(offsets_min), draw(days))
    return Intake(*head, **{**fields, **draw(made_at)})


@st.composite
def practices(draw) -> Practice:
    distress = st.integers(0, 100)
    fields = draw(some(name=texts, before=distress, highest=distress, after=distress, done=st.booleans(), **WRITTEN))
    head = (draw(ids), draw(st.sampled_from(PracticeKind)), draw(times_ms), draw(offsets_min), draw(days))
    return Practice(*head, **{**fields, **draw(made_at)})


codes = st.builds(Coded, texts, texts, texts)
whole_numbers = st.integers(-(10**9), 10**9)
values = st.none() | st.booleans() | whole_numbers | amounts | texts | codes


@st.composite
def questionnaires(draw) -> Questionnaire:
    """Answers to a shipped questionnaire, to a form, or a total."""
    fields = draw(
        some(name=texts, span=st.sampled_from(Span), **{key: WRITTEN[key] for key in WRITTEN if key != "note"})
    )
    head = (draw(ids), draw(st.sampled_from(["", "phq9", "one to come"])))
    at = (draw(times_ms), draw(offsets_min), draw(days))
    if draw(st.booleans()):
        fields |= {"total": draw(st.integers(0, 27).map(float)), "total_by": draw(texts)}
    elif head[1] == "phq9":
        skipped = st.none() | st.integers(0, 3)
        fields |= {"answers": tuple(GivenAnswer(str(number), draw(skipped)) for number in range(1, 10))}
    else:
        fields |= {"answers": tuple(draw(st.lists(st.builds(GivenAnswer, texts, values, st.booleans()), max_size=4)))}
        fields |= draw(some(form_id=ids, maximum=amounts))
    return Questionnaire(*head, *at, **{**fields, **draw(made_at)})


forms = st.builds(KeptForm, ids, texts, texts, texts, texts, st.none() | times_ms)


clocks = st.times().map("{:%H:%M}".format)
places = st.integers(-(10**6), 10**6)
distress = st.none() | st.integers(0, 10)
calm_moments = st.builds(
    CalmMoment,
    id=ids,
    at_ms=times_ms,
    offset_min=offsets_min,
    day=days,
    day_start_min=st.integers(0, 1439),
    zone=st.none() | texts,
    choice=texts,
    before=distress,
    after=distress,
)
clinicians = st.builds(Clinician, ids, texts, st.lists(texts, max_size=3).map(tuple), texts, places)
appointments = st.builds(Appointment, ids, days, st.just("") | clocks, st.none() | ids, texts)
questions = st.builds(
    Question, ids, st.sampled_from(QuestionKind), texts, days, st.none() | days, st.none() | ids, places
)
profiles = st.builds(
    Profile,
    id=ids,
    name=texts,
    items=st.lists(texts, max_size=3).map(tuple),
    weekdays=st.sets(st.integers(0, 6)).map(tuple),
    session_day=st.booleans(),
    position=places,
)
plan_lines = st.builds(PlanLine, ids, st.sampled_from(Heading), texts, places, st.booleans())
contacts = st.builds(
    Contact, ids, texts, texts, texts, texts, texts, texts, st.booleans(), st.booleans(), st.none() | days, places
)


def own_lists(known: list[DocumentItem], several, by_time) -> dict[str, tuple[Any, ...]]:
    """What makes a journal a person's own, by list."""
    goals = st.builds(
        Goal, ids, st.sampled_from([item.id for item in known] or [""]), days, texts, st.none() | days, texts, places
    )

    def named(record):
        return record.position, record.name.encode(), record.id

    return {
        "groups": several(st.builds(ItemGroup, ids, texts, places), named),
        "profiles": several(profiles, named),
        "goals": several(goals, lambda goal: (goal.position, goal.start, goal.id)) if known else (),
        "clinicians": several(clinicians, named),
        "appointments": several(appointments, lambda each: (each.day, each.time, each.id)),
        "questions": several(questions, lambda each: (each.position, each.day, each.id)),
        "plan_lines": several(plan_lines, lambda line: (line.position, line.id)),
        "contacts": several(contacts, named),
        "calm_moments": several(calm_moments, by_time),
    }


@st.composite
def treatments(draw, known: list[DocumentItem]) -> DocumentRecords:
    """Records of every kind, in the order in which a journal gives them."""

    def several(records, order):
        found = draw(st.lists(records, max_size=2, unique_by=lambda record: record.id))
        return tuple(sorted(found, key=order))

    def by_time(record):
        return record.at_ms, record.id

    lists = {
        "courses": several(courses(), lambda course: (course.start, course.id)),
        "sessions": several(sessions(known), by_time),
        "medicines": several(medicines(), lambda each: (each.start, each.name.encode(), each.id)),
        "intakes": several(intakes(), by_time),
        "practices": several(practices(), by_time),
        "markers": several(
            st.builds(Marker, ids, days, texts, texts), lambda each: (each.day, each.label.encode(), each.id)
        ),
        "forms": several(forms, lambda form: (form.title.encode(), form.id)),
        "questionnaires": several(questionnaires(), by_time),
        **own_lists(known, several, by_time),
    }
    for parts in (
        [plan.id for course in lists["courses"] for plan in course.plans],
        [level.id for medicine in lists["medicines"] for level in medicine.levels],
        [point.id for session in lists["sessions"] for effect in session.effects for point in effect.points],
    ):
        assume(len(set(parts)) == len(parts))
    taken = {record.id for records in lists.values() for record in records}
    gone = st.sets(ids.filter(lambda each: each not in taken), max_size=2)
    return DocumentRecords(**lists, deleted={name: tuple(sorted(draw(gone))) for name in RECORD_LISTS})


@st.composite
def documents(draw) -> Document:
    """A complete document, in the order in which a journal gives its parts."""
    known = [draw(items(number)) for number in range(draw(st.integers(0, 3)))]
    made = draw(st.lists(entries(known), max_size=4, unique_by=lambda entry: entry.id))
    taken = {entry.id for entry in made}
    head = DocumentHead(
        journal_id=draw(ids),
        made_at="2026-10-29T21:00:00+01:00",
        program="leeward 0",
        complete=True,
        notes="all",
        settings=draw(st.dictionaries(texts, json_values, max_size=3)),
        items=tuple(known),
        imports=tuple(draw(st.lists(st.builds(DocumentImport, ids, times_ms, texts, texts), max_size=2))),
        deleted=tuple(sorted(draw(st.sets(ids.filter(lambda each: each not in taken), max_size=3)))),
    )
    return Document(head, tuple(made), draw(treatments(known)))
