"""Which items stand on a week on paper."""

from datetime import date

import pytest

from journal.app import goals, week_sheets
from journal.app.items import OwnItem, add_own, set_hidden
from journal.model.items import Asked


def keys(journal):
    return {group.title: [item.key for item in group.items] for group in week_sheets.sheet_items(journal)}


def test_items_of_the_night_stand_first_and_the_rest_by_group(journal):
    groups = keys(journal)
    assert next(iter(groups)) == "The night before"
    asked = {item.key for item in journal.items() if item.asked is Asked.NIGHT and not item.hidden}
    assert set(groups["The night before"]) == asked
    assert groups["How life went"] == ["functioning"]


def test_what_is_hidden_is_not_on_it_and_what_is_chosen_is(journal):
    set_hidden(journal, "flashbacks", hidden=True)
    set_hidden(journal, "fear", hidden=False)
    on_it = {key for found in keys(journal).values() for key in found}
    assert "flashbacks" not in on_it
    assert "fear" in on_it


@pytest.mark.parametrize("key", ["suicidal_thoughts", "self_harm_urge", "alcohol", "drugs"])
def test_what_stays_out_until_chosen_lies_on_no_table(journal, key):
    set_hidden(journal, key, hidden=False)
    assert key not in {each for found in keys(journal).values() for each in found}


def test_side_effects_are_on_it_while_they_are_asked(journal):
    assert "dizziness" not in {key for found in keys(journal).values() for key in found}
    journal.put_setting("body_shown", "always")
    assert "dizziness" in {key for found in keys(journal).values() for key in found}


def test_goals_and_own_items_say_how_they_are_rated(journal):
    goals.add_goal(journal, "Harbour", scale=goals.GoalScale(-2, 2, words=("worse", "better")))
    add_own(journal, OwnItem("ears", "Ringing", 0, 100))
    rows = {row.label: row for group in week_sheets.gather(journal).groups for row in group.rows}
    assert (rows["Harbour"].scale, rows["Harbour"].words) == ("−2 … 2", ("worse", "better"))
    assert (rows["Ringing"].scale, rows["Ringing"].steps) == ("0–100", ("0", "100"))


def test_a_week_begins_as_the_persons_weeks_do(journal):
    journal.put_setting("first_weekday", 6)
    assert week_sheets.week_of(journal, date(2026, 10, 29)) == date(2026, 10, 25)
    assert week_sheets.gather(journal).first_weekday == 6
