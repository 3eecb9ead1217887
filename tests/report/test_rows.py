"""Which items stand on page one, and what is said beside them."""

from dataclasses import replace

from journal.model.items import Better, Cluster, Kind
from journal.report.request import ReportRequest
from journal.report.rows import front_tables, later_tables, placed, second_line, table
from tests.support.report_data import full_data, item, period_of, symptoms
from tests.support.report_pages import OWN_SCALES, WORDS

PLAIN = ReportRequest(period_of())


def keys(items):
    return [one.key for one in items]


def test_the_eight_highest_means_stand_on_page_one_in_the_order_of_the_clusters():
    data = full_data()
    front = placed(PLAIN, data).symptoms
    highest = sorted((one for one in data.items if one.symptom), key=lambda one: -one.mean)[:8]
    assert set(keys(front)) == set(keys(highest))
    assert keys(front) == [one.key for one in data.items if one in front]


def test_the_persons_choice_comes_before_the_highest():
    request = replace(PLAIN, item_keys=("unreal", "nightmares"))
    assert keys(placed(request, full_data()).symptoms) == ["nightmares", "unreal"]


def test_no_more_than_eight_of_a_choice_stand_on_page_one():
    request = replace(PLAIN, item_keys=tuple(one.key for one in symptoms()))
    places = placed(request, full_data())
    assert (len(places.symptoms), len(places.more_symptoms)) == (8, 4)


def test_items_where_higher_is_better_are_never_mixed_in():
    places = placed(PLAIN, full_data())
    assert keys(places.life) == ["functioning", "connection", "wellbeing"]
    assert not set(keys(places.life)) & set(keys(places.symptoms))


def test_every_item_stands_somewhere_and_only_once():
    data = full_data()
    places = placed(PLAIN, data)
    spread = (*places.symptoms, *places.life, *places.more_symptoms, *places.more_life, *places.body, *places.others)
    assert sorted(keys(spread)) == sorted(keys(data.items))


def own(key: str, better: Better, mean: float, top: int):
    """An item of one's own from 0 to `top`."""
    made = item(key, key, cluster=Cluster.OWN, words=())
    return replace(made, better=better, symptom=False, maximum=top, mean=mean)


def test_own_items_without_a_better_end_stand_with_the_others():
    data = replace(full_data(), items=(own("steps", Better.NONE, 9.0, 10), own("tense", Better.LOWER, 1.0, 4)))
    for request in (PLAIN, replace(PLAIN, item_keys=("steps", "tense"))):
        places = placed(request, data)
        assert (keys(places.symptoms), keys(places.others)) == (["tense"], ["steps"])


def test_on_scales_of_different_lengths_the_highest_is_the_highest_share():
    wide = [own(f"wide{number}", Better.LOWER, 20.0, 100) for number in range(8)]
    data = replace(full_data(), items=(*wide, own("narrow", Better.LOWER, 3.0, 4)))
    front = keys(placed(PLAIN, data).symptoms)
    assert len(front) == 8
    assert "narrow" in front


def test_how_many_more_there_are_is_said():
    tables = front_tables(placed(PLAIN, full_data()), PLAIN, WORDS, compare=False)
    assert [each["mores"][0] for each in tables] == ["4 more on page 2", ""]


def test_each_row_that_yields_is_counted_and_the_lowest_means_yield_first():
    (table, *_others) = front_tables(placed(PLAIN, full_data()), PLAIN, WORDS, compare=False)
    assert table["mores"][:3] == ["4 more on page 2", "5 more on page 2", "6 more on page 2"]
    lowest = max(table["rows"], key=lambda row: row["place"])
    assert lowest["figures"][0] == min(row["figures"][0] for row in table["rows"])


def test_the_change_has_a_column_only_where_it_was_chosen():
    places = placed(PLAIN, full_data())
    assert "Change" not in front_tables(places, PLAIN, WORDS, compare=False)[0]["columns"]
    assert "Change" in front_tables(places, PLAIN, WORDS, compare=True)[0]["columns"]


def test_every_row_has_a_figure_for_each_column():
    places = placed(PLAIN, full_data())
    for each in [*front_tables(places, PLAIN, WORDS, compare=True), *later_tables(places, PLAIN, WORDS, compare=True)]:
        assert {len(row["figures"]) for row in each["rows"]} == {len(each["columns"])}


def test_a_change_is_shown_by_sign_and_number_alone():
    figures = front_tables(placed(PLAIN, full_data()), PLAIN, WORDS, compare=True)[0]["rows"][0]["figures"]
    assert figures[2] == "−0.4"


def test_counts_have_no_days_high():
    count = item("nightmares_count", "How many nightmares", kind=Kind.COUNT, high=None, words=(), cluster=Cluster.B)
    made = table("Counts", [count], PLAIN.period, WORDS, compare=False)
    assert made["columns"] == ["Mean", "Median", "Days rated"]
    assert made["rows"][0]["strip"] == []


def test_other_scales_say_from_where_a_day_is_high():
    assert second_line(OWN_SCALES[0], WORDS) == "1 to 7, high from 5.5"
    assert second_line(OWN_SCALES[3], WORDS) == "1 to 7, low to 2.5"


def test_an_empty_group_has_no_table():
    assert table("Nothing", [], PLAIN.period, WORDS, compare=False) is None
