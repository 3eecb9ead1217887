"""The child process that sets the pages."""

import subprocess
import sys

import pytest

from journal.model.errors import ReportFailed
from journal.report.setting import child_command, last_line, set_report


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


def test_the_typesetter_is_never_loaded_into_the_journal_itself():
    code = "import sys, journal.app.reports; print({'typst', 'pikepdf', 'babel'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
