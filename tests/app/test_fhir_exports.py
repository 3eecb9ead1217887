"""The journal as a FHIR R4 Bundle: valid, whole in itself, and with nothing that was not chosen."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from journal.app import courses, intakes, medicines, practices, questionnaires, sessions
from journal.app.check_ins import log
from journal.app.dose_levels import change_dose
from journal.app.export_selection import Selection, Wanted
from journal.app.exports import export, export_to
from journal.app.fhir_exports import fhir_pieces
from journal.app.forms_kept import keep_form
from journal.app.items import OwnItem, add_own
from journal.exchange.fhir.codings import LOINC, ORDINAL, OWN, SNOMED
from journal.exchange.leeward_writer import write_document
from journal.model.entries import State
from journal.model.items import Better
from journal.model.medicines import Taken
from journal.model.practices import PracticeKind
from journal.model.questionnaires import Coded, GivenAnswer
from journal.model.sessions import Phase, Shortened, Vital, Went
from journal.report.request import Part
from tests.support.exports import ALL_PARTS, read_back, treat
from tests.support.fhir_bundles import bundle_of, checked, codes, resources
from tests.support.journal_documents import documents

SYMPTOM, ABSENT, SEVERITY = "75325-1", "111551-8", "64750-3"
EVERYTHING = (*ALL_PARTS, "scores", "alcohol", "suicidal_thoughts")
FORBIDDEN = {"102603008", "44376007", "284489004"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"},{"resource":{"resourceType":"Patient"}}',
    "![x](http://example.invalid/a.png)",
    "=cmd|' /C calc'!A0",
    "a\x00b\x1b[31m\ud800c\u202e",
)


def observation(bundle, text: str, **fields):
    """The one Observation about a thing, by the words of its code or of its value."""
    found = [
        each
        for each in resources(bundle, "Observation")
        if text in (each["code"].get("text"), each.get("valueCodeableConcept", {}).get("text"))
    ]
    assert len(found) == 1, [each["code"] for each in found]
    return found[0]


# Ratings


def test_a_rating_is_a_symptom_with_its_severity_and_its_local_time(journal):
    log(journal, {"nightmares": 3.0})
    found = observation(bundle_of(journal), "Nightmares")
    assert (LOINC, SYMPTOM) in codes(found["code"])
    assert (SNOMED, "419145002") in codes(found["valueCodeableConcept"])
    assert found["effectiveDateTime"] == "2026-10-29T21:00:00+01:00"
    severity = found["component"][0]
    assert codes(severity["code"]) == {(LOINC, SEVERITY)}
    assert severity["valueCodeableConcept"]["text"] == "quite a bit"
    assert severity["valueCodeableConcept"]["coding"][0]["extension"][0]["valueDecimal"] == 3


def test_rated_0_states_that_it_was_absent(journal):
    log(journal, {"nightmares": 0.0})
    found = observation(bundle_of(journal), "Nightmares")
    assert codes(found["code"]) == {(LOINC, ABSENT)}
    assert "dataAbsentReason" not in found


@pytest.mark.parametrize(("state", "reason"), [(State.UNANSWERED, "unknown"), (State.NOT_APPLICABLE, "not-applicable")])
def test_what_was_not_answered_says_why_and_never_that_the_symptom_was_there(journal, state, reason):
    log(journal, {"nightmares": state, "flashbacks": 1.0})
    found = observation(bundle_of(journal), "Nightmares")
    assert found["dataAbsentReason"]["coding"][0]["code"] == reason
    assert codes(found["code"]) == {(OWN, "item.nightmares")}
    assert "valueCodeableConcept" not in found


def test_what_was_not_asked_is_not_there(journal):
    log(journal, {"flashbacks": 1.0})
    assert "Nightmares" not in export(journal, "fhir").decode()


def test_what_is_better_higher_is_no_symptom(journal):
    log(journal, {"functioning": 4.0})
    found = observation(bundle_of(journal), "Getting things done")
    assert codes(found["code"]) == {(OWN, "item.functioning")}
    assert found["valueCodeableConcept"]["text"] == "fully"


def test_counts_and_hours_are_quantities(journal):
    log(journal, {"hours_slept": 6.5, "nightmares": 2.0, "nightmares_count": 2.0, "caffeine": 3.0})
    bundle = bundle_of(journal)
    hours = observation(bundle, "Hours slept")["valueQuantity"]
    assert (hours["value"], hours["code"]) == (6.5, "h")
    assert observation(bundle, "How many nightmares")["valueQuantity"]["value"] == 2
    cups = observation(bundle, "Caffeine (cups)")["valueQuantity"]
    assert (cups["unit"], "code" in cups) == ("cups", False)


def test_an_own_item_has_no_code_but_its_own(journal):
    item = add_own(journal, OwnItem("own_hum", "Humming", maximum=10))
    other = add_own(journal, OwnItem("own_walk", "Walks", better=Better.HIGHER))
    log(journal, {"own_hum": 7.0, "own_walk": 2.0})
    bundle = bundle_of(journal)
    hum = observation(bundle, "Humming")
    assert codes(hum["valueCodeableConcept"]) == {("urn:leeward:own-items", item.id)}
    assert hum["component"][0]["valueCodeableConcept"]["text"] == "7 on a scale from 0 to 10"
    assert codes(observation(bundle, "Walks")["code"]) == {("urn:leeward:own-items", other.id)}


def test_no_code_stands_for_something_else(journal):
    log(journal, {"numb": 2.0, "unreal": 2.0, "avoid_thoughts": 2.0})
    found = {code for _system, code in codes(bundle_of(journal))}
    assert not found & FORBIDDEN
    snomed = {item.snomed for item in journal.catalogue.items if item.snomed}
    assert {code for system, code in codes(bundle_of(journal)) if system == SNOMED} <= snomed


def test_names_stay_the_same_every_time(journal):
    log(journal, {"nightmares": 3.0})
    treat(journal)
    first, again = (bundle_of(journal, include=ALL_PARTS, notes="all") for _ in range(2))
    assert [entry["fullUrl"] for entry in first["entry"]] == [entry["fullUrl"] for entry in again["entry"]]


# What goes in


def test_the_patient_has_no_name_unless_asked(journal):
    (patient,) = resources(bundle_of(journal), "Patient")
    assert set(patient) == {"resourceType", "id", "meta"}
    pieces = fhir_pieces(journal, Selection(journal, Wanted(), whole=False), name="K. M.", born=date(1990, 5, 17))
    (named,) = resources(checked("".join(pieces).encode()), "Patient")
    assert (named["name"], named["birthDate"]) == ([{"text": "K. M."}], "1990-05-17")
    assert named["id"] == patient["id"]


def test_what_stays_out_of_the_report_until_chosen_stays_out_here(journal):
    log(journal, {"alcohol": 2.0, "suicidal_thoughts": 1.0, "anxiety": 1.0}, note="for me alone")
    treat(journal)
    (session,) = sessions.sessions(journal)
    sessions.change_session(journal, session.id, alcohol=True)
    bare = export(journal, "fhir").decode().lower()
    assert not [
        word for word in ("alcohol", "suicid", "for me alone", "private", "ketamine", "prazosin") if word in bare
    ]
    parts = export(journal, "fhir", include=ALL_PARTS).decode().lower()
    assert not [word for word in ("alcohol", "suicid", "for me alone", "private") if word in parts]
    chosen = json.dumps(bundle_of(journal, include=EVERYTHING, notes="all")).lower()
    assert all(word in chosen for word in ("alcohol", "6471006", "for me alone", "private session", "private marker"))


def test_thoughts_of_suicide_are_there_or_absent_without_a_severity(journal, opened):
    log(journal, {"suicidal_thoughts": 1.0})
    opened[1].set("2026-10-29T22:00")
    log(journal, {"suicidal_thoughts": 0.0})
    yes, no = resources(bundle_of(journal, include=("suicidal_thoughts",)), "Observation")
    assert (codes(yes["code"]), codes(no["code"])) == ({(LOINC, SYMPTOM)}, {(LOINC, ABSENT)})
    assert not any(code == SEVERITY for _system, code in codes([yes, no]))


def test_a_period_bounds_everything(journal, opened):
    treat(journal)
    log(journal, {"anxiety": 1.0})
    bundle = bundle_of(journal, include=ALL_PARTS, first=date(2026, 10, 1), last=date(2026, 10, 10))
    assert {each["resourceType"] for each in resources(bundle)} == {"Patient", "MedicationStatement"}


def test_an_empty_journal_is_a_bundle_with_its_patient(journal):
    assert [each["resourceType"] for each in resources(bundle_of(journal))] == ["Patient"]


def test_an_export_behind_a_password_holds_the_same(journal):
    import pyzipper

    log(journal, {"anxiety": 1.0})
    file = io.BytesIO()
    export_to(journal, file, "fhir", password="harbour")
    with pyzipper.AESZipFile(file) as archive:
        archive.setpassword(b"harbour")
        assert archive.read(archive.namelist()[0]) == export(journal, "fhir")


# Treatment


@pytest.fixture
def session(journal):
    """An infusion with everything that can be written down about it."""
    course = courses.add_course(journal, "ketamine_iv", date(2026, 10, 15), sessions=6, every_days=3)
    made = sessions.add_session(
        journal, "ketamine_iv", datetime(2026, 10, 28, 14), course_id=course.id, dose=0.5, unit="mg/kg", minutes=40
    )
    sessions.change_session(
        journal,
        made.id,
        weight_kg=70.0,
        route="intravenous",
        went=Went.MANAGEABLE,
        clear_min=110,
        ride=False,
        shortened=Shortened.STOPPED,
        shortened_why="nausea",
    )
    sessions.set_vital(journal, made.id, Vital(0, 120, 80, 66, 98))
    sessions.set_vital(journal, made.id, Vital(40, 141))
    nausea = journal.item("nausea")
    for minute, level in ((20, 2), (90, 0)):
        sessions.add_point(journal, made.id, nausea, level, at_ms=made.at_ms + minute * 60_000)
    sessions.set_phase(journal, made.id, nausea, Phase.DURING)
    return sessions.session(journal, made.id)


def test_a_ketamine_session_is_a_procedure_with_what_was_given(journal, session):
    bundle = bundle_of(journal, include=("sessions",))
    (plan,), (procedure,) = resources(bundle, "CarePlan"), resources(bundle, "Procedure")
    (given,) = resources(bundle, "MedicationStatement")
    url = f"urn:uuid:{procedure['id']}"
    assert procedure["basedOn"] == given["basedOn"] == [{"reference": f"urn:uuid:{plan['id']}"}]
    assert given["partOf"] == [{"reference": url}]
    assert (procedure["status"], procedure["statusReason"]["text"]) == ("stopped", "nausea")
    assert procedure["performedPeriod"]["end"] == "2026-10-28T14:40:00+01:00"
    assert given["medicationCodeableConcept"]["text"] == "Ketamine"
    doses = [rate["doseQuantity"] for rate in given["dosage"][0]["doseAndRate"]]
    assert [(dose["value"], dose["code"]) for dose in doses] == [(0.5, "mg/kg"), (35, "mg")]
    assert plan["activity"][0]["detail"]["scheduledTiming"]["repeat"]["count"] == 6
    told = observation(bundle, "About the session")
    assert {part["code"]["text"]: part.get("valueBoolean") for part in told["component"]}[
        "A way home arranged"
    ] is False


def test_vitals_are_vital_signs_with_pressure_as_a_panel(journal, session):
    signs = [
        each
        for each in resources(bundle_of(journal, include=("sessions",)), "Observation")
        if each["category"][0]["coding"][0]["code"] == "vital-signs"
    ]
    assert [next(iter(codes(each["code"])))[1] for each in signs] == [
        "85354-9",
        "8867-4",
        "59408-5",
        "85354-9",
        "29463-7",
    ]
    early, late = (each for each in signs if (LOINC, "85354-9") in codes(each["code"]))
    assert [part["valueQuantity"]["code"] for part in early["component"]] == ["mm[Hg]", "mm[Hg]"]
    assert late["effectiveDateTime"] == "2026-10-28T14:40:00+01:00"
    assert late["component"][1]["dataAbsentReason"]["coding"][0]["code"] == "unknown"


def test_a_side_effect_is_about_its_session(journal, session):
    bundle = bundle_of(journal, include=("sessions",))
    (procedure,) = resources(bundle, "Procedure")
    felt = [each for each in resources(bundle, "Observation") if "focus" in each]
    assert {each["focus"][0]["reference"] for each in felt} == {f"urn:uuid:{procedure['id']}"}
    assert [codes(each["code"]) for each in felt] == [{(LOINC, SYMPTOM)}, {(LOINC, ABSENT)}]
    assert felt[0]["effectiveDateTime"] == "2026-10-28T14:20:00+01:00"
    assert (OWN, "phase.during") in codes(felt[0])


def test_esketamine_is_told_in_devices_and_in_milligrams(journal):
    sessions.add_session(journal, "esketamine", datetime(2026, 10, 28, 9), dose=2, unit="device")
    (given,) = resources(bundle_of(journal, include=("sessions",)), "MedicationStatement")
    doses = [rate["doseQuantity"] for rate in given["dosage"][0]["doseAndRate"]]
    assert [(dose["value"], dose["unit"]) for dose in doses] == [(2, "device"), (56, "mg")]


def test_a_therapy_session_is_a_procedure_alone(journal):
    sessions.add_session(journal, "pe", datetime(2026, 10, 28, 9), minutes=60)
    bundle = bundle_of(journal, include=("sessions",))
    assert resources(bundle, "Procedure")[0]["code"]["text"] == "Prolonged exposure"
    assert resources(bundle, "MedicationStatement") == []


def test_dose_changes_never_rewrite_what_was_before(journal):
    medicine = medicines.add_medicine(
        journal, "Sertraline", unit="mg", start=date(2026, 3, 1), dose=50, times=(480, 1200)
    )
    change_dose(journal, medicine.id, date(2026, 9, 1), dose=0)
    before, now = resources(bundle_of(journal, include=("medicines",)), "MedicationStatement")
    assert (before["status"], before["effectivePeriod"]) == ("completed", {"start": "2026-03-01", "end": "2026-08-31"})
    assert before["dosage"][0]["timing"]["repeat"]["timeOfDay"] == ["08:00:00", "20:00:00"]
    assert (now["status"], now["effectivePeriod"]) == ("active", {"start": "2026-09-01"})
    assert now["dosage"][0]["doseAndRate"][0]["doseQuantity"]["value"] == 0
    medicines.stop_medicine(journal, medicine.id, date(2026, 10, 20), reason="enough")
    told = resources(bundle_of(journal, include=("medicines",)), "MedicationStatement")
    assert [each["status"] for each in told] == ["completed", "stopped"]


@pytest.mark.parametrize(
    ("taken", "status", "words"),
    [
        (Taken.TAKEN, "completed", "Taken"),
        (Taken.LATER, "completed", "Taken later"),
        (Taken.NOT_TAKEN, "not-taken", "Not taken"),
    ],
)
def test_a_dose_says_what_became_of_it(journal, taken, status, words):
    medicine = medicines.add_medicine(journal, "Prazosin", unit="drops", start=date(2026, 10, 1), dose=3, times=(480,))
    intakes.take(journal, medicine.id, due_min=480, taken=taken)
    usual, dose = resources(bundle_of(journal, include=("medicines",)), "MedicationStatement")
    assert dose["partOf"] == [{"reference": f"urn:uuid:{usual['id']}"}]
    assert (dose["status"], dose["statusReason"][0]["text"]) == (status, words)
    assert "code" not in usual["dosage"][0]["doseAndRate"][0]["doseQuantity"]
    assert ("dosage" in dose) is (taken is not Taken.NOT_TAKEN)


def test_practice_tells_distress_and_whether_it_was_done(journal):
    practices.add_practice(journal, PracticeKind.IN_LIFE, before=70, highest=90, after=0, minutes=30)
    practices.add_practice(journal, PracticeKind.WORKSHEET, done=False)
    bundle = bundle_of(journal, include=("sessions",))
    done = observation(bundle, "Exposure in life")
    assert [part.get("valueInteger") for part in done["component"][:3]] == [70, 90, 0]
    assert observation(bundle, "Worksheet")["valueBoolean"] is False


# Questionnaires


def test_a_questionnaire_is_its_answers_and_its_total(journal):
    questionnaires.save_answers(journal, "pcl5", [GivenAnswer(str(number), 2) for number in range(1, 21)])
    bundle = bundle_of(journal, include=("scores",))
    (answers,), (total,) = resources(bundle, "QuestionnaireResponse"), resources(bundle, "Observation")
    assert (codes(total["code"]), total["valueInteger"]) == ({(LOINC, "101698-9")}, 40)
    assert total["derivedFrom"] == [{"reference": f"urn:uuid:{answers['id']}"}]
    assert [part["valueInteger"] for part in total["component"]] == [10, 4, 14, 12]
    assert resources(bundle_of(journal), "QuestionnaireResponse") == []


def test_a_total_with_an_answer_missing_is_not_told(journal):
    given = [GivenAnswer(str(number), None if number == 3 else 2) for number in range(1, 21)]
    questionnaires.save_answers(journal, "pcl5", given)
    bundle = bundle_of(journal, include=("scores",))
    assert (len(resources(bundle, "QuestionnaireResponse")), resources(bundle, "Observation")) == (1, [])


def test_a_total_that_was_typed_in_says_who_gave_it(journal):
    questionnaires.save_total(journal, "Scale of the clinic", 12.5, date(2026, 10, 20), by="the clinic")
    (total,) = resources(bundle_of(journal, include=("scores",)), "Observation")
    assert (total["code"]["text"], total["valueQuantity"]["value"]) == ("Scale of the clinic", 12.5)
    assert total["component"][0]["valueString"] == "the clinic"
    assert "derivedFrom" not in total


def test_phq9_goes_out_as_its_total_alone_until_its_part_is_chosen(journal):
    questionnaires.save_answers(journal, "phq9", [GivenAnswer(str(number), 1) for number in range(1, 10)])
    alone = bundle_of(journal, include=("scores",))
    assert resources(alone, "QuestionnaireResponse") == []
    assert resources(alone, "Observation")[0]["valueInteger"] == 9
    both = bundle_of(journal, include=("scores", "suicidal_thoughts"))
    assert len(resources(both, "QuestionnaireResponse")) == 1


CLINIC_FORM = {
    "resourceType": "Questionnaire",
    "url": "urn:example:evenings",
    "title": "Evenings",
    "status": "active",
    "item": [
        {
            "linkId": key,
            "text": f"Evening {key}",
            "type": "choice",
            "answerOption": [
                {
                    "valueCoding": {
                        "system": "urn:example:often",
                        "code": str(n),
                        "extension": [{"url": ORDINAL, "valueDecimal": n}],
                    }
                }
                for n in range(3)
            ],
        }
        for key in ("a", "b")
    ],
}


def filled_form(journal, folder):
    file = folder / "form.json"
    file.write_text(json.dumps(CLINIC_FORM))
    kept = keep_form(journal, file)
    given = [GivenAnswer(key, Coded("urn:example:often", "2")) for key in ("a", "b")]
    return questionnaires.save_form_answers(journal, kept.id, given)


def test_a_form_of_the_clinic_goes_out_under_its_own_ids_with_its_sum(journal, tmp_path):
    filled_form(journal, tmp_path)
    bundle = bundle_of(journal, include=("scores",))
    (answers,), (total,) = resources(bundle, "QuestionnaireResponse"), resources(bundle, "Observation")
    assert answers["questionnaire"] == "urn:example:evenings"
    assert [item["linkId"] for item in answers["item"]] == ["a", "b"]
    assert (total["code"]["text"], total["valueInteger"]) == ("Evenings", 4)
    assert total["derivedFrom"] == [{"reference": f"urn:uuid:{answers['id']}"}]


def test_answers_stay_when_their_form_is_gone(journal, tmp_path):
    filled = filled_form(journal, tmp_path)
    with journal.store.tx():
        journal.store.forms.delete(filled.form_id)  # as after joining a copy in which the form was deleted
    (answers,) = resources(bundle_of(journal, include=("scores",)), "QuestionnaireResponse")
    assert [item["answer"][0]["valueCoding"]["code"] for item in answers["item"]] == ["2", "2"]


# Any text, any journal


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_stays_text(journal, text):
    plain = text.encode("utf-8", "ignore").decode()
    add_own(journal, OwnItem("own_text", plain.replace("\x00", "").replace("\x1b", ""), maximum=3))
    log(journal, {"own_text": 2.0}, note=plain)
    courses.add_course(journal, "other", date(2026, 10, 1), name=plain, purpose=plain)
    sessions.add_session(journal, "other", datetime(2026, 10, 28, 9), name=plain, note=plain, other_medicines=plain)
    medicines.add_medicine(journal, plain, unit=plain, start=date(2026, 10, 1), dose=1, purpose=plain)
    bundle = bundle_of(journal, include=EVERYTHING, notes="all")
    assert len(resources(bundle, "Patient")) == 1
    found = json.dumps(bundle, ensure_ascii=False)
    assert json.dumps(plain.translate(dict.fromkeys((0, 27))), ensure_ascii=False)[1:-1] in found
    assert not any(key in found for key in ('"div"', '"note":', '"markdown"'))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_journal_makes_a_valid_bundle(tmp_path_factory, document):
    document = replace(document, entries=tuple(sorted(document.entries, key=lambda entry: entry.at_ms)))
    text = "".join(write_document(document.head, document.entries, document.records))
    journal = read_back(text.encode(), tmp_path_factory.mktemp("any"))
    try:
        keys = [item.key for item in journal.items()]
        bundle = bundle_of(journal, include=(*map(str, Part), *keys), notes="all")
        ratings = sum(len(entry.ratings) for entry in document.entries)
        assert len(resources(bundle, "Procedure")) == len(document.records.sessions)
        assert len(resources(bundle, "Observation")) >= ratings
    finally:
        journal.close()
