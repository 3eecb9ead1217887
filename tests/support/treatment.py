"""A journal with treatment in it, and the Treatment page over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from journal.app import courses, intakes, markers, medicines, practices, sessions
from journal.app.journal import Journal
from journal.app.runner import ImmediateRunner, Runner
from journal.host.resources import read_catalogue
from journal.model.practices import PracticeKind
from journal.model.sessions import Went
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.treatment.presenter import TreatmentParts, TreatmentPresenter
from journal.ui.treatment.state import TreatmentState

TODAY = date(2026, 10, 29)


@dataclass
class FakeView:
    """Keeps what it is shown."""

    state: TreatmentState = field(default_factory=TreatmentState)

    announced: list[str] = field(default_factory=list)

    def render_state(self, state):
        self.state = state

    def announce(self, words):
        self.announced.append(words)


@dataclass
class Heard:
    """What a page said, where it led, and what failed."""

    said: list[str] = field(default_factory=list)
    actions: list[Any] = field(default_factory=list)
    went: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def say(self, text, actions=()):
        self.said.append(text)
        self.actions = list(actions)

    def go(self, page, **where):
        self.went.append((page, where))


def fill(journal: Journal) -> SimpleNamespace:
    """A course with two sessions, three medicines, practice and a marker; all by name."""
    course = courses.add_course(journal, "ketamine_iv", date(2026, 10, 9), sessions=6, every_days=3, clinic="Harbour")
    first = sessions.add_session(
        journal, "ketamine_iv", at(9, 14), course_id=course.id, dose=40.0, unit="mg", went=Went.MANAGEABLE
    )
    dizziness = journal.item("dizziness")
    sessions.add_point(journal, first.id, dizziness, 2, at_ms=first.at_ms + 20 * 60_000)
    sessions.add_point(journal, first.id, dizziness, 0, at_ms=first.at_ms + 80 * 60_000)
    second = sessions.add_session(journal, "ketamine_iv", at(12, 14), course_id=course.id)
    sertraline = medicines.add_medicine(
        journal, "Sertraline", unit="mg", start=date(2026, 3, 9), dose=50, times=(480, 1200)
    )
    prazosin = medicines.add_medicine(journal, "Prazosin", unit="mg", start=date(2026, 9, 1), dose=1, as_needed=True)
    for day in (3, 9, 14):
        intakes.take(journal, prazosin.id, at=at(day, 22))
    practice = practices.add_practice(journal, PracticeKind.IN_LIFE, at=at(27, 11), minutes=30, before=60, highest=80)
    marker = markers.add_marker(journal, date(2026, 10, 20), "Moved to the new flat")
    return SimpleNamespace(
        course=course,
        first=first,
        second=second,
        sertraline=sertraline,
        prazosin=prazosin,
        practice=practice,
        marker=marker,
    )


def at(day: int, hour: int) -> datetime:
    """A time of October 2026."""
    return datetime(2026, 10, day, hour, 5)


def make_presenter(journal: Journal, runner: Runner | None = None) -> tuple[TreatmentPresenter, FakeView, Heard]:
    """A presenter, entered, and listening to its journal; its jobs are done at once without another `runner`."""
    view, heard = FakeView(), Heard()
    parts = TreatmentParts(
        lambda: journal,
        runner or ImmediateRunner(),
        ItemWords(journal.catalogue),
        heard.say,
        heard.errors.append,
        heard.go,
    )
    presenter = TreatmentPresenter(view, parts)
    journal.listen(presenter.on_changed)
    presenter.on_entered()
    return presenter, view, heard


def make_context(journal: Journal, theme: Any, heard: Heard) -> PageContext:
    """What the page is given."""
    session = OpenSession(journal)
    journal.listen(session.tell)
    return PageContext(
        runner=ImmediateRunner(),
        session=session,
        clock=journal.clock,
        theme=theme,
        settings=None,
        words=ItemWords(read_catalogue()),
        say=heard.say,
        failed=heard.errors.append,
        announce=lambda widget, text: None,
        go=heard.go,
    )


def form_of(view: FakeView) -> Any:
    """The form that stands open, or None."""
    return next((card.form for card in view.state.cards if card.form is not None), None)


def fill_in(presenter: TreatmentPresenter, view: FakeView, **values: object) -> None:
    """Send the open form as it stands, with some fields changed."""
    form = form_of(view)
    presenter.on_form({field.key: field.value for field in form.fields} | choices(form) | values)


def choices(form: Any) -> dict[str, str]:
    """A list shows its first choice where none is given."""
    return {field.key: field.choices[0][0] for field in form.fields if field.choices and not field.value}


def open_form(presenter: TreatmentPresenter, tab: Any, deed: Any) -> None:
    """Go to a view and press."""
    presenter.on_tab(tab)
    presenter.on_press(deed)
