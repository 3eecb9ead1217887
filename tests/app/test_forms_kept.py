"""Forms of a clinic are kept in the journal, each once."""

from __future__ import annotations

import json

import pytest

from journal.app.form_responses import questionnaire_response
from journal.app.forms_kept import form, form_called, forms, keep_form, kept_form
from journal.app.questionnaires import (
    delete_form,
    delete_form_for_good,
    list_all,
    save_answers,
    save_form_answers,
    save_total,
    score_series,
    scored,
)
from journal.app.questionnaires import get as get_questionnaire
from journal.model.errors import AmbiguousRecord, FormRefused, InvalidFile, OnlyTotal, UnknownRecord
from journal.model.form_answers import answers_in_order
from journal.model.questionnaires import GivenAnswer
from journal.model.scoring import Withheld
from tests.support.fhir_forms import OURS, REAL, answered, choice, coded, item, needs_real, questionnaire
from tests.support.journals import make_journal, reopen

GARDEN = OURS / "garden-week.json"


@pytest.fixture
def journal(tmp_path):
    opened, _clock = make_journal(tmp_path / "journal")
    yield opened
    opened.close()


def write(tmp_path, *items, name="walk.json", indent=None, **more):
    path = tmp_path / name
    path.write_text(json.dumps(questionnaire(*items, **more), indent=indent))
    return path


def test_a_form_is_kept_with_the_text_of_its_file(journal):
    kept = keep_form(journal, GARDEN)
    assert (kept.title, kept.url, kept.version) == ("A week in the garden", "urn:example:garden-week", "2.1")
    assert kept.source == GARDEN.read_text()
    assert forms(journal) == [kept]
    assert form(journal, kept.id[:4]).canonical == "urn:example:garden-week|2.1"


def test_it_is_there_after_the_journal_was_closed(tmp_path):
    journal, _clock = make_journal(tmp_path / "other")
    kept = keep_form(journal, GARDEN)
    again = reopen(journal)
    assert kept_form(again, kept.id) == kept
    again.close()


def test_the_same_form_is_kept_once(journal, tmp_path):
    first = keep_form(journal, write(tmp_path, item("1")))
    again = keep_form(journal, write(tmp_path, item("1"), name="copy.json", indent=4, publisher="Someone"))
    assert (again, len(forms(journal))) == (first, 1)


def test_it_has_the_same_id_on_every_computer(journal, tmp_path):
    other, _clock = make_journal(tmp_path / "other")
    path = write(tmp_path, item("1"))
    assert keep_form(journal, path).id == keep_form(other, path).id
    other.close()


def test_another_version_is_another_form(journal, tmp_path):
    first = keep_form(journal, write(tmp_path, item("1")))
    assert keep_form(journal, write(tmp_path, item("1"), version="2")).id != first.id


def test_other_questions_under_the_same_name_do_not_replace_the_first(journal, tmp_path):
    first = keep_form(journal, write(tmp_path, item("1")))
    second = keep_form(journal, write(tmp_path, item("1"), item("2")))
    assert second.id != first.id
    assert len(form(journal, first.id).items) == 1
    assert keep_form(journal, write(tmp_path, item("1"), item("2"))).id == second.id


def test_forms_without_a_url_are_told_apart_by_their_questions(journal, tmp_path):
    first = keep_form(journal, write(tmp_path, item("1"), url=None))
    assert keep_form(journal, write(tmp_path, item("1"), url=None)).id == first.id
    assert keep_form(journal, write(tmp_path, item("2"), url=None)).id != first.id


def test_nothing_is_kept_of_what_cannot_be_shown_whole(journal, tmp_path):
    with pytest.raises(FormRefused):
        keep_form(journal, write(tmp_path, item("1"), item("2", "attachment")))
    with pytest.raises(InvalidFile):
        keep_form(journal, OURS / "trailing-comma.json")
    assert forms(journal) == []


def test_keeping_a_form_is_told_once(journal):
    heard = []
    journal.listen(heard.append)
    keep_form(journal, GARDEN)
    keep_form(journal, GARDEN)
    assert len(heard) == 1


