"""The child process that sets the pages."""

import subprocess
import sys

import pytest

from journal.model.errors import ReportFailed
from journal.report import setting
from journal.report.content import build_content
from journal.report.request import ReportRequest
from journal.report.setting import child_command, last_line, set_report
from tests.support.report_data import full_data, period_of
from tests.support.report_pages import WORDS

PLAIN = ReportRequest(period_of())


def test_a_fault_in_the_child_becomes_an_error_without_its_text():
    with pytest.raises(ReportFailed) as caught:
        set_report({"made": "a secret note"})
    assert "secret" not in repr(caught.value.fields)


def test_only_the_kind_of_an_error_is_taken_from_a_trace():
    assert last_line(b"Traceback\n  text of a note\ntypst.TypstError: a note") == "typst.TypstError"
    assert last_line(b"") == ""


def test_the_frozen_program_is_its_own_child(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, "--set-report"]


FROZEN = """
import sys
sys.frozen, sys.argv = True, ["leeward", "--set-report"]
from journal.__main__ import main
main()
assert "click" not in sys.modules and "PySide6" not in sys.modules
"""


def test_started_as_its_own_child_it_sets_the_pages_and_loads_no_command_line(monkeypatch):
    monkeypatch.setattr(setting, "child_command", lambda: [sys.executable, "-c", FROZEN])
    content = build_content(PLAIN, full_data(), WORDS)
    assert set_report(content).pdf.startswith(b"%PDF-")


def test_the_typesetter_is_never_loaded_into_the_journal_itself():
    code = "import sys, journal.app.reports; print({'typst', 'pikepdf', 'babel'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
