"""A way back in the calm bar never takes back anything but what was said."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication

from journal.app.runner import ImmediateRunner
from journal.model.appointments import QuestionKind
from journal.ui.way_back import WayBack
from journal.ui.widgets.calm_bar import CalmBar
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner
from tests.support.program import Program, take_down
from tests.support.windows import button


@dataclass
class Watched:
    bar: CalmBar
    runner: object = field(default_factory=ImmediateRunner)
    step: int = 1

    def __post_init__(self):
        self.way_back = WayBack(self.bar, self.runner, lambda: self.step)

    def say(self, text="Deleted.", words="Undo"):
        self.bar.say(text, [(words, lambda: None)])

    def change(self, step):
        self.step = step
        self.way_back.on_changed(frozenset({"entries"}))


@pytest.fixture
def bar(qtbot):
    made = CalmBar()
    qtbot.addWidget(made)
    return made


def test_it_goes_once_something_else_was_changed(bar):
    watched = Watched(bar)
    watched.say()
    watched.change(2)
    assert bar.text == ""


def test_it_stays_where_nothing_new_could_be_undone(bar):
    watched = Watched(bar)
    watched.say()
    watched.change(1)
    assert bar.text == "Deleted."


def test_what_offers_no_way_back_stays(bar):
    watched = Watched(bar)
    watched.say("The disk is full.", "Try again")
    watched.change(2)
    assert bar.text == "The disk is full."


def test_a_change_is_not_counted_against_what_was_said_after_it(bar):
    watched = Watched(bar, LaterRunner())
    watched.say()
    watched.runner.work()
    watched.change(2)
    watched.say("Added.")
    watched.runner.work()
    assert bar.text == "Added."


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    journal.put_setting("first_start_done", True)
    journal.close()
    made = Program(qtbot, qapp, tmp_path, clock)
    made.unlock()
    yield made
    take_down(made)


def test_undo_on_a_page_never_takes_back_a_later_change(program):
    running = program.running
    running.go("appointments")
    card = running.shell.page("appointments").collected[QuestionKind.QUESTION]
    card.field.setText("May I drive?")
    card.add.click()
    running.clock.ms += 1000
    next(iter(card.rows.values())).delete.click()
    bar = running.shell.bar
    program.qtbot.waitUntil(lambda: bar.text == "Deleted.")
    QCoreApplication.processEvents()  # what was told of the deletion itself
    assert button(bar, "Undo").isVisible()
    running.clock.ms += 1000
    card.field.setText("Since when?")
    card.add.click()
    program.qtbot.waitUntil(lambda: bar.text == "")
