"""Forms of a clinic from the command line: opened, answered, handed on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Leeward
from tests.support.fhir_forms import OURS, REAL, choice, item, needs_real, questionnaire

GARDEN = str(OURS / "garden-week.json")
TYPED = "4,2,some,every,fog,yes,Cat;a fox,2026-10-02,30,all well"


def written(tmp_path: Path, *items: dict[str, object]) -> str:
    path = tmp_path / "walk.json"
    path.write_text(json.dumps(questionnaire(*items)))
    return str(path)


def test_opening_says_the_name_the_questions_and_the_id(made: Leeward) -> None:
    result = made("questionnaire", "open", GARDEN)
    lines = result.out.splitlines()
    assert (result.code, lines[0]) == (0, "A week in the garden")
    assert lines[1] == "1. Weeding (0 Not done, 4 Done)"
    assert "7. Which one? (1 Cat, 2 Hen)" in lines
    assert made("questionnaire", "open", GARDEN, "--json").json["id"] == lines[-1]


def test_json_has_every_question_in_order(made: Leeward) -> None:
    told = made("questionnaire", "open", GARDEN, "--json").json
    assert [each["number"] for each in told["questions"]] == list(range(1, 11))
    assert told["questions"][0]["answers"] == [{"label": "Not done", "counts_as": 0}, {"label": "Done", "counts_as": 4}]
    assert told["total_at"] == "/total"


def test_every_reason_for_a_refusal_is_told(made: Leeward, tmp_path: Path) -> None:
    path = written(tmp_path, item("1", "attachment"), item("2", "choice", answerValueSet="http://loinc.org/vs/LL1"))
    result = made("questionnaire", "open", path)
    assert (result.code, result.out) == (1, "")
    assert "“About 1” (item 1): Leeward cannot show an item of the type “attachment”." in result.err
    assert "http://loinc.org/vs/LL1" in result.err
    assert "was not opened" in result.err


def test_a_file_of_another_kind_is_named(made: Leeward, tmp_path: Path) -> None:
    path = tmp_path / "patient.json"
    path.write_text('{"resourceType": "Patient"}')
    result = made("questionnaire", "open", str(path))
    assert (result.code, result.out) == (1, "")
    assert "The file holds no FHIR questionnaire but this: Patient." in result.err


def test_reasons_can_be_had_as_json(made: Leeward, tmp_path: Path) -> None:
    result = made("questionnaire", "open", written(tmp_path, item("1", "url")), "--json")
    assert (result.code, result.json["refused"][0]["kind"]) == (1, "item_type")


def test_a_comma_too_many_is_told_by_line_and_column(made: Leeward) -> None:
    result = made("questionnaire", "open", str(OURS / "trailing-comma.json"))
    assert (result.code, result.out) == (1, "")
    assert "line 5, column 3" in result.err


@pytest.mark.parametrize("name", ["A week in the garden", "a week"])
def test_a_form_is_answered_in_the_order_of_its_questions(made: Leeward, tmp_path: Path, name: str) -> None:
    made("questionnaire", "open", GARDEN)
    result = made("questionnaire", "record", name, "--answers", TYPED)
    assert result.code == 0, result.err
    out = tmp_path / "answers.json"
    assert made("questionnaire", "export", result.out.strip()[:8], "--out", str(out)).code == 0
    response = json.loads(out.read_text())
    assert response["questionnaire"] == "urn:example:garden-week|2.1"
    assert response["item"][1]["answer"] == [{"valueDecimal": 10.5}]


def test_an_answer_that_does_not_fit_is_told_with_its_number(made: Leeward, tmp_path: Path) -> None:
    made("questionnaire", "open", written(tmp_path, choice("a"), choice("b")))
    result = made("questionnaire", "record", "A walk", "--answers", "1,7")
    assert (result.code, result.out) == (1, "")
    assert "“7” is no answer to question 2." in result.err


def test_an_export_replaces_nothing(made: Leeward, tmp_path: Path) -> None:
    saved = made("questionnaire", "record", "GAD-7", "--answers", "1,0,2,1,1,0,3").out.strip()
    out = tmp_path / "answers.json"
    out.write_text("mine")
    assert made("questionnaire", "export", saved, "--out", str(out)).code == 1
    assert out.read_text() == "mine"
    result = made("questionnaire", "export", saved, "--out", str(out), "--force")
    assert "not encrypted" in result.err
    assert json.loads(out.read_text())["resourceType"] == "QuestionnaireResponse"


def test_what_is_not_there_cannot_be_exported(made: Leeward, tmp_path: Path) -> None:
    result = made("questionnaire", "export", "abcd", "--out", str(tmp_path / "x.json"))
    assert (result.code, (tmp_path / "x.json").exists()) == (1, False)


def test_a_total_alone_cannot_be_exported_as_answers(made: Leeward, tmp_path: Path) -> None:
    saved = made("questionnaire", "total", "ISI", "14", "--at", "2026-10-20").out.strip()
    result = made("questionnaire", "export", saved, "--out", str(tmp_path / "x.json"))
    assert result.code == 1
    assert "only a total was typed in" in result.err


@needs_real
def test_the_published_phq_9_comes_to_its_published_total(made: Leeward) -> None:
    made("questionnaire", "open", str(REAL / "uscore__Questionnaire-phq-9-example.json"))
    assert made("questionnaire", "record", "PHQ-9 Example", "--answers", "2,2,2,2,1,1,2,0,0,2").code == 0
    [series] = made("questionnaire", "scores", "--json").json["scores"]
    assert [each["value"] for each in series["points"]] == [12]
