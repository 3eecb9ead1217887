"""The data inside the PDF: that of the report, byte for byte, and nothing that was not chosen."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import outloud
import pdfua
import pikepdf
import pytest

from journal.app import courses, markers, medicines, practices, sessions
from journal.app.check_ins import log
from journal.app.history import edit
from journal.app.record_exports import INTENTION
from journal.app.reports import attached, build_report, contents_list, gather
from journal.model.periods import Period
from journal.model.practices import PracticeKind
from journal.report.request import AttachedFormat, Part, ReportRequest
from tests.support.exports import treat
from tests.support.fhir_bundles import checked, resources
from tests.support.report_pages import one_line, text_of

BOTH = frozenset(AttachedFormat)
FHIR = "journal-fhir-r4.json"
SECRET = "open 2026 ґ"
TREATED = frozenset({Part.SESSIONS, Part.MEDICINES, Part.MARKERS})


@pytest.fixture
def journal(opened):
    """Two days of answers, with notes, something that stays out until chosen, and treatment."""
    made, clock = opened
    log(made, {"anxiety": 1.0, "alcohol": 3.0, "suicidal_thoughts": 1.0}, note="unchosen words")
    clock.set("2026-10-30T09:00")
    log(made, {"anxiety": 2.0, "nightmares": 0.0}, note="=chosen words")
    treat(made)
    (session,) = sessions.sessions(made)
    sessions.change_session(made, session.id, alcohol=True)
    courses.change_course(made, courses.courses(made)[0].id, purpose="unseen reason", tried_earlier="unseen thing")
    medicines.change_medicine(made, medicines.medicines(made)[0].id, purpose="unseen use")
    practices.add_practice(made, PracticeKind.OTHER, name="unseen place")
    return made


@pytest.fixture
def request_(journal):
    """The report of these days with both forms of its data."""
    return ReportRequest(Period(date(2026, 10, 1), date(2026, 10, 30)), attach=BOTH)


def taken_out(pdf: bytes, password: str = "") -> dict[str, bytes]:
    with pikepdf.open(io.BytesIO(pdf), password=password) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def everything(journal, request) -> str:
    return "".join(file.data.decode() for file in attached(journal, request))


def test_nothing_is_attached_unless_it_was_asked_for(journal, request_):
    plain = replace(request_, attach=frozenset())
    assert attached(journal, plain) == ()
    assert taken_out(build_report(journal, plain).pdf) == {}


def test_what_is_pulled_out_is_byte_for_byte_what_went_in(journal, request_):
    request = replace(request_, includes=TREATED)
    files = {file.name: file.data for file in attached(journal, request)}
    found = taken_out(build_report(journal, request).pdf)
    assert found == files
    assert {"values.csv", "items.csv", "columns.csv", "sessions.csv", "doses.csv", "markers.csv", FHIR} <= set(found)
    assert found["values.csv"].count(b"\r\n") == found["values.csv"].count(b"\n") > 1
    checked(found[FHIR])


@pytest.mark.parametrize("kind", AttachedFormat)
def test_one_form_can_go_alone(journal, request_, kind):
    names = {file.name for file in attached(journal, replace(request_, attach=frozenset({kind})))}
    assert (FHIR in names) is (kind is AttachedFormat.FHIR)
    assert ("values.csv" in names) is (kind is AttachedFormat.CSV)


def test_the_standards_hold_with_data_inside(journal, request_, tmp_path):
    file = tmp_path / "notes.pdf"
    file.write_bytes(build_report(journal, replace(request_, includes=TREATED)).pdf)
    assert [(each.rule, each.message) for each in outloud.check(str(file)).findings] == []
    assert list(pdfua.validate(str(file)).findings) == []
    with pikepdf.open(file) as document, document.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("3", "A", "1")
        for spec in document.Root.AF:
            assert str(spec.AFRelationship) == "/Data"
            assert str(spec.Desc)
            assert str(spec.EF.F.Subtype) in {"/text/csv", "/application/fhir+json"}


def test_nothing_is_in_them_that_was_not_chosen(journal, request_):
    bare = everything(journal, request_).lower()
    absent = ("alcohol", "suicid", "unchosen", "chosen words", "private", "ketamine", "prazosin", "moved", "unseen")
    assert [word for word in absent if word in bare] == []
    treated = everything(journal, replace(request_, includes=TREATED)).lower()
    assert "ketamine" in treated
    assert [word for word in ("suicid", "unchosen", "private", "unseen") if word in treated] == []
    alcohol = [
        row["alcohol"] for row in csv.DictReader(io.StringIO(by_name(journal, request_, TREATED)["sessions.csv"]))
    ]
    assert alcohol == [""]


def by_name(journal, request, includes) -> dict[str, str]:
    return {file.name: file.data.decode() for file in attached(journal, replace(request, includes=includes))}


def test_what_was_chosen_is_in_both(journal, request_):
    parts = frozenset({Part.ALCOHOL, Part.SUICIDAL_THOUGHTS})
    files = by_name(journal, request_, parts)
    assert all(word in files["values.csv"] for word in ("alcohol", "suicidal_thoughts"))
    assert all(word in files[FHIR] for word in ("item.alcohol", "6471006"))


def test_thoughts_of_suicide_need_their_part(journal, request_):
    assert "suicid" not in everything(journal, replace(request_, item_keys=("suicidal_thoughts",))).lower()


def test_the_chosen_notes_go_in_one_by_one(journal, request_):
    (entry,) = (each for each in journal.store.entries.between(*ends(request_)) if each.note == "=chosen words")
    edit(journal, entry.id, note_shared=False)
    files = {file.name: file.data.decode() for file in attached(journal, replace(request_, note_ids=(entry.id,)))}
    assert "'=chosen words" in files["notes.csv"]
    assert '"valueString":"=chosen words"' in files[FHIR]
    assert "unchosen" not in "".join(files.values())


@pytest.mark.parametrize("ending", ["", INTENTION])
def test_of_a_session_the_note_and_the_intention_are_chosen_apart(journal, request_, ending):
    (session,) = sessions.sessions(journal)
    chosen = everything(journal, replace(request_, includes=TREATED, note_ids=(session.id + ending,)))
    assert ("private session" in chosen) is (ending == "")
    assert ("private intention" in chosen) is (ending == INTENTION)
    assert "private session" not in everything(journal, replace(request_, note_ids=(session.id,)))


def ends(request):
    return request.period.first, request.period.last


def test_the_days_are_those_of_the_report(journal, request_):
    day = replace(request_, period=Period(date(2026, 10, 30), date(2026, 10, 30)))
    rows = list(csv.DictReader(io.StringIO(by_name(journal, day, frozenset())["values.csv"])))
    assert {row["day"] for row in rows} == {"2026-10-30"}


def test_a_name_is_in_the_bundle_only_where_its_part_is(journal, request_):
    named = replace(request_, name="K. M.", born="1990-05-17")
    assert "K. M." not in everything(journal, named)
    (patient,) = resources(
        checked(by_name(journal, named, frozenset({Part.NAME, Part.BORN}))[FHIR].encode()), "Patient"
    )
    assert (patient["name"], patient["birthDate"]) == ([{"text": "K. M."}], "1990-05-17")
    worded = replace(named, born="May 1990", includes=frozenset({Part.BORN}))
    (patient,) = resources(
        checked({f.name: f.data.decode() for f in attached(journal, worded)}[FHIR].encode()), "Patient"
    )
    assert "birthDate" not in patient


def test_the_list_and_the_pages_say_that_it_is_there(journal, request_):
    inside, _outside = contents_list(request_, gather(journal, request_))
    assert len([line for line in inside if line.startswith("Attached inside the PDF")]) == 2
    assert "Attached inside the PDF file" in one_line(text_of(build_report(journal, request_).pdf))
    plain = replace(request_, attach=frozenset())
    assert "Attached" not in one_line(text_of(build_report(journal, plain).pdf))


def test_a_password_locks_the_data_and_the_metadata_too(journal, request_):
    request = replace(request_, password=SECRET)
    pdf = build_report(journal, request).pdf
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(pdf), password="open 2026")
    assert not [word for word in (b"values.csv", b"<x:xmpmeta", b"Patient", b"(Report)") if word in pdf]
    with pikepdf.open(io.BytesIO(pdf), password=SECRET) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert document.trailer.Encrypt.get("/EncryptMetadata", True)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    assert taken_out(pdf, SECRET) == {file.name: file.data for file in attached(journal, request)}


def test_hostile_text_is_pulled_out_as_it_went_in(journal, request_):
    markers.add_marker(journal, date(2026, 10, 20), '*/ #read("/etc/passwd") </script> \u202e夜')
    sessions.add_session(journal, "other", datetime(2026, 10, 20, 9), name="=HYPERLINK(1)")
    request = replace(request_, includes=TREATED)
    found = taken_out(build_report(journal, request).pdf)
    assert '*/ #read("/etc/passwd") </script> \u202e夜' in found["markers.csv"].decode().replace('""', '"')
    assert b"'=HYPERLINK(1)" in found["sessions.csv"]
