"""Daylio's CSV in its three generations: moods are words, activities names, only the full date is trusted."""

from __future__ import annotations

import pytest

from journal.exchange.diaries.daylio_csv import DaylioCsv
from journal.exchange.diaries.naming import ImportAnswers, NameAnswer
from journal.exchange.diaries.settling import Unanswered
from journal.exchange.diaries.source import Said
from journal.model.entries import TimeKnown
from journal.model.errors import FileTooLarge, InvalidFile, InvalidMapping, JournalError
from journal.model.items import Better, Kind
from tests.support.diary_reading import read_diary
from tests.support.source_diaries import LONG_NAME, NOISE, bring, recognised, saved

NEWEST = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
MIDDLE = "full_date,date,weekday,time,mood,activities,note_title,note\n"
OLDEST = "year,date,weekday,time,mood,activities,note\n"
GOOD = "2026-03-01,1 March,Sunday,10:00,good,work,,,\n"
DAYLIO = DaylioCsv()

LISTED = {
    "year one": "0001-01-01,,,10:00,good,,,,",
    "year zero": "0000-01-01,,,10:00,good,,,,",
    "year 9999": "9999-12-31,,,23:59,good,,,,",
    "the day before": "9999-12-30,,,23:59,good,,,,",
    "in a hundred years": "2126-03-01,,,10:00,good,,,,",
    "31 february": "2026-02-31,,,10:00,good,,,,",
    "month 13": "2026-13-01,,,10:00,good,,,,",
    "no date": ",1 March,Sunday,10:00,good,,,,",
    "a date in words": "yesterday,,,10:00,good,,,,",
    "a nul byte in the date": "2026-03-01\0,,,10:00,good,,,,",
    "a long date": "2" * 10_000 + ",,,10:00,good,,,,",
    "25:61": "2026-03-02,,,25:61,good,,,,",
    "a time in words": "2026-03-02,,,noon,good,,,,",
    "thirteen o'clock pm": "2026-03-02,,,13:00 pm,good,,,,",
    "a negative time": "2026-03-02,,,-1:00,good,,,,",
    "a long time": "2026-03-02,,," + "1" * 10_000 + ",good,,,,",
    "a nan scale": '2026-03-02,,,10:00,good,,"Sleep:\u00a0NaN",,',
    "an infinite scale": '2026-03-02,,,10:00,good,,"Sleep:\u00a0inf",,',
    "a scale of words": '2026-03-02,,,10:00,good,,"Sleep:\u00a0well",,',
    "a scale without a name": '2026-03-02,,,10:00,good,,":\u00a03",,',
    "a scale without a number": '2026-03-02,,,10:00,good,,"Sleep",,',
    "a huge scale": '2026-03-02,,,10:00,good,,"Sleep:\u00a01e300",,',
    "a formula": '2026-03-02,,,10:00,good,,"Sleep:\u00a0=1+1",,',
    "a duplicate row": "2026-03-01,1 March,Sunday,10:00,good,work,,,",
    "a header in the middle": NEWEST.strip(),
}
QUIET = {
    "an empty line": "",
    "only spaces": " , , , , , , , , ",
    "a row too short": "2026-03-02",
    "a cell too many": "2026-03-02,,,10:00,good,,,,note,extra",
    "other digits": "2026-03-02,,,١٠:٠٠,good,,,,",
    "a nul byte in a name": "2026-03-02,,,10:00,go\0od,wo\0rk,,,",
    "a long name": f"2026-03-02,,,10:00,{LONG_NAME},{LONG_NAME},,,",
    "a long note": f"2026-03-02,,,10:00,good,,,,{LONG_NAME}",
    "an emoji": "2026-03-02,,,10:00,😀,😀 | 😀,,,",
    "bars only": "2026-03-02,,,10:00,good, | | ,,,",
    "markup in a name": "2026-03-02,,,10:00,<b>good</b>,=1+1,,,",
    "a mood too many in the digits": "2026-03-02,,,10:00,5,,,,",
}
REFUSED = {
    "another header": "date,mood\n2026-03-01,good\n",
    "empty": "",
    "noise": NOISE,
    "an open quote": NEWEST + '2026-03-01,,,10:00,good,"work,,,\n',
    "a header alone without its column": "full_date,weekday,time,activities,note\n",
}


@pytest.mark.parametrize("row", LISTED.values(), ids=LISTED)
def test_a_broken_row_is_listed_and_the_others_are_read(tmp_path, row):
    found = read_diary(DAYLIO, saved(tmp_path, f"{NEWEST}{row}\n{GOOD}"))
    assert len(found.why) == 1
    assert found.why[0][0] in (2, 3)
    assert len(found.survey.unread[0].text) <= 200
    assert found.values("mood_daylio")[-1] == 4


