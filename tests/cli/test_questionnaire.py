"""The commands about questionnaires."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Leeward

FORM = Path(__file__).parents[1] / "data" / "fhir" / "step-slider.json"
PCL5 = ",".join(["2"] * 20)
PHQ9 = "0,1,2,3,0,1,2,3,0"


def add(made: Leeward, *arguments: str) -> str:
    result = made("questionnaire", *arguments)
    assert (result.code, result.err.count("Traceback")) == (0, 0), result.err
    return result.out.strip()


def filled(made: Leeward) -> list[dict]:
    return made("questionnaire", "list", "--json").json["questionnaires"]


def test_answers_are_kept_and_their_id_stands_alone_on_stdout(made: Leeward) -> None:
    printed = add(made, "record", "PCL-5", "--answers", PCL5, "--at", "2026-05-02T10:00", "--span", "week")
    (kept,) = filled(made)
    assert (kept["id"], kept["instrument"], kept["span"], kept["total"]) == (printed, "pcl5", "week", 40.0)
    assert kept["clusters"] == {"B": 10.0, "C": 4.0, "D": 14.0, "E": 12.0}
    assert kept["symptom_rule"] == {"B": [5, 1], "C": [2, 1], "D": [7, 2], "E": [6, 2]}


def test_what_it_comes_to_is_said_beside_the_id(made: Leeward) -> None:
    said = made("questionnaire", "record", "pcl 5", "--answers", PCL5).err
    assert "PCL-5 (past month): total 40 of 80" in said
    assert "B Re-experiencing: 10 of 20" in said
    assert "Items at 2 or more: 5 of B, 2 of C, 7 of D, 6 of E; the rule asks for 1, 1, 2, 2." in said


def test_a_skipped_answer_withholds_the_total_and_says_so(made: Leeward) -> None:
    result = made("questionnaire", "record", "GAD-7", "--answers", "1,-,2,0,0,0,-")
    assert "GAD-7: 5 of 7 answered; a total needs all" in result.err
    (kept,) = filled(made)
    assert (kept["total"], kept["withheld"], kept["answered"]) == (None, "skipped", 5)
    assert kept["answers"][1] == {"item": "2", "value": None, "not_applicable": False}


def test_the_b_ipf_goes_over_what_applies(made: Leeward) -> None:
    add(made, "record", "b-ipf", "--answers", "3,na,3,3,na,3,3")
    (kept,) = filled(made)
    assert (kept["total"], kept["answered"], kept["items"]) == (50.0, 5, 5)


def test_a_no_at_the_gate_is_enough(made: Leeward) -> None:
    for at, answers in (("2026-11-20T20:00", "no"), ("2026-11-21T20:00", "yes,yes,no,1,0,yes")):
        add(made, "record", "PC-PTSD-5", "--answers", answers, "--at", at)
    assert [each["total"] for each in filled(made)] == [0.0, 3.0]
    assert made("questionnaire", "scores", "--json").json == {"scores": []}


def test_the_same_within_seven_days_gets_a_gentle_note_and_no_block(made: Leeward) -> None:
    add(made, "record", "PCL-5", "--answers", PCL5, "--at", "2026-05-02T10:00")
    again = made("questionnaire", "record", "PCL-5", "--answers", PCL5, "--at", "2026-05-06T10:00")
    assert (again.code, "4 days before" in again.err) == (0, True)
    later = made("questionnaire", "record", "PCL-5", "--answers", PCL5, "--at", "2026-05-13T10:00")
    assert "days before" not in later.err


def test_the_line_of_support_stands_each_time_item_9_is_above_0_and_never_otherwise(made: Leeward) -> None:
    for _time in range(2):
        assert "Only you see this." in made("questionnaire", "record", "PHQ-9", "--answers", f"{PHQ9[:-1]}1").err
    assert "Only you see this." not in made("questionnaire", "record", "PHQ-9", "--answers", PHQ9).err


def test_a_total_is_kept_with_its_day_and_who_gave_it(made: Leeward) -> None:
    add(made, "total", "ISI", "14", "--at", "2026-05-02", "--by", "Sleep clinic")
    add(made, "total", "phq9", "11", "--at", "2026-05-03")
    isi, phq9 = filled(made)
    assert (isi["name"], isi["instrument"], isi["total"], isi["by"]) == ("ISI", None, 14.0, "Sleep clinic")
    assert (isi["day"], isi["at"], isi["typed"]) == ("2026-05-02", "2026-05-02", True)
    assert (phq9["instrument"], phq9["possible"]) == ("phq9", 27)


def test_scores_keep_weekly_and_monthly_apart_and_name_the_source_of_each_change(made: Leeward) -> None:
    for day, span in ((2, "week"), (12, "week"), (20, "month")):
        at = f"2026-05-{day:02}T10:00"
        add(made, "record", "PCL-5", "--answers", PCL5, "--at", at, "--span", span)
    found = made("questionnaire", "scores", "--json").json["scores"]
    assert [(each["key"], each["n"], each["change"]) for each in found] == [
        ("pcl5:month", 1, None),
        ("pcl5:week", 2, 0.0),
    ]
    told = made("questionnaire", "scores").out
    assert "9–12 points (primary care, Blanchard 2023)" in told
    assert "15–18 points (male veterans, Marx 2022), and a score of 28 or less" in told
    assert "PCL-5 (past week)" in told


def test_the_summary_has_the_scores_of_its_period(made: Leeward) -> None:
    made("log", "nightmares=2", "--at", "2026-05-03T20:00")
    add(made, "total", "ISI", "14", "--at", "2026-05-02")
    add(made, "total", "ISI", "9", "--at", "2026-06-02")
    data = made("summary", "--from", "2026-05-01", "--to", "2026-05-31", "--json").json
    assert [(each["label"], each["n"], each["last"]["value"]) for each in data["scores"]] == [("ISI", 1, 14.0)]
    assert "ISI" in made("summary", "--from", "2026-05-01", "--to", "2026-05-31").out


def test_the_list_tells_what_can_be_filled_in(made: Leeward) -> None:
    result = made("questionnaire", "list")
    assert "WHO-5: Well-being, 5 questions, 0 to 5" in result.out
    assert [each["key"] for each in made("questionnaire", "list", "--json").json["instruments"]] == [
        "pcl5",
        "pc_ptsd_5",
        "phq9",
        "gad7",
        "who5",
        "b_ipf",
        "suds",
    ]


def test_one_that_was_deleted_comes_back(made: Leeward) -> None:
    printed = add(made, "total", "ISI", "14", "--at", "2026-05-02")
    assert made("delete", printed[:8]).code == 0
    assert filled(made) == []
    assert made("undo").code == 0
    assert [each["id"] for each in filled(made)] == [printed]
    assert made("delete", printed, "--for-good").code == 0
    assert made("undo").code == 1


def test_a_form_is_answered_by_its_name_and_by_its_id(made: Leeward) -> None:
    kept = made("questionnaire", "open", str(FORM), "--json").json
    answers = ",".join("-" if question["answers"] else "2" for question in kept["questions"])
    add(made, "record", kept["id"][:8], "--answers", answers)
    add(made, "record", kept["title"], "--answers", answers)
    assert [each["form"] for each in filled(made)] == [kept["id"]] * 2
    assert made("questionnaire", "list", "--json").json["forms"][0]["title"] == kept["title"]


REFUSED = {
    "a wrong count": ("record", "PCL-5", "--answers", "1,2,3"),
    "one too many": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,0,0"),
    "out of range": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,4"),
    "below 0": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,-1"),
    "a fraction": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,1.5"),
    "no number": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,x"),
    "nothing at all": ("record", "GAD-7", "--answers", ""),
    "a gap": ("record", "GAD-7", "--answers", "0,0,,0,0,0,0"),
    "other digits": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,٢"),
    "not applicable where all apply": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,na"),
    "everything skipped": ("record", "GAD-7", "--answers", "-,-,-,-,-,-,-"),
    "infinity": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,inf"),
    "a long number": ("record", "GAD-7", "--answers", "0,0,0,0,0,0," + "9" * 5000),
    "a nul": ("record", "GAD-7", "--answers", "0,0,0,0,0,0,\0"),
    "a name that is none": ("record", "GAD-77", "--answers", "0"),
    "a time to come": ("record", "SUDS", "--answers", "50", "--at", "2100-01-01T10:00"),
    "a span that is not asked": ("record", "SUDS", "--answers", "50", "--span", "week"),
    "a scale that there is not": ("record", "SUDS", "--answers", "50", "--highest", "50"),
    "above the chosen scale": ("record", "SUDS", "--answers", "50", "--highest", "10"),
    "a total above the highest": ("total", "PHQ-9", "28", "--at", "2026-05-02"),
    "a total above the highest of a known name": ("total", "ISI", "9999", "--at", "2026-05-02"),
    "a total with a fraction": ("total", "PHQ-9", "2.5", "--at", "2026-05-02"),
    "a total without a name": ("total", " ", "3", "--at", "2026-05-02"),
    "a total to come": ("total", "ISI", "3", "--at", "2100-01-01"),
    "a huge total": ("total", "ISI", "1e300", "--at", "2026-05-02"),
}


@pytest.mark.parametrize("arguments", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_told_in_a_sentence_and_nothing_is_kept(made: Leeward, arguments: tuple[str, ...]) -> None:
    result = made("questionnaire", *arguments)
    assert (result.code, result.out) == (1, "")
    assert "Traceback" not in result.err
    assert "…" not in result.err or "9" * 50 in result.err
    assert filled(made) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("record", "GAD-7"),
        ("record", "GAD-7", "--answers", "1", "--span", "year"),
        ("total", "ISI", "14"),
        ("total", "ISI", "many", "--at", "2026-05-02"),
        ("total", "ISI", "nan", "--at", "2026-05-02"),
        ("total", "ISI", "14", "--at", "2026-02-31"),
        ("scores", "--from", "yesterday"),
    ],
)
def test_wrong_usage_ends_with_2(made: Leeward, arguments: tuple[str, ...]) -> None:
    assert made("questionnaire", *arguments).code == 2


def test_a_name_that_is_nearly_right_is_helped(made: Leeward) -> None:
    assert "Did you mean “GAD-7”" in made("questionnaire", "record", "GAD77", "--answers", "0").err


def test_a_count_names_both_numbers(made: Leeward) -> None:
    said = made("questionnaire", "record", "GAD-7", "--answers", "1,2").err
    assert "GAD-7 has 7 questions, and there are 2 answers" in said
