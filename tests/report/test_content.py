"""The content of a report: only what was chosen, and what is missing is said."""

import json
from dataclasses import replace

from journal.report.content import build_content, main_item
from journal.report.data import Nightly
from journal.report.inventory import inventory
from journal.report.request import NEVER_REMEMBERED, Part, ReportRequest
from journal.report.rows import placed
from tests.support.report_data import full_data, period_of
from tests.support.report_pages import NOTES, WORDS, many_items, variants

PLAIN = ReportRequest(period_of())


def built(request=PLAIN, data=None):
    return build_content(request, data or full_data(compare=False), WORDS)


def test_content_is_plain_data_for_every_kind_of_report():
    for request, data in variants().values():
        content = build_content(request, data, WORDS)
        assert json.loads(json.dumps(content)) == content


def test_a_name_is_printed_only_where_its_part_is_chosen():
    assert built(replace(PLAIN, name="A. Example"))["head"]["facts"] == []
    chosen = replace(PLAIN, name="A. Example", includes=frozenset({Part.NAME}))
    assert built(chosen)["head"]["facts"] == [{"label": "Name", "value": "A. Example"}]


def test_silence_about_suicide_is_explained_on_every_report():
    for request, data in variants().values():
        assert any("Please ask." in said for said in build_content(request, data, WORDS)["closing"])


def test_thoughts_of_suicide_are_told_only_where_chosen():
    chosen = replace(PLAIN, includes=frozenset({Part.SUICIDAL_THOUGHTS}))
    assert built(chosen)["closing"][-1] == "Thoughts of suicide: asked on 41 of 90 days, yes on 3, last on 2 Oct."
    assert "asked on" not in json.dumps(built())


def test_too_few_nights_say_what_is_missing_and_print_no_number():
    content = built(data=replace(full_data(compare=False), nightmares=Nightly(None, 9, 14)))
    tile = next(tile for tile in content["tiles"] if tile["label"] == "Nightmares a week")
    assert (tile["big"], tile["notes"]) == ("–", ["9 of the 14 nights needed"])


def test_a_picked_item_stands_in_where_there_is_no_average_rating():
    request = replace(PLAIN, main_item="guilt0")
    content = built(request, many_items(5))
    assert content["course"]["title"] == "Guilt or shame, day by day"
    assert "no average symptom rating" in content["course"]["notice"]
    assert content["tiles"][1]["label"] == "Guilt or shame"


def test_the_most_rated_item_stands_in_where_none_was_picked():
    data = many_items(5)
    best = max(data.items, key=lambda one: one.n_days)
    assert main_item(PLAIN, data, placed(PLAIN, data)).n_days == best.n_days


def test_an_empty_period_says_so_and_shows_no_figures():
    content = built(*variants()["empty"])
    assert content["empty"] == "Nothing was logged in this period."
    assert (content["tiles"], content["course"], content["tables"], content["shares"]) == ([], None, [], None)


def test_a_long_line_stands_whole_on_page_two():
    content = built(replace(PLAIN, lines=("word " * 100,)))
    assert len(content["appointment"]["lines"][0]["text"]) < 221
    assert content["long_lines"]["lines"][0]["text"] == ("word " * 100).strip()


def test_only_three_lines_are_taken():
    assert len(built(replace(PLAIN, lines=("a", "b", "c", "d")))["appointment"]["lines"]) == 3


def test_how_many_were_left_unanswered_is_never_printed():
    assert "unanswered" not in json.dumps(built())


def test_shares_are_of_all_ratings():
    parts = built()["shares"]["bars"][0]["parts"]
    assert abs(sum(part["share"] for part in parts) - 1) < 1e-4
    assert parts[0]["text"] == "13%"


def test_the_list_says_what_is_in_and_what_is_not():
    request = replace(PLAIN, includes=frozenset({Part.COMPARISON}), lines=("One line",))
    inside, outside = inventory(request, full_data(notes=NOTES), WORDS)
    assert {"1 line for this appointment", "5 notes", "Comparison with the period before"} <= set(inside)
    assert {"Your name", "Alcohol and drugs", "A table of every day"} <= set(outside)


def test_the_list_says_how_much_of_treatment_is_in_it():
    request, data = variants()["treated"]
    inside, outside = inventory(request, data, WORDS)
    assert {
        "13 sessions",
        "2 medicines",
        "1 marker of yours",
        "The treatment that goes on",
        "Ratings by days since a session",
        "Practice, in one line",
    } <= set(inside)
    assert "Medicines and dose changes" not in outside


def test_treatment_that_is_not_in_it_is_listed_as_left_out():
    outside = inventory(PLAIN, full_data(), WORDS)[1]
    assert {"Sessions, side effects and practice", "Medicines and dose changes", "Your markers"} <= set(outside)


def test_how_treatment_is_read_is_said_only_where_there_is_any():
    told = " ".join(build_content(*variants()["treated"], WORDS)["reading"]["paragraphs"])
    assert "more than planned is not counted here" in told
    assert "side effect" not in " ".join(built()["reading"]["paragraphs"])


def test_without_anything_about_treatment_no_place_is_kept_for_it():
    content = built()
    assert (content["sessions"], content["medicines"], content["since"], content["appointment"]) == (None,) * 4
    assert content["practice"]["text"] == ""


def test_what_stands_under_every_before_and_after_stands_only_there():
    compared = replace(PLAIN, includes=frozenset({Part.COMPARISON}))
    assert "some change back" in built(compared, full_data())["change_back"]
    assert built()["change_back"] == ""


def test_sessions_without_a_check_in_do_not_say_that_nothing_was_logged():
    content = built(*variants()["only treatment"])
    assert (content["empty"], content["single"]) == ("No check-in in this period.", False)


def test_a_report_without_notes_lists_them_as_left_out():
    assert "Notes" in inventory(PLAIN, full_data(), WORDS)[1]


def test_what_names_the_person_is_never_remembered():
    assert {Part.NAME, Part.SUICIDAL_THOUGHTS, Part.ALCOHOL} <= NEVER_REMEMBERED


def test_a_comparison_with_days_on_which_nothing_was_logged_says_so():
    data = full_data(compare=False)
    content = built(replace(PLAIN, includes=frozenset({Part.COMPARISON})), data)
    assert content["head"]["times"][1]["value"] == f"{WORDS.period(PLAIN.period.before())}: nothing logged"
    assert "Change" not in content["tables"][0]["columns"]
