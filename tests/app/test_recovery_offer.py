from journal.app import keys
from journal.app.recovery_offer import begin_week, offer_due, put_offered
from journal.model.errors import DiskFull
from journal.store.vault import check_recovery_code

DAY_MIN = 24 * 60


def test_it_is_offered_once_a_week_after_the_code_was_made(opened):
    journal, clock = opened
    assert not offer_due(journal)
    clock.forward(6 * DAY_MIN)
    assert not offer_due(journal)
    clock.forward(DAY_MIN)
    assert offer_due(journal)
    put_offered(journal)
    clock.forward(30 * DAY_MIN)
    assert not offer_due(journal)


def test_a_new_code_begins_a_new_week(opened):
    journal, clock = opened
    begin_week(journal)
    put_offered(journal)
    keys.new_recovery_code(journal)
    clock.forward(7 * DAY_MIN)
    assert offer_due(journal)


def test_without_a_code_nothing_is_offered(opened):
    journal, clock = opened
    begin_week(journal)
    keys.remove_recovery_code(journal)
    clock.forward(8 * DAY_MIN)
    assert not offer_due(journal)


def test_it_leaves_nothing_to_undo(opened):
    journal, _ = opened
    begin_week(journal)
    assert journal.store._ledger.rows("SELECT * FROM change") == []


def test_a_full_disk_does_not_keep_a_new_code_back(opened, monkeypatch):
    journal, _ = opened

    def full(*given):
        raise DiskFull(path="")

    monkeypatch.setattr(type(journal.store), "tx", full)
    assert check_recovery_code(journal.folder, keys.new_recovery_code(journal))
