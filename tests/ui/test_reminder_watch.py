import pytest

from journal.app import reminders
from journal.host.settings_file import SettingsFile
from journal.ui.reminder_watch import ReminderWatch
from tests.support.journals import clock_at


@pytest.fixture
def clock():
    return clock_at("2026-10-29T20:00")


@pytest.fixture
def file(tmp_path, clock):
    made = SettingsFile(tmp_path / "settings.toml")
    made.change(**reminders.changed_times(clock, ("1234567 20:30",)))
    return made


@pytest.fixture
def watch(qtbot, file, clock):
    made = ReminderWatch(lambda: file.settings, clock, file.change)
    made.heard = []
    made.came.connect(lambda: made.heard.append("came"))
    made.stood_changed.connect(lambda stands: made.heard.append("stands" if stands else "gone"))
    made.look()
    yield made
    made.stop()
    made.deleteLater()


def test_it_says_once_that_a_reminder_came(watch, clock):
    assert watch.heard == []
    clock.set("2026-10-29T20:30")
    for _ in range(3):
        watch.look()
    assert watch.heard == ["stands", "came"]


def test_it_looks_again_when_the_next_minute_begins(watch, clock):
    clock.set("2026-10-29T20:29")
    clock.forward(0.75)
    watch.look()
    assert watch._timer.interval() == 15_000


def test_it_does_not_look_where_there_is_nothing_to_look_for(watch, file, clock):
    assert watch.running
    file.change(**reminders.changed_times(clock, ()))
    watch.look()
    assert not watch.running


def test_the_next_process_shows_the_line_again_and_no_second_notification(qtbot, watch, file, clock):
    clock.set("2026-10-29T20:30")
    watch.look()
    after_lock = ReminderWatch(lambda: file.settings, clock, file.change)
    heard = []
    after_lock.came.connect(lambda: heard.append("came"))
    after_lock.stood_changed.connect(heard.append)
    after_lock.look()
    assert heard == [True]
    after_lock.stop()
    after_lock.deleteLater()


def test_a_check_in_takes_it_away(watch, file, clock):
    clock.set("2026-10-29T20:30")
    watch.look()
    file.change(last_check_in="2026-10-29")
    watch.look()
    assert watch.heard == ["stands", "came", "gone"]


def test_a_snoozed_one_comes_again(watch, file, clock):
    clock.set("2026-10-29T20:30")
    watch.look()
    file.change(**reminders.snoozed(clock, 10))
    watch.look()
    clock.forward(10)
    watch.look()
    assert watch.heard == ["stands", "came", "gone", "stands", "came"]


def test_on_waking_it_comes_once(watch, clock):
    clock.set("2026-10-29T21:15")
    watch.look()
    clock.forward(1)
    watch.look()
    assert watch.heard == ["stands", "came"]


def test_a_file_that_cannot_be_written_does_not_bring_it_twice(qtbot, watch, file, clock, monkeypatch):
    def refuse(*given):
        raise OSError

    monkeypatch.setattr("journal.host.settings_file.write_private", refuse)
    silent = ReminderWatch(lambda: file.settings, clock, lambda **changes: _keep(file, changes))
    heard = []
    silent.came.connect(lambda: heard.append("came"))
    clock.set("2026-10-29T20:30")
    for _ in range(3):
        silent.look()
    assert heard == ["came"]
    silent.stop()
    silent.deleteLater()


def _keep(file, changes):
    """As the program keeps settings: where they cannot be written they hold for this run."""
    try:
        file.change(**changes)
    except OSError:
        return
