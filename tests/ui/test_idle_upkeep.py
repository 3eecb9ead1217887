import pytest
from PySide6.QtCore import QObject

from journal.app.check_ins import log
from journal.app.runner import ImmediateRunner
from journal.store.backup_files import list_backups
from journal.ui.idle_upkeep import REST_S, IdleUpkeep
from tests.support.journals import make_journal


@pytest.fixture
def journal(tmp_path):
    made, _clock = make_journal(tmp_path / "journal")
    log(made, {"anxiety": 2})
    yield made
    made.close()


class Desk:
    """An open journal at which somebody sits, or not."""

    def __init__(self, journal):
        self.idle_s, self.said, self.failed, self.parent = 0.0, [], [], QObject()
        self.upkeep = IdleUpkeep(
            self.parent,
            ImmediateRunner(),
            lambda: journal,
            lambda: self.idle_s,
            lambda text, actions=(): self.said.append((text, [words for words, _act in actions])),
            self.failed.append,
            lambda: None,
        )


def test_a_backup_is_made_after_ten_idle_minutes_and_only_once(qapp, journal):
    desk = Desk(journal)
    desk.upkeep.look()
    assert not list_backups(journal.folder)
    desk.idle_s = REST_S
    desk.upkeep.look()
    (made,) = list_backups(journal.folder)
    made.path.unlink()
    desk.upkeep.look()
    assert not list_backups(journal.folder)


def test_an_old_second_place_is_told_once_a_week_with_the_way_there(qapp, journal, tmp_path):
    from journal.app.backup_places import set_place

    (tmp_path / "stick").mkdir()
    set_place(journal, tmp_path / "stick")
    desk = Desk(journal)
    desk.upkeep.begin()
    desk.upkeep.begin()
    assert [actions for _text, actions in desk.said] == [["Show the backups"]]
    assert "stick" in desk.said[0][0]


def test_damage_that_the_daily_look_finds_leads_to_the_backups(qapp, journal, monkeypatch):
    monkeypatch.setattr(type(journal.store), "full_check", lambda store: ["page 3"])
    desk = Desk(journal)
    desk.upkeep.begin()
    assert "is damaged" in desk.said[0][0]
    assert desk.said[0][1] == ["Show the backups"]
    assert desk.failed == []
