"""Every kind of report is a PDF that a screen reader can read out, to the letter of its standards."""

import io
import re
from collections import Counter
from dataclasses import replace

import outloud
import pdfua
import pikepdf
import pytest

from journal.report.content import build_content
from journal.texts.questionnaires import band_words, change_words, cut_words
from tests.support.report_pages import WORDS, set_variant, structure_of, variants

LIKE_ROWS = "PAG-001"
"""Takes rows that differ in numbers alone, at the top of several pages of one table, for a running header."""


def test_nothing_is_found_by_an_accessibility_checker(variant, tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_bytes(variant[2])
    found = [(finding.rule, finding.message) for finding in outloud.check(str(file)).findings]
    many = len(variant[1].treatment.sessions) > 100
    assert [one for one in found if not (many and one[0] == LIKE_ROWS)] == []


def test_it_passes_the_checks_of_pdf_ua(variant, tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_bytes(variant[2])
    assert list(pdfua.validate(str(file)).findings) == []


def test_it_claims_both_standards(variant):
    with pikepdf.open(io.BytesIO(variant[2])) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "A", "1")


def test_every_chart_says_what_it_shows_in_sentences_with_numbers(everything_pdf):
    with pikepdf.open(io.BytesIO(everything_pdf)) as document:
        alts = [str(element.get("/Alt", "")) for element in structure_of(document) if element.S == "/Figure"]
    assert len(alts) > 15
    assert all(re.search(r"\d", alt) and alt.endswith(".") for alt in alts)


def alts_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return sorted(str(element.get("/Alt", "")) for element in structure_of(document) if element.S == "/Figure")


@pytest.mark.parametrize("name", ["scores", "one item"])
def test_every_drawing_of_the_pages_has_its_own_sentences(name):
    request, data = variants()[name]
    content = build_content(request, data, WORDS)
    rows = [row for table in (*content["tables"], *content["later_tables"]) for row in table["rows"]]
    scores = content["all_scores"]["charts"] if content["all_scores"] else []
    drawn = [one for one in (content["shares"], content["course"], content["since"], *rows, *scores) if one]
    pdf = set_variant(request, data).pdf
    assert alts_of(pdf) == sorted(one["alt"] for one in drawn)


def test_the_sentences_say_what_is_drawn():
    request, data = variants()["scores"]
    content = build_content(request, data, WORDS)
    course, since = content["course"]["alt"], content["since"]["alt"]
    assert "Its line is the 7-day median, within its quartiles." in course
    assert "13 sessions are marked" in course
    assert "Also marked" in course
    assert "Each faint line is a session." in since
    assert "median" in since
    for series, chart in zip(data.scores.series, content["all_scores"]["charts"], strict=True):
        lines = [*map(band_words, series.bands), *map(cut_words, series.cuts), *map(change_words, series.change_lines)]
        assert [words for words in lines if words not in chart["alt"]] == []
    request, data = variants()["one item"]
    assert "The line is the mean of the seven days" in build_content(request, data, WORDS)["course"]["alt"]


def test_what_is_marked_is_told_once_also_where_only_questionnaires_are_drawn():
    request, data = variants()["scores"]
    bare = replace(data, items=(), load=None)
    told = [chart["alt"] for chart in build_content(request, bare, WORDS)["all_scores"]["charts"]]
    assert ["sessions are marked" in alt for alt in told] == [True, *[False] * (len(told) - 1)]
    beside = [chart["alt"] for chart in build_content(request, data, WORDS)["all_scores"]["charts"]]
    assert not any("sessions are marked" in alt for alt in beside)


def test_every_row_of_a_table_has_its_head(everything_pdf):
    with pikepdf.open(io.BytesIO(everything_pdf)) as document:
        rows = [list(element.K) for element in structure_of(document) if element.S == "/TR"]
        data_rows = [row for row in rows if any(cell.S == "/TD" for cell in row)]
        assert len(data_rows) > 90
        assert {str(row[0].S) for row in data_rows if len(row) > 7} == {"/TH"}
        assert str(data_rows[0][0].A.Scope) == "/Row"


def test_a_table_with_one_row_keeps_more_data_than_heads(tmp_path):
    from tests.support.report_pages import many_items, set_variant, variants

    request, _data = variants()["one item"]
    with pikepdf.open(io.BytesIO(set_variant(request, many_items(1)).pdf)) as document:
        kinds = Counter(str(element.S) for element in structure_of(document))
    assert kinds["/TD"] >= kinds["/TH"]
