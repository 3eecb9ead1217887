"""Questionnaires in exports: what goes in, what stays out, and that a whole journal comes back the same."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from journal.app import questionnaires
from journal.app.exports import export
from journal.app.forms_kept import form_of, keep_form
from journal.app.imports import run_import
from journal.app.record_exports import every_record
from journal.exchange.results import EntryCounts
from journal.model.questionnaires import Coded, GivenAnswer, Span
from tests.support.exports import FORM, read_back, zipped
from tests.support.tables import write

FORMS = Path(__file__).parents[1] / "data" / "fhir"


ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
OPTIONS = [
    {
        "valueCoding": {
            "extension": [{"url": ORDINAL, "valueDecimal": number}],
            "system": "http://loinc.org",
            "code": code,
            "display": display,
        }
    }
    for number, code, display in ((0, "LA6568-5", "None"), (1, "LA6569-3", "Some"))
]
ASKING = {
    "resourceType": "Questionnaire",
    "status": "active",
    "title": "Two questions",
    "item": [
        {"linkId": "1", "text": "Rest", "type": "choice", "answerOption": OPTIONS},
        {
            "linkId": "9",
            "text": "The last one",
            "type": "choice",
            "code": [{"system": "http://loinc.org", "code": "44260-8"}],
            "answerOption": OPTIONS,
        },
    ],
}


def numbered(*values):
    return [GivenAnswer(str(number), value) for number, value in enumerate(values, 1)]


@pytest.fixture
def journal(opened):
    made = opened[0]
    questionnaires.save_answers(made, "pcl5", numbered(*[2] * 20), at=datetime(2026, 10, 20, 10), span=Span.WEEK)
    questionnaires.save_answers(made, "phq9", numbered(0, 1, 2, 3, 0, 1, 2, 3, 1), at=datetime(2026, 10, 21, 10))
    questionnaires.save_answers(made, "phq9", numbered(1, None), at=datetime(2026, 10, 22, 10))
    questionnaires.save_total(made, "ISI", 14, date(2026, 10, 23), "Dr Sommer")
    return made


def filled(journal, **options):
    return json.loads(export(journal, "json", **options))["questionnaires"]


def test_questionnaires_go_in_only_with_the_part_scores(journal):
    assert filled(journal) == filled(journal, include=("sessions",)) == []
    assert [each["instrument"] for each in filled(journal, include=("scores",))] == ["pcl5", "phq9", ""]


def test_the_phq_9_goes_out_as_its_total_alone_until_thoughts_of_suicide_are_chosen(journal):
    found = filled(journal, include=("scores",))[1]
    assert (found["answers"], found["total"]) == ([], 13.0)
    found, without_total = filled(journal, include=("scores", "suicidal_thoughts"))[1:3]
    assert [answer["value"] for answer in found["answers"]] == [0, 1, 2, 3, 0, 1, 2, 3, 1]
    assert (found["total"], without_total["answers"][1]["value"]) == (None, None)


def test_a_form_that_asks_about_suicide_goes_out_as_its_total_alone_too(opened, tmp_path):
    made = opened[0]
    kept = keep_form(made, write(tmp_path, json.dumps(ASKING).encode(), "asking.json"))
    chosen = Coded("http://loinc.org", "LA6569-3", "Some")
    questionnaires.save_form_answers(made, kept.id, [GivenAnswer("1", chosen), GivenAnswer("9", chosen)])
    (found,) = filled(made, include=("scores",))
    assert (found["answers"], found["total"], found["form"]) == ([], 2.0, kept.id)
    (found,) = filled(made, include=("scores", "suicidal_thoughts"))
    assert [answer["item"] for answer in found["answers"]] == ["1", "9"]


def test_a_period_bounds_questionnaires(journal):
    assert [each["name"] for each in filled(journal, include=("scores",), first=date(2026, 10, 22))] == ["ISI"]


def test_only_forms_that_were_filled_in_then_go_along(journal):
    with journal.store.action("keep_form"):
        journal.store.forms.save(FORM)
    assert json.loads(export(journal, "json", include=("scores",)))["forms"] == []
    questionnaires.save_form_answers(journal, FORM.id, [GivenAnswer("/1", True)])
    assert [form["source"] for form in json.loads(export(journal, "json", include=("scores",)))["forms"]] == ["{}"]


def test_csv_tells_totals_and_every_answer(journal):
    found = zipped(export(journal, "csv", include=("scores", "suicidal_thoughts")))
    pcl5, phq9, skipped, isi = found["questionnaires.csv"]
    assert (pcl5["total"], pcl5["possible"], pcl5["span"]) == ("40", "80", "week")
    assert pcl5["clusters"] == "B 10 | C 4 | D 14 | E 12"
    assert (phq9["answered"], phq9["items"], phq9["withheld"]) == ("9", "9", "")
    assert (skipped["total"], skipped["withheld"], skipped["answered"]) == ("", "skipped", "1")
    assert (isi["name"], isi["total"], isi["given_by"], isi["typed"]) == ("ISI", "14", "Dr Sommer", "yes")
    assert (isi["time"], isi["possible"]) == ("2026-10-23", "")
    answers = [row for row in found["questionnaire_answers.csv"] if row["questionnaire"] == skipped["questionnaire"]]
    assert [(row["item"], row["state"], row["value"]) for row in answers][:2] == [
        ("1", "rated", "1"),
        ("2", "unanswered", ""),
    ]


def test_csv_tells_the_questions_of_a_form_in_its_own_words(journal):
    kept = keep_form(journal, FORMS / "step-slider.json")
    first = form_of(kept).questions()[0]
    unknown = [GivenAnswer(first.link_id, 2), GivenAnswer(f"{first.link_id}[1]", 3), GivenAnswer("no such question")]
    questionnaires.save_form_answers(journal, kept.id, unknown)
    found = zipped(export(journal, "csv", include=("scores",)))
    rows = [row for row in found["questionnaire_answers.csv"] if not row["instrument"]]
    assert [row["topic"] for row in rows] == [first.label, first.label, ""]
    assert first.label


def test_a_whole_journal_comes_back_with_its_questionnaires_and_with_what_was_deleted(journal, tmp_path):
    gone = questionnaires.save_total(journal, "ISI", 3, date(2026, 10, 1))
    questionnaires.delete(journal, gone.id)
    other = read_back(export(journal, "json", notes="all"), tmp_path)
    assert every_record(other.store) == every_record(journal.store)
    assert other.store.questionnaires.deleted() == [gone.id]
    other.close()


def test_reading_the_same_file_twice_changes_nothing_and_one_undo_takes_it_back(journal, tmp_path):
    data = export(journal, "json", notes="all")
    other = read_back(data, tmp_path)
    path = write(tmp_path, data, "again.json")
    again = run_import(other, path)
    assert (again.import_id, again.records["questionnaires"]) == (None, EntryCounts(known=4))
    other.store.changes.undo()
    assert other.store.questionnaires.all() == []
    other.close()
