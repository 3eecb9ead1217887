"""The state of the Treatment page, made of where the person is and of what was read. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from journal.texts.translation import _
from journal.texts.treatments import course_title
from journal.ui.treatment.course_cards import course_cards, courses_cards
from journal.ui.treatment.day_cards import markers_cards, now_cards, practice_cards
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.forms import build_form
from journal.ui.treatment.half_form import filled
from journal.ui.treatment.loaded import Loaded, Place, Tab
from journal.ui.treatment.medicine_cards import list_card, medicine_cards, medicines_cards
from journal.ui.treatment.parts import CardState, Form, Press


@dataclass(frozen=True, slots=True)
class TreatmentState:
    """One picture of the page. With `back` something is opened, and `title` says what; else the tabs are shown.

    `listing` shows under the cards the ways to print or save the list of medicines. `today` is the person's day.
    """

    tab: Tab = Tab.NOW
    title: str = ""
    back: Press | None = None
    listing: bool = False
    today: date = date.min
    cards: tuple[CardState, ...] = ()


def tab_words() -> dict[Tab, str]:
    """The views by name."""
    return {
        Tab.NOW: _("Now"),
        Tab.COURSES: _("Courses"),
        Tab.MEDICINES: _("Medicines"),
        Tab.PRACTICE: _("Practice"),
        Tab.MARKERS: _("Markers"),
    }


def build_state(loaded: Loaded, place: Place) -> TreatmentState:
    """The picture of this place; what was opened and is gone since leads back to its list."""
    state = _opened(loaded, place) or TreatmentState(place.tab, cards=_tab_cards(loaded, place))
    state = replace(state, today=loaded.today)
    form = build_form(loaded, place.form) if place.form else None
    if form is None:
        return state
    shown = replace(filled(form, place.typed), problems=place.problems)
    return replace(state, cards=with_form(state.cards, shown))


def with_form(cards: tuple[CardState, ...], form: Form) -> tuple[CardState, ...]:
    """Put the form under the row that its button stands on, else at the end of the button's card.

    Without such a button the form stands nowhere.
    """
    for place, card in enumerate(cards):
        row = next((row for row in card.rows if _offers(row.presses, form.deed)), None)
        if row is not None or _offers(card.presses, form.deed):
            placed = replace(card, form=replace(form, under=row.key if row else ""))
            return (*cards[:place], placed, *cards[place + 1 :])
    return cards


def _offers(presses: Iterable[Press], deed: Deed) -> bool:
    return any(press.deed == deed for press in presses)


def _opened(loaded: Loaded, place: Place) -> TreatmentState | None:
    view = loaded.course(place.course_id) if place.course_id else None
    medicine = loaded.medicine(place.medicine_id) if place.medicine_id else None
    if view is not None:
        title = course_title(view.course, loaded.treatments)
        return TreatmentState(place.tab, title, _back(place.tab), cards=course_cards(view, loaded, place))
    if medicine is not None:
        return TreatmentState(place.tab, medicine.name, _back(place.tab), cards=medicine_cards(medicine, loaded, place))
    if place.listing:
        return TreatmentState(
            place.tab, _("List of medicines"), _back(place.tab), listing=True, cards=(list_card(loaded),)
        )
    return None


def _back(tab: Tab) -> Press:
    return Press(tab_words()[tab], Deed(Do.BACK))


def _tab_cards(loaded: Loaded, place: Place) -> tuple[CardState, ...]:
    if place.tab is Tab.COURSES:
        return courses_cards(loaded, place)
    if place.tab is Tab.MEDICINES:
        return medicines_cards(loaded, place)
    if place.tab is Tab.PRACTICE:
        return practice_cards(loaded, place)
    if place.tab is Tab.MARKERS:
        return markers_cards(loaded)
    return now_cards(loaded)
