"""A form half filled in when the journal closes stands there again when it is opened."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QPushButton

from journal.app import markers
from journal.report.request import Paper
from journal.ui.treatment.deeds import Deed, Do
from journal.ui.treatment.half_form import DRAFT, filled, payload_of, place_of
from journal.ui.treatment.loaded import Place, Tab
from journal.ui.treatment.page import TreatmentPage
from journal.ui.treatment.parts import Field, Form
from tests.support.treatment import Heard, make_context
from tests.support.windows import button

TYPED = {"name": "Sert", "on": date(2026, 10, 29), "at": time(8, 5), "extra": True}


@pytest.fixture
def opened(qtbot, theme, journal, filled_journal):
    """Opens the page anew each time, as after a lock."""

    def make(**where):
        page = TreatmentPage(make_context(journal, theme, Heard()), None, Paper.A4)
        qtbot.addWidget(page)
        page.show()
        page.entered(**where)
        return page

    return make


@pytest.fixture
def filled_journal(filled):
    return filled


def form_of(page):
    return next((card.form for card in page.cards.values() if card.form is not None), None)


def half_type(page):
    page.tabs[Tab.MARKERS].click()
    add = next(each for each in page.findChildren(QPushButton) if each.text() == "Add a marker")
    add.click()
    field = form_of(page).fields["label"].control
    field.setText("moved hou")
    return page


def test_what_is_kept_is_read_back():
    place = Place(Tab.MEDICINES, medicine_id="m1", form=Deed(Do.CHANGE_DOSE, "d1", "m1"))
    back = place_of(payload_of(place, TYPED))
    assert back == Place(Tab.MEDICINES, medicine_id="m1", form=place.form, typed=TYPED)


@pytest.mark.parametrize("payload", [None, {}, {"place": ["now", "", ""]}, {"place": 1, "deed": 2, "typed": 3}])
def test_what_this_version_does_not_know_is_passed_over(payload):
    assert place_of(payload) is None


def test_a_value_of_another_kind_does_not_get_into_a_field():
    form = Form(Deed(Do.ADD_MARKER), "A marker", (Field("name", "Name"), Field("more", "More", more=True)), "Add")
    shown = filled(form, {"name": date(2026, 1, 1), "more": "words"})
    assert shown.fields[0].value == ""
    assert (shown.fields[1].value, shown.fields[1].more) == ("words", False)


def test_a_half_filled_form_stands_there_again(opened):
    half_type(opened()).left()
    again = opened()
    assert again.state.tab is Tab.MARKERS
    assert form_of(again).values["label"] == "moved hou"
    again.left()
    assert form_of(opened()).values["label"] == "moved hou"


def test_what_is_half_filled_in_waits_while_another_view_is_looked_at(opened):
    page = half_type(opened())
    page.tabs[Tab.MEDICINES].click()
    assert form_of(page) is None
    page.left()
    page.entered()
    assert page.state.tab is Tab.MEDICINES
    page.tabs[Tab.MARKERS].click()
    assert form_of(page).values["label"] == "moved hou"


def test_what_is_half_filled_in_waits_while_another_page_leads_elsewhere(opened, filled):
    half_type(opened()).left()
    page = opened(medicine_id=filled.prazosin.id)
    assert form_of(page) is None
    page.left()
    page.entered()
    page.back.click()
    page.tabs[Tab.MARKERS].click()
    assert form_of(page).values["label"] == "moved hou"


def test_what_is_half_filled_in_about_a_record_goes_with_it(opened, journal, filled):
    page = opened()
    page.tabs[Tab.MARKERS].click()
    page.presenter.on_press(Deed(Do.CHANGE_MARKER, filled.marker.id))
    form_of(page).fields["label"].control.setText("Moved to the old fl")
    page.left()
    again = opened()
    assert form_of(again).values["label"] == "Moved to the old fl"
    markers.delete_marker(journal, filled.marker.id)
    again.left()
    assert journal.store.drafts.get(DRAFT) is None


def test_a_form_that_was_sent_or_left_does_not_come_back(opened, journal):
    half_type(opened()).left()
    again = opened()
    button(again, "Cancel").click()
    again.left()
    assert journal.store.drafts.get(DRAFT) is None
    assert form_of(opened()) is None


def test_a_form_opened_and_not_typed_in_is_not_kept(opened, journal):
    page = opened()
    page.tabs[Tab.MARKERS].click()
    button(page, "Add a marker").click()
    page.left()
    assert journal.store.drafts.get(DRAFT) is None
