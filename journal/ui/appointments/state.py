"""What the page for appointments shows: when they are, what to bring up, and with whom. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from journal.model.appointments import Appointment, Clinician, Question, QuestionKind
from journal.texts.appointments import appointment_title, kind_words
from journal.texts.dates import heading, long_date
from journal.texts.translation import _
from journal.ui.appointments.wishes import Do
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.parts import CardState, Field, FieldKind, Form, Press, Row, Value, Weight

NEW = "new"
"""Chosen for a clinician who is not in the list yet."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that the page shows, read from the journal. Appointments by day and time, lines in their order."""

    today: date
    appointments: tuple[Appointment, ...] = ()
    clinicians: tuple[Clinician, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page the person is: the form that is open, what does not fit in it, and what is folded out."""

    form: Deed | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    typed: Mapping[str, Value] = field(default_factory=dict)
    folded_out: frozenset[Do] = frozenset()


@dataclass(frozen=True, slots=True)
class CollectedLine:
    """A line to bring up; `up` and `down` say which ways it can be moved."""

    id: str
    text: str
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class CollectedState:
    """The open lines of a kind."""

    kind: QuestionKind
    lines: tuple[CollectedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AppointmentsState:
    """One picture of the page. `brought_up` is None where nothing was brought up yet."""

    appointments: CardState
    collected: tuple[CollectedState, ...]
    clinicians: CardState
    brought_up: CardState | None = None


def build_state(loaded: Loaded, place: Place) -> AppointmentsState:
    """The picture."""
    page = _Page(loaded, place)
    return AppointmentsState(
        page.appointments_card(),
        tuple(_collected(kind, loaded.questions) for kind in (QuestionKind.QUESTION, QuestionKind.CHANGE)),
        page.clinicians_card(),
        page.brought_up_card(),
    )


def _collected(kind: QuestionKind, questions: Iterable[Question]) -> CollectedState:
    lines = [each for each in questions if each.kind is kind and each.asked_on is None]
    last = len(lines) - 1
    return CollectedState(
        kind, tuple(CollectedLine(each.id, each.text, n > 0, n < last) for n, each in enumerate(lines))
    )


class _Page:
    """Builds the cards."""

    def __init__(self, loaded: Loaded, place: Place) -> None:
        self._loaded, self._place = loaded, place
        self._names = {each.id: each.name for each in loaded.clinicians}

    def appointments_card(self) -> CardState:
        """The next ones first; those that were, folded."""
        coming = [each for each in self._loaded.appointments if each.day >= self._loaded.today]
        before = [each for each in self._loaded.appointments if each.day < self._loaded.today]
        opened = Do.SHOW_EARLIER in self._place.folded_out
        shown = (*coming, *(reversed(before) if opened else ()))
        fold = Press(_("Hide earlier ones") if opened else _("Earlier ones"), Deed(Do.SHOW_EARLIER), Weight.TEXT)
        presses = (Press(_("Add an appointment"), Deed(Do.ADD_APPOINTMENT)), *((fold,) if before else ()))
        return CardState(
            "appointments",
            _("When"),
            () if coming else (_("No date is noted."),),
            tuple(map(self._appointment_row, shown)),
            presses,
            self._appointment_form(),
        )

    def clinicians_card(self) -> CardState:
        """Whom the person sees."""
        rows = tuple(
            Row(
                each.id,
                each.name,
                (),
                (
                    _press(_("Change the name"), Do.RENAME_CLINICIAN, each.id, each.name),
                    _press(_("Delete"), Do.DELETE_CLINICIAN, each.id, each.name),
                ),
            )
            for each in self._loaded.clinicians
        )
        add = Press(_("Add somebody"), Deed(Do.ADD_CLINICIAN), Weight.TEXT)
        return CardState(
            "clinicians",
            _("Whom you see"),
            rows=rows,
            presses=(add,),
            form=self._clinician_form(),
            foot=_(
                "On the Report page, what you choose is kept for each of them. Names are printed only if you tick it."
            ),
        )

    def brought_up_card(self) -> CardState | None:
        """What was brought up, the last first, folded; None where there is nothing."""
        told = [each for each in self._loaded.questions if each.asked_on is not None]
        if not told:
            return None
        told.sort(key=lambda each: (each.asked_on or each.day, -each.position), reverse=True)
        opened = Do.SHOW_BROUGHT_UP in self._place.folded_out
        fold = Press(
            _("Hide") if opened else _("Show"), Deed(Do.SHOW_BROUGHT_UP), Weight.TEXT, _("Brought up"), opened=opened
        )
        rows = tuple(map(_told_row, told)) if opened else ()
        return CardState("brought_up", _("Brought up"), rows=rows, presses=(fold,))

    def _appointment_row(self, each: Appointment) -> Row:
        title = heading(appointment_title(each))
        who = self._names.get(each.clinician_id or "", "")
        note = " ".join(each.note.split())
        presses = (
            _press(_("Change"), Do.CHANGE_APPOINTMENT, each.id, title),
            _press(_("Delete"), Do.DELETE_APPOINTMENT, each.id, title),
        )
        return Row(each.id, title, tuple(line for line in (who, note) if line), presses)

    def _appointment_form(self) -> Form | None:
        deed = self._place.form
        if deed == Deed(Do.ADD_APPOINTMENT):
            return self._form(deed, _("An appointment"), self._appointment_fields(None), _("Add it"))
        known = next((each for each in self._loaded.appointments if deed == _change(each)), None)
        if deed is None or known is None:
            return None
        return self._form(
            deed, heading(appointment_title(known)), self._appointment_fields(known), _("Change it"), known.id
        )

    def _appointment_fields(self, known: Appointment | None) -> tuple[Field, ...]:
        one = known or Appointment("", self._loaded.today)
        who = one.clinician_id if one.clinician_id in self._names else ""
        people = tuple(self._names.items())
        choices = (("", _("Nobody in particular")), *people, (NEW, _("Somebody new")))
        return (
            Field("day", _("Day"), FieldKind.DAY, one.day),
            Field("time", _("Time"), value=one.time, hint=_("such as 14:30, if you know it")),
            Field("clinician", _("With"), FieldKind.CHOICE, who or "", choices=choices),
            Field("name", _("Name"), only_with=("clinician", NEW)),
            Field("note", _("Note. Only you see this."), FieldKind.LINES, one.note, more=not one.note),
        )

    def _clinician_form(self) -> Form | None:
        deed = self._place.form
        if deed == Deed(Do.ADD_CLINICIAN):
            return self._form(deed, _("Whom you see"), (Field("name", _("Name")),), _("Add it"))
        known = next((each for each in self._loaded.clinicians if deed == Deed(Do.RENAME_CLINICIAN, each.id)), None)
        if deed is None or known is None:
            return None
        return self._form(deed, known.name, (Field("name", _("Name"), value=known.name),), _("Change it"), known.id)

    def _form(self, deed: Deed, title: str, fields: tuple[Field, ...], submit: str, under: str = "") -> Form:
        form = Form(deed, title, fields, submit, under=under, problems=self._place.problems)
        return filled(form, self._place.typed)


def _told_row(each: Question) -> Row:
    when = long_date(each.asked_on) if each.asked_on else ""
    words = _("{kind}, brought up on {day}").format(kind=kind_words(each.kind), day=when)
    presses = (
        _press(_("Not brought up yet"), Do.OPEN_AGAIN, each.id, each.text),
        _press(_("Delete"), Do.DELETE_LINE, each.id, each.text),
    )
    return Row(each.id, each.text, (words,), presses)


def _change(appointment: Appointment) -> Deed:
    return Deed(Do.CHANGE_APPOINTMENT, appointment.id)


def _press(words: str, do: Do, record_id: str, about: str) -> Press:
    return Press(words, Deed(do, record_id), Weight.TEXT, about)
