"""After a session of the whole program: every file and folder it made is this person's only."""

import os
import resource
import stat
import sys
import tempfile

import pytest

from journal.host.paths import cache_folder, runtime_folder
from journal.host.privacy import keep_private
from tests.support.journals import make_journal
from tests.support.program import Program, take_down

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Unix permissions")

PAGES = ("history", "trends", "treatment", "questionnaires", "report", "settings", "today")


@pytest.fixture
def usual_umask():
    """The one of most systems, which leaves new files readable for everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The system's temporary folder, for everything that asks Python or the environment for it."""
    made = tmp_path / "temporary"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("TMPDIR", str(made))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return made


def readable_by_others(*folders):
    found = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    return [path for path in found if not path.is_symlink() and stat.S_IMODE(path.lstat().st_mode) & 0o077]


def test_every_file_of_a_session_is_private(qtbot, qapp, tmp_path, own_home, usual_umask, temporary):
    keep_private()
    place = tmp_path / "mine"
    place.mkdir()
    journal, clock = make_journal(place / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    made = Program(qtbot, qapp, place, clock)
    assert made.running.place.claim()
    made.unlock()
    qtbot.waitUntil(made.running.imported, timeout=60_000)
    for page in PAGES:
        made.running.go(page)
        qtbot.waitUntil(lambda page=page: made.running.shell.current == page)
    during = readable_by_others(place, own_home, temporary)
    made.running.controls.lock()
    assert during == []
    assert readable_by_others(place, own_home, temporary) == []
    assert (place / "settings.toml").exists()
    assert runtime_folder().exists()
    assert cache_folder().exists()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    take_down(made)


def test_the_look_for_readable_files_finds_one(tmp_path, usual_umask):
    (tmp_path / "open").write_text("")
    assert readable_by_others(tmp_path) == [tmp_path / "open"]
