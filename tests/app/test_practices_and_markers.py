from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from journal.app import history, markers, practices
from journal.app.journal import Journal
from journal.model.errors import FieldOutOfRange, TimeInFuture, UnknownRecord
from journal.model.practices import PracticeKind
from tests.support.journals import ZoneClock

Opened = tuple[Journal, ZoneClock]
TODAY = date(2026, 10, 29)


def test_a_practice_is_written_changed_and_deleted(opened: Opened) -> None:
    journal, _ = opened
    made = practices.add_practice(journal, PracticeKind.IN_LIFE, minutes=0, before=70, highest=100, after=0)
    assert (made.day, made.minutes, made.after, made.before) == (TODAY, 0, 0, 70)
    moved = practices.change_practice(journal, made.id, at=datetime(2026, 10, 28, 10), done=False, name="the bridge")
    assert (moved.day, moved.done) == (TODAY - timedelta(days=1), False)
    assert practices.practices(journal, TODAY, TODAY) == []
    practices.delete_practice(journal, made.id)
    assert practices.practices(journal) == []
    history.undo(journal)
    assert practices.practices(journal) == [moved]
    practices.delete_practice_for_good(journal, made.id)
    assert practices.practices(journal, first=date(2026, 1, 1)) == []


def test_impossible_distress_and_the_future_are_refused(opened: Opened) -> None:
    journal, _ = opened
    with pytest.raises(FieldOutOfRange):
        practices.add_practice(journal, PracticeKind.OTHER, highest=101)
    with pytest.raises(TimeInFuture):
        practices.add_practice(journal, PracticeKind.OTHER, at=datetime(2027, 1, 1))
    assert practices.practices(journal) == []


def test_a_text_of_a_practice_is_one_undo_step_a_visit(opened: Opened) -> None:
    journal, _ = opened
    made = practices.add_practice(journal, PracticeKind.WORKSHEET)
    for text in ("a", "ab"):
        practices.change_practice(journal, made.id, visit="practice note", note=text)
    history.undo(journal)
    assert practices.practice(journal, made.id).note == ""


def test_a_marker_may_lie_ahead(opened: Opened) -> None:
    journal, _ = opened
    ahead = TODAY + timedelta(days=5)
    made = markers.add_marker(journal, ahead, " Moving day ", "boxes")
    assert (made.label, markers.markers(journal)) == ("Moving day", [made])
    changed = markers.change_marker(journal, made.id, day=TODAY, label="Moved")
    assert markers.markers(journal, TODAY, TODAY) == [changed]
    markers.delete_marker(journal, made.id)
    with pytest.raises(UnknownRecord):
        markers.marker(journal, made.id)
    history.undo(journal)
    markers.delete_marker_for_good(journal, made.id)
    assert markers.markers(journal) == []
