from dataclasses import replace
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from journal.app.check_ins import log
from journal.app.day_calendar import REGION
from journal.host.autostart import DesktopAutostart
from journal.host.settings_file import Settings, SettingsFile
from journal.model.reminders import EVERY_DAY, ReminderTime
from journal.texts.dates import weekday_name
from journal.ui.reminders.page import RemindersPage
from journal.ui.reminders.state import Surroundings, TrayPlace, build_state, coming_words, further_time
from journal.ui.reminding import Way
from tests.support.journals import make_journal
from tests.support.later_runner import LaterRunner
from tests.support.reminding import QuietReminding
from tests.support.rows import Heard, page_context
from tests.support.stretched import stretched_words
from tests.support.windows import button, words_shown

NOW = datetime(2026, 10, 29, 21, 0)


class Place:
    """The page on a real journal, real settings and a folder of its own for what starts at login."""

    def __init__(self, tmp_path, theme, **reminding):
        self.journal, self.clock = make_journal(tmp_path / "journal")
        self.file, self.heard = SettingsFile(tmp_path / "settings.toml"), Heard()
        self.reminding = QuietReminding(self.file, **reminding)
        self.login = DesktopAutostart(tmp_path / "autostart")
        context = replace(page_context(self.journal, self.clock, theme, self.heard), settings=self.file)
        self.page = RemindersPage(context, self.reminding, self.login)

    @property
    def settings(self):
        return self.file.settings

    @property
    def rows(self):
        return self.page.times.rows.rows


@pytest.fixture
def made(qtbot, theme, tmp_path):
    places = []

    def make(**reminding):
        place = Place(tmp_path, theme, **reminding)
        places.append(place)
        qtbot.addWidget(place.page)
        place.page.resize(780, 700)
        place.page.entered()
        place.page.show()
        return place

    yield make
    for place in places:
        place.journal.close()


@pytest.fixture
def place(made):
    return made()


def test_all_of_it_is_off_at_first(place):
    assert place.rows == []
    assert "No reminders. They are off until you add a time." in words_shown(place.page)
    assert not any(box.isChecked() for box in (place.page.quiet.on, place.page.start.tray, place.page.start.login))
    assert not place.file.path.exists()


def test_a_time_is_added_and_has_the_keyboard(place):
    button(place.page, "Add a time").click()
    assert place.settings.reminders == ("1234567 20:30",)
    assert place.rows[0].field.hasFocus() or place.page.focusWidget() is place.rows[0].field
    assert "The next one comes tomorrow at 20:30." in words_shown(place.page)


def test_a_first_time_on_a_day_with_a_check_in_comes_tomorrow_as_soon_as_that_is_known(place, monkeypatch):
    later = LaterRunner()
    place.clock.set("2026-10-29T12:00")
    log(place.journal, {"nightmares": 2.0})
    monkeypatch.setattr(
        place.page.presenter._parts.program._day, "_context", replace(place.page._context, runner=later)
    )
    place.page.times.add.click()
    later.work()
    assert "The next one comes tomorrow at 20:30." in words_shown(place.page)


def test_a_further_time_is_another_one():
    assert further_time((ReminderTime(20 * 60 + 30),)) == ReminderTime(9 * 60, EVERY_DAY)


def test_the_time_and_the_weekdays_are_changed(place):
    place.page.times.add.click()
    place.rows[0].field.setTime(QTime(21, 15))
    place.rows[0].days[5].click()
    place.rows[0].days[6].click()
    assert place.settings.reminders == ("12345 21:15",)


def test_a_time_by_keyboard_is_kept_when_the_field_is_left(place):
    place.page.times.add.click()
    place.rows[0].field.setFocus()
    QTest.keyClicks(place.rows[0].field, "07")
    assert place.settings.reminders == ("1234567 20:30",)
    place.page.left()
    assert place.settings.reminders == ("1234567 07:30",)


def test_without_any_day_it_says_that_it_does_not_come(place):
    place.file.change(reminders=("4 20:30",))
    place.page.entered()
    place.rows[0].days[3].click()
    assert place.settings.reminders == ("0 20:30",)
    assert "No day is ticked: it does not come." in words_shown(place.page)


def test_one_that_is_removed_can_be_brought_back(place):
    place.file.change(reminders=("09:00", "5 20:30"))
    place.page.entered()
    place.rows[0].remove.click()
    assert place.settings.reminders == ("5 20:30",)
    words, actions = place.heard.bar[-1]
    assert words == "The reminder is removed."
    actions[0][1]()
    assert place.settings.reminders == ("1234567 09:00", "5 20:30")
    assert len(place.rows) == 2


def test_one_that_is_removed_comes_back_beside_what_was_added_since(place):
    place.file.change(reminders=("09:00", "5 20:30"))
    place.page.entered()
    place.rows[1].remove.click()
    place.page.left()
    place.page.entered()
    place.page.times.add.click()
    place.reminding.removed.bring_back()
    assert place.settings.reminders == ("1234567 09:00", "1234567 20:30", "5 20:30")
    assert len(place.rows) == 3
    assert place.reminding.removed.bring_back() is None


def test_one_that_is_removed_has_no_room_to_come_back_to_among_twelve(place):
    place.file.change(reminders=tuple(f"{hour:02d}:00" for hour in range(12)))
    place.page.entered()
    place.rows[0].remove.click()
    place.page.times.add.click()
    assert place.reminding.removed.bring_back() is None
    assert len(place.rows) == 12


