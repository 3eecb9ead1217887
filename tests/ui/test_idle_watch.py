import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from journal.ui.idle_watch import IdleWatch


class Elapsed:
    s = 1000.0

    def __call__(self):
        return self.s


@pytest.fixture
def elapsed():
    return Elapsed()


@pytest.fixture
def watch(qapp, elapsed):
    made = IdleWatch(qapp, 5, elapsed)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def heard(signal):
    calls = []
    signal.connect(lambda: calls.append(True))
    return calls


def press(watch):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    watch.eventFilter(QWindow(), event)


def test_nothing_happens_before_the_warning(watch, elapsed):
    warned = heard(watch.closing_soon)
    elapsed.s += 5 * 60 - 31
    watch.look()
    assert not warned


def test_the_warning_comes_thirty_seconds_before_and_once(watch, elapsed):
    warned, closed = heard(watch.closing_soon), heard(watch.idle)
    elapsed.s += 5 * 60 - 30
    watch.look()
    watch.look()
    assert len(warned) == 1
    assert not closed


def test_it_closes_after_the_minutes_and_once(watch, elapsed):
    closed = heard(watch.idle)
    elapsed.s += 5 * 60
    watch.look()
    watch.look()
    assert len(closed) == 1


def test_any_key_keeps_it_open(watch, elapsed):
    kept, closed = heard(watch.kept_open), heard(watch.idle)
    elapsed.s += 5 * 60 - 10
    watch.look()
    press(watch)
    elapsed.s += 60
    watch.look()
    assert kept
    assert not closed


def test_the_first_key_after_a_long_sleep_closes(watch, elapsed):
    closed = heard(watch.idle)
    elapsed.s += 3600
    press(watch)
    assert closed


def test_other_minutes_hold_at_once(watch, elapsed):
    closed = heard(watch.idle)
    watch.minutes = 30
    elapsed.s += 10 * 60
    watch.look()
    assert not closed


def test_a_stopped_watch_is_still(watch, elapsed):
    closed = heard(watch.idle)
    watch.stop()
    elapsed.s += 3600
    watch.look()
    press(watch)
    assert not closed


def test_it_waits_longer_while_a_session_is_open(watch, elapsed):
    closed = heard(watch.idle)
    watch.least_minutes = 30
    elapsed.s += 29 * 60
    watch.look()
    assert not closed
    elapsed.s += 60
    watch.look()
    assert len(closed) == 1


def pass_time(watch, elapsed, seconds):
    """Let time go by with the program awake."""
    for _second in range(0, seconds, 30):
        elapsed.s += 30
        watch.look()


def test_a_held_watch_waits_until_its_time_and_then_begins_anew(watch, elapsed):
    warned, closed, over = heard(watch.closing_soon), heard(watch.idle), heard(watch.hold_ended)
    watch.hold(3600)
    pass_time(watch, elapsed, 3570)
    assert watch.held
    assert not warned
    pass_time(watch, elapsed, 30)
    assert over
    assert not watch.held
    assert not closed
    pass_time(watch, elapsed, 5 * 60)
    assert closed


def test_sleep_closes_a_held_watch_too(watch, elapsed):
    closed = heard(watch.idle)
    watch.hold(4 * 3600)
    elapsed.s += 600
    watch.look()
    assert closed


def test_a_hold_that_is_given_up_begins_the_minutes_anew(watch, elapsed):
    closed = heard(watch.idle)
    watch.hold(3600)
    pass_time(watch, elapsed, 1800)
    watch.release()
    pass_time(watch, elapsed, 4 * 60)
    assert not closed
    pass_time(watch, elapsed, 60)
    assert closed
