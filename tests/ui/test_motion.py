"""Nothing moves by itself in the window: no animation runs on any page, and with less motion the caret stands, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMenu, QProgressBar, QStyle

from journal.ui.calm.place import CalmPlace, Part
from tests.support.every_page import Scene, every_page, scenes, settle, show, unlock, whole_program

LESS = {"less_motion": True}


class Movements(QObject):
    """Every animation that an event is given to, as one that ends is."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take note; nothing is held up."""
        if isinstance(watched, QAbstractAnimation):
            self.seen.append(f"{type(watched).__name__} in {type(watched.parent()).__name__}: {event.type().name}")
        return False


@pytest.fixture
def program(qtbot, qapp, tmp_path):
    with whole_program(qtbot, qapp, tmp_path) as made:
        made.settings.change(**LESS)
        made.running.theme.choose_motion(less=True)
        yield made
        made.running.theme.choose_motion(less=False)


@pytest.fixture
def movements(qapp):
    watch = Movements()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def running_now(window):
    """The animations of a window that run, by what they belong to."""
    moved = window.findChildren(QAbstractAnimation)
    return [type(one.parent()).__name__ for one in moved if one.state() is QAbstractAnimation.State.Running]


def test_no_animation_runs_on_any_page(program, movements):
    moving = {name: found for name, _page in every_page(program) if (found := running_now(program.window))}
    assert moving == {}
    assert movements.seen == []


def test_no_animation_runs_where_the_window_changes_its_size(program, movements):
    unlock(program)
    for width in (1024, 1280, 900):
        program.window.resize(width, 700)
        settle()
        assert running_now(program.window) == []
    assert movements.seen == []


def test_the_test_would_see_an_animation(program, movements, qtbot):
    program.window.setAnimated(True)
    program.window.setStyleSheet("QWidget { widget-animation-duration: 30; }")
    program.window.resize(900, 640)
    program.window.centralWidget().setMinimumHeight(300)
    qtbot.waitUntil(lambda: bool(movements.seen or running_now(program.window)))


def test_breathing_goes_on_in_words_and_numbers(program, movements):
    unlock(program)
    assert scenes(program.running.session.opened)
    page = show(program, Scene("breathing", "calm", {"place": CalmPlace(Part.BREATHING)}))
    page.room.breathing.start.click()
    settle()
    assert page.room.breathing.running
    assert page.room.breathing.shape.still
    assert movements.seen == []
    page.room.stop.click()


def test_no_part_of_the_style_moves(program):
    menu, bar = QMenu(program.window), QProgressBar(program.window)
    for part in (program.window, menu, bar):
        part.ensurePolished()
        assert part.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, part) == 0


def test_with_less_motion_the_caret_stands_still(program):
    assert QApplication.cursorFlashTime() == 0
    program.running.theme.choose_motion(less=False)
    assert QApplication.cursorFlashTime() > 0


def test_the_systems_wish_stops_the_caret_and_the_shape(program):
    program.running.theme.choose_motion(less=False)
    program.running.theme.hear_motion(True)
    assert QApplication.cursorFlashTime() == 0
    assert program.running.theme.less_motion()
    program.running.theme.hear_motion(False)
