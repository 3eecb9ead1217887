"""`report` before an appointment: the days since the last one, and the lines to bring up."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from journal.app import appointments, questions
from journal.app.vaults import open_journal
from journal.host.clock import SystemClock
from journal.model.appointments import QuestionKind
from journal.model.periods import last_days
from journal.report.wording import ReportWords
from tests.support.held_clock import TODAY
from tests.support.journals import PASSPHRASE
from tests.support.report_pages import one_line, text_of


@pytest.fixture
def report(made, tmp_path):
    def call(*options):
        out = tmp_path / "notes.pdf"
        done = made("report", "--out", str(out), "--force", *options)
        return done, one_line(text_of(out.read_bytes())) if done.code == 0 else ""

    return call


def within(tmp_path, add):
    with closing(open_journal(tmp_path / "journal", SystemClock(), passphrase=PASSPHRASE)) as journal:
        add(journal)


def test_the_days_begin_after_the_last_appointment(report, tmp_path):
    within(tmp_path, lambda journal: appointments.add_appointment(journal, TODAY - timedelta(days=12)))
    done, text = report("--since-last-appointment")
    assert done.code == 0, done.err
    assert ReportWords().period(last_days(TODAY, 12)) in text


def test_without_one_the_usual_days_are_taken_and_that_is_said(report):
    done, text = report("--since-last-appointment")
    assert "No appointment of the last year is known. The report is for the last 28 days." in done.err
    assert text


@pytest.mark.parametrize(
    "days", [(), ("--from", str(TODAY)), ("--from", str(TODAY), "--to", str(TODAY), "--since-last-appointment")]
)
def test_the_days_are_said_one_way_or_the_other(report, days):
    done, _text = report(*days)
    assert done.code == 2
    assert "Say --from and --to, or --since-last-appointment in their place." in done.err


def test_lines_to_bring_up_go_in_with_their_parts(report, tmp_path):
    def add(journal):
        questions.add_question(journal, QuestionKind.QUESTION, "May I drive?")
        questions.add_question(journal, QuestionKind.CHANGE, "Slept more")

    within(tmp_path, add)
    assert "May I drive" not in report("--since-last-appointment")[1]
    text = report("--since-last-appointment", "--include", "questions,changes")[1]
    assert "Changed: Slept more" in text
    assert "To ask: May I drive?" in text
