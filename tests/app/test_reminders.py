"""Reminders as settings.toml keeps them: they come while the journal is locked, and tell of nothing inside."""

import tomllib

import pytest

from journal.app import check_ins, forms, reminders
from journal.app.endings import forget_in_settings
from journal.app.history import delete
from journal.host.autostart import DesktopAutostart
from journal.host.settings_file import Settings, SettingsFile, settings_of
from journal.model.entries import EntryKind
from tests.support.journals import clock_at, make_journal

EVENING = Settings(reminders=("1234567 20:30",))


def rate(journal, kind=EntryKind.CHECK_IN):
    form = forms.form(journal, kind=kind)
    return check_ins.answer(journal, form.key, journal.item("anxiety"), 1)


def test_one_that_comes_is_settled_and_stands():
    clock = clock_at("2026-10-29T20:30")
    changes = reminders.come_now(EVENING, clock)
    assert changes == {"reminder_settled": "2026-10-29T20:30", "reminder_snoozed": "", "reminder_open": True}
    after = EVENING._replace(**changes)
    assert reminders.come_now(after, clock) is None
    assert reminders.stands(after, clock)


def test_it_stands_until_it_is_put_away_the_day_ends_or_something_is_logged():
    clock = clock_at("2026-10-29T20:30")
    shown = EVENING._replace(**(reminders.come_now(EVENING, clock) or {}))
    assert not reminders.stands(shown._replace(**reminders.put_away()), clock)
    assert not reminders.stands(shown._replace(last_check_in="2026-10-29"), clock)
    clock.set("2026-10-30T04:00")
    assert not reminders.stands(shown, clock)


def test_a_snooze_is_minutes_that_pass_also_through_a_clock_change():
    clock = clock_at("2026-10-25T02:55")
    night = Settings(reminders=("02:50",), day_start_min=720)
    later = night._replace(reminder_settled="2026-10-25T02:50", **reminders.snoozed(clock, 10))
    assert later.reminder_snoozed == "2026-10-25T01:05Z"
    clock.forward(9)
    assert reminders.come_now(later, clock) is None
    clock.forward(1)
    assert reminders.wall_now(clock).isoformat(timespec="minutes") == "2026-10-25T02:05"
    assert reminders.come_now(later, clock) is not None


def test_not_today_brings_the_next_one_tomorrow():
    clock = clock_at("2026-10-29T20:35")
    after = EVENING._replace(**reminders.not_today(EVENING, clock))
    assert reminders.comes_next(after, clock).isoformat(timespec="minutes") == "2026-10-30T20:30"


def test_a_time_that_has_just_passed_does_not_come_when_it_is_set():
    clock = clock_at("2026-10-29T20:45")
    after = Settings()._replace(**reminders.changed_times(clock, ("1234567 20:30",)))
    assert reminders.come_now(after, clock) is None


def test_without_times_nothing_else_is_kept():
    full = EVENING._replace(last_check_in="2026-10-29", reminder_settled="2026-10-29T20:30", reminder_open=True)
    after = full._replace(**reminders.changed_times(clock_at("2026-10-29T20:45"), ()))
    assert after == Settings()


def test_forms_after_a_session_remind_only_where_reminders_are_on():
    clock, due = clock_at("2026-10-29T14:00"), ("2026-10-29T13:00Z",)
    assert reminders.come_now(Settings(due=due), clock) is None
    assert reminders.come_now(EVENING._replace(due=due), clock) is not None


@pytest.mark.parametrize("broken", ["nonsense", "2026-99-99", "0001-01-01T00:00+23:59", "9999-12-31T23:59-23:59"])
def test_what_cannot_be_read_counts_for_nothing(broken):
    clock = clock_at("2026-10-29T20:30")
    odd = EVENING._replace(last_check_in=broken, reminder_settled=broken, reminder_snoozed=broken, due=(broken,))
    assert reminders.come_now(odd, clock) is not None


def test_times_of_the_first_versions_are_read_and_keys_of_the_wrong_kind_are_not():
    read = settings_of({"reminders": ["21:00"], "quiet_from": 22, "tray": "yes", "day_start_min": 5000})
    assert reminders.comes_next(read, clock_at("2026-10-29T20:00")).hour == 21
    assert (read.quiet_from, read.tray, read.day_start_min) == ("", False, 240)


@pytest.fixture
def opened(tmp_path):
    journal, clock = make_journal(tmp_path / "journal", at="2026-10-29T21:00")
    yield journal, clock
    journal.close()


@pytest.mark.parametrize(("kind", "counts"), [("check_in", True), ("short", True), ("after_session", False)])
def test_a_check_in_long_or_short_counts(opened, kind, counts):
    journal, _clock = opened
    rate(journal, EntryKind(kind))
    assert (reminders.last_check_in(journal) == "2026-10-29") is counts


def test_a_check_in_that_is_deleted_counts_no_more(opened):
    journal, _clock = opened
    rate(journal)
    entry = journal.store.entries.latest()
    delete(journal, entry.id)
    assert reminders.last_check_in(journal) == ""


def test_the_day_is_kept_only_while_there_are_reminders(opened):
    journal, _clock = opened
    rate(journal)
    journal.put_setting("day_start_min", 300)
    assert reminders.check_in_kept(journal, Settings()) == {}
    assert reminders.check_in_kept(journal, EVENING) == {"last_check_in": "2026-10-29", "day_start_min": 300}
    assert reminders.check_in_kept(journal, Settings(last_check_in="2026-10-29")) == {"last_check_in": ""}


def test_nothing_but_times_words_and_dates_is_written(tmp_path):
    file, clock = SettingsFile(tmp_path / "settings.toml"), clock_at("2026-10-29T20:30")
    file.change(**reminders.changed_times(clock, ("135 20:30",)))
    file.change(**reminders.snoozed(clock, 10))
    assert tomllib.loads(file.path.read_text()) == {
        "reminders": ["135 20:30"],
        "reminder_settled": "2026-10-29T20:30",
        "reminder_open": False,
        "reminder_snoozed": "2026-10-29T19:40Z",
    }


def test_a_journal_that_is_gone_leaves_no_reminder_and_nothing_that_starts_at_login(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    file, login = SettingsFile(tmp_path / "settings.toml"), DesktopAutostart(tmp_path / "autostart")
    file.change(reminders=("20:30",), reminder_text="Tea?", tray=True, reminder_open=True, last_check_in="2026-10-29")
    login.turn_on(["leeward"])
    forget_in_settings(file)
    assert file.settings == Settings()
    assert not login.is_on()
