import pytest

from journal.app import check_ins, history, markers
from journal.app.runner import ImmediateRunner
from journal.model.errors import NothingToUndo
from journal.ui.backup_follow_up import BackupFollowUp
from tests.support.journals import make_journal


class Bar:
    """The calm bar, as far as these tests need it."""

    def __init__(self, journal):
        self.said, self.errors = [], []
        say = lambda text, actions: self.said.append((text, dict(actions)))  # noqa: E731
        self.follow_up = BackupFollowUp(lambda: journal, ImmediateRunner(), say, self.errors.append)

    def press(self, words):
        self.said[-1][1][words]()


@pytest.fixture
def journal(tmp_path):
    made, clock = make_journal(tmp_path / "journal")
    yield made
    made.close()


@pytest.fixture
def bar(journal):
    return Bar(journal)


def backups(journal):
    return sorted((journal.folder / "backups").glob("backup-*.zip"))


def test_without_backups_nothing_is_asked(bar):
    bar.follow_up.say_gone()
    assert bar.said == [("Deleted for good.", {})]


def test_older_backups_are_named_with_both_ways(journal, bar):
    journal.store.back_up()
    bar.follow_up.say_gone()
    text, actions = bar.said[-1]
    assert text == "Deleted for good. Older backups still hold it."
    assert list(actions) == ["Make new backups, destroy the old", "Leave them"]


def test_new_backups_take_the_place_of_the_old(journal, bar):
    old = journal.store.back_up()
    held = old.read_bytes()
    journal.clock.forward(5)
    bar.follow_up.say_gone()
    bar.press("Make new backups, destroy the old")
    assert bar.said[-1][0] == "A new backup is made. 1 older one is destroyed."
    assert [path.read_bytes() == held for path in backups(journal)] == [False]
    assert bar.errors == []


def test_leaving_them_changes_nothing(journal, bar):
    old = journal.store.back_up()
    bar.follow_up.say_gone()
    bar.press("Leave them")
    assert backups(journal) == [old]


def test_what_was_just_deleted_can_be_deleted_for_good(journal, bar):
    entry = check_ins.log(journal, {"anxiety": 2}, note="words")
    history.delete(journal, entry.id)
    words, act = bar.follow_up.delete_for_good("entry", entry.id)
    assert words == "Delete for good"
    act()
    assert bar.said[-1][0] == "Deleted for good."
    assert not any("words" in str(row) for row in journal.store._ledger.rows("SELECT * FROM change"))
    assert journal.store.entries.count() == 0


def test_a_marker_deleted_for_good_does_not_come_back(journal, bar):
    marker = markers.add_marker(journal, journal.today(), "Moved")
    markers.delete_marker(journal, marker.id)
    bar.follow_up.delete_for_good("marker", marker.id)[1]()
    with pytest.raises(NothingToUndo):
        history.undo(journal)
    assert journal.store.markers.all() == []
