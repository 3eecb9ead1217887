"""An appointment on the page of its day leads to the page for appointments, opened on it."""

import pytest

from journal.app.appointments import add_appointment
from journal.ui.history.page import HistoryPage
from tests.support.questionnaires import questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.rows import SUPPORT
from tests.support.windows import put_up, words_shown

__all__ = ["heard", "journal", "opened"]


@pytest.fixture
def day(qtbot, theme, opened, heard, journal):
    add_appointment(journal, journal.today(), time="14:30", note="Private words")
    page = HistoryPage(questionnaire_context(*opened, theme, heard), SUPPORT)
    put_up(qtbot, page, 900, 800)
    page.entered(day=journal.today())
    return page


def test_its_row_says_when_and_keeps_its_note(day):
    shown = words_shown(day)
    assert "14:30" in shown
    assert not any("Private" in words for words in shown)


def test_its_row_opens_the_page_on_it(qtbot, day, heard, journal):
    from PySide6.QtWidgets import QAbstractButton

    row = next(each for each in day.findChildren(QAbstractButton) if each.accessibleName() == "Open, 14:30")
    row.click()
    made = journal.store.appointments.all()[0]
    assert heard.went == [("appointments", {"appointment_id": made.id})]
