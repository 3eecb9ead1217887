"""What every test shares: no real home folder, no screen, and no Qt warning goes unnoticed."""

import os
import re

import pytest
from hypothesis import settings

from tests.support.journals import make_journal
from tests.support.qt_warnings import ALLOWED

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault; speed is for the benchmark
settings.load_profile("untimed")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):  # once, before the processes that run side by side
        make_translations()
    if not os.environ.get("LEEWARD_TEST_LOCKED_MEMORY"):
        leave_memory_unlocked()
    platform = os.environ["QT_QPA_PLATFORM"]
    for warning in ALLOWED:
        if warning.platform == platform:
            config.addinivalue_line("qt_log_ignore", f"^{re.escape(warning.text)}$")


def make_translations():
    """What the program reads of each translation that was changed since the last tests."""
    from tests.support.text_tools import script

    script("catalogues").compile_outdated()


def leave_memory_unlocked():
    """Locking and wiping the memory of a database takes four fifths of a test's time and changes no result.

    It stays on wherever the program itself is started, and in the test of the connection's settings.
    """
    from journal.store import connection

    connection.MEMORY_SECURITY = "OFF"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    """A home folder of the test's own, so that nobody's journal or settings are touched."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(variable, str(home))
    return home


@pytest.fixture
def theme(qapp):
    """The light theme. The next test that asks for it finds the application dressed already, which is quick."""
    from tests.support.windows import dress

    source = dress(qapp)
    yield source
    source.deleteLater()


@pytest.fixture
def opened(tmp_path):
    """A new journal at 21:00 on 29 October 2026, and its clock."""
    journal, clock = make_journal(tmp_path / "journal")
    yield journal, clock
    journal.close()


@pytest.fixture
def journal(opened):
    """The journal alone."""
    return opened[0]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample journal, made once for the tests of a file."""
    from journal.app.sample import make_sample

    journal = make_sample(tmp_path_factory.mktemp("sample") / "journal")
    yield journal
    journal.close()
