"""The cards of courses: the list, and one course opened. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.model.sessions import Session
from journal.texts.dates import short_date
from journal.texts.translation import _
from journal.texts.treatments import course_title, treatment_label
from journal.ui.treatment.course_words import course_lines, plan_line, session_lines, session_words
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded, Place
from journal.ui.treatment.parts import CardState, Press, Row, Weight
from journal.ui.treatment.presses import change, delete, more_press

if TYPE_CHECKING:
    from journal.app.courses import CourseView


def courses_cards(loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    """Running courses, the ended ones folded, and sessions of no course."""
    running = [view for view in loaded.courses if view.course.ended_on is None]
    ended = [view for view in loaded.courses if view.course.ended_on is not None]
    words = () if running else (_("A course is a treatment over weeks. Only its kind and its beginning are needed."),)
    add = Press(_("Add a course"), Deed(Do.ADD_COURSE), Weight.QUIET if running else Weight.PRIMARY)
    cards = [CardState("courses", _("Courses"), words, course_rows(running, loaded), (add,))]
    if ended:
        cards.append(_ended(ended, loaded, shown=place.ended_shown))
    if loaded.loose:
        rows = session_rows(loaded.loose, loaded)
        cards.append(CardState("loose", _("Sessions of no course"), rows=rows))
    return tuple(cards)


def course_rows(views: list[CourseView], loaded: Loaded) -> tuple[Row, ...]:
    """A row for each course; its name opens it."""
    return tuple(
        Row(
            view.course.id,
            course_title(view.course, loaded.treatments),
            course_lines(view, loaded.today),
            opens=Deed(Do.SHOW_COURSE, view.course.id),
        )
        for view in views
    )


def session_rows(sessions: tuple[Session, ...], loaded: Loaded) -> tuple[Row, ...]:
    """A row for each session; its name opens it."""
    return tuple(
        Row(
            session.id,
            session_words(session, loaded),
            session_lines(session, loaded),
            opens=Deed(Do.OPEN_SESSION, session.id),
        )
        for session in sessions
    )


def course_cards(view: CourseView, loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    """One course: how far it is, its plan with its history, and its sessions in order of time."""
    return (_summary(view, loaded), _plan(view), _sessions(view, loaded, place))


def _summary(view: CourseView, loaded: Loaded) -> CardState:
    course = view.course
    title = course_title(course, loaded.treatments)
    kind = treatment_label(loaded.treatments.of(course.kind)) if course.name else ""
    facts = (
        (_("Clinic or prescriber"), course.clinic),
        (_("What it is for"), course.purpose),
        (_("Tried before"), course.tried_earlier),
        (_("How things were at its start"), course.baseline),
    )
    said = tuple(_("{name}: {text}").format(name=name, text=text) for name, text in facts if text)
    words = tuple(line for line in (kind, *course_lines(view, loaded.today), *said) if line)
    begin = Press(_("Begin a session"), Deed(Do.BEGIN, course.id, course.kind), Weight.PRIMARY)
    add = Press(_("Add one from before"), Deed(Do.ADD_SESSION, course.id))
    first = (begin, add) if course.open_on(loaded.today) else (add,)
    presses = (*first, change(Do.CHANGE_COURSE, course.id, title), _end_press(view, title))
    return CardState("course", words=words, presses=(*presses, delete(Do.DELETE_COURSE, course.id, title)))


def _end_press(view: CourseView, title: str) -> Press:
    if view.course.ended_on is None:
        return Press(_("It has ended"), Deed(Do.END_COURSE, view.course.id), Weight.TEXT, title)
    return Press(_("Take the end back"), Deed(Do.REOPEN_COURSE, view.course.id), Weight.TEXT, title)


def _plan(view: CourseView) -> CardState:
    plans = view.course.plans
    rows = tuple(Row(plan.id, plan_line(plan, first=place == 0)) for place, plan in enumerate(plans))
    words = () if plans else (_("Nothing is planned."),)
    press = Press(_("Change the plan"), Deed(Do.CHANGE_PLAN, view.course.id))
    return CardState("plan", _("Plan"), words, rows, (press,) if view.course.ended_on is None else ())


def _sessions(view: CourseView, loaded: Loaded, place: Place) -> CardState:
    """The sessions in order of time; of many, the last ones first of all."""
    words = () if view.sessions else (_("No session yet."),)
    more = more_press(len(view.sessions), place.rows_shown)
    return CardState("sessions", _("Sessions"), words, session_rows(view.sessions[-place.rows_shown :], loaded), more)


def _ended(views: list[CourseView], loaded: Loaded, *, shown: bool) -> CardState:
    words = _("Hide them") if shown else _("Show them")
    fold = Press(words, Deed(Do.SHOW_ENDED), Weight.TEXT, _("Ended courses"))
    rows = course_rows(views, loaded) if shown else ()
    names = () if shown else (", ".join(_ended_name(view, loaded) for view in views),)
    return CardState("ended", _("Ended courses"), names, rows, (fold,))


def _ended_name(view: CourseView, loaded: Loaded) -> str:
    title = course_title(view.course, loaded.treatments)
    return f"{title} ({short_date(view.course.ended_on)})" if view.course.ended_on else title