@pytest.mark.parametrize("row", QUIET.values(), ids=QUIET)
def test_an_odd_row_is_read_without_a_word(tmp_path, row):
    found = read_diary(DAYLIO, saved(tmp_path, f"{NEWEST}{row}\n{GOOD}"))
    assert found.why == []
    assert found.values("mood_daylio")[-1] == 4


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_file_is_refused_by_a_typed_error(tmp_path, content):
    with pytest.raises(JournalError):
        read_diary(DAYLIO, saved(tmp_path, content))


@pytest.mark.parametrize("header", [NEWEST, MIDDLE, OLDEST, "\ufeff" + NEWEST, NEWEST.replace(",", ";")])
def test_each_generation_is_recognised_by_its_first_line(tmp_path, header):
    assert recognised(DAYLIO, saved(tmp_path, header, "any.name"))


@pytest.mark.parametrize("header", ["date,mood\n", "Date,Reading,Running\n", "{}", "PK\x03\x04", ""])
def test_another_file_is_not_recognised(tmp_path, header):
    assert not recognised(DAYLIO, saved(tmp_path, header))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (NEWEST, '2019-09-28,28. Sept.,Samstag,10:00 pm,Gut,work | run,"Sleep:\u00a07 | Pain:\u00a03",Title,a<br>b'),
        (MIDDLE, "2019-09-28,28. Sept.,Samstag,22:00,Gut,work | run,Title,a<br>b"),
        (OLDEST, "2019,28 September,Saturday,10:00 PM,Gut,work | run,a<br>b"),
    ],
)
def test_each_generation_says_the_same(tmp_path, header, row):
    (entry,) = bring(DAYLIO, saved(tmp_path, f"{header}{row}\n")).entries
    assert entry.at.isoformat() == "2019-09-28T22:00:00"
    assert entry.said[:3] == (Said("mood", "Gut"), Said("activity", "work"), Said("activity", "run"))
    assert entry.note.endswith("a\nb")


def test_a_scale_is_a_number_after_a_space_that_does_not_break(tmp_path):
    found = bring(DAYLIO, saved(tmp_path, NEWEST + '2026-03-01,,,10:00,,,"Sleep:\u00a07,5 | Pain: 3",,\n'))
    assert found.said == [Said("scale", "Sleep", 7.5), Said("scale", "Pain", 3)]


def test_both_clocks_can_stand_in_one_file(tmp_path):
    rows = "2026-03-02,,,12:05 am,good,,,,\n2026-03-01,,,23:15,good,,,,\n"
    assert read_diary(DAYLIO, saved(tmp_path, NEWEST + rows)).local == ["2026-03-02 00:05", "2026-03-01 23:15"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_encoding_is_found(tmp_path, encoding):
    path = saved(tmp_path, (NEWEST + "2026-03-01,,,10:00,Müde,Füße,,,\n").encode(encoding))
    assert recognised(DAYLIO, path)
    assert [said.name for said in bring(DAYLIO, path).said] == ["Müde", "Füße"]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_kind_are_read(tmp_path, ends):
    path = saved(tmp_path, (NEWEST + GOOD + "2026-03-02,,,10:00,bad,,,,\n").replace("\n", ends).encode())
    assert read_diary(DAYLIO, path).values("mood_daylio") == [4, 2]


def test_mixed_line_ends_are_read(tmp_path):
    path = saved(tmp_path, (NEWEST.replace("\n", "\r\n") + GOOD + "2026-03-02,,,10:00,bad,,,,\r\n").encode())
    assert read_diary(DAYLIO, path).values("mood_daylio") == [4, 2]


@pytest.mark.parametrize(
    ("word", "step"),
    [("rad", 5), ("good", 4), ("meh", 3), ("bad", 2), ("awful", 1), ("Super", 5), ("Lausig ", 1), ("Schlecht", 2)],
)
def test_the_usual_moods_have_their_step(tmp_path, word, step):
    found = read_diary(DAYLIO, saved(tmp_path, f"{NEWEST}2026-03-01,,,10:00,{word},,,,\n"))
    assert found.values("mood_daylio") == [step]


def test_the_mood_is_one_item_of_one_to_five_and_higher_is_better(tmp_path):
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + GOOD))
    mood, work = found.names.plan.made["mood_daylio"], found.names.plan.made["work"]
    assert (mood.label, mood.minimum, mood.maximum, mood.better) == ("Mood (Daylio)", 1, 5, Better.HIGHER)
    assert work.kind is Kind.YES_NO


