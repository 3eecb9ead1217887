"""What to tell and to ask: three lines on page one, the whole of it later, and nothing that was not chosen."""

from __future__ import annotations

from dataclasses import replace

from journal.report.brought import appointment, in_full
from journal.report.inventory import inventory
from journal.report.request import Part, ReportRequest
from journal.report.wording import ReportWords
from tests.support.report_data import full_data, period_of

WORDS = ReportWords()
BOTH = frozenset({Part.CHANGES, Part.QUESTIONS})
CHANGED, ASKED = ("Slept more", "New job"), ("May I drive?", "Is the dose to stay?")


def asked(*lines: str) -> ReportRequest:
    return ReportRequest(period_of(28), includes=BOTH, lines=lines)


def told(changes=CHANGED, questions=ASKED):
    return replace(full_data(28), changes=changes, questions=questions)


def shown(block) -> list[str]:
    return [line["text"] for line in block["lines"]]


def test_typed_lines_come_first_then_what_changed_then_what_to_ask():
    block = appointment(asked("Mine"), told(), "", WORDS)
    assert shown(block) == ["Mine", "Changed: Slept more", "Changed: New job"]
    assert block["more"] == "2 more lines on a later page"


def test_three_lines_or_fewer_stand_on_page_one_alone():
    data = told(CHANGED[:1], ASKED)
    assert shown(appointment(asked(), data, "", WORDS)) == [
        "Changed: Slept more",
        "To ask: May I drive?",
        "To ask: Is the dose to stay?",
    ]
    assert appointment(asked(), data, "", WORDS)["more"] == ""
    assert in_full(asked(), data, WORDS) is None


def test_where_a_line_is_left_over_both_lists_stand_whole_later():
    later = in_full(asked("Mine"), told(), WORDS)
    assert [(part["title"], shown(part)) for part in later["lists"]] == [
        ("What changed", list(CHANGED)),
        ("To ask", list(ASKED)),
    ]
    assert shown(later) == []


def test_a_long_line_is_cut_on_page_one_and_whole_later():
    long = "word " * 80
    data = told((), (long,))
    assert len(shown(appointment(asked(), data, "", WORDS))[0]) <= 220
    assert shown(in_full(asked(), data, WORDS)["lists"][0]) == [long.strip()]


def test_the_treatment_stands_below_the_three_lines():
    assert shown(appointment(asked("a", "b", "c"), told(), "Treatment: x.", WORDS))[3:] == ["Treatment: x."]


def test_blank_lines_are_none():
    assert appointment(asked("  "), told((), ("\n",)), "", WORDS) is None


def test_the_list_of_contents_counts_the_lines_or_names_what_is_left_out():
    inside, outside = inventory(asked(), told(CHANGED, ASKED[:1]), WORDS)
    assert {"2 lines on what changed", "1 question to ask"} <= set(inside)
    inside, outside = inventory(asked(), told((), ()), WORDS)
    assert {"What changed", "Questions to ask"} <= set(outside)
