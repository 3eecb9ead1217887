"""Reading the charts of a period from a journal."""

from datetime import date, datetime, time, timedelta

import pytest

from journal.app import check_ins, questionnaires, trends
from journal.app.charts import chart
from journal.app.items import OwnItem, add_own, set_hidden
from journal.app.summaries import summary
from journal.model.errors import NothingLogged, UnknownItem
from journal.model.items import Better
from journal.model.periods import Period, last_days
from journal.model.questionnaires import GivenAnswer, Span
from tests.support.journals import make_journal

TODAY = date(2026, 10, 29)


def log_days(journal, numbers, **answers):
    for number in numbers:
        day = TODAY - timedelta(days=number)
        check_ins.log(journal, answers or {"flashbacks": number % 5}, at=datetime.combine(day, time(20)))


@pytest.fixture(scope="module")
def logged(tmp_path_factory):
    """Forty days of flashbacks; the tests that share it change nothing that others read."""
    made, _clock = make_journal(tmp_path_factory.mktemp("logged") / "journal")
    log_days(made, range(39, -1, -1))
    yield made
    made.close()


def test_a_panel_has_the_days_of_the_period(logged):
    data = trends.panels(logged, last_days(TODAY, 10), ["flashbacks"])
    assert data.panels[0].numbers(TODAY.toordinal() - 9, TODAY.toordinal()).n_days == 10
    assert data.panels[0].label == "Flashbacks"
    assert data.panels[0].scale.high_word == "extremely"


def test_the_line_counts_from_days_before_the_period(logged):
    data = trends.panels(logged, last_days(TODAY, 10), ["flashbacks"])
    assert data.panels[0].line_on(TODAY.toordinal() - 9) == pytest.approx(sum(n % 5 for n in range(9, 16)) / 7)


def test_the_numbers_are_the_summarys(logged):
    period = last_days(TODAY, 14)
    item = next(item for item in summary(logged, period).as_json()["items"] if item["key"] == "flashbacks")
    panel = trends.panels(logged, period, ["flashbacks"], compare=True).panels[0]
    now = panel.numbers(period.first.toordinal(), period.last.toordinal())
    before = panel.numbers(period.before().first.toordinal(), period.before().last.toordinal())
    assert (now.n_days, now.mean) == (item["n_days"], pytest.approx(item["mean"]))
    assert (before.n_days, before.mean) == (item["previous"]["n_days"], pytest.approx(item["previous"]["mean"]))


def test_a_margin_is_read_on_both_sides_but_not_beyond_the_entries(logged):
    period = Period(TODAY - timedelta(days=20), TODAY - timedelta(days=11))
    data = trends.panels(logged, period, ["flashbacks"], margin_days=10)
    assert data.loaded == Period(TODAY - timedelta(days=30), TODAY - timedelta(days=1))
    assert trends.panels(logged, period, ["flashbacks"], margin_days=500).loaded == data.reach


def test_without_a_choice_the_items_that_were_answered_are_shown(logged):
    assert [panel.key for panel in trends.panels(logged, last_days(TODAY, 10), None).panels] == ["flashbacks"]


def test_the_average_symptom_rating_comes_first_where_there_is_one(journal):
    symptoms = [item.key for item in journal.items() if item.symptom and not item.hidden]
    log_days(journal, range(5), **dict.fromkeys(symptoms, 2))
    data = trends.panels(journal, last_days(TODAY, 10), None)
    assert data.panels[0].is_load
    assert set(data.panels[0].values) == {2.0}
    assert len(data.panels) == 9


def test_the_choice_is_remembered_and_can_be_taken_back(logged):
    assert trends.chosen_keys(logged) is None
    trends.choose(logged, ["low_mood", "flashbacks"])
    assert trends.chosen_keys(logged) == ("low_mood", "flashbacks")
    trends.choose(logged, [])
    assert trends.chosen_keys(logged) is None


def test_what_can_be_chosen_is_what_is_asked_or_was_answered(journal):
    hidden = next(item for item in journal.items() if item.hidden and item.key == "pain")
    assert hidden.key not in {choice.key for choice in trends.choices(journal)}
    log_days(journal, [1], pain=2)
    assert hidden.key in {choice.key for choice in trends.choices(journal)}
    assert trends.choices(journal)[0].key == "load"


def test_items_that_are_asked_no_longer_are_shown_where_there_is_nothing_else(journal):
    log_days(journal, [1], pain=2)
    assert [panel.key for panel in trends.panels(journal, last_days(TODAY, 10), None).panels] == ["pain"]
    log_days(journal, [2], flashbacks=2)
    assert [panel.key for panel in trends.panels(journal, last_days(TODAY, 10), None).panels] == ["flashbacks"]


@pytest.mark.parametrize("better", list(Better))
def test_of_many_of_those_the_eight_answered_on_most_days_are_shown(journal, better):
    for number in range(10):
        add_own(journal, OwnItem(f"own_{number}", "One of many", better=better))
        set_hidden(journal, f"own_{number}", hidden=True)
    log_days(journal, [1], **{f"own_{number}": 1 for number in range(10)})
    log_days(journal, [2], **{f"own_{number}": 1 for number in range(2, 10)})
    shown = [panel.key for panel in trends.panels(journal, last_days(TODAY, 10), None).panels]
    assert shown == [f"own_{number}" for number in range(2, 10)]


def test_thoughts_of_suicide_are_shown_only_when_chosen(journal):
    log_days(journal, [1], suicidal_thoughts=1)
    assert trends.panels(journal, last_days(TODAY, 10), None).panels == ()
    assert len(trends.panels(journal, last_days(TODAY, 10), ["suicidal_thoughts"]).panels) == 1


