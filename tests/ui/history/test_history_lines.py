from dataclasses import replace
from datetime import date

import pytest

from journal.app import check_ins, history
from journal.app.check_ins import new_key
from journal.model.entries import EntryKind, State, TimeKnown
from journal.texts.items import ItemWords
from journal.ui.history.lines import LineWords, entry_line, lines_of, note_and_tags
from tests.support.journals import make_journal


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-11-22T21:04")
    yield journal, clock
    journal.close()


def using(journal, imports=None):
    return LineWords({item.id: item for item in journal.items()}, imports or {}, ItemWords(journal.catalogue), 2026)


def test_a_line_says_the_time_and_the_answers_in_words(opened):
    journal, _clock = opened
    entry = check_ins.log(journal, {"flashbacks": 2, "hours_slept": 5.5}, note="calm\nevening")
    line = entry_line(entry, using(journal))
    assert line.time == "21:04"
    assert line.answers == "Flashbacks: 2, moderately · Hours slept: 5.5"
    assert line.note == "calm evening"


def test_what_was_left_unanswered_is_not_told(opened):
    journal, _clock = opened
    key = new_key()
    check_ins.answer(journal, key, journal.item("flashbacks"), 0)
    entry = check_ins.finish(journal, key, [journal.item("low_mood")])
    assert entry_line(entry, using(journal)).answers == "Flashbacks: 0, not at all"


def test_not_applicable_is_told(opened):
    journal, _clock = opened
    entry = check_ins.log(journal, {"flashbacks": State.NOT_APPLICABLE})
    assert entry_line(entry, using(journal)).answers == "Flashbacks: not applicable"


def test_an_entry_of_an_earlier_day_is_marked_as_added_later(opened):
    journal, _clock = opened
    key = new_key(day=date(2026, 11, 20))
    line = entry_line(check_ins.answer(journal, key, journal.item("flashbacks"), 1), using(journal))
    assert (line.time, line.marks) == ("No time of day", "added later")


def test_an_imported_entry_names_its_source_and_is_not_called_late(opened):
    journal, _clock = opened
    entry = check_ins.log(journal, {"flashbacks": 1})
    imported = replace(entry, kind=EntryKind.IMPORTED, import_id="i", time_known=TimeKnown.DAY, day=date(2026, 1, 1))
    assert (
        entry_line(imported, using(journal, {"i": "from a file, read on 2 Nov"})).marks == "from a file, read on 2 Nov"
    )


def test_a_day_is_named_once_and_with_its_year_when_it_is_another(opened):
    journal, clock = opened
    clock.set("2025-11-20T09:00")
    check_ins.log(journal, {"flashbacks": 1})
    clock.set("2025-11-20T19:00")
    check_ins.log(journal, {"flashbacks": 2})
    clock.set("2026-11-22T09:00")
    check_ins.log(journal, {"flashbacks": 3})
    days = history.days(journal, date(2025, 1, 1), date(2026, 12, 31))
    headings = [line.heading for line in lines_of(days, using(journal))]
    assert headings == ["Sunday 22 November", "Thursday, 20 November 2025", ""]


def test_a_reader_hears_the_whole_line(opened):
    journal, _clock = opened
    line = entry_line(check_ins.log(journal, {"flashbacks": 2}), using(journal), heading="Sunday 22 November")
    assert line.spoken == "Sunday 22 November. 21:04. Flashbacks: 2, moderately"


@pytest.mark.parametrize(
    ("kind", "mark"), [(EntryKind.AFTER_SESSION, "After a session"), (EntryKind.MONTHLY, "The monthly look")]
)
def test_a_form_of_its_own_kind_says_which(opened, kind, mark):
    journal, _clock = opened
    key = new_key(kind)
    line = entry_line(check_ins.answer(journal, key, journal.item("urgency"), 1), using(journal))
    assert (line.marks, line.answers) == (mark, "Urgent need to pass urine: 1, a little")


def test_tags_stand_behind_the_note():
    assert note_and_tags("Slept  badly.", ("visit", "bad sleep")) == "Slept badly. · #visit · #bad sleep"
    assert note_and_tags("", ("visit",)) == "#visit"
