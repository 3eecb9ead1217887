"""`report` and `demo --report`: what was chosen goes in, and nothing else."""

from datetime import date, timedelta

import pytest

from tests.support.report_pages import one_line, text_of

TODAY = date.today()  # noqa: DTZ011 the command reads this computer's clock
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