def test_quiet_hours_are_switched_and_set(place):
    place.page.quiet.on.click()
    assert (place.settings.quiet_from, place.settings.quiet_to) == ("22:00", "08:00")
    place.page.quiet.last.setTime(QTime(7, 0))
    assert place.settings.quiet_to == "07:00"
    place.page.quiet.on.click()
    assert (place.settings.quiet_from, place.settings.quiet_to) == ("", "")


def test_a_time_inside_the_quiet_hours_says_so(place):
    place.file.change(reminders=("23:00",), quiet_from="22:00", quiet_to="08:00")
    place.page.entered()
    assert "This is in your quiet hours." in words_shown(place.page)


def test_own_words_are_previewed_and_kept(place):
    place.page.words.field.setFocus()
    QTest.keyClicks(place.page.words.field, "Tea & notes ")
    assert "Tea & notes" in words_shown(place.page.words.preview)
    place.page.left()
    assert place.settings.reminder_text == "Tea & notes"
    place.page.words.field.clear()
    place.page.left()
    assert place.settings.reminder_text == ""
    assert "A moment for your notes?" in words_shown(place.page.words.preview)


@pytest.mark.parametrize(("way", "words"), [(Way.SYSTEM, "Your system was asked"), (Way.LINE, "This system shows no")])
def test_it_can_be_shown_now(made, way, words):
    place = made(way=way)
    button(place.page, "Show it now").click()
    assert place.reminding.tried == 1
    assert place.page.words.result.text().startswith(words)
    assert place.heard.said[-1].startswith(words)


def test_the_icon_is_switched_on_and_off(place):
    place.page.start.tray.click()
    place.page.start.tray.click()
    assert place.reminding.trays == [True, False]


def test_without_a_place_for_it_the_icon_can_only_be_switched_off(made):
    place = made(tray_possible=False)
    assert not place.page.start.tray.isEnabled()
    assert "This desktop has no place for an icon. Closing the window ends Leeward." in words_shown(place.page)
    place.file.change(tray=True)
    place.page.entered()
    assert place.page.start.tray.isEnabled()


def test_starting_at_login_is_switched_on_and_off(place):
    place.page.start.login.click()
    assert place.login.is_on()
    assert "start_at_login" not in Settings()._fields
    place.page.start.login.click()
    assert not place.login.is_on()


def test_a_system_that_refuses_it_is_told_and_the_tick_goes(place, tmp_path):
    (tmp_path / "autostart").write_text("in the way")
    place.page.start.login.click()
    assert isinstance(place.heard.errors[0], OSError)
    assert not place.page.start.login.isChecked()


def test_the_week_begins_as_the_person_wants(place):
    place.journal.put_setting("first_weekday", 6)
    place.page.times.add.click()
    place.page.entered()
    assert list(place.rows[0].days) == [6, 0, 1, 2, 3, 4, 5]
    place.journal.put_setting("first_weekday", REGION)


def test_a_day_that_has_a_check_in_already_is_known_when_reminders_begin(place):
    log(place.journal, {"anxiety": 1})
    assert place.settings.last_check_in == ""
    place.page.times.add.click()
    assert place.settings.last_check_in == date(2026, 10, 29).isoformat()


def test_everything_is_named_and_reached_by_keyboard(place):
    place.file.change(reminders=("5 20:30",), quiet_from="22:00", quiet_to="08:00")
    place.page.entered()
    row = place.rows[0]
    assert row.field.accessibleName() == "Time of reminder 1"
    assert row.days[4].accessibleName() == "Friday, the reminder at 20:30"
    assert row.remove.accessibleName() == "Remove the reminder at 20:30"
    place.page.back.setFocus()
    seen, here = [], place.page.back
    while here is not place.page.start.login:
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = place.page.focusWidget()
        assert here not in seen
        seen.append(here)
    assert [row.field, *row.days.values(), row.remove, place.page.times.add] == seen[:10]


def test_where_others_use_the_computer_it_says_who_sees_it(place):
    place.file.change(others_use=True)
    place.page.entered()
    assert any(words.startswith("Others use this computer.") for words in words_shown(place.page))


def test_it_leads_back_to_settings(place):
    place.page.back.click()
    assert place.heard.went == ["settings"]


@pytest.mark.parametrize(
    ("comes", "words"),
    [
        (datetime(2026, 10, 29, 21, 30), "The next one comes today at 21:30."),
        (datetime(2026, 10, 30, 9, 0), "The next one comes tomorrow at 09:00."),
        (datetime(2026, 11, 2, 9, 0), "The next one comes on Monday at 09:00."),
        (None, "None comes within a week."),
    ],
)
def test_it_says_when_the_next_one_comes(comes, words):
    assert coming_words(True, comes, NOW) == words


def test_no_more_than_twelve_times_can_be_added():
    many = tuple(ReminderTime(minute) for minute in range(12))
    around = Surroundings(NOW, None, tray_place=TrayPlace.THERE)
    assert build_state(Settings(), many[:11], around).may_add
    assert not build_state(Settings(), many, around).may_add
    assert build_state(Settings(), many, around).rows[1].wall == time(0, 1)


def test_all_its_words_can_be_translated(made, tmp_path):
    with stretched_words(tmp_path):
        place = made()
        place.file.change(reminders=("0 20:30",), quiet_from="22:00", quiet_to="08:00", tray=True, others_use=True)
        place.page.entered()
        known = {"Leeward", *(weekday_name(day, width="abbreviated") for day in range(7))}
        plain = [words for words in words_shown(place.page) if words.isascii()]
    assert set(plain) - known == set()