def test_a_mood_of_ones_own_is_asked_about_and_its_answer_followed(tmp_path):
    path = saved(tmp_path, NEWEST + "2026-03-01,,,10:00,Wobbly,,,,\n")
    asked = read_diary(DAYLIO, path, unanswered=Unanswered.PROPOSE)
    assert [(each.name, each.words, each.proposal.value) for each in asked.names.questions] == [("Wobbly", True, None)]
    answers = ImportAnswers(names=(NameAnswer("mood", "Wobbly", "mood_daylio", 2.0),))
    assert read_diary(DAYLIO, path, answers=answers).values("mood_daylio") == [2]


def test_a_mood_of_ones_own_without_an_answer_is_made_a_yes_and_no_guess_of_its_step(tmp_path):
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + "2026-03-01,,,10:00,Wobbly,,,,\n"))
    assert found.values("wobbly") == [1]
    assert found.names.plan.made["wobbly"].kind is Kind.YES_NO


def test_an_activity_on_a_scale_needs_the_number_it_stands_for(tmp_path):
    path = saved(tmp_path, NEWEST + GOOD)
    with pytest.raises(InvalidMapping):
        read_diary(DAYLIO, path, answers=ImportAnswers(names=(NameAnswer("activity", "work", "anxiety"),)))
    answers = ImportAnswers(names=(NameAnswer("activity", "work", "anxiety", 2.0),))
    assert read_diary(DAYLIO, path, answers=answers).values("anxiety") == [2]


def test_blank_is_missing_unless_the_person_says_that_it_is_none(tmp_path):
    rows = (
        "2026-03-03,,,10:00,good,,,,\n"
        "2026-03-02,,,10:00,good,run,,,\n"
        "2026-03-01,,,10:00,good,,,,\n"
    )  # fmt: skip
    path = saved(tmp_path, NEWEST + rows)
    assert read_diary(DAYLIO, path).values("run") == [1]
    assert read_diary(DAYLIO, path, answers=ImportAnswers(blank="zero")).values("run") == [0, 1]


def test_a_time_that_stands_there_twice_with_other_content_is_two_entries(tmp_path):
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + GOOD.replace("good", "bad") + GOOD))
    assert sorted(found.values("mood_daylio")) == [2, 4]
    assert [each.source_key for each in found.drafts] == [
        "daylio:2026-03-01T10:00#0",
        "daylio:2026-03-01T10:00#1",
    ]


def test_a_later_export_leaves_the_keys_of_the_earlier_as_they_were(tmp_path):
    earlier = "2026-03-02,,,10:00,bad,,,,\n" + GOOD
    later = "2026-03-03,,,10:00,meh,,,,\n2026-03-02,,,10:00,rad,,,,\n" + earlier
    first = read_diary(DAYLIO, saved(tmp_path, NEWEST + earlier))
    second = read_diary(DAYLIO, saved(tmp_path, NEWEST + later))
    before = {each.source_key: each.ratings for each in first.drafts}
    after = {each.source_key: each.ratings for each in second.drafts}
    assert before.items() <= after.items()
    assert len(after) == 4


def test_the_hour_that_was_twice_is_told_apart_by_the_order(tmp_path):
    rows = "".join(f"2025-10-26,,,{at},good,,,,\n" for at in ("03:10", "02:10", "02:50", "02:20", "01:00"))
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + rows))
    assert [each.offset_min for each in found.drafts] == [60, 60, 120, 120, 120]


def test_a_time_that_never_was_is_moved_on_and_counted(tmp_path):
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + "2026-03-29,,,02:30,good,,,,\n"))
    assert (found.survey.moved, found.local) == (1, ["2026-03-29 03:30"])


def test_an_unreadable_time_leaves_an_entry_of_the_whole_day(tmp_path):
    found = read_diary(DAYLIO, saved(tmp_path, NEWEST + "2026-03-02,,,25:61,good,,,,\n"))
    assert found.drafts[0].time_known is TimeKnown.DAY


def test_a_file_of_too_many_rows_is_refused_with_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr("journal.exchange.table_rows.MOST_ROWS", 2)
    with pytest.raises(FileTooLarge):
        read_diary(DAYLIO, saved(tmp_path, NEWEST + GOOD * 3))


def test_another_header_is_refused_with_its_reason(tmp_path):
    with pytest.raises(InvalidFile) as refused:
        read_diary(DAYLIO, saved(tmp_path, REFUSED["another header"]))
    assert "columns" in str(refused.value.fields["reason"])


def test_a_file_of_more_names_than_a_diary_has_is_refused(tmp_path):
    rows = "".join(f"2026-03-01,,,10:00,mood {n},,,,\n" for n in range(10_001))
    with pytest.raises(InvalidFile):
        read_diary(DAYLIO, saved(tmp_path, NEWEST + rows))
