"""Bearable: one row a reading; the readings of one time make an entry; categories have scales of their own."""

from __future__ import annotations

import pytest

from journal.exchange.diaries.bearable import Bearable
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.exchange.diaries.source import Said, SourceDose
from journal.model.entries import TimeKnown
from journal.model.errors import InvalidFile, JournalError
from journal.model.items import Better, Kind
from tests.support.diary_reading import read_diary
from tests.support.source_diaries import LONG_NAME, NOISE, bring, recognised, saved

NEWER = "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n"
OLDER = "date,weekday,time of day,category,rating/amount,detail,notes\n"
GOOD = "1st Mar 2026,2026-03-01,Sunday,am,Mood,7,,\n"
BEARABLE = Bearable()

LISTED = {
    "year one": "1st Jan 0001,0001-01-01,,am,Mood,7,,",
    "year 9999": "31st Dec 9999,9999-12-31,,pm,Mood,7,,",
    "in a hundred years": "1st Mar 2126,2126-03-01,,am,Mood,7,,",
    "31 february": "31st Feb 2026,2026-02-31,,am,Mood,7,,",
    "no date": ",,,am,Mood,7,,",
    "a date in words": "yesterday,,,am,Mood,7,,",
    "a month no one has": "3rd Foo 2026,,,am,Mood,7,,",
    "a long date": f"{'2' * 10_000},,,am,Mood,7,,",
    "25:61": "2nd Mar 2026,2026-03-02,,25:61,Mood,7,,",
    "a part no one has": "2nd Mar 2026,2026-03-02,,teatime,Mood,7,,",
    "mood 11": "2nd Mar 2026,2026-03-02,,am,Mood,11,,",
    "mood 0": "2nd Mar 2026,2026-03-02,,am,Mood,0,,",
    "symptom 5": "2nd Mar 2026,2026-03-02,,am,Symptom,5,Pain (Severe),",
    "energy 6": "2nd Mar 2026,2026-03-02,,am,Energy,6,,",
    "sleep quality 0": "2nd Mar 2026,2026-03-02,,am,Sleep quality,0,,",
    "25 hours": "2nd Mar 2026,2026-03-02,,,Sleep,25:00,,",
    "9:75 hours": "2nd Mar 2026,2026-03-02,,,Sleep,9:75,,",
    "nan": "2nd Mar 2026,2026-03-02,,am,Mood,NaN,,",
    "infinity": "2nd Mar 2026,2026-03-02,,am,Health measurements,inf,Weight (kg),",
    "a huge number": "2nd Mar 2026,2026-03-02,,am,Health measurements,1e300,Weight (kg),",
    "a long number": f"2nd Mar 2026,2026-03-02,,am,Mood,{'9' * 10_000},,",
    "a word": "2nd Mar 2026,2026-03-02,,am,Mood,fine,,",
    "a formula": "2nd Mar 2026,2026-03-02,,am,Mood,=1+1,,",
    "an underscore": "2nd Mar 2026,2026-03-02,,am,Mood,1_0,,",
    "a symptom without a name": "2nd Mar 2026,2026-03-02,,am,Symptom,2,,",
    "a dose of nothing": "2nd Mar 2026,2026-03-02,,am,Meds/Supplements,50,,",
    "a dose in words": "2nd Mar 2026,2026-03-02,,am,Meds/Supplements,two,Sertraline (mg),",
    "a header in the middle": NEWER.strip(),
    "below nothing": "2nd Mar 2026,2026-03-02,,am,Health measurements,-5,Steps (steps),",
    "a nul byte": "2nd Mar 2026,2026-03-02,,am,Mood,7\0,,",
}
QUIET = {
    "an empty line": "",
    "only commas": ",,,,,,,",
    "a row too short": "2nd Mar 2026,2026-03-02",
    "a duplicate row": GOOD.strip(),
    "other digits": "2nd Mar 2026,2026-03-02,,am,Mood,٧,,",
    "a long name": f"2nd Mar 2026,2026-03-02,,am,Symptom,2,{LONG_NAME} (Mild),",
    "a long list": f"2nd Mar 2026,2026-03-02,,am,Factors,None,{' | '.join('abcdefgh')},",
    "brackets only": "2nd Mar 2026,2026-03-02,,am,Symptom,2,((((,",
    "no amount": "2nd Mar 2026,2026-03-02,,am,Symptom,None,Pain (Mild),",
    "a category no one knows": "2nd Mar 2026,2026-03-02,,am,Weather,None,Rain | Wind,",
    "a note alone": "2nd Mar 2026,2026-03-02,,am,Notes,None,,a note",
}


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = read_diary(BEARABLE, saved(tmp_path, f"{NEWER}{row}\n{GOOD}"))
    assert len(found.why) == 1
    assert found.why[0][0] == 2
    assert found.values("mood_bearable")[-1] == 7


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_without_a_word(tmp_path, row):
    found = read_diary(BEARABLE, saved(tmp_path, f"{NEWER}{row}\n{GOOD}"))
    assert found.why == []
    assert found.values("mood_bearable")[-1] == 7


