"""On Today in the last days before an appointment: one quiet line, and the way to what to ask."""

from datetime import timedelta

import pytest

from journal.app.appointments import add_appointment
from journal.ui.today.page import TodayPage
from tests.support.questionnaires import Heard, questionnaire_context
from tests.support.rows import SUPPORT
from tests.support.windows import button, put_up, words_shown


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def show(qtbot, theme, opened, heard):
    def made(width=1085):
        page = TodayPage(questionnaire_context(*opened, theme, heard), SUPPORT)
        put_up(qtbot, page, width, 800)
        page.entered()
        return page

    return made


LINE = "Your next appointment: Tuesday, 24 November 2026, 14:30."


def test_the_line_leads_to_what_to_ask(show, opened, heard):
    journal = opened[0]
    add_appointment(journal, journal.today() + timedelta(days=2), time="14:30", note="Private")
    page = show()
    assert LINE in words_shown(page)
    assert not any("Private" in words for words in words_shown(page))
    button(page, "What to ask").click()
    assert heard.went == [("appointments", {"back_to": "today"})]


def test_put_aside_it_does_not_come_back(show, opened):
    journal = opened[0]
    add_appointment(journal, journal.today() + timedelta(days=2), time="14:30")
    page = show()
    button(page, "Not now").click()
    assert LINE not in words_shown(page)
    page.entered()
    assert LINE not in words_shown(page)


def test_something_to_ask_is_written_down_from_the_foot(show, heard):
    button(show(), "Something to ask or tell").click()
    assert heard.went == [("appointments", {"kind": "question", "back_to": "today"})]


def test_where_there_is_no_room_the_foot_stays_free(show):
    page = show(330)
    assert page.footer.ask.isHidden()
    assert page.footer.width() >= page.footer.minimumSizeHint().width()
