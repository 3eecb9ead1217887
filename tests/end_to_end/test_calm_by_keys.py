"""A calm moment in a real window, by keyboard alone: from the lock, and from the open journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.app import plans
from journal.model.plans import Heading
from tests.support.journals import PASSPHRASE, make_journal
from tests.support.real_window import Desktop

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    journal, _clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    plans.add_line(journal, Heading.MYSELF, "Walk to the harbour", opened=True)
    plans.add_line(journal, Heading.SIGNS, "I stop answering")
    journal.close()
    return tmp_path / "journal"


def test_it_opens_before_the_passphrase_and_after_it_and_stops_by_escape(screen: Desktop, folder: Path) -> None:
    screen.start("--journal", str(folder))
    screen.wait_focus("Passphrase")
    screen.key("F9")
    stop = screen.wait_focus("Stop")
    assert "20" in stop["description"], "where and when this is, is told with the first button"
    screen.tab_to("My plan")
    screen.key("Return")
    screen.wait_for("Walk to the harbour")
    assert screen.find("I stop answering") is None
    screen.key("Escape", "Escape")
    screen.wait_focus("Passphrase")
    screen.type(PASSPHRASE)
    screen.key("Return")
    screen.wait_for("Lock now")
    screen.key("F9")
    screen.wait_focus("Stop")
    assert screen.find("Lock now") is None
    screen.tab_to("My plan")
    screen.key("Return")
    screen.wait_for("I stop answering")
    screen.key("Escape", "Escape")
    screen.wait_for("Lock now")
    screen.key("ctrl+q")
    assert screen.wait_ended() == 0, screen.told()
