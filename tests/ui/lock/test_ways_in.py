"""The lock page on journals that are really damaged, read-only, or in use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from journal.app import check_ins
from journal.app.journal import Journal
from journal.app.runner import ImmediateRunner
from journal.model.errors import DiskFull, JournalReadOnly, JournalTooNew, NotEnoughMemory, StorageFailed
from journal.store.key_file import KEY_COPY, KEY_FILE
from journal.store.salvage import SalvageReport
from journal.ui.journal_keys import JournalKeys
from journal.ui.lock.presenter import LockPresenter
from journal.ui.lock.state import LockState, Step, Way, build_state, opened_words
from tests.support.journals import PASSPHRASE, clock_at, make_journal
from tests.support.places import read_only


class Lock:
    """A lock page without Qt on one folder, and what it led to."""

    def __init__(self, folder: Path) -> None:
        self.states: list[LockState] = []
        self.opened: list[Journal] = []
        self.said: list[str] = []
        self.moved: list[Path] = []
        self.bugs: list[Exception] = []
        self.salvaged: list[SalvageReport | None] = []
        keys = JournalKeys(folder, clock_at("2026-11-22T21:04"), self.moved.append)
        self.presenter = LockPresenter(
            self,
            ImmediateRunner(),
            keys,
            self.opened.append,
            self.bugs.append,
            say=self.said.append,
            show_salvaged=self.salvaged.append,
        )

    def render_state(self, state: LockState) -> None:
        self.states.append(state)

    @property
    def state(self) -> LockState:
        return self.states[-1]

    def close(self) -> None:
        assert not self.bugs
        for journal in self.opened:
            journal.close()


@pytest.fixture
def code(tmp_path: Path) -> str:
    """A closed journal with one entry and a backup; its recovery code."""
    from journal.app.keys import new_recovery_code

    journal, _clock = make_journal(tmp_path / "journal")
    made = new_recovery_code(journal)
    check_ins.log(journal, {"anxiety": 2}, note="Rain.")
    journal.store.back_up()
    journal.close()
    return made


@pytest.fixture
def folder(tmp_path: Path, code: str) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def lock(folder: Path):
    made = Lock(folder)
    yield made
    made.close()


def damage(path: Path) -> bytes:
    whole = path.read_bytes()
    path.write_bytes(b"\x00" * 64 + whole[64:])
    return path.read_bytes()


def test_a_damaged_journal_opens_from_its_newest_backup_and_is_kept(lock: Lock, folder: Path) -> None:
    broken = damage(folder / "journal-1.db")
    lock.presenter.on_passphrase(PASSPHRASE)
    assert lock.state.way is Way.NEWEST_BACKUP
    lock.presenter.on_way()
    beside = folder.with_name("journal-2")
    assert lock.opened[0].folder == beside
    assert lock.moved == [beside]
    assert lock.opened[0].store.entries.count() == 1
    assert (folder / "journal-1.db").read_bytes() == broken
    assert str(beside) in lock.said[0]
    assert "damaged journal was kept" in lock.said[0]


def test_a_damaged_backup_gives_way_to_the_one_before(lock: Lock, folder: Path) -> None:
    good = next((folder / "backups").iterdir())
    newer = good.with_name("backup-2027-01-01-120000.zip")
    shutil.copy(good, newer)
    newer.write_bytes(newer.read_bytes()[:5000])
    damage(folder / "journal-1.db")
    lock.presenter.on_passphrase(PASSPHRASE)
    lock.presenter.on_way()
    assert lock.opened[0].store.entries.count() == 1


def test_without_a_good_backup_a_new_journal_is_offered(lock: Lock, folder: Path) -> None:
    for backup in (folder / "backups").iterdir():
        backup.write_bytes(b"")
    damage(folder / "journal-1.db")
    lock.presenter.on_passphrase(PASSPHRASE)
    lock.presenter.on_way()
    assert not lock.opened
    assert lock.state.way is Way.SALVAGE
    assert lock.state.offers_new
    assert not folder.with_name("journal-2").exists()


def test_a_backup_that_has_an_older_passphrase_says_so_and_takes_it(lock: Lock, folder: Path) -> None:
    from journal.app.keys import change_passphrase
    from journal.app.vaults import open_journal
    from journal.store.vault import FAST_KDF

    journal = open_journal(folder, clock_at("2026-11-22T21:00"), passphrase=PASSPHRASE)
    change_passphrase(journal, "newer words", kdf=FAST_KDF)
    journal.close()
    damage(folder / "journal-1.db")
    lock.presenter.on_passphrase("newer words")
    lock.presenter.on_way()
    assert "made with" in lock.state.message
    lock.presenter.on_passphrase(PASSPHRASE)
    assert lock.opened[0].folder == folder.with_name("journal-2")


@pytest.mark.parametrize("fault", ["damaged", "missing"])
def test_the_second_copy_of_the_key_file_opens_and_mends(lock: Lock, folder: Path, fault: str) -> None:
    keys = folder / KEY_FILE
    keys.write_text("{}") if fault == "damaged" else keys.unlink()
    lock.presenter.on_passphrase(PASSPHRASE)
    assert lock.state.way is Way.SECOND_COPY
    lock.presenter.on_way()
    assert lock.opened[0].folder == folder
    assert keys.read_bytes() == (folder / KEY_COPY).read_bytes()
    assert "second copy" in lock.said[0]


def test_without_either_key_file_the_newest_backup_is_offered(lock: Lock, folder: Path) -> None:
    for name in (KEY_FILE, KEY_COPY):
        (folder / name).write_text("{}")
    lock.presenter.on_passphrase(PASSPHRASE)
    assert "newest good backup" in lock.state.message
    assert lock.state.way is Way.NEWEST_BACKUP
    lock.presenter.on_way()
    assert lock.opened[0].store.entries.count() == 1


def test_the_recovery_code_goes_the_same_ways(lock: Lock, folder: Path, code: str) -> None:
    (folder / KEY_FILE).write_text("{}")
    lock.presenter.on_recovery_wanted()
    lock.presenter.on_code(code)
    assert lock.state.way is Way.SECOND_COPY
    lock.presenter.on_way()
    assert lock.state.step is Step.NEW_PASSPHRASE
    assert (folder / KEY_FILE).read_bytes() == (folder / KEY_COPY).read_bytes()


def test_the_recovery_code_opens_a_backup_as_it_is(lock: Lock, folder: Path, code: str) -> None:
    for name in (KEY_FILE, KEY_COPY):
        (folder / name).unlink()
    lock.presenter.on_recovery_wanted()
    lock.presenter.on_code(code)
    lock.presenter.on_way()
    assert lock.opened[0].store.entries.count() == 1


def test_a_read_only_place_opens_for_reading(lock: Lock, folder: Path) -> None:
    with read_only(folder):
        lock.presenter.on_passphrase(PASSPHRASE)
        assert lock.state.way is Way.READING
        lock.presenter.on_way()
        journal = lock.opened[0]
        assert journal.store.entries.count() == 1
        with pytest.raises(JournalReadOnly):
            check_ins.log(journal, {"anxiety": 3})
        journal.close()
        lock.opened.clear()
    assert "nothing new can be saved" in lock.said[0]


def test_a_read_only_place_opens_for_reading_with_the_recovery_code(lock: Lock, folder: Path, code: str) -> None:
    with read_only(folder):
        lock.presenter.on_recovery_wanted()
        lock.presenter.on_code(code)
        lock.presenter.on_new_passphrase("newer words")
        assert lock.state.way is Way.READING
        lock.presenter.on_way()
        lock.opened.pop().close()


def test_a_journal_in_use_is_said_and_opens_once_the_other_window_is_closed(lock: Lock, folder: Path) -> None:
    from journal.app.vaults import open_journal

    first = open_journal(folder, clock_at("2026-11-22T21:00"), passphrase=PASSPHRASE)
    lock.presenter.on_passphrase(PASSPHRASE)
    state = lock.state
    assert "open in another window" in state.message
    assert (state.way, state.also, state.offers_recovery, state.offers_new) == (Way.AGAIN, None, False, False)
    first.close()
    lock.presenter.on_way()
    assert lock.opened[0].store.entries.count() == 1


@pytest.mark.parametrize(
    ("error", "way", "elsewhere"),
    [
        (JournalTooNew(path="x"), None, True),
        (NotEnoughMemory(needed_mib=256), Way.AGAIN, False),
        (DiskFull(path="x"), Way.AGAIN, False),
        (StorageFailed(path="x", detail="EIO"), Way.AGAIN, True),
    ],
)
def test_what_mends_elsewhere_can_be_tried_again(error, way, elsewhere) -> None:
    state = build_state(Step.PASSPHRASE, busy=False, wrong_tries=0, error=error)
    assert state.message
    assert (state.way, state.offers_other) == (way, elsewhere)
    assert (state.also, state.offers_recovery, state.offers_new) == (None, False, False)


def test_a_damaged_journal_gives_what_can_be_read_and_the_list_of_the_rest(lock: Lock, folder: Path) -> None:
    broken = damage(folder / "journal-1.db")
    lock.presenter.on_passphrase(PASSPHRASE)
    assert lock.state.also is Way.SALVAGE
    lock.presenter.on_also()
    assert lock.opened[0].folder == folder.with_name("journal-2")
    assert lock.opened[0].store.entries.count() == 1
    assert (folder / "journal-1.db").read_bytes() == broken
    (report,) = lock.salvaged
    assert report is not None
    assert report.unreadable_pages == 1


def test_salvage_takes_the_recovery_code_too(lock: Lock, folder: Path, code: str) -> None:
    for name in (KEY_FILE, KEY_COPY):
        (folder / name).write_text("{}")
    lock.presenter.on_recovery_wanted()
    lock.presenter.on_code(code)
    lock.presenter.on_also()
    assert lock.opened[0].store.entries.count() == 1


def test_the_usual_way_says_nothing() -> None:
    assert opened_words(frozenset(), "") == ""


def test_the_key_is_wiped_where_the_journal_stays_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from journal.app.vaults import open_journal
    from journal.model.errors import JournalDamaged
    from journal.store import vault

    keys = []
    usual = vault.open_vault

    monkeypatch.setattr(vault, "open_vault", lambda *given, **named: keep(keys, usual(*given, **named)))
    damage(folder / "journal-1.db")
    with pytest.raises(JournalDamaged):
        open_journal(folder, clock_at("2026-11-22T21:00"), passphrase=PASSPHRASE)
    with pytest.raises(ValueError, match="wiped"):
        _ = keys[0].raw


def keep(keys, opened):
    keys.append(opened.key)
    return opened