def test_a_form_is_called_by_title_or_id(journal, tmp_path):
    garden = keep_form(journal, GARDEN)
    walk = keep_form(journal, write(tmp_path, item("1")))
    assert form_called(journal, "a week in THE garden") == garden
    assert form_called(journal, "A week") == garden
    assert form_called(journal, walk.id[:5]) == walk
    assert form_called(journal, "PHQ-9") is None
    with pytest.raises(AmbiguousRecord):
        form_called(journal, "A w")


def test_a_filled_in_form_has_its_total(journal, tmp_path):
    kept = keep_form(journal, write(tmp_path, choice("a"), choice("b")))
    whole = save_form_answers(journal, kept.id, answered(a=coded("a1"), b=coded("a2")))
    part = save_form_answers(journal, kept.id, answered(a=coded("a1"), b=None))
    assert (scored(journal, whole).total, scored(journal, whole).possible) == (3, 4)
    assert (scored(journal, part).total, scored(journal, part).withheld) == (None, Withheld.SKIPPED)
    [series] = score_series(journal)
    assert (series.name, [point.value for point in series.points]) == ("A walk", [3])


def test_the_answers_of_a_form_read_back_as_they_were(journal):
    kept = keep_form(journal, GARDEN)
    typed = ["4", "0", "no", "no", "sun", "yes", "Cat; a fox", "2026-10-02", "30", "words"]
    answers = answers_in_order(form(journal, kept.id), typed)
    saved = save_form_answers(journal, kept.id, answers)
    assert get_questionnaire(journal, saved.id).answers == answers


def test_answers_go_out_as_a_response(journal, tmp_path):
    kept = keep_form(journal, write(tmp_path, choice("a")))
    saved = save_form_answers(journal, kept.id, answered(a=coded("a1")))
    made = json.loads(questionnaire_response(journal, saved.id[:6]))
    assert (made["resourceType"], made["questionnaire"], made["id"]) == (
        "QuestionnaireResponse",
        "urn:example:form|1",
        saved.id,
    )


def test_answers_to_a_shipped_questionnaire_go_out_too(journal):
    saved = save_answers(journal, "gad7", [GivenAnswer(str(n), 1) for n in range(1, 8)])
    made = json.loads(questionnaire_response(journal, saved.id))
    assert len(made["item"]) == 7


def test_a_total_that_was_typed_in_has_no_answers_to_hand_on(journal):
    for saved in (save_total(journal, "ISI", 14), save_total(journal, "PHQ-9", 14)):
        with pytest.raises(OnlyTotal):
            questionnaire_response(journal, saved.id)


def test_a_deleted_form_takes_its_answers_along(journal, tmp_path):
    kept = keep_form(journal, write(tmp_path, choice("a")))
    saved = save_form_answers(journal, kept.id, answered(a=coded("a1")))
    delete_form(journal, kept.id)
    assert forms(journal) == []
    with pytest.raises(UnknownRecord):
        questionnaire_response(journal, saved.id)


@needs_real
def test_the_published_phq_9_is_filled_in_by_its_numbers(journal):
    kept = keep_form(journal, REAL / "uscore__Questionnaire-phq-9-example.json")
    answers = answers_in_order(form(journal, kept.id), [*"222211200", "2"])
    assert scored(journal, save_form_answers(journal, kept.id, answers)).total == 12


@pytest.mark.parametrize("delete", [delete_form, delete_form_for_good])
def test_a_form_that_was_deleted_can_be_opened_again(journal, tmp_path, delete):
    path = write(tmp_path, choice("a"))
    kept = keep_form(journal, path)
    save_form_answers(journal, kept.id, answered(a=coded("a1")))
    delete(journal, kept.id)
    again = keep_form(journal, path)
    assert forms(journal) == [again]
    assert list_all(journal) == []
    saved = save_form_answers(journal, again.id, answered(a=coded("a2")))
    assert scored(reopen(journal), saved).total == 2
