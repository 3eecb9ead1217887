"""The list of current medicines: a page of its own, readable by a screen reader."""

import io
from datetime import date

import outloud
import pdfua
import pikepdf
import pytest

from journal.report.medicine_list import ListedMedicine, list_content
from journal.report.request import Paper
from journal.report.setting import set_report
from journal.report.wording import ReportWords
from journal.texts.locales import Locale
from tests.support.report_pages import one_line, text_of

DAY = date(2026, 11, 22)
MEDICINES = (
    ListedMedicine("Sertraline #set text(red)", 100, "mg", (480,), False, date(2026, 3, 9), date(2026, 10, 3)),
    ListedMedicine("Prazosin", 1, "mg", (), True, date(2026, 9, 1), date(2026, 9, 1)),
    ListedMedicine("Мелатонін", 0, "mg", (480, 1320), False, date(2026, 9, 1), date(2026, 9, 1)),
)
ENGLISH = ReportWords(Locale("en", "GB"))


def content(medicines=MEDICINES, name=""):
    return list_content(medicines, DAY, Paper.A4, ENGLISH, name)


def test_a_line_names_the_dose_its_times_and_since_when():
    assert content()["rows"][0]["cells"] == ["100 mg", "08:00", "9 Mar 2026", "3 Oct 2026"]


def test_a_medicine_as_needed_says_so_and_a_dose_of_nought_is_a_dose():
    assert [row["cells"][:2] for row in content()["rows"][1:]] == [["1 mg", "as needed"], ["0 mg", "08:00, 22:00"]]


def test_no_name_stands_there_unless_it_was_typed():
    assert content(name="  ")["name"] is None
    assert content(name="K. M.")["name"]["text"] == "K. M."


@pytest.mark.parametrize("medicines", [MEDICINES, MEDICINES[:1], ()], ids=["three", "one", "none"])
def test_it_passes_the_checks_of_accessible_files(medicines, tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_bytes(set_report(content(medicines, "K. M.")).pdf)
    assert [(finding.rule, finding.message) for finding in outloud.check(str(file)).findings] == []
    assert list(pdfua.validate(str(file)).findings) == []


def test_what_was_typed_is_text_and_never_markup():
    assert "Sertraline #set text(red)" in one_line(text_of(set_report(content()).pdf))


def test_it_is_locked_with_a_password():
    pdf = set_report(content(), password="harbour").pdf
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf))
    with pikepdf.open(io.BytesIO(pdf), password="harbour") as document:
        assert len(document.pages) == 1