@pytest.mark.parametrize(
    "content", ["", "date,mood\n", NOISE, OLDER.replace("category,", ""), NEWER + '1st Mar 2026,,,am,"Mood,7,,\n']
)
def test_what_is_no_such_file_is_refused_by_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        read_diary(BEARABLE, saved(tmp_path, content))


def test_both_headers_are_recognised_and_no_other(tmp_path):
    assert recognised(BEARABLE, saved(tmp_path, "\ufeff" + NEWER))
    assert recognised(BEARABLE, saved(tmp_path, OLDER))
    assert not recognised(BEARABLE, saved(tmp_path, "date,category,detail\n"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Symptom,3,Pain (left arm) (Severe),", Said("symptom", "Pain (left arm)", 3)),
        ("Symptom,4,Pain (Extreme),", Said("symptom", "Pain", 4)),
        ("Mood,10,,", Said("mood", "Mood", 10)),
        ("Energy,2,,", Said("energy", "Energy", 2)),
        ("Sleep quality,5,,", Said("sleep quality", "Sleep quality", 5)),
        ("Sleep,9:45,Asleep 02:45 - 12:30,", Said("sleep", "Sleep", 9.75)),
        ("Health measurements,8000,Step count (steps),", Said("measurement", "Step count (steps)", 8000)),
        ('Health measurements,"70,5",Weight (kg),', Said("measurement", "Weight (kg)", 70.5)),
    ],
)
def test_each_category_says_its_number(tmp_path, row, said):
    found = bring(BEARABLE, saved(tmp_path, f"{OLDER}22nd Sep 2020,Tuesday,am,{row}\n"))
    assert found.said == [said]


def test_factors_are_a_list_of_names(tmp_path):
    found = bring(BEARABLE, saved(tmp_path, OLDER + "22nd Sep 2020,Tue,,Social,None,Family | Work (from home),\n"))
    assert found.said == [Said("factor", "Family"), Said("factor", "Work (from home)")]


def test_a_dose_has_its_medicine_amount_and_unit(tmp_path):
    doses = ("9:15,Meds/Supplements,50,Sertraline (mg),", "pm,Meds/Supplements,None,Iron,")
    rows = "".join(f"22nd Sep 2020,Tue,{dose}\n" for dose in doses)
    found = bring(BEARABLE, saved(tmp_path, OLDER + rows))
    assert [each.doses for each in found.entries] == [
        (SourceDose("Sertraline", 50.0, "mg"),),
        (SourceDose("Iron", None, ""),),
    ]


@pytest.mark.parametrize(
    ("text", "known", "part"),
    [
        ("", TimeKnown.DAY, None),
        ("all day", TimeKnown.DAY, None),
        ("pre", TimeKnown.PART, "morning"),
        ("mid", TimeKnown.PART, "afternoon"),
        ("PM", TimeKnown.PART, "evening"),
        ("9:15", TimeKnown.MINUTE, None),
    ],
)
def test_the_time_of_day_is_known_as_well_as_the_file_says(tmp_path, text, known, part):
    (entry,) = bring(BEARABLE, saved(tmp_path, f"{OLDER}22nd Sep 2020,Tuesday,{text},Mood,7,,\n")).entries
    assert (entry.known, entry.part) == (known, part)


