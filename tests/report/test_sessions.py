"""The tables of sessions: the last six, all of them, and only columns that say something."""

import json
from dataclasses import replace
from datetime import timedelta

from journal.report.sessions import all_sessions, front_sessions
from journal.report.treatment_data import ReportEffect, Treatment
from tests.support.report_data import period_of
from tests.support.report_pages import WORDS
from tests.support.report_treatment import EFFECTS, infusion, spread, talk

PERIOD = period_of()


def told(*sessions):
    return Treatment(sessions=tuple(sorted(sessions, key=lambda one: one.day)))


def column(table, head):
    place = table["heads"].index(head)
    return [row[place] for row in table["rows"]]


def test_the_last_six_with_a_dose_stand_on_page_one():
    table = front_sessions(told(*spread(PERIOD, 9), *spread(PERIOD, 5, talk)), WORDS)
    assert column(table, "No.") == ["4", "5", "6", "7", "8", "9"]
    assert table["caption"] == (
        "Ketamine infusion: the last 6 of 9; Integration session: 5. All of them on a later page."
    )


def test_where_no_session_has_a_dose_the_others_are_shown():
    table = front_sessions(told(*spread(PERIOD, 7, talk)), WORDS)
    assert table["heads"] == ["Date", "No.", "Time", "To go through", "Could work with it, 0–4", "Where"]
    assert len(table["rows"]) == 6


def test_without_sessions_there_is_no_table():
    assert front_sessions(Treatment(), WORDS) is None
    assert all_sessions(Treatment(), WORDS) is None


def test_a_column_without_anything_in_it_is_not_there():
    table = front_sessions(told(*spread(PERIOD, 3, vitals=(), effects=(), clear_min=None)), WORDS)
    assert table["heads"] == ["Date", "No.", "Given", "To go through"]
    assert table["key"] == ""


def test_one_session_without_vitals_has_a_dash_among_the_others():
    sessions = (infusion(PERIOD.first), infusion(PERIOD.last, 2, vitals=()))
    assert column(front_sessions(told(*sessions), WORDS), "BP highest") == ["148/92", "–"]


def test_up_to_three_side_effects_have_columns_of_their_own():
    heads = front_sessions(told(infusion(PERIOD.first, effects=EFFECTS[:3])), WORDS)["heads"]
    assert heads[6:9] == ["Far away or unreal after…", "Dizziness", "Nausea"]
    assert "Other side effects" not in heads


def test_of_more_side_effects_the_rarer_ones_share_a_column():
    sessions = (infusion(PERIOD.first), infusion(PERIOD.last, 2, effects=(EFFECTS[0], EFFECTS[1], EFFECTS[3])))
    table = front_sessions(told(*sessions), WORDS)
    others = [cell.replace("\u00a0", " ") for cell in column(table, "Other side effects")]
    assert others == ["Nausea 1: 35–35–?", "Headache 2: 1120–1300–1720"]


def test_how_the_cells_are_read_is_said_only_where_it_is_needed():
    assert "?: end not known." in front_sessions(told(infusion(PERIOD.first)), WORDS)["key"]
    ended = (ReportEffect("Nausea", 1, 5, 10, 60),)
    assert "?" not in front_sessions(told(infusion(PERIOD.first, effects=ended)), WORDS)["key"]


def test_sessions_of_two_kinds_are_named():
    other = replace(infusion(PERIOD.last), kind="Ketamine injection", short="Injection 1")
    table = front_sessions(told(infusion(PERIOD.first), other), WORDS)
    assert column(table, "Session") == ["Infusion 1", "Injection 1"]


def test_all_sessions_are_in_the_later_table_by_day():
    table = all_sessions(told(*spread(PERIOD, 40), *spread(PERIOD, 30, talk)), WORDS)
    assert len(table["rows"]) == 70
    assert table["caption"] == "70 sessions in this period."
    assert {len(row) for row in table["rows"]} == {len(table["heads"])} == {len(table["widths"])}


def test_intentions_and_notes_have_no_place_in_the_tables():
    secret = replace(infusion(PERIOD.first).session, intention="A secret", note="A secret")
    told_too_much = told(replace(infusion(PERIOD.first), session=secret))
    assert "secret" not in json.dumps([front_sessions(told_too_much, WORDS), all_sessions(told_too_much, WORDS)])


def test_long_words_of_ones_own_are_cut_in_narrow_places():
    long = replace(infusion(PERIOD.first + timedelta(days=1), 2), kind="word " * 60, short="word " * 60)
    table = front_sessions(told(infusion(PERIOD.first), long), WORDS)
    assert max(len(cell) for row in table["rows"] for cell in row) < 60
    assert len(table["caption"]) < 160
