"""The tables of a report's figures tell nothing that the person keeps out of the report."""

from datetime import date, datetime

import pytest

from journal.app import questionnaires, sessions
from journal.app.check_ins import log
from journal.app.reports import gather
from journal.model.periods import Period
from journal.model.questionnaires import GivenAnswer
from journal.report.figure_tables import figure_tables
from journal.report.request import Part, ReportRequest
from journal.report.wording import ReportWords
from tests.support.exports import treat

TREATED = frozenset({Part.SESSIONS, Part.MEDICINES, Part.MARKERS, Part.SCORES, Part.DAILY_TABLE})


@pytest.fixture
def journal(opened):
    """A day of answers with what stays out until chosen, and treatment with something private in every text."""
    made, _clock = opened
    log(made, {"anxiety": 1.0, "alcohol": 3.0, "suicidal_thoughts": 1.0}, note="private words")
    treat(made)
    (session,) = sessions.sessions(made)
    sessions.change_session(made, session.id, alcohol=True)
    answers = [GivenAnswer(str(n), 2) for n in range(1, 10)]
    questionnaires.save_answers(made, "phq9", answers, at=datetime(2026, 10, 20, 12))
    return made


def told(journal, parts, **chosen):
    request = ReportRequest(Period(date(2026, 10, 1), date(2026, 11, 3)), includes=parts, **chosen)
    return str(figure_tables(request, gather(journal, request), ReportWords())).lower()


@pytest.mark.parametrize("parts", [frozenset(), TREATED])
def test_notes_alcohol_and_thoughts_of_suicide_stay_out(journal, parts):
    text = told(journal, parts)
    assert "anxiety" in text
    assert [word for word in ("private", "alcohol", "suicid") if word in text] == []


def test_treatment_stays_out_until_it_is_chosen(journal):
    words = ("ketamine", "prazosin", "moved", "phq-9", "nausea")
    assert [word for word in words if word in told(journal, frozenset())] == []
    assert [word for word in words if word not in told(journal, TREATED)] == []


def test_alcohol_is_there_once_it_is_chosen(journal):
    assert "alcohol" in told(journal, frozenset({Part.ALCOHOL}))


def test_an_answer_about_suicide_is_in_no_table_even_where_a_sentence_tells_it(journal):
    parts = TREATED | {Part.SUICIDAL_THOUGHTS}
    assert "suicid" not in told(journal, parts, item_keys=("suicidal_thoughts",))
