from datetime import date, datetime

import pytest

from journal.app import check_ins, history, markers
from tests.support.journals import make_journal

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 29)


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal")
    yield made
    made.close()


def log(journal, day, hour=9):
    return check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, day, hour)).id


def marks(journal):
    return journal.store.entries.day_marks(FIRST, LAST)


def test_only_days_with_entries_have_a_mark(journal):
    log(journal, 3)
    markers.add_marker(journal, date(2026, 10, 4), "Moved")
    assert set(marks(journal)) == {date(2026, 10, 3)}
    assert journal.store.entries.day_marks(LAST, LAST) == {}


def test_every_change_gives_its_day_a_mark_that_it_never_had(journal):
    entry_id, day = log(journal, 3), date(2026, 10, 3)
    other = log(journal, 5)
    seen, elsewhere = [marks(journal)[day]], marks(journal)[date(2026, 10, 5)]
    for change in (
        lambda: history.edit(journal, entry_id, {"anxiety": 2}),
        lambda: history.edit(journal, entry_id, note="tired"),
        lambda: history.undo(journal),
        lambda: history.redo(journal),
        lambda: log(journal, 3, 19),
        lambda: history.edit(journal, other, at=datetime(2026, 10, 3, 12)),
    ):
        assert marks(journal).get(date(2026, 10, 5)) == elsewhere
        change()
        assert marks(journal)[day] not in seen
        seen.append(marks(journal)[day])
    assert date(2026, 10, 5) not in marks(journal)


def test_what_was_deleted_leaves_no_mark_and_comes_back_with_another(journal):
    entry_id = log(journal, 3)
    before = marks(journal)
    history.delete(journal, entry_id)
    assert marks(journal) == {}
    history.undo(journal)
    assert set(marks(journal)) == set(before)
    assert marks(journal) != before


def test_the_days_before_a_day_come_newest_first_each_once(journal):
    for day, hour in ((3, 9), (3, 19), (5, 9), (7, 9), (9, 9)):
        log(journal, day, hour)
    history.delete(journal, log(journal, 6))
    before = journal.store.entries.days_before
    assert [day.day for day in before(date(2026, 10, 9), 2)] == [7, 5]
    assert [day.day for day in before(date.max, 9)] == [9, 7, 5, 3]
    assert before(date(2026, 10, 3), 9) == []
