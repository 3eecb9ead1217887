import os

import pytest

from journal.app.upkeep import back_up_when_due, check_when_due
from journal.model.errors import JournalDamaged


def log_something(journal):
    from journal.app import check_ins

    check_ins.answer(journal, check_ins.new_key(), journal.item("flashbacks"), 2.0)


def test_an_empty_journal_needs_no_backup(opened):
    assert back_up_when_due(opened[0]) is None


def test_the_first_entry_is_backed_up(opened):
    journal, _clock = opened
    log_something(journal)
    assert back_up_when_due(journal).is_file()


def test_one_backup_a_day_is_enough(opened):
    journal, clock = opened
    log_something(journal)
    made = back_up_when_due(journal)
    os.utime(made, (clock.ms / 1000, clock.ms / 1000))
    log_something(journal)
    assert back_up_when_due(journal) is None
    clock.forward(24 * 60)
    assert back_up_when_due(journal) is not None


def test_nothing_changed_means_no_new_backup(opened):
    journal, clock = opened
    log_something(journal)
    made = back_up_when_due(journal)
    late = journal.store.path.stat().st_mtime + 10
    os.utime(made, (late, late))
    clock.ms = round(late * 1000)
    clock.forward(48 * 60)
    assert back_up_when_due(journal) is None


def test_the_thorough_look_is_taken_once_a_day(opened):
    journal, clock = opened
    assert check_when_due(journal)
    assert not check_when_due(journal)
    clock.forward(24 * 60)
    assert check_when_due(journal)


def test_damage_is_told_with_the_newest_backup(opened, monkeypatch):
    journal, _clock = opened
    log_something(journal)
    made = back_up_when_due(journal)
    monkeypatch.setattr(type(journal.store), "full_check", lambda store: ["page 3"])
    with pytest.raises(JournalDamaged) as told:
        check_when_due(journal)
    assert told.value.fields["backup"] == str(made)
