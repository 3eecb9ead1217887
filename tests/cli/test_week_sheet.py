"""`week-sheet`: a blank week as PDF, and own goals wherever the command line names items."""

from datetime import timedelta

import pikepdf
import pytest

from tests.support.held_clock import TODAY
from tests.support.report_pages import one_line, text_of


def sheet(leeward, tmp_path, *options):
    out = tmp_path / "sheet.pdf"
    done = leeward("week-sheet", "--out", str(out), *options)
    assert done.code == 0, done.err
    return one_line(text_of(out.read_bytes()))


def test_it_has_the_items_and_the_weekdays_and_no_answer(made, tmp_path):
    made("log", "nightmares=3", "--note", "a secret")
    text = sheet(made, tmp_path)
    assert text.startswith("Notes One number in each box.")
    assert "Nightmares 0–4" in text
    assert "Mon Tue Wed" in text
    assert "secret" not in text


def test_with_a_first_day_it_has_dates(made, tmp_path):
    text = sheet(made, tmp_path, "--from", "2026-11-28", "--paper", "letter")
    assert "28 Nov" in text or "Nov 28" in text


def test_nothing_is_replaced_unless_it_is_said(made, tmp_path):
    sheet(made, tmp_path)
    again = made("week-sheet", "--out", str(tmp_path / "sheet.pdf"))
    assert again.code == 1
    sheet(made, tmp_path, "--force")


@pytest.fixture
def goal(made):
    """The key of a goal that was rated on three days."""
    import json

    made("goal", "add", "--label", "To the harbour")
    key = json.loads(made("goal", "list", "--json").out)["goals"][0]["key"]
    for back in range(3):
        made("log", f"{key}=3", "nightmares=1", "--at", f"{TODAY - timedelta(days=back + 1)}T12:00")
    return key


def test_goals_are_among_the_items_and_can_be_drawn(made, goal, tmp_path):
    assert goal in made("items").out
    out = tmp_path / "goal.png"
    days = ("--from", str(TODAY - timedelta(days=9)), "--to", str(TODAY))
    assert made("chart", goal, *days, "--out", str(out)).code == 0
    assert out.stat().st_size > 1000


def test_goals_are_in_the_report_where_that_part_is_named(made, goal, tmp_path):
    def page(*options):
        out = tmp_path / "notes.pdf"
        days = ("--from", str(TODAY - timedelta(days=9)), "--to", str(TODAY))
        done = made("report", *days, "--out", str(out), "--force", *options)
        assert done.code == 0, done.err
        with pikepdf.open(out) as document:
            attached = b"".join(each.get_file().read_bytes() for each in document.attachments.values())
        return attached, one_line(text_of(out.read_bytes()))

    attached, text = page("--attach", "csv,fhir")
    assert b"nightmares" in attached
    assert goal.encode() not in attached
    assert "harbour" not in attached.decode() + text
    attached, text = page("--attach", "csv,fhir", "--include", "goals")
    assert goal.encode() in attached
    assert "To the harbour" in text
