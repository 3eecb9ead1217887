"""What the menu of the desktop asks for: today's page, or a calm moment, in this start or in a window that stands."""

from pathlib import Path

import pytest

from journal.host.program import DESKTOP_ID, GO_TO
from journal.ui import handed_on, wishes
from journal.ui.handed_on import HandedOn
from tests.support.linux_package import script


class Rooms:
    """A running program with a lock page, a shell, and a note of where somebody went."""

    def __init__(self, go: str = "", *, is_open: bool = False) -> None:
        self.handed_on, self.shell, self.went = HandedOn(go=go), object(), []
        self.calm = self.window = self
        self.room = self.shell if is_open else None

    def bring_forward(self) -> None:
        self.went.append("forward")

    def open(self) -> None:
        self.went.append("calm")

    def go(self, page: str, **where: bool) -> None:
        self.went += [page, *where]


@pytest.mark.parametrize(
    ("wish", "is_open", "went"),
    [
        ("", True, ["forward"]),
        ("today", True, ["forward", "today"]),
        ("today", False, ["forward"]),
        ("calm", True, ["forward", "calm"]),
        ("calm", False, ["forward", "calm"]),
        ("backup /media/stick/notes.zip", True, ["forward", "settings", "backups"]),
        ("backup /media/stick/notes.zip", False, ["forward"]),
    ],
)
def test_a_further_start_goes_where_it_was_asked_to(wish, is_open, went):
    running = Rooms(is_open=is_open)
    wishes.come(running, wish)
    assert running.went == went


class Gate:
    """A page before the journal is open."""

    given = None

    def show_given(self, backup):
        self.given = backup


def test_a_backup_given_before_the_journal_is_open_is_told_to_the_page_that_stands():
    running = Rooms()
    running.room = Gate()
    wishes.come(running, "backup /media/stick/notes.zip")
    assert running.room.given == Path("/media/stick/notes.zip")


def test_a_start_for_a_calm_moment_goes_there_before_the_journal_is_open():
    running = Rooms("calm")
    wishes.begin(running)
    assert running.went == ["calm"]


def test_where_to_go_is_told_once_and_not_handed_on(monkeypatch):
    monkeypatch.setenv(GO_TO, "calm")
    assert GO_TO not in handed_on.environment(HandedOn("front"))
    assert handed_on.taken_over().go == "calm"
    assert handed_on.taken_over().go == ""


def test_the_window_is_known_by_the_name_of_its_menu_entry():
    assert script("identity").APP_ID == DESKTOP_ID
