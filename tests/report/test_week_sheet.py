"""The blank week sheet: a page to write on, readable by a screen reader, with no name and no answer on it."""

from datetime import date

import outloud
import pdfua
import pytest

from journal.report.request import Paper
from journal.report.setting import set_report
from journal.report.week_sheet import SheetGroup, SheetRow, day_heads, sheet_content
from journal.report.wording import ReportWords
from journal.texts.locales import Locale
from tests.support.report_pages import one_line, text_of

MADE = date(2026, 11, 22)
TROUBLE = ("not at all", "a little", "moderately", "quite a bit", "extremely")
STEPS = ("0", "1", "2", "3", "4")
ENGLISH = ReportWords(Locale("en", "GB"))
NIGHT = SheetGroup(
    "The night before", (SheetRow("Nightmares", "0–4", TROUBLE, STEPS), SheetRow("Hours slept", "hours"))
)
MINE = SheetGroup(
    "My #goals",
    (
        SheetRow("Flashbacks", "0–4", TROUBLE, STEPS),
        SheetRow("До моря #set text(red)", "0–10", ("no", "all"), ("0", "10")),
        SheetRow("שינה", "yes / no", ("no", "yes")),
    ),
)


def content(groups=(NIGHT, MINE), first=None, paper=Paper.A4):
    return sheet_content(groups, first, 0, paper, MADE, ENGLISH)


def test_the_words_of_the_usual_scale_stand_once_and_others_at_their_row():
    made = content()
    assert made["usual"] == "0 not at all · 1 a little · 2 moderately · 3 quite a bit · 4 extremely"
    below = [row["below"] and row["below"]["text"] for group in made["groups"] for row in group["rows"]]
    assert below == [None, None, None, "0 no – 10 all", None]


def test_columns_are_weekdays_from_the_chosen_one_or_dates():
    assert day_heads(None, 6, ENGLISH)[:2] == ["Sun", "Mon"]
    assert day_heads(date(2026, 11, 28), 0, ENGLISH)[:2] == ["Sat\n28 Nov", "Sun\n29 Nov"]


def many(count):
    return (SheetGroup("A group", tuple(SheetRow(f"Item {n}", "0–4", TROUBLE, STEPS) for n in range(count))),)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("groups", [(), (NIGHT, MINE), many(60)], ids=["none", "some", "many"])
def test_it_passes_the_checks_of_accessible_files(groups, paper, tmp_path):
    file = tmp_path / "Notes 2026-11-22.pdf"
    file.write_bytes(set_report(content(groups, MADE, paper)).pdf)
    assert [(finding.rule, finding.message) for finding in outloud.check(str(file)).findings] == []
    assert list(pdfua.validate(str(file)).findings) == []


def test_what_the_person_wrote_is_text_and_never_markup():
    text = one_line(text_of(set_report(content()).pdf))
    assert "До моря #set text(red)" in text
    assert "My #goals" in text


def test_more_items_than_fit_go_on_on_a_second_page_under_the_same_heads():
    pages = text_of(set_report(content(many(60))).pdf).split("\f")
    assert all("Mon" in page for page in pages[:2])
    assert "Anything to note" in pages[1]


def test_the_same_week_makes_the_same_file():
    assert set_report(content()).pdf == set_report(content()).pdf
