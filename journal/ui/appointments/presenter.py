"""What happens on the page for appointments: a press becomes a form or a change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from journal.app.appointments import appointments
from journal.app.clinicians import clinicians
from journal.app.journal import Journal
from journal.app.questions import questions
from journal.app.runner import Runner
from journal.model.appointments import QuestionKind
from journal.ui.appointments import jobs
from journal.ui.appointments.state import AppointmentsState, Loaded, Place, build_state
from journal.ui.appointments.wishes import FOLDS, FORMS, Do
from journal.ui.changes import Changes
from journal.ui.half_typed import HalfTyped
from journal.ui.saying import Say
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.kept_form import form_payload, stands, take_up_form
from journal.ui.treatment.parts import Value

SHOWS = frozenset({"appointments", "clinicians", "questions"})
DRAFT = "appointments"
LINES_DRAFT = "lines-to-bring-up"


class AppointmentsView(Protocol):
    """What shows the state."""

    def render_state(self, state: AppointmentsState) -> None:
        """Show a state."""

    def take_up(self, typed: Mapping[QuestionKind, str]) -> None:
        """Show again what was half typed in the fields for new lines."""


@dataclass(frozen=True, slots=True)
class AppointmentsParts:
    """What the presenter works with. `journal` is called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    say: Say
    announce: Callable[[str], None]
    failed: Callable[[Exception], None]


class AppointmentsPresenter:
    """Holds the place; everything shown is read again after each change."""

    def __init__(self, view: AppointmentsView, parts: AppointmentsParts) -> None:
        self._view, self._parts = view, parts
        self._changes = Changes(parts, self._load, parts.announce)
        self._half_typed, self._lines = HalfTyped(DRAFT, parts), HalfTyped(LINES_DRAFT, parts)
        self._place = Place()
        self._loaded: Loaded | None = None
        self._here = False

    def on_entered(self, appointment_id: str = "") -> None:
        """The page is shown, on an appointment if one is named; what was half typed before a lock stands again."""
        self._here = True
        self._lines.take_up(self._take_up_lines)
        if appointment_id:
            self._half_typed.put_by()
            out = self._place.folded_out | {Do.SHOW_EARLIER}
            self._place = Place(Deed(Do.CHANGE_APPOINTMENT, appointment_id), folded_out=out)
        else:
            self._half_typed.take_up(self._take_up)
        self._load()

    def on_left(self, typed: Mapping[str, Value] | None, lines: Mapping[QuestionKind, str]) -> None:
        """Another page is shown, or the journal closes: what stands half typed is kept."""
        self._here = False
        self._lines.keep({kind.value: text for kind, text in lines.items() if text.strip()})
        self._half_typed.keep(form_payload(self._place.form, typed, self._place.typed))

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_press(self, deed: Deed) -> None:
        """A button of a card was pressed."""
        if deed.do in FORMS:
            same = deed == self._place.form
            self._move(replace(self._place, form=None if same else deed, problems={}, typed={}))
        elif deed.do in FOLDS:
            self._move(replace(self._place, folded_out=self._place.folded_out ^ {Do(deed.do)}))
        else:
            self._changes.make(jobs.press_wish(deed))

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        deed = self._place.form
        if deed is None or self._loaded is None:
            return
        given = Answers(values)
        wish = jobs.form_wish(deed, given, self._loaded)
        if given.good:
            self._place = replace(self._place, form=None, problems={}, typed={})
            self._changes.make(wish, partial(self._open_again, deed, values))
        else:
            self._move(replace(self._place, problems=given.problems))

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._move(replace(self._place, form=None, problems={}, typed={}))

    def on_line_added(self, kind: QuestionKind, text: str) -> None:
        """A new line was typed."""
        if text.strip():
            self._changes.make(jobs.add_line_wish(kind, text), lambda: self._view.take_up({kind: text}))

    def on_reworded(self, question_id: str, text: str) -> None:
        """A line has other words; an emptied one keeps the words it had."""
        known = self._text_of(question_id)
        if text.strip() and known is not None and text.strip() != known:
            self._changes.make(jobs.reword_wish(question_id, text.strip()))
        else:
            self._render()

    def on_moved(self, question_id: str, by: int) -> None:
        """A line is to stand higher or lower."""
        self._changes.make(jobs.move_wish(question_id, by))

    def on_brought_up(self, question_id: str) -> None:
        """A line was ticked."""
        self._changes.make(jobs.bring_up_wish((question_id,)))

    def on_line_deleted(self, question_id: str) -> None:
        """A line is not wanted any more."""
        self._changes.make(jobs.delete_line_wish(question_id))

    def _text_of(self, question_id: str) -> str | None:
        known = self._loaded.questions if self._loaded else ()
        return next((each.text for each in known if each.id == question_id), None)

    def _open_again(self, form: Deed, values: Mapping[str, Value]) -> None:
        """What was sent could not be kept: its form stands as it was filled in, unless another was opened since."""
        if self._place.form is None:
            self._move(replace(self._place, form=form, typed=values))

    def _take_up_lines(self, payload: Mapping[str, Any] | None) -> bool:
        lines = payload or {}
        self._view.take_up({kind: str(lines[kind]) for kind in QuestionKind if kind in lines})
        return True

    def _take_up(self, payload: Mapping[str, Any] | None) -> bool:
        return take_up_form(payload, FORMS, self._place.form, self._stand)

    def _stand(self, form: Deed, typed: Mapping[str, Value]) -> None:
        self._move(replace(self._place, form=form, typed=typed))

    def _move(self, place: Place) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        self._parts.runner.run(lambda: read(self._parts.journal()), self._show, self._parts.failed)

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._render()

    def _render(self) -> None:
        if self._loaded is not None:
            state = build_state(self._loaded, self._place)
            if not stands(state.appointments, state.clinicians):
                self._place = replace(self._place, form=None, typed={})
            self._view.render_state(state)


def read(journal: Journal) -> Loaded:
    """Everything that the page shows; on the storage thread."""
    return Loaded(journal.today(), tuple(appointments(journal)), tuple(clinicians(journal)), tuple(questions(journal)))
