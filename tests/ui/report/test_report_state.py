"""What the Report page shows, and what of it is remembered."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from journal.model.periods import Period
from journal.report.data import Days, ReportData
from journal.report.request import BEGUN_WITH, AttachedFormat, Paper, Part, ReportRequest
from journal.ui.report.choices import Choices, Span, period_of, recalled, remembered, request_of
from journal.ui.report.state import Loaded, OfferedItem, OfferedNote, build_state, file_name, note_tick
from tests.support.report_data import full_data
from tests.support.report_data import period_of as days_of
from tests.support.report_pages import many_items

TODAY = date(2026, 10, 29)
NOTE = OfferedNote("n1", date(2026, 10, 2), "A long walk. " * 20)
ITEMS = tuple(OfferedItem(f"item{n}", f"Item {n}", "Group") for n in range(12))


def loaded(data=None, notes=(NOTE,), items=ITEMS):
    return Loaded(TODAY, ReportRequest(days_of()), data or full_data(), notes, items, ("in",), ("out",))


def shown(choices, **more):
    return build_state(choices, loaded(**more), (), busy=False)


def test_spans_end_today():
    assert period_of(Choices(span=Span.WEEKS), TODAY) == Period(date(2026, 10, 2), TODAY)
    assert period_of(Choices(), TODAY).length_days == 90


def test_an_own_range_is_taken_as_given():
    own = Period(date(2026, 1, 1), date(2026, 1, 31))
    assert period_of(Choices(span=Span.OWN, own=own), TODAY) == own


def test_names_notes_and_what_is_sensitive_are_never_remembered():
    choices = Choices(
        parts=frozenset(Part),
        name="A",
        born="B",
        clinician="C",
        note_ids=frozenset({"n"}),
        item_keys=("craving", "guilt"),
        main_item="craving",
        lines=("a line", "", ""),
    )
    kept = remembered(choices, frozenset({"craving"}))
    assert kept["items"] == ["guilt"]
    assert kept["main_item"] == ""
    assert not {"name", "born", "clinician", "suicidal_thoughts", "alcohol"} & set(kept["parts"])
    assert not {"lines", "note_ids"} & set(kept)


def test_what_is_remembered_is_taken_up_again():
    choices = Choices(span=Span.WEEKS, paper=Paper.LETTER, parts=frozenset({Part.COMPARISON}), item_keys=("guilt",))
    assert recalled(remembered(choices, frozenset()), Paper.A4) == choices


def test_nothing_remembered_means_the_paper_of_the_country_and_no_comparison():
    begun = recalled({}, Paper.LETTER)
    assert (begun.paper, begun.parts, begun.note_ids) == (Paper.LETTER, BEGUN_WITH, frozenset())
    assert frozenset({Part.SESSIONS, Part.MEDICINES, Part.SCORES}) == BEGUN_WITH


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.text(), st.integers(), st.none()), max_size=4))
def test_a_strange_memory_never_lets_in_more(kept):
    kept.pop("items", None)
    assert recalled(kept, Paper.A4).parts <= BEGUN_WITH


def test_sessions_that_were_taken_out_stay_out_the_next_time():
    kept = remembered(Choices(parts=frozenset({Part.MEDICINES, Part.MARKERS})), frozenset())
    assert recalled(kept, Paper.A4).parts == {Part.MEDICINES, Part.MARKERS}


def test_the_note_of_a_session_is_offered_with_its_name():
    note = OfferedNote("s1", date(2026, 7, 3), "Held on.", "Ketamine infusion")
    assert note_tick(note, ticked=True).words == "3 Jul, Ketamine infusion"


def test_a_request_holds_only_lines_that_say_something():
    assert request_of(Choices(lines=(" ", "one", "")), TODAY, ()).lines == ("one",)


def test_a_note_is_shown_by_its_day_and_first_words():
    tick = note_tick(NOTE, ticked=False)
    assert tick.words == "2 Oct"
    assert len(tick.detail) <= 90


def test_with_eight_items_chosen_the_others_wait():
    ticks = shown(Choices(item_keys=tuple(item.key for item in ITEMS[:8]))).items
    assert [tick.enabled for tick in ticks] == [True] * 8 + [False] * 4


def test_a_stand_in_is_offered_only_without_an_average_rating():
    assert shown(Choices()).stand_ins == ()
    ticks = shown(Choices(main_item="guilt0"), data=many_items(5)).stand_ins
    assert [tick.key for tick in ticks if tick.ticked] == ["guilt0"]
    assert shown(Choices(), data=ReportData(TODAY, Days(0, 0, 0, 0, 0))).stand_ins == ()


def test_the_name_of_the_file_says_nothing():
    assert file_name(TODAY) == "Notes 2026-10-29.pdf"


def test_before_anything_was_read_the_page_waits():
    state = build_state(Choices(span=Span.OWN), None, (), busy=False)
    assert (state.busy, state.own_range, state.period) == (True, True, None)


def test_the_lists_of_what_is_in_are_shown_as_they_are():
    state = shown(replace(Choices(), span=Span.WEEKS))
    assert (state.included, state.left_out) == (("in",), ("out",))


def test_data_inside_the_file_is_chosen_anew_every_time():
    choices = Choices(attach=frozenset(AttachedFormat))
    assert request_of(choices, TODAY, ()).attach == choices.attach
    assert recalled(remembered(choices, frozenset()), Paper.A4).attach == frozenset()
