from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from journal.app import check_ins
from journal.app.backups import back_up
from journal.app.deleting import delete_anything
from journal.app.history import delete, edit, undo
from journal.app.journal import Journal
from journal.app.restores import preview, preview_days, pull_days, restore_beside
from journal.app.vaults import open_journal
from journal.model.errors import JournalExists
from journal.model.items import Origin
from tests.support.journals import PASSPHRASE, ZoneClock
from tests.support.stores import TENSE
from tests.support.treatments import FORM, QUESTIONNAIRE, save_all

Opened = tuple[Journal, ZoneClock]
DAY = date(2026, 10, 28)


@pytest.fixture
def copy(opened: Opened, tmp_path: Path) -> Path:
    """A backup of three days with an entry each."""
    journal, _ = opened
    for day in (27, 28, 29):
        check_ins.log(journal, {"anxiety": 2}, at=datetime(2026, 10, day, 20), note=f"day {day}")
    back_up(journal, tmp_path / "copy.zip")
    return tmp_path / "copy.zip"


def entries(journal: Journal):
    return journal.store.entries.between(date.min, date.max)


def kept(journal: Journal):
    store = journal.store
    return [records.all() for records in (store.courses, store.sessions, store.medicines, store.intakes)]


def test_the_preview_says_what_would_come_back_and_what_is_newer(opened: Opened, copy: Path) -> None:
    journal, _ = opened
    first, second, _third = entries(journal)
    delete(journal, first.id)
    edit(journal, second.id, note="changed")
    check_ins.log(journal, {"anxiety": 1})
    seen = preview(journal, copy)
    assert (seen.entries, seen.newer, seen.gone) == (3, 2, 1)
    assert (seen.first_day, seen.last_day) == (date(2026, 10, 27), date(2026, 10, 29))


def test_restoring_beside_keeps_the_present_journal(opened: Opened, copy: Path, tmp_path: Path) -> None:
    journal, clock = opened
    check_ins.log(journal, {"anxiety": 1})
    assert restore_beside(journal, copy, tmp_path / "restored") == 3
    assert journal.store.entries.count() == 4
    with pytest.raises(JournalExists):
        restore_beside(journal, copy, journal.folder)
    open_journal(tmp_path / "restored", clock, passphrase=PASSPHRASE).close()


def test_a_deleted_day_comes_back_as_one_step_that_can_be_undone(opened: Opened, copy: Path) -> None:
    journal, _ = opened
    before = entries(journal)
    delete(journal, before[1].id)
    assert pull_days(journal, copy, DAY, DAY) == 1
    assert entries(journal) == before
    undo(journal)
    assert entries(journal) == [before[0], before[2]]


def test_what_was_changed_since_stays_unless_the_backup_is_chosen(opened: Opened, copy: Path) -> None:
    journal, _ = opened
    before = entries(journal)
    edit(journal, before[1].id, note="changed")
    assert preview_days(journal, copy, DAY, DAY).differing == (("entry", before[1].id),)
    assert pull_days(journal, copy, DAY, DAY) == 0
    assert entries(journal)[1].note == "changed"
    assert pull_days(journal, copy, DAY, DAY, replace=True) == 1
    assert entries(journal) == before


def test_what_is_only_in_the_journal_stays(opened: Opened, copy: Path) -> None:
    journal, _ = opened
    added = check_ins.log(journal, {"anxiety": 4}, at=datetime(2026, 10, 28, 22))
    assert pull_days(journal, copy, DAY, DAY, replace=True) == 0
    assert added in entries(journal)


def test_a_session_and_its_dose_come_back_with_all_that_belongs_to_them(opened: Opened, tmp_path: Path) -> None:
    journal, _ = opened
    with journal.store.tx():
        journal.store.items.save(TENSE.item_id, "tense", Origin.OWN, False, 0)
        journal.store.items.save_version(TENSE)
        save_all(journal.store)
    before = kept(journal)
    back_up(journal, tmp_path / "copy.zip")
    with journal.store.action("delete"):
        for records in (journal.store.sessions, journal.store.intakes, journal.store.medicines):
            for record in records.all():
                records.delete(record.id)
    assert pull_days(journal, tmp_path / "copy.zip", date.min, date.max) == 2
    assert kept(journal) == before


def test_a_questionnaire_comes_back_with_the_form_it_answers(opened: Opened, tmp_path: Path) -> None:
    journal, _ = opened
    store = journal.store
    with store.tx():
        store.forms.save(FORM)
        store.questionnaires.save(QUESTIONNAIRE)
    back_up(journal, tmp_path / "copy.zip")
    delete_anything(journal, FORM.id)
    assert store.questionnaires.all() == []
    assert pull_days(journal, tmp_path / "copy.zip", QUESTIONNAIRE.day, QUESTIONNAIRE.day) == 1
    assert (store.questionnaires.all(), store.forms.all()) == ([QUESTIONNAIRE], [FORM])
    undo(journal)
    assert (store.questionnaires.all(), store.forms.all()) == ([], [])
