"""The file itself: its text, its metadata, its size on paper, its repeatability and its password."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from journal.report.data import ChosenNote
from journal.report.request import ReportRequest
from tests.support.report_data import LAST, full_data, period_of, symptoms
from tests.support.report_pages import HOSTILE, one_line, set_variant, text_of, variants

SECRET = "open 2026 ґ"


def opened(pdf, password=""):
    return pikepdf.open(io.BytesIO(pdf), password=password)


def test_the_same_report_has_the_same_bytes():
    assert set_variant(*variants()["everything"]).pdf == set_variant(*variants()["everything"]).pdf


def test_page_one_is_one_page(variant):
    text = text_of(variant[2]).split("\f")[:-1]
    assert "Please ask." in one_line(text[0])
    assert "How to read this report" not in text[0] or len(text) == 1


def test_end_words_stand_once_for_rows_that_share_them(everything_pdf):
    page = text_of(everything_pdf).split("\f")[0]
    assert page.count("extremely 4") == 2  # at the chart, and at the first row


def test_with_nothing_logged_there_is_one_page():
    with opened(set_variant(*variants()["empty"]).pdf) as document:
        assert len(document.pages) == 1


def test_nothing_is_set_smaller_than_7_5_points(everything_pdf):
    with opened(everything_pdf) as document:
        for page in document.pages:
            sizes = {abs(float(operands[1])) * scale for operands, scale in fonts_used(page)}
            assert min(sizes) >= 7.49


def fonts_used(page):
    """Each setting of a font with the scale that stands before it."""
    scale = 1.0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tm":
            scale = max(abs(float(operands[0])), abs(float(operands[1])))
        elif str(operator) == "Tf":
            yield operands, scale if scale else 1.0


def test_the_page_reads_from_top_to_bottom(everything_pdf):
    text = one_line(text_of(everything_pdf))
    order = [
        "Report",
        "Period",
        "For this appointment",
        "Days logged",
        "Average symptom rating, day by day",
        "Symptoms 4 more",
        "Higher is better",
        "Written by the person",
        "Please ask",
        "Other symptoms",
        "Typical week",
        "Notes chosen",
        "How to read this report",
    ]
    places = [text.find(words) for words in order]
    assert places == sorted(places)
    assert -1 not in places


def test_the_page_with_treatment_reads_from_top_to_bottom():
    text = one_line(text_of(set_variant(*variants()["treated"]).pdf))
    order = [
        "Treatment: Ketamine infusion, 11 of 12 sessions, last on",
        "Days logged",
        "31 Aug Sertraline 50 → 100 mg",
        "Higher is better",
        "some change back is to be expected",
        "Sessions Ketamine infusion: the last 6 of 8; Integration session: 5.",
        "Medicines Sertraline",
        "Please ask.",
        "Symptoms, continued",
        "Average symptom rating by days since a session: Ketamine infusion",
        "All sessions 13 sessions in this period.",
        "Practice between sessions",
        "How to read this report",
    ]
    places = [text.find(words) for words in order]
    assert places == sorted(places)
    assert -1 not in places


def test_rows_that_yield_stand_on_the_next_page_and_none_is_lost():
    pages = text_of(set_variant(*variants()["treated"]).pdf).split("\f")
    yielded = int(re.search(r"(\d+) more on page 2", pages[0])[1])
    assert yielded > 4
    labels = {one.label for one in symptoms()}
    row = re.compile(rf"^({'|'.join(map(re.escape, labels))})(?= \d|$)", re.MULTILINE)
    lines = [set(row.findall(page)) for page in pages[:2]]
    assert lines[0] | lines[1] == labels
    assert len(lines[0]) == len(labels) - yielded


def test_all_of_two_hundred_sessions_are_in_the_table():
    text = one_line(text_of(set_variant(*variants()["200 sessions"]).pdf))
    assert {f"infusion {n} of 12" for n in (1, 57, 111, 200)} <= set(re.findall(r"infusion \d+ of 12", text))
    assert "200 sessions in this period." in text


def test_what_was_written_stays_as_it_was_written():
    notes = tuple(ChosenNote(LAST, text) for text in HOSTILE)
    request = ReportRequest(period_of(28), lines=HOSTILE[:3])
    found = one_line(text_of(set_variant(request, full_data(28, notes=notes)).pdf))
    assert [text for text in HOSTILE if one_line(text) not in found] == []


def test_scripts_are_shown_or_marked_but_never_cost_the_report(everything_pdf):
    text = text_of(everything_pdf)
    assert "Гучний звук на вулиці" in text
    assert "🙂" in text
    assert "夜" in text or "\ufffd" in text


def test_a_note_of_ten_thousand_characters_is_there_to_its_end():
    note = ChosenNote(LAST, "word " * 2000 + "the end")
    pdf = set_variant(ReportRequest(period_of(28)), full_data(28, notes=(note,))).pdf
    assert text_of(pdf).count("word") == 2000
    assert "the end" in one_line(text_of(pdf))


def test_a_word_without_an_end_is_broken_at_the_edge():
    note = ChosenNote(LAST, "x" * 3000)
    pdf = set_variant(ReportRequest(period_of(28)), full_data(28, notes=(note,))).pdf
    assert text_of(pdf).count("x") >= 3000
    assert max(len(line) for line in text_of(pdf).splitlines()) < 200


def test_nothing_that_was_not_chosen_is_in_the_file():
    secret = ReportRequest(period_of(), name="Hidden Name", born="1901", clinician="Hidden Clinic")
    pdf = set_variant(secret, full_data(compare=False)).pdf
    with opened(pdf) as document:
        for stream in document.objects:
            if isinstance(stream, pikepdf.Stream):
                assert b"Hidden" not in stream.read_bytes()
        alts = " ".join(str(one.get("/Alt", "")) for one in document.objects if isinstance(one, pikepdf.Dictionary))
    text = one_line(text_of(pdf))
    assert "Hidden" not in text + alts
    assert not re.search("before|Compared|Change", text + alts)
    assert "asked on" not in text


def test_title_and_metadata_say_nothing(everything_pdf):
    with opened(everything_pdf) as document:
        kept = {key: str(value) for key, value in document.docinfo.items()}
        assert kept.pop("/Title") == "Report"
        assert "Example" not in repr(kept) + document.Root.Metadata.read_bytes().decode()
        assert set(kept) <= {"/CreationDate", "/ModDate", "/Creator", "/Producer"}


def test_the_words_of_a_diagnosis_are_nowhere(everything_pdf):
    assert not re.search(r"\b(mild|severe|worst day|worse|improved|adherence|missed)\b", text_of(everything_pdf), re.I)


def test_a_password_locks_the_file_with_the_strong_handler():
    request, data = variants()["plain"]
    pdf = set_variant(replace(request, password=SECRET), data).pdf
    with pytest.raises(pikepdf.PasswordError):
        opened(pdf)
    with opened(pdf, SECRET) as document:
        assert document.encryption.R == 6
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert "pdfaid:part" not in metadata


def test_a_password_typed_in_parts_opens_the_file_in_either_form():
    request, data = variants()["one day"]
    pdf = set_variant(replace(request, password="u\u0308ber"), data).pdf
    assert opened(pdf, "\u00fcber").is_encrypted


@pytest.mark.parametrize(("name", "size"), [("plain", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(name, size):
    with opened(set_variant(*variants()[name]).pdf) as document:
        box = document.pages[0].mediabox
    assert (round(float(box[2])), round(float(box[3]))) == size


def test_the_preview_has_the_pages_of_the_file():
    done = set_variant(*variants()["everything"], ppi=40)
    with opened(done.pdf) as document:
        assert len(done.pages) == len(document.pages)
    assert all(page.startswith(b"\x89PNG") for page in done.pages)
