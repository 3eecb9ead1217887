"""The forms of courses, and of a session that was before. Pure, but for the use cases their answers ask for."""

from __future__ import annotations

from typing import Any

from journal.app import courses, sessions
from journal.model.courses import Course
from journal.texts.numbers import dose as number
from journal.texts.translation import _, pgettext
from journal.texts.treatments import treatment_label
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.parts import Field, FieldKind, Form
from journal.ui.treatment.presses import kinds_menu
from journal.ui.treatment.wishes import Wish

MOST_SESSIONS = 1000
MOST_DAYS = 365


def add_course_form(loaded: Loaded, deed: Deed) -> Form:
    """A new course: only its kind and its beginning are needed."""
    return Form(
        deed,
        _("A course"),
        (
            Field("kind", _("What it is"), FieldKind.CHOICE, choices=_kinds(loaded)),
            Field("start", _("Began on"), FieldKind.DAY, loaded.today),
            *_plan_fields(None, None),
            *(
                (Field("take_in", _("Take in the sessions of this kind since then"), FieldKind.TICK, True),)
                if loaded.loose
                else ()
            ),
            Field("name", _("Own name, if you like"), more=True),
            *_details(None),
        ),
        _("Add"),
    )


def change_course_form(loaded: Loaded, deed: Deed) -> Form | None:
    """What was said of a course, to be put right."""
    view = loaded.course(deed.id)
    if view is None:
        return None
    course = view.course
    return Form(
        deed,
        _("Change what stands here"),
        (
            Field("kind", _("What it is"), FieldKind.CHOICE, course.kind, choices=_kinds(loaded)),
            Field("start", _("Began on"), FieldKind.DAY, course.start),
            Field("name", _("Own name, if you like"), value=course.name),
            *_details(course),
        ),
        _("Save"),
    )


def change_plan_form(loaded: Loaded, deed: Deed) -> Form | None:
    """Another plan from a day on."""
    view = loaded.course(deed.id)
    if view is None:
        return None
    plan = view.course.plan
    return Form(
        deed,
        _("Another plan"),
        (
            Field("since", pgettext("the first day", "From"), FieldKind.DAY, loaded.today),
            *_plan_fields(plan.sessions if plan else None, plan.every_days if plan else None),
        ),
        _("Save"),
        words=_("What was planned before stays to be seen."),
    )


def end_course_form(loaded: Loaded, deed: Deed) -> Form | None:
    """The last day of a course."""
    if loaded.course(deed.id) is None:
        return None
    fields = (Field("on", _("Ended on"), FieldKind.DAY, loaded.today), Field("reason", _("Why, if you like")))
    return Form(deed, _("It has ended"), fields, _("Save"), words=_("It can be taken back."))


def add_session_form(loaded: Loaded, deed: Deed) -> Form:
    """When a session was; the rest is filled in on its own page."""
    choices = tuple((_what(each), words) for words, each in kinds_menu(loaded))
    view = loaded.course(deed.id) if deed.id else None
    chosen = _what(Deed(Do.BEGIN, view.course.id, view.course.kind)) if view else choices[0][0]
    if view and chosen not in {value for value, _words in choices}:
        choices = ((chosen, view.course.name or treatment_label(loaded.treatments.of(view.course.kind))), *choices)
    return Form(
        deed,
        _("A session from before"),
        (
            Field("what", _("What it was"), FieldKind.CHOICE, chosen, choices=choices),
            Field("day", _("Day"), FieldKind.DAY, loaded.now.date()),
            Field("time", _("Time"), FieldKind.TIME, loaded.now.time().replace(second=0, microsecond=0)),
        ),
        _("Go on"),
    )


def add_course_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Add the course."""
    start, plan, kind = given.day("start"), _plan(given), given.text("kind")
    details, take_in = _texts(given), given.ticked("take_in")
    return Wish(
        lambda journal: courses.add_course(journal, kind, start, take_in=take_in, **plan, **details), _("Added.")
    )


def change_course_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change what was said of the course."""
    changes = {"kind": given.text("kind"), "start": given.day("start"), **_texts(given)}
    return Wish(lambda journal: courses.change_course(journal, deed.id, **changes), _("Saved."))


def change_plan_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Change the plan from a day on."""
    since, plan = given.day("since"), _plan(given)
    return Wish(lambda journal: courses.change_plan(journal, deed.id, since, **plan), _("Saved."))


def end_course_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """End the course."""
    on, reason = given.day("on"), given.text("reason")
    return Wish(lambda journal: courses.end_course(journal, deed.id, on, reason), _("Saved."))


def add_session_wish(deed: Deed, given: Answers, loaded: Loaded) -> Wish:  # noqa: ARG001
    """Add the session, and go on to its page."""
    course_id, _sep, kind = given.text("what").partition(":")
    at = given.moment("day", "time")
    return Wish(
        lambda journal: sessions.add_session(journal, kind, at, course_id=course_id or None),
        goes_to_session=True,
        fields={"at": "time"},
    )


def _what(deed: Deed) -> str:
    return f"{deed.id}:{deed.also}"


def _kinds(loaded: Loaded) -> tuple[tuple[str, str], ...]:
    kinds = sorted(loaded.treatments.all, key=lambda kind: kind.first_start not in loaded.first_kinds)
    return tuple((kind.key, treatment_label(kind)) for kind in kinds)


def _plan_fields(planned: int | None, every_days: int | None) -> tuple[Field, ...]:
    shown = ["" if value is None else number(value) for value in (planned, every_days)]
    return (
        Field("sessions", _("Sessions planned"), FieldKind.NUMBER, shown[0]),
        Field("every_days", _("Days from one to the next"), FieldKind.NUMBER, shown[1]),
    )


def _plan(given: Answers) -> dict[str, Any]:
    return {
        "sessions": given.whole("sessions", 1, MOST_SESSIONS),
        "every_days": given.whole("every_days", 1, MOST_DAYS),
    }


def _details(course: Course | None) -> tuple[Field, ...]:
    fields = (
        ("clinic", _("Clinic or prescriber"), FieldKind.TEXT),
        ("purpose", _("What it is for"), FieldKind.TEXT),
        ("tried_earlier", _("Treatments tried earlier"), FieldKind.LINES),
        ("baseline", _("How things were at its start"), FieldKind.LINES),
    )
    return tuple(
        Field(key, label, kind, getattr(course, key) if course else "", more=course is None)
        for key, label, kind in fields
    )


def _texts(given: Answers) -> dict[str, Any]:
    return {key: given.text(key) for key in ("name", "clinic", "purpose", "tried_earlier", "baseline")}
