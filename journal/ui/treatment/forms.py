"""Which form stands behind each wish, and what its answers ask for. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from journal.ui.treatment import course_forms, day_forms, medicine_forms
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.loaded import Loaded
from journal.ui.treatment.parts import Form
from journal.ui.treatment.wishes import Wish

MakeForm = Callable[[Loaded, Deed], Form | None]
MakeWish = Callable[[Deed, Answers, Loaded], Wish]

_FORMS: Mapping[StrEnum, tuple[MakeForm, MakeWish]] = {
    Do.ADD_SESSION: (course_forms.add_session_form, course_forms.add_session_wish),
    Do.ADD_COURSE: (course_forms.add_course_form, course_forms.add_course_wish),
    Do.CHANGE_COURSE: (course_forms.change_course_form, course_forms.change_course_wish),
    Do.CHANGE_PLAN: (course_forms.change_plan_form, course_forms.change_plan_wish),
    Do.END_COURSE: (course_forms.end_course_form, course_forms.end_course_wish),
    Do.ADD_MEDICINE: (medicine_forms.add_medicine_form, medicine_forms.add_medicine_wish),
    Do.CHANGE_MEDICINE: (medicine_forms.change_medicine_form, medicine_forms.change_medicine_wish),
    Do.CHANGE_DOSE: (medicine_forms.change_dose_form, medicine_forms.change_dose_wish),
    Do.CORRECT_DOSE: (medicine_forms.correct_dose_form, medicine_forms.correct_dose_wish),
    Do.STOP_MEDICINE: (medicine_forms.stop_medicine_form, medicine_forms.stop_medicine_wish),
    Do.TAKE_UP_AGAIN: (medicine_forms.take_up_form, medicine_forms.take_up_wish),
    Do.ADD_INTAKE: (medicine_forms.add_intake_form, medicine_forms.add_intake_wish),
    Do.CHANGE_INTAKE: (medicine_forms.change_intake_form, medicine_forms.change_intake_wish),
    Do.ADD_PRACTICE: (day_forms.add_practice_form, day_forms.add_practice_wish),
    Do.CHANGE_PRACTICE: (day_forms.change_practice_form, day_forms.change_practice_wish),
    Do.ADD_MARKER: (day_forms.add_marker_form, day_forms.add_marker_wish),
    Do.CHANGE_MARKER: (day_forms.change_marker_form, day_forms.change_marker_wish),
}


def has_form(do: StrEnum) -> bool:
    """Whether a wish opens a form first."""
    return do in _FORMS


def build_form(loaded: Loaded, deed: Deed) -> Form | None:
    """The form behind a wish; None where what it is about is gone."""
    return _FORMS[deed.do][0](loaded, deed)


def read_form(deed: Deed, given: Answers, loaded: Loaded) -> Wish:
    """What the answers ask for; `given` holds the problems found on the way."""
    return _FORMS[deed.do][1](deed, given, loaded)