def test_an_item_without_answers_has_an_empty_panel(logged):
    panel = trends.panels(logged, last_days(TODAY, 10), ["low_mood"]).panels[0]
    assert panel.days == panel.line == ()


def test_an_own_scale_keeps_its_ends(journal):
    add_own(journal, OwnItem("calm", "Calm", minimum=1, maximum=7))
    log_days(journal, range(4), calm=6)
    panel = trends.panels(journal, last_days(TODAY, 10), ["calm"]).panels[0]
    assert (panel.scale.minimum, panel.scale.maximum) == (1, 7)


def test_counts_reach_up_to_a_round_number(journal):
    log_days(journal, range(4), hours_slept=7.5)
    assert trends.panels(journal, last_days(TODAY, 10), ["hours_slept"]).panels[0].scale.maximum == 8


def test_an_unknown_item_is_named(logged):
    with pytest.raises(UnknownItem):
        trends.panels(logged, last_days(TODAY, 10), ["flashbaks"])


def test_a_typical_week_of_a_few_days_is_by_weekday_and_empty(journal):
    log_days(journal, range(3))
    week = trends.weeks(journal, last_days(TODAY, 28), ["flashbacks"]).panels[0]
    assert not week.table.by_part
    assert week.table.filled == 0


def test_a_chart_of_nothing_is_refused(logged):
    with pytest.raises(NothingLogged):
        chart(logged, ["low_mood"], last_days(TODAY, 10), "png")


@pytest.mark.parametrize(("file_format", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_chart_is_made_in_every_format(logged, file_format, begins):
    assert chart(logged, ["flashbacks"], last_days(TODAY, 10), file_format).startswith(begins)


def fill_in(journal, key, value, day, **more):
    items = len(questionnaires.instrument_called(journal, key).items)
    answers = [GivenAnswer(str(number), value) for number in range(1, items + 1)]
    return questionnaires.save_answers(journal, key, answers, at=datetime.combine(day, time(12)), **more)


def test_each_scale_with_totals_can_be_chosen_and_a_screen_cannot(journal):
    for span in (Span.WEEK, Span.MONTH):
        fill_in(journal, "pcl5", 2, TODAY, span=span)
    questionnaires.save_answers(journal, "pc_ptsd_5", [GivenAnswer("gate", 0)], at=datetime.combine(TODAY, time(12)))
    questionnaires.save_total(journal, "Sleep scale", 12, TODAY, "Clinic")
    offered = [(choice.key, choice.label) for choice in trends.choices(journal) if choice.group == "Questionnaires"]
    assert offered == [
        ("score:pcl5:month", "PCL-5 (past month)"),
        ("score:pcl5:week", "PCL-5 (past week)"),
        ("score:named:sleep scale", "Sleep scale"),
    ]


def test_a_panel_of_totals_has_those_of_the_days_read_and_no_7_day_line(journal):
    for days in (200, 20, 3):
        fill_in(journal, "phq9", 1, TODAY - timedelta(days=days))
    (panel,) = trends.panels(journal, last_days(TODAY, 28), ["score:phq9"]).panels
    assert (panel.values, panel.line) == ((9.0, 9.0), ())
    assert (panel.scale.minimum, panel.scale.maximum) == (0, 27)


def test_before_anything_is_chosen_scales_with_several_totals_are_shown(journal):
    fill_in(journal, "gad7", 1, TODAY)
    assert trends.panels(journal, last_days(TODAY, 28), None).panels == ()
    for days in (20, 3):
        fill_in(journal, "phq9", 1, TODAY - timedelta(days=days))
    assert [panel.key for panel in trends.panels(journal, last_days(TODAY, 28), None).panels] == ["score:phq9"]


def test_a_scale_of_which_every_total_is_withheld_has_its_panel_and_no_number(journal):
    questionnaires.save_answers(journal, "phq9", [GivenAnswer("1", 2)], at=datetime.combine(TODAY, time(12)))
    data = trends.panels(journal, last_days(TODAY, 28), ["score:phq9"])
    assert data.panels[0].values == ()
    assert not data.empty
    assert trends.panels(journal, Period(TODAY - timedelta(days=30), TODAY - timedelta(days=10)), ["score:phq9"]).empty


def test_an_item_keeps_its_key_where_a_questionnaire_has_the_same(journal):
    add_own(journal, OwnItem("phq9", "Own item", 0, 4))
    fill_in(journal, "phq9", 1, TODAY)
    check_ins.log(journal, {"phq9": 3}, at=datetime.combine(TODAY, time(12)))
    data = trends.panels(journal, last_days(TODAY, 28), ["phq9", "score:phq9"])
    assert [panel.label for panel in data.panels] == ["Own item", "PHQ-9"]
    assert chart(journal, ["phq9"], last_days(TODAY, 28), "svg") != chart(
        journal, ["score:phq9"], last_days(TODAY, 28), "svg"
    )


def test_the_charts_reach_as_far_as_the_questionnaires_that_are_chosen(journal):
    check_ins.log(journal, {"flashbacks": 3}, at=datetime.combine(TODAY, time(12)))
    long_ago = TODAY - timedelta(days=400)
    fill_in(journal, "phq9", 1, long_ago)
    assert trends.extent(journal, ["flashbacks"]) == (TODAY, TODAY)
    assert trends.extent(journal, ["flashbacks", "score:phq9"]) == (long_ago, TODAY)
    assert trends.panels(journal, last_days(TODAY, 28), ["score:phq9"]).reach.first == long_ago


def test_without_entries_the_charts_reach_as_far_as_the_questionnaires(journal):
    assert trends.extent(journal, None) == (None, None)
    fill_in(journal, "phq9", 1, TODAY)
    assert trends.extent(journal, None) == (TODAY, TODAY)
