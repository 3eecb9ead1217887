from datetime import date, datetime

from journal.app import check_ins, history, markers
from journal.store.day_counts import DayCount
from tests.support.journals import make_journal

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 29)


def test_each_kind_is_counted_by_day_with_its_notes(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, 1, 9), note="tired")
    check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, 1, 19))
    gone = check_ins.log(journal, {"anxiety": 1}, at=datetime(2026, 10, 2, 19))
    history.delete(journal, gone.id)
    markers.add_marker(journal, LAST, "Moved")
    for outside in (date(2026, 9, 30), date(2026, 10, 30)):
        markers.add_marker(journal, outside, "Elsewhere")
    found = journal.store.entries.day_counts(FIRST, LAST)
    journal.close()
    assert sorted(found) == [DayCount(FIRST, "entry", 2, 1), DayCount(LAST, "marker", 1, 0)]


def test_the_ends_of_records_are_those_that_stand(tmp_path):
    journal, _clock = make_journal(tmp_path / "journal")
    assert journal.store.markers.extent() is None
    made = [markers.add_marker(journal, date(2026, 10, day), "Moved") for day in (9, 3, 20, 25)]
    markers.delete_marker(journal, made[-1].id)
    found = journal.store.markers.extent()
    journal.close()
    assert found == (date(2026, 10, 3), date(2026, 10, 20))
