"""Upgrade and downgrade, as the window meets them: the program starts, the passphrase is typed."""

import pytest

from journal.host.clock import SystemClock
from journal.store.migrations import STEPS
from journal.ui.lock.page import LockPage
from tests.support.other_versions import (
    EARLIER,
    every_byte,
    golden_journal,
    journal_to_come,
    steps_of,
    steps_of_backups,
)
from tests.support.program import Program, take_down
from tests.support.windows import words_shown


@pytest.fixture
def started(qtbot, qapp, tmp_path):
    """Starts the program on what lies in `tmp_path / "journal"`."""
    made = []

    def start():
        made.append(Program(qtbot, qapp, tmp_path, SystemClock()))  # backups are as old as their files
        return made[-1]

    yield start
    for program in made:
        take_down(program)


@pytest.mark.parametrize("schema", EARLIER)
def test_a_journal_of_an_earlier_version_opens_with_a_backup_made_before(started, tmp_path, schema):
    folder = golden_journal(schema, tmp_path / "journal")
    program = started()
    program.unlock()
    assert program.running.session.journal.store.entries.get("kept").note.startswith("Rain")
    program.running.controls.quit()
    names = [name for name, _apply in STEPS]
    assert steps_of(folder) == names
    assert names[:schema] in steps_of_backups(folder, tmp_path / "before")


def test_a_journal_of_a_later_version_is_refused_and_left_as_it_was(started, qtbot, tmp_path):
    folder = journal_to_come(tmp_path / "journal")
    before = every_byte(folder)
    program = started()
    program.give_passphrase()
    told = "was made by a newer Leeward. Nothing was changed: install the newer one to open it."
    qtbot.waitUntil(lambda: any(told in words for words in words_shown(program.window)))
    assert isinstance(program.window.room, LockPage)
    program.running.controls.quit()
    assert every_byte(folder) == before
