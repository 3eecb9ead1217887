"""The cards of the first view, of practice and of markers. Pure."""

from __future__ import annotations

from dataclasses import replace

from journal.model.practices import Practice
from journal.model.sessions import Session
from journal.texts.dates import day_and_time, full_day, heading
from journal.texts.numbers import count
from journal.texts.translation import _
from journal.texts.treatments import practice_title
from journal.ui.treatment.course_cards import course_rows, session_rows
from journal.ui.treatment.course_words import DOT, open_since, session_words
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded, Place
from journal.ui.treatment.medicine_cards import doses_card, has_doses
from journal.ui.treatment.parts import CardState, Press, Row, Weight
from journal.ui.treatment.presses import begin_presses, change, delete, more_press

LATELY_DAYS = 7
"""The last session stands among the ways to begin one for so many days."""


def now_cards(loaded: Loaded) -> tuple[CardState, ...]:
    """The open session, the ways to begin one, today's doses, and the running courses."""
    running = [view for view in loaded.courses if view.course.open_on(loaded.today)]
    doses = (doses_card(loaded),) if has_doses(loaded) else ()
    courses = (CardState("running", _("Under way"), rows=course_rows(running, loaded)),) if running else ()
    first = (_open(loaded.open_session, loaded),) if loaded.open_session else ()
    return (*first, _begin(loaded), *doses, *courses)


def practice_cards(loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    """What was practised between sessions, the last first."""
    words = () if loaded.practices else (_("What you practise between sessions can stand here."),)
    rows = tuple(_practice(practice) for practice in loaded.practices[: place.rows_shown])
    more = more_press(len(loaded.practices), place.rows_shown)
    add = Press(_("Add practice"), Deed(Do.ADD_PRACTICE), Weight.QUIET if rows else Weight.PRIMARY)
    return (CardState("add-practice", _("Practice between sessions"), words, presses=(add,)),) + (
        (CardState("practices", rows=rows, presses=more),) if rows else ()
    )


def markers_cards(loaded: Loaded) -> tuple[CardState, ...]:
    """Days that may matter beside the numbers, the last first."""
    words = (_("A day that may matter beside the numbers: an anniversary, a move. Its label is drawn on the charts."),)
    add = Press(_("Add a marker"), Deed(Do.ADD_MARKER), Weight.QUIET if loaded.markers else Weight.PRIMARY)
    rows = tuple(
        Row(
            marker.id,
            marker.label,
            tuple(line for line in (heading(full_day(marker.day)), marker.note) if line),
            (change(Do.CHANGE_MARKER, marker.id, marker.label), delete(Do.DELETE_MARKER, marker.id, marker.label)),
        )
        for marker in loaded.markers
    )
    return (CardState("add-marker", _("Markers"), words, presses=(add,)),) + (
        (CardState("markers", rows=rows),) if rows else ()
    )


def practice_line(practice: Practice) -> str:
    """What was said of a practice: "20 min · distress before 60, highest 80, after 30"."""
    minutes = "" if practice.minutes is None else _("{n} min").format(n=count(practice.minutes))
    levels = (
        (_("before {n}"), practice.before),
        (_("highest {n}"), practice.highest),
        (_("after {n}"), practice.after),
    )
    said = ", ".join(words.format(n=count(level)) for words, level in levels if level is not None)
    distress = _("distress {levels}").format(levels=said) if said else ""
    not_done = "" if practice.done else _("not done")
    return DOT.join(part for part in (not_done, minutes, distress) if part)


def _practice(practice: Practice) -> Row:
    title = practice_title(practice)
    about = f"{title}, {day_and_time(practice.at)}"
    lines = (heading(day_and_time(practice.at)), practice_line(practice), practice.note)
    presses = (change(Do.CHANGE_PRACTICE, practice.id, about), delete(Do.DELETE_PRACTICE, practice.id, about))
    return Row(practice.id, title, tuple(line for line in lines if line), presses)


def _open(session: Session, loaded: Loaded) -> CardState:
    row = Row(
        session.id,
        session_words(session, loaded),
        (open_since(session, loaded.today),),
        (
            Press(_("Go on"), Deed(Do.GO_ON, session.id), Weight.PRIMARY),
            Press(_("Now view"), Deed(Do.NOW_VIEW, session.id)),
        ),
    )
    return CardState("open", rows=(row,))


def _begin(loaded: Loaded) -> CardState:
    words: tuple[str, ...] = ()
    if loaded.empty:
        words = (
            _(
                "Sessions and their side effects, medicines, what you practise, and days that matter can be kept here. "
                "Nothing has to be, and everything can be added later."
            ),
        )
    presses = begin_presses(loaded)
    last = _last_session(loaded)
    if loaded.open_session is not None:
        presses = tuple(_quiet(press) for press in presses)
    before = Press(_("Add one from before"), Deed(Do.ADD_SESSION))
    first = (
        (Press(_("Add a course"), Deed(Do.ADD_COURSE)), Press(_("Add a medicine"), Deed(Do.ADD_MEDICINE)))
        if loaded.empty
        else ()
    )
    rows = session_rows((last,), loaded) if last is not None else ()
    return CardState("begin", _("Sessions"), words, rows, (*presses, before, *first))


def _last_session(loaded: Loaded) -> Session | None:
    """The last session of these days, so that what was closed is found again where it was begun."""
    every = [*loaded.loose, *(session for view in loaded.courses for session in view.sessions)]
    shut = (session for session in every if not session.open and session.at_ms <= loaded.now_ms)
    last = max(shut, key=lambda session: session.at_ms, default=None)
    recent = last is not None and (loaded.today - last.at.date()).days <= LATELY_DAYS
    return last if recent else None


def _quiet(press: Press) -> Press:
    return replace(press, weight=Weight.QUIET)
