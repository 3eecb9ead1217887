"""`report` and `demo --report`: what was chosen goes in, and nothing else."""

from datetime import timedelta

import pikepdf
import pytest

from tests.support.fhir_bundles import checked, resources
from tests.support.held_clock import TODAY
from tests.support.report_pages import one_line, text_of

DAY = TODAY - timedelta(days=2)


@pytest.fixture
def treated(made):
    """A journal with a session, its note, a medicine and a marker."""
    begun = ("--at", f"{DAY}T10:00", "--dose", "40", "--unit", "mg", "--minutes", "40", "--note", "Held on.")
    session = made("session", "add", "ketamine_iv", *begun, "--vital", "40=148/92").out.strip()
    made("medicine", "add", "Sertraline", "--dose", "50", "--unit", "mg", "--times", "08:00", "--start", str(DAY))
    made("mark", "add", "--on", str(DAY), "--label", "Moved house")
    return made, session


def page(leeward, tmp_path, *options):
    out = tmp_path / "notes.pdf"
    period = ("--from", str(TODAY - timedelta(days=9)), "--to", str(TODAY))
    done = leeward("report", *period, "--out", str(out), "--force", *options)
    assert done.code == 0, done.err
    return one_line(text_of(out.read_bytes()))


def test_treatment_is_in_it_only_where_it_is_asked_for(treated, tmp_path):
    leeward, _session = treated
    plain = page(leeward, tmp_path)
    assert not any(word in plain for word in ("148/92", "Sertraline", "Moved house", "Held on"))


def test_each_part_brings_its_own(treated, tmp_path):
    leeward, _session = treated
    sessions = page(leeward, tmp_path, "--include", "sessions")
    assert "148/92" in sessions
    assert "Sertraline" not in sessions
    both = page(leeward, tmp_path, "--include", "medicines,markers")
    assert "Sertraline" in both
    assert "Moved house" in both
    assert "148/92" not in both


def test_scores_go_in_with_their_part_and_question_9_with_its_own(made, tmp_path):
    for answers in ("1,1,1,1,1,1,1,1,2", "2,2,2,2,2,2,2,2,-"):
        done = made("questionnaire", "record", "phq9", "--answers", answers, "--at", f"{TODAY}T08:00")
        assert done.code == 0, done.err
    made("questionnaire", "total", "Sleep scale", "15", "--at", str(DAY), "--by", "Sleep clinic")
    assert "PHQ-9" not in page(made, tmp_path)
    told = page(made, tmp_path, "--include", "scores")
    assert "10 of 27" in told
    assert "8 of 9 answered" in told
    assert "given by Sleep clinic" in told
    assert "question 9" not in told
    assert "question 9" in page(made, tmp_path, "--include", "scores,suicidal_thoughts")


def test_the_note_of_a_session_goes_in_by_its_id(treated, tmp_path):
    leeward, session = treated
    assert "Held on." in page(leeward, tmp_path, "--note", session[:8])


def test_a_note_that_is_not_there_ends_with_one_sentence(treated, tmp_path):
    leeward, _session = treated
    out = tmp_path / "notes.pdf"
    done = leeward("report", "--from", str(DAY), "--to", str(TODAY), "--out", str(out), "--note", "ffffffff")
    assert done.code == 1
    assert not out.exists()


def test_the_sample_page_has_the_same_bytes_each_time(leeward, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        assert leeward("demo", "--report", str(tmp_path / name)).code == 0
    one, two = ((tmp_path / name).read_bytes() for name in ("one.pdf", "two.pdf"))
    assert one == two
    assert "Ketamine infusion, 11 of 12 sessions" in one_line(text_of(one))


def attached(leeward, tmp_path, *options, password=""):
    out = tmp_path / "data.pdf"
    period = ("--from", str(TODAY - timedelta(days=9)), "--to", str(TODAY))
    done = leeward("report", *period, "--out", str(out), "--force", *options)
    assert done.code == 0, done.err
    with pikepdf.open(out, password=password) as document:
        return {name: spec.get_file().read_bytes().decode() for name, spec in document.attachments.items()}, done


def test_data_is_attached_in_the_forms_that_were_named(treated, tmp_path):
    leeward, _session = treated
    files, done = attached(leeward, tmp_path, "--attach", "csv,fhir", "--include", "medicines")
    assert {"values.csv", "doses.csv", "journal-fhir-r4.json"} <= set(files)
    assert "Sertraline" in files["medicines.csv"]
    assert "148" not in files["journal-fhir-r4.json"]
    assert "take the data out" in done.err
    files, done = attached(leeward, tmp_path)
    assert files == {}
    assert "take the data out" not in done.err


def test_a_form_that_is_not_known_is_wrong_usage(treated, tmp_path):
    leeward, _session = treated
    out = tmp_path / "notes.pdf"
    done = leeward("report", "--from", str(DAY), "--to", str(TODAY), "--out", str(out), "--attach", "xml")
    assert done.code == 2
    assert "csv, fhir" in done.err
    assert not out.exists()


def test_a_password_from_a_file_locks_pages_and_data(treated, tmp_path):
    leeward, _session = treated
    secret = tmp_path / "password.txt"
    secret.write_text("u\u0308ber das Meer\n", encoding="utf-8")
    files, done = attached(
        leeward, tmp_path, "--attach", "fhir", "--password-file", str(secret), password="\u00fcber das Meer"
    )
    assert "journal-fhir-r4.json" in files
    assert "Anyone who opens this computer" not in done.err
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "data.pdf")


def test_an_empty_password_file_locks_nothing_and_writes_nothing(treated, tmp_path):
    leeward, _session = treated
    (tmp_path / "empty.txt").write_text("\n")
    out = tmp_path / "notes.pdf"
    period = ("--from", str(DAY), "--to", str(TODAY))
    done = leeward("report", *period, "--out", str(out), "--password-file", str(tmp_path / "empty.txt"))
    assert done.code == 1
    assert not out.exists()


def test_an_export_for_a_clinic_is_a_bundle(treated, tmp_path):
    leeward, _session = treated
    out = tmp_path / "clinic.json"
    done = leeward("export", "--format", "fhir", "--out", str(out), "--include", "sessions")
    assert done.code == 0, done.err
    assert "not encrypted" in done.err
    assert len(resources(checked(out.read_bytes()), "Procedure")) == 1
