from __future__ import annotations

import copy
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from journal.exchange.leeward_document import Document, DocumentRecords
from journal.exchange.leeward_reader import read_document, recognises
from journal.exchange.leeward_writer import write_document
from journal.host.resources import resource
from journal.model.errors import InvalidFile
from journal.model.plans import Heading
from journal.model.questionnaires import Coded, GivenAnswer
from tests.support.journal_documents import documents


@cache
def validator(version: int = 4) -> jsonschema.Draft202012Validator:
    name = f"leeward-journal-{version}.schema.json"
    schema = json.loads(resource("schema", name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def text_of(document: Document) -> str:
    return "".join(write_document(document.head, document.entries, document.records))


def kept(folder: Path, text: str) -> Path:
    path = folder / "journal.json"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("documents")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_what_is_written_reads_back_the_same(folder, document):
    text = text_of(document)
    validator().validate(json.loads(text))
    assert recognises(text.encode())
    assert read_document(kept(folder, text)) == document


ID = "00000000-0000-0000-0000-0000000000{}".format

OWN = {
    "groups": [{"id": ID(20), "name": "Mornings", "position": 50}],
    "profiles": [
        {"id": ID(21), "name": "Short", "items": ["own_a"], "weekdays": [0, 6], "session_day": True, "position": 0}
    ],
    "goals": [
        {
            "id": ID(22),
            "item": ID("02"),
            "start": "2026-10-01",
            "why": "",
            "ended_on": None,
            "end_reason": "",
            "position": 0,
        }
    ],
    "clinicians": [{"id": ID(23), "name": "The clinic", "include": ["sessions"], "paper": "a4", "position": 0}],
    "appointments": [{"id": ID(24), "day": "2026-11-05", "time": "14:30", "clinician": ID(23), "note": ""}],
    "questions": [
        {
            "id": ID(25),
            "kind": "question",
            "text": "Less at night?",
            "day": "2026-10-20",
            "asked_on": None,
            "appointment": ID(24),
            "position": 0,
        }
    ],
    "plan_lines": [{"id": ID(26), "heading": "places", "text": "The harbour", "position": 0, "open": True}],
    "contacts": [
        {
            "id": ID(27),
            "name": "The neighbour",
            "call": "0 30 12",
            "sms": "",
            "say": "",
            "note": "",
            "shipped": "",
            "hidden": False,
            "open": False,
            "checked_on": "2026-10-01",
            "position": 0,
        }
    ],
    "calm_moments": [
        {
            "id": ID(28),
            "at": "2026-10-28T21:00:00+01:00",
            "day": "2026-10-28",
            "day_start_min": 240,
            "zone": None,
            "choice": "breathing",
            "before": 7,
            "after": None,
        }
    ],
}
"""What version 4 brought beside tags and own names."""

SAMPLE = {
    "$schema": "urn:leeward:schema:journal:4",
    "format": "leeward-journal",
    "version": 4,
    "journal": "00000000-0000-0000-0000-000000000001",
    "made_at": "2026-10-29T21:00:00+01:00",
    "program": "leeward 0",
    "complete": True,
    "notes": "all",
    "from": None,
    "to": None,
    "settings": {"day_start_min": 240},
    "items": [
        {
            "id": "00000000-0000-0000-0000-000000000002",
            "key": "own_a",
            "label": "A",
            "origin": "own",
            "hidden": False,
            "position": 0,
            "own_name": "",
            "group": "",
            "versions": [
                {
                    "id": "00000000-0000-0000-0000-000000000003",
                    "since": "0001-01-01",
                    "kind": "scale",
                    "asked": "every",
                    "label": "A",
                    "words": [],
                    "min": 0,
                    "max": 4,
                    "step": 1,
                    "unit": "",
                    "better": "lower",
                    "combine": "mean",
                }
            ],
        }
    ],
    "imports": [],
    "deleted_entries": [],
    "deleted_records": {
        "courses": [],
        "sessions": [],
        "medicines": [],
        "intakes": [],
        "practices": [],
        "markers": [],
        "forms": [],
        "questionnaires": [],
        **{name: [] for name in OWN},
    },
    "courses": [
        {
            "id": "00000000-0000-0000-0000-000000000005",
            "kind": "ketamine_iv",
            "start": "2026-10-15",
            "name": "",
            "ended_on": None,
            "end_reason": "",
            "clinic": "",
            "purpose": "",
            "tried_earlier": "",
            "baseline": "",
            "plans": [
                {
                    "id": "00000000-0000-0000-0000-000000000006",
                    "since": "2026-10-15",
                    "sessions": 6,
                    "every_days": None,
                }
            ],
        }
    ],
    "sessions": [
        {
            "id": "00000000-0000-0000-0000-000000000007",
            "kind": "ketamine_iv",
            "at": "2026-10-28T14:00:00+01:00",
            "day": "2026-10-28",
            "day_start_min": 240,
            "zone": None,
            "time_known": "minute",
            "course": "00000000-0000-0000-0000-000000000005",
            "name": "",
            "planned_at": "2026-10-28T13:45:00+01:00",
            "minutes": 40,
            "dose": 0.5,
            "unit": "mg/kg",
            "weight_kg": 70,
            "route": "intravenous",
            "went": "hard",
            "clear_min": None,
            "worked_with": 0,
            "place": "clinic",
            "accompanied": False,
            "shortened": None,
            "shortened_why": "",
            "other_medicines": "",
            "ate_at": None,
            "alcohol": None,
            "calming": None,
            "held_back": "",
            "ride": True,
            "intention": "",
            "note": "",
            "shared": False,
            "open": False,
            "made_at": None,
            "changed_at": None,
            "import": None,
            "tags": [],
            "source_key": None,
            "vitals": [{"minute": 0, "systolic": 120, "diastolic": 80, "pulse": None, "spo2": 98}],
            "effects": [
                {
                    "key": "own_a",
                    "item": "00000000-0000-0000-0000-000000000002",
                    "phase": "during",
                    "points": [
                        {
                            "id": "00000000-0000-0000-0000-000000000008",
                            "at": "2026-10-28T14:20:00+01:00",
                            "level": 2,
                        }
                    ],
                }
            ],
        }
    ],
    "medicines": [],
    "intakes": [],
    "practices": [],
    "markers": [],
    "forms": [
        {
            "id": "00000000-0000-0000-0000-000000000010",
            "url": "urn:example:rest",
            "version": "1",
            "title": "Rest",
            "source": "{}",
            "made_at": "2026-10-28T20:00:00Z",
        }
    ],
    "questionnaires": [
        {
            "id": "00000000-0000-0000-0000-000000000011",
            "instrument": "suds",
            "at": "2026-10-28T21:00:00+01:00",
            "day": "2026-10-28",
            "form": None,
            "name": "",
            "span": "none",
            "maximum": 10,
            "total": None,
            "total_by": "",
            "day_start_min": 240,
            "zone": None,
            "time_known": "minute",
            "made_at": None,
            "changed_at": None,
            "import": None,
            "source_key": None,
            "answers": [{"item": "1", "value": 7, "not_applicable": False}],
        },
        {
            "id": "00000000-0000-0000-0000-000000000012",
            "instrument": "",
            "at": "2026-10-28T21:00:00+01:00",
            "day": "2026-10-28",
            "form": "00000000-0000-0000-0000-000000000010",
            "name": "",
            "span": "none",
            "maximum": None,
            "total": None,
            "total_by": "",
            "day_start_min": 240,
            "zone": None,
            "time_known": "minute",
            "made_at": None,
            "changed_at": None,
            "import": None,
            "source_key": None,
            "answers": [
                {"item": "/1", "value": {"system": "", "code": "a", "display": "A"}, "not_applicable": False},
                {"item": "/2", "value": None, "not_applicable": False},
            ],
        },
    ],
    **OWN,
    "entries": [
        {
            "id": "00000000-0000-0000-0000-000000000004",
            "kind": "check_in",
            "at": "2026-10-28T21:00:00+01:00",
            "zone": None,
            "time_known": "minute",
            "part": None,
            "day": "2026-10-28",
            "day_start_min": 240,
            "recall": "since",
            "covers_min": 1440,
            "made_at": None,
            "changed_at": None,
            "note": "",
            "note_shared": False,
            "import": None,
            "tags": ["sea"],
            "source_key": None,
            "ratings": [
                {
                    "key": "own_a",
                    "item": "00000000-0000-0000-0000-000000000002",
                    "version": "00000000-0000-0000-0000-000000000003",
                    "state": "rated",
                    "value": 2,
                    "raw": None,
                }
            ],
        }
    ],
}

FAULTS: dict[str, tuple[tuple[object, ...], object]] = {
    "another format": (("format",), "other"),
    "a newer version": (("version",), 5),
    "tags that are no texts": (("entries", 0, "tags"), [3]),
    "a goal without its item": (("goals", 0, "item"), "00000000-0000-0000-0000-000000000009"),
    "a heading not known": (("plan_lines", 0, "heading"), "hope"),
    "a weekday not known": (("profiles", 0, "weekdays"), [7]),
    "distress above ten": (("calm_moments", 0, "before"), 11),
    "an appointment at no time": (("appointments", 0, "time"), "25:00"),
    "open that is neither": (("contacts", 0, "open"), "yes"),
    "a version that is no number": (("version",), "2"),
    "sessions that are no list": (("sessions",), {}),
    "a dose that is not possible": (("sessions", 0, "dose"), -1),
    "a weight of nothing": (("sessions", 0, "weight_kg"), 0),
    "blood pressure that is not possible": (("sessions", 0, "vitals", 0, "systolic"), 401),
    "a level that is not possible": (("sessions", 0, "effects", 0, "points", 0, "level"), 5),
    "a level between two": (("sessions", 0, "effects", 0, "points", 0, "level"), 1.5),
    "a phase not known": (("sessions", 0, "effects", 0, "phase"), "once"),
    "a side effect of an item that is not in the file": (
        ("sessions", 0, "effects", 0, "item"),
        "00000000-0000-0000-0000-000000000009",
    ),
    "a session without a time": (("sessions", 0, "at"), None),
    "a course that is no id": (("sessions", 0, "course"), "the first"),
    "no session planned": (("courses", 0, "plans", 0, "sessions"), 0),
    "a deleted record that is no id": (("deleted_records", "sessions"), ["4"]),
    "an answer above the scale": (("questionnaires", 0, "answers", 0, "value"), 11),
    "an answer between two steps": (("questionnaires", 0, "answers", 0, "value"), 6.5),
    "an answer of true to a number": (("questionnaires", 0, "answers", 0, "value"), True),
    "an answer in words to a number": (("questionnaires", 0, "answers", 0, "value"), "seven"),
    "an answer to no question": (("questionnaires", 0, "answers", 0, "item"), "2"),
    "an answer that is a list": (("questionnaires", 1, "answers", 0, "value"), [1]),
    "an answer without end": (("questionnaires", 1, "answers", 0, "value"), 10**400),
    "an answer of half a letter": (("questionnaires", 1, "answers", 0, "value"), "\ud800"),
    "a code without its system": (("questionnaires", 1, "answers", 0, "value"), {"code": "a", "display": "A"}),
    "an answer without its item": (("questionnaires", 1, "answers", 0), {"value": 1, "not_applicable": False}),
    "a total beside answers": (("questionnaires", 0, "total"), 7),
    "a scale that the questionnaire has not": (("questionnaires", 0, "maximum"), 50),
    "a span not known": (("questionnaires", 0, "span"), "day"),
    "a form of an answer that is no id": (("questionnaires", 1, "form"), "rest"),
    "a form whose source is no text": (("forms", 0, "source"), {}),
    "a form kept at no time": (("forms", 0, "made_at"), "in spring"),
    "items that are no list": (("items",), {}),
    "entries that are no list": (("entries",), "many"),
    "an item that is no object": (("items", 0), 3),
    "an entry that is no object": (("entries", 0), None),
    "an id that is none": (("entries", 0, "id"), "4"),
    "an id in capitals": (("entries", 0, "id"), "0000000A-0000-0000-0000-000000000004"),
    "an id that is a number": (("entries", 0, "id"), 4),
    "a time without offset": (("entries", 0, "at"), "2026-10-28T21:00:00"),
    "a time that is none": (("entries", 0, "at"), "evening"),
    "31 february": (("entries", 0, "day"), "2026-02-31"),
    "25:61": (("entries", 0, "at"), "2026-10-28T25:61:00+01:00"),
    "a kind not known": (("entries", 0, "kind"), "visit"),
    "a state not known": (("entries", 0, "ratings", 0, "state"), "maybe"),
    "a rated answer without a value": (("entries", 0, "ratings", 0, "value"), None),
    "an unanswered one with a value": (("entries", 0, "ratings", 0, "state"), "unanswered"),
    "a value in words": (("entries", 0, "ratings", 0, "value"), "two"),
    "a time at the end of all time": (("entries", 0, "at"), "9999-12-31T23:59:59-14:00"),
    "a time of another age": (("entries", 0, "at"), "0001-01-01T00:00:00+00:00"),
    "made at the end of all time": (("entries", 0, "made_at"), "9999-12-31T23:59:59+00:00"),
    "the last of all days": (("entries", 0, "day"), "9999-12-31"),
    "a value without end": (("entries", 0, "ratings", 0, "value"), 10**400),
    "a value that is true": (("entries", 0, "ratings", 0, "value"), True),
    "an item that is not in the file": (("entries", 0, "ratings", 0, "item"), "00000000-0000-0000-0000-000000000009"),
    "a form that is not in the file": (("entries", 0, "ratings", 0, "version"), "00000000-0000-0000-0000-000000000009"),
    "a note that is no text": (("entries", 0, "note"), 3),
    "a note of half a letter": (("entries", 0, "note"), "\ud800"),
    "shared that is neither": (("entries", 0, "note_shared"), "yes"),
    "minutes with a fraction": (("entries", 0, "day_start_min"), 2.5),
    "a huge whole number": (("entries", 0, "covers_min"), 10**30),
    "words that are no texts": (("items", 0, "versions", 0, "words"), [1]),
    "settings that are a list": (("settings",), []),
    "a setting of half a letter": (("settings", "x"), "\udfff"),
    "deleted ids that are no texts": (("deleted_entries",), [3]),
    "complete that is neither": (("complete",), 1),
}


def changed(path: tuple[object, ...], value: object) -> dict[str, object]:
    table = copy.deepcopy(SAMPLE)
    place: object = table
    for key in path[:-1]:
        place = place[key]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    return table


def test_the_sample_is_valid_and_is_read(tmp_path):
    validator().validate(SAMPLE)
    document = read_document(kept(tmp_path, json.dumps(SAMPLE)))
    (session,) = document.records.sessions
    assert (len(document.entries), session.dose, session.effects[0].points[0].level) == (1, 0.5, 2)
    assert session.planned_ms == session.at_ms - 15 * 60_000


def with_total(name: str, total: float) -> dict[str, object]:
    """The sample with a total by the name of its questionnaire instead of the first answers."""
    table = copy.deepcopy(SAMPLE)
    given = {"instrument": "", "name": name, "maximum": None, "answers": [], "total": total}
    table["questionnaires"][0] |= given  # type: ignore[index]
    return table


@pytest.mark.parametrize(("name", "total"), [("ISI", 29), ("isi ", -1), ("CAPS 5", 80.5), ("any other", 1_000_001)])
def test_a_total_outside_the_range_of_its_name_is_refused(tmp_path, name, total):
    with pytest.raises(InvalidFile) as told:
        read_document(kept(tmp_path, json.dumps(with_total(name, total))))
    assert (told.value.fields["place"], told.value.fields["reason"]) == (
        "questionnaires 1.total",
        "a number is not possible",
    )


@pytest.mark.parametrize(("name", "total"), [("ISI", 28), ("CAPS-5", 0), ("any other", 999_999)])
def test_a_total_in_the_range_of_its_name_is_read(tmp_path, name, total):
    document = read_document(kept(tmp_path, json.dumps(with_total(name, total))))
    assert (document.records.questionnaires[0].name, document.records.questionnaires[0].total) == (name, total)


TREATMENT = ("deleted_records", "courses", "sessions", "medicines", "intakes", "practices", "markers")
QUESTIONNAIRES = ("forms", "questionnaires")


def older(version: int, left_out: Collection[str], deleted: Collection[str]) -> dict[str, object]:
    """The sample as an earlier version would have written it."""
    made = {name: value for name, value in copy.deepcopy(SAMPLE).items() if name not in (*left_out, *OWN)}
    for each in (*made["entries"], *made.get("sessions", ())):  # type: ignore[misc]
        del each["tags"]
    for item in made["items"]:  # type: ignore[attr-defined]
        del item["own_name"], item["group"]
    made |= {"version": version, "$schema": f"urn:leeward:schema:journal:{version}"}
    if deleted:
        made["deleted_records"] = {name: [] for name in deleted}
    validator(version).validate(made)
    return made


def test_a_file_of_the_first_version_is_read_without_treatment(tmp_path):
    first = older(1, (*TREATMENT, *QUESTIONNAIRES), ())
    document = read_document(kept(tmp_path, json.dumps(first)))
    assert (len(document.entries), document.records) == (1, DocumentRecords())


def test_a_file_of_the_second_version_is_read_without_questionnaires(tmp_path):
    second = older(2, QUESTIONNAIRES, TREATMENT[1:])
    records = read_document(kept(tmp_path, json.dumps(second))).records
    assert (len(records.sessions), records.forms, records.questionnaires) == (1, (), ())


def test_a_file_of_the_third_version_is_read_without_tags_and_goals(tmp_path):
    third = older(3, (), (*TREATMENT[1:], *QUESTIONNAIRES))
    document = read_document(kept(tmp_path, json.dumps(third)))
    assert (len(document.records.questionnaires), document.records.goals, document.entries[0].tags) == (2, (), ())


def test_what_makes_a_journal_ones_own_is_read(tmp_path):
    document = read_document(kept(tmp_path, json.dumps(SAMPLE)))
    assert document.records.plan_lines[0].heading is Heading.PLACES
    assert document.records.profiles[0].weekdays == (0, 6)
    assert (document.entries[0].tags, document.records.sessions[0].tags) == (("sea",), ())


def test_answers_to_a_questionnaire_and_to_a_form_are_read(tmp_path):
    suds, rest = read_document(kept(tmp_path, json.dumps(SAMPLE))).records.questionnaires
    assert (suds.answers, suds.maximum) == ((GivenAnswer("1", 7),), 10.0)
    assert rest.answers == (GivenAnswer("/1", Coded("", "a", "A")), GivenAnswer("/2", None))


@pytest.mark.parametrize("parts", [("vitals",), ("effects",), ("effects", 0, "points")])
def test_a_part_of_a_session_that_stands_twice_is_refused(tmp_path, parts):
    twice = copy.deepcopy(SAMPLE)
    place: object = twice["sessions"][0]  # type: ignore[index]
    for key in parts:
        place = place[key]
    place.append(place[0])  # type: ignore[attr-defined]
    with pytest.raises(InvalidFile):
        read_document(kept(tmp_path, json.dumps(twice)))


@pytest.mark.parametrize(("path", "value"), FAULTS.values(), ids=FAULTS)
def test_a_file_that_breaks_its_rules_is_refused(tmp_path, path, value):
    with pytest.raises(InvalidFile):
        read_document(kept(tmp_path, json.dumps(changed(path, value))))


@pytest.mark.parametrize("key", [key for key in SAMPLE if key != "$schema"])
def test_a_part_that_is_missing_is_named(tmp_path, key):
    with pytest.raises(InvalidFile) as caught:
        read_document(kept(tmp_path, json.dumps({name: value for name, value in SAMPLE.items() if name != key})))
    assert caught.value.fields["place"] == key


def test_an_id_that_stands_twice_is_refused(tmp_path):
    twice = copy.deepcopy(SAMPLE)
    twice["entries"].append(twice["entries"][0])  # type: ignore[attr-defined]
    with pytest.raises(InvalidFile):
        read_document(kept(tmp_path, json.dumps(twice)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"format": "leeward-journal",}',
        '{"format": "leeward-journal", "version": NaN}',
        "[" * 100_000,
        "[1, 2]",
        '"leeward-journal"',
        json.dumps(SAMPLE)[:-200],
    ],
)
def test_what_is_not_json_or_no_journal_is_refused(tmp_path, text):
    with pytest.raises(InvalidFile):
        read_document(kept(tmp_path, text))


def test_a_trailing_comma_is_named_by_line_and_column(tmp_path):
    with pytest.raises(InvalidFile) as caught:
        read_document(kept(tmp_path, '{\n "format": "leeward-journal",\n}'))
    # Python 3.13 points at the comma itself, earlier versions at what follows it.
    assert (caught.value.fields["line"], caught.value.fields["column"]) in {(2, 29), (3, 1)}


def test_bytes_in_another_encoding_are_refused(tmp_path):
    path = tmp_path / "journal.json"
    path.write_bytes(json.dumps(SAMPLE).encode("utf-16"))
    with pytest.raises(InvalidFile):
        read_document(path)