def test_readings_of_one_time_make_one_entry_and_a_second_of_one_thing_another(tmp_path):
    rows = "".join(
        f"22nd Sep 2020,Tue,am,{row}\n" for row in ("Mood,7,,", "Energy,3,,", "Symptom,2,Pain (Mild),note", "Mood,5,,")
    )
    found = read_diary(BEARABLE, saved(tmp_path, OLDER + rows))
    assert [len(each.ratings) for each in found.drafts] == [3, 1]
    assert found.drafts[0].note == "note"
    assert {each.source_key for each in found.drafts} == {"bearable:2020-09-22am#0", "bearable:2020-09-22am#1"}


def test_a_file_by_categories_has_keys_that_a_longer_one_keeps(tmp_path):
    moods = "".join(f"{day}th Sep 2020,,am,Mood,7,,\n" for day in range(4, 8))
    energy = "".join(f"{day}th Sep 2020,,am,Energy,3,,\n" for day in range(4, 8))
    first = read_diary(BEARABLE, saved(tmp_path, OLDER + moods + energy))
    more = moods + "8th Sep 2020,,am,Mood,6,,\n" + energy + "8th Sep 2020,,am,Energy,2,,\n"
    second = read_diary(BEARABLE, saved(tmp_path, OLDER + more))
    before = {each.source_key: each.ratings for each in first.drafts}
    assert before.items() <= {each.source_key: each.ratings for each in second.drafts}.items()


def test_new_items_stand_on_the_scales_of_the_file(tmp_path):
    rows = "Symptom,3,Pain (Severe),", "Mood,7,,", "Energy,2,,", "Sleep,7:30,,", "Diet,None,Coffee,", "Health,60,Pulse,"
    made = read_diary(BEARABLE, saved(tmp_path, OLDER + "".join(f"22nd Sep 2020,,am,{row}\n" for row in rows))).names
    found = {new.label: (new.kind, new.minimum, new.maximum, new.better) for new in made.plan.made.values()}
    assert found == {
        "Pain": (Kind.SCALE, 0, 4, Better.LOWER),
        "Mood (Bearable)": (Kind.SCALE, 1, 10, Better.HIGHER),
        "Energy (Bearable)": (Kind.SCALE, 1, 5, Better.HIGHER),
        "Sleep (Bearable)": (Kind.HOURS, 0, 24, Better.HIGHER),
        "Coffee": (Kind.YES_NO, 0, 1, Better.NONE),
        "Pulse": (Kind.COUNT, 0, None, Better.NONE),
    }


def test_a_symptom_keeps_its_number_on_an_item_of_the_journal(tmp_path):
    path = saved(tmp_path, OLDER + "22nd Sep 2020,,am,Symptom,1,Worry (Mild),\n")
    answers = ImportAnswers(names=(NameAnswer("symptom", "Worry", "anxiety"),))
    assert read_diary(BEARABLE, path, answers=answers).values("anxiety") == [1]


def test_a_scale_is_put_onto_that_of_an_item_and_turned_where_better_is_the_other_end(tmp_path):
    path = saved(tmp_path, OLDER + "22nd Sep 2020,,am,Mood,10,,\n")
    answers = ImportAnswers(names=(NameAnswer("mood", "Mood", "low_mood"),))
    found = read_diary(BEARABLE, path, answers=answers)
    assert [(rating.value, rating.raw) for rating in found.drafts[0].ratings] == [(0, 10)]


def test_another_header_is_refused_with_its_line(tmp_path):
    with pytest.raises(InvalidFile) as refused:
        read_diary(BEARABLE, saved(tmp_path, "date,mood\n"))
    assert refused.value.fields["line"] == 1
