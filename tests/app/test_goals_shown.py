"""Own goals on Trends, in the report and in files: beside symptoms, never among them, never unasked."""

from datetime import timedelta

import pytest

from journal.app import goals, trends
from journal.app.check_ins import log
from journal.app.export_selection import Selection, Wanted
from journal.app.goals import GoalScale
from journal.app.report_treatments import parts_of_treatment
from journal.app.reports import contents_list, gather
from journal.model.items import Better, Cluster
from journal.model.periods import last_days
from journal.model.series import LOAD_KEY
from journal.report.content import build_content
from journal.report.request import Part, ReportRequest
from journal.report.wording import ReportWords

CHOSEN = frozenset({Part.GOALS})


@pytest.fixture
def journal(opened):
    """A week of a full list with two goals, one of which ended."""
    made, clock = opened
    harbour = goals.add_goal(made, "To the harbour", scale=GoalScale(words=("not at all", "fully")))
    door = goals.add_goal(made, "Checking the door", scale=GoalScale(0, 10, Better.LOWER))
    symptoms = [item.key for item in made.items() if item.symptom and not item.hidden]
    for _day in range(8):
        log(made, dict.fromkeys(symptoms, 1.0) | {harbour.item.key: 4.0, door.item.key: 10.0})
        clock.ms += 86_400_000
    goals.end_goal(made, door.goal.id, made.today(), "no need")
    return made


def request(journal, *parts, **more):
    return ReportRequest(last_days(journal.today(), 10), includes=frozenset(parts), **more)


def goal_keys(journal, request):
    return {item.key for item in gather(journal, request).items if item.cluster is Cluster.GOAL}


def keys_of(journal):
    return {known.label: known.item.key for known in goals.goals(journal)}


def tables(journal, wanted):
    content = build_content(wanted, gather(journal, wanted), ReportWords())
    front = {table["title"]: table["rows"] for table in content["tables"]}
    return front, {table["title"]: table["rows"] for table in content["later_tables"]}


def test_a_goal_is_no_part_of_the_average_symptom_rating(journal):
    assert gather(journal, request(journal, Part.GOALS)).load.mean == 1.0


def test_goals_are_chosen_for_trends_in_a_group_of_their_own_and_stand_by_direction(journal):
    keys = keys_of(journal)
    groups = {choice.key: choice.group for choice in trends.choices(journal)}
    assert {groups[key] for key in keys.values()} == {"My goals"}
    drawn = trends.panels(journal, last_days(journal.today(), 10), [LOAD_KEY, *keys.values(), "anxiety"])
    directions = [panel.scale.better for panel in drawn.ordered()]
    assert directions == sorted(directions, key=[Better.LOWER, Better.HIGHER].index)
    assert {panel.key: panel.scale.better for panel in drawn.ordered()}[keys["To the harbour"]] is Better.HIGHER


def test_goals_that_go_on_are_on_trends_before_anything_was_chosen(journal):
    drawn = {panel.key for panel in trends.panels(journal, last_days(journal.today(), 10), None).panels}
    keys = keys_of(journal)
    assert keys["To the harbour"] in drawn
    assert keys["Checking the door"] not in drawn


def test_goals_are_in_a_report_only_where_chosen(journal):
    assert goal_keys(journal, request(journal)) == set()
    assert goal_keys(journal, request(journal, Part.GOALS)) == set(keys_of(journal).values())
    assert "Own goals" in contents_list(request(journal), gather(journal, request(journal)))[1]
    chosen = request(journal, Part.GOALS)
    assert "Own goals" in contents_list(chosen, gather(journal, chosen))[0]


def test_a_deleted_goal_is_in_no_report(journal):
    for known in goals.goals(journal):
        goals.delete_goal(journal, known.goal.id)
    assert goal_keys(journal, request(journal, Part.GOALS)) == set()


def test_goals_stand_on_page_two_by_direction_with_the_day_they_ended(journal):
    front, later = tables(journal, request(journal, Part.GOALS))
    assert not any("goal" in title for title in front)
    (higher,), (lower,) = later["Own goals, higher is better"], later["Own goals, lower is better"]
    assert (higher["label"], higher["low"], higher["high"]) == ("To the harbour", "not at all 0", "fully 4")
    assert lower["below"].startswith("ended on ")
    assert "no need" not in str(later)


def test_goals_of_one_direction_have_one_table(journal):
    goals.delete_goal(journal, goals.goals(journal)[1].goal.id)
    assert "Own goals" in tables(journal, request(journal, Part.GOALS))[1]


def test_a_goal_picked_for_page_one_stands_there_alone(journal):
    key = keys_of(journal)["To the harbour"]
    wanted = request(journal, item_keys=(key,))
    front, later = tables(journal, wanted)
    assert [row["label"] for row in front["Higher is better"]] == ["To the harbour"]
    assert goal_keys(journal, wanted) == {key}
    assert not any("goal" in title for title in later)


def test_the_part_is_offered_where_there_is_a_goal(journal, tmp_path):
    assert Part.GOALS in parts_of_treatment(journal)


@pytest.mark.parametrize(("include", "there"), [(frozenset(), False), (frozenset({"goals"}), True)])
def test_goals_go_out_with_their_part_alone(journal, include, there):
    since = journal.today() - timedelta(days=20)
    chosen = Selection(journal, Wanted(first=since, include=include), whole=False)
    keys = {item.key for item in chosen.items()}
    assert set(keys_of(journal).values()) <= keys if there else not set(keys_of(journal).values()) & keys
