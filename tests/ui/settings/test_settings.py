import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo

from journal.app.runner import ImmediateRunner
from journal.host.resources import read_catalogue
from journal.host.settings_file import SettingsFile
from journal.model.errors import FileExists
from journal.store.vault import check_passphrase, check_recovery_code
from journal.texts.items import ItemWords
from journal.ui.context import OpenSession, PageContext
from journal.ui.settings import moving
from journal.ui.settings.page import SettingsPage
from tests.support.journals import make_journal
from tests.support.windows import button, put_up, words_shown


class Controls:
    def __init__(self, folder):
        self.folder, self.calls = folder, []

    def __getattr__(self, name):
        return lambda *given: self.calls.append((name, *given))


class Place:
    """A settings page on a real journal, and what it said."""

    def __init__(self, journal, clock, theme, settings):
        self.journal, self.clock, self.said, self.errors = journal, clock, [], []
        self.went = []
        self.settings = settings
        self.controls = Controls(journal.folder)
        context = PageContext(
            runner=ImmediateRunner(),
            session=OpenSession(journal),
            clock=clock,
            theme=theme,
            settings=settings,
            words=ItemWords(read_catalogue()),
            say=lambda text, actions=(): self.said.append(text),
            failed=self.errors.append,
            announce=lambda widget, text: None,
            go=lambda page, **where: self.went.append((page, where)),
            controls=self.controls,
        )
        self.page = SettingsPage(context, self.controls)
        self.page.entered()


@pytest.fixture
def place(qtbot, theme, tmp_path):
    journal, clock = make_journal(tmp_path / "journal")
    made = Place(journal, clock, theme, SettingsFile(tmp_path / "settings.toml"))
    put_up(qtbot, made.page, 1024, 700)
    yield made
    journal.close()


def choose(row, value):
    row.set_value(value)
    row._box.activated.emit(row._box.currentIndex())


def test_it_shows_what_holds(place):
    assert place.page.day._start.value == "240"
    assert place.page.appearance._theme.value == "system"
    assert place.page.day._digits.isChecked()


def test_the_theme_holds_at_once_and_is_kept(place, theme):
    choose(place.page.appearance._theme, "dark")
    assert theme.tokens.dark
    assert place.settings.settings.theme == "dark"


def test_the_font_holds_at_once_and_is_kept(place, theme, qapp):
    choose(place.page.appearance._font, "andika")
    try:
        assert qapp.font().families()[:2] == ["Andika", "Inter"]
        assert QFontInfo(place.page.appearance.heading.font()).family() == "Andika"
        assert place.settings.settings.font == "andika"
        assert SettingsFile(place.settings.path).settings.font == "andika"
    finally:
        theme.choose_font("inter")
    assert QFontInfo(place.page.appearance.heading.font()).family() == "Inter"


def test_the_text_size_holds_at_once_and_is_kept(place, theme):
    choose(place.page.appearance._size, "150")
    assert theme.scale == 1.5
    assert place.settings.settings.text_percent == 150


def test_the_hour_at_which_a_day_begins(place):
    choose(place.page.day._start, "360")
    assert place.journal.day_start_min == 360


def test_the_idle_time_is_given_to_the_program(place):
    choose(place.page.leaving._idle, "10")
    assert place.controls.calls == [("set_idle_minutes", 10)]


def test_digits_that_stay(place):
    place.page.day._digits.click()
    assert place.journal.setting("digits_move_on") is False


def test_treatments_and_side_effects(place):
    button(place.page, "Exposure therapy").click()
    choose(place.page.treatment._body, "always")
    assert place.journal.setting("treatments") == ["exposure"]
    assert place.journal.setting("body_shown") == "always"


def test_one_card_leads_to_the_items_the_profiles_and_the_goals(place):
    button(place.page, "Choose, name and order items").click()
    button(place.page, "Profiles for kinds of days").click()
    button(place.page, "My goals").click()
    assert place.went == [
        ("shape", {"view": "items"}),
        ("shape", {"view": "profiles"}),
        ("goals", {"back_to": "settings"}),
    ]


def test_thoughts_of_suicide_are_asked_only_when_chosen(place):
    button(place.page, "Ask about thoughts of suicide").click()
    assert not place.journal.item("suicidal_thoughts").hidden


def test_just_three(place):
    row = place.page.three._rows[0]
    choose(row, "anxiety")
    assert place.journal.setting("just_three")[0] == "anxiety"
    assert len(place.journal.setting("just_three")) <= 3


def test_the_passphrase_is_changed(place, monkeypatch):
    from journal.app import keys
    from journal.store.vault import FAST_KDF

    changed = keys.change_passphrase
    monkeypatch.setattr(keys, "change_passphrase", lambda journal, new: changed(journal, new, kdf=FAST_KDF))
    button(place.page, "Change the passphrase").click()
    fields = place.page.secrets.panel.focusProxy()
    fields.first.edit.setText("new words")
    fields.again.edit.setText("new words")
    button(place.page, "Change it").click()
    assert check_passphrase(place.journal.folder, "new words")
    assert "Older backups" in place.said[-1]


def test_a_new_code_takes_the_place_of_the_old(place):
    button(place.page, "New recovery code").click()
    button(place.page, "Make a new code").click()
    code = next(text for text in words_shown(place.page) if text.count("-") > 4)
    assert check_recovery_code(place.journal.folder, code)
    button(place.page, "I have kept it").click()
    assert code not in words_shown(place.page)


def test_a_code_is_put_away_when_the_page_is_left(place):
    button(place.page, "New recovery code").click()
    button(place.page, "Make a new code").click()
    place.page.left()
    assert not [text for text in words_shown(place.page) if text.count("-") > 4 and " " not in text]


def test_trying_a_code_changes_nothing(place):
    from journal.app.keys import new_recovery_code

    code = new_recovery_code(place.journal)
    place.page.presenter.on_code_tried(code)
    assert place.said == ["This code opens the journal."]
    place.page.presenter.on_code_tried(code[::-1])
    assert place.errors
    assert check_recovery_code(place.journal.folder, code)


def test_a_backup_is_made_and_said(place, tmp_path):
    place.page.presenter.on_backup(tmp_path / "Notes backup.zip")
    assert (tmp_path / "Notes backup.zip").is_file()
    assert "Notes backup.zip" in place.said[-1]


def test_another_folder_must_hold_a_journal(place, tmp_path):
    place.page._on_other(tmp_path)
    assert place.errors
    make_journal(tmp_path / "other")[0].close()
    place.page._on_other(tmp_path / "other")
    assert place.controls.calls == [("restart_on", tmp_path / "other")]


def test_what_is_outside_the_encryption_is_listed(place):
    assert any("theme" in text and "window" in text for text in words_shown(place.page))


def test_the_page_needs_no_sideways_scrolling_in_large_text(place, theme, qtbot):
    theme.choose_scale(2.0)
    place.page.resize(820, 700)
    qtbot.waitUntil(lambda: place.page.widget().width() <= place.page.viewport().width())


def test_a_turn_of_the_wheel_changes_no_setting(qtbot, place):
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    box = place.page.day._start._box
    centre = QPointF(box.rect().center())
    turn = QWheelEvent(
        centre, box.mapToGlobal(centre), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(turn)
    assert place.page.day._start.value == "240"


def filled(folder):
    folder.mkdir(parents=True)
    (folder / "journal.keys").write_text("k")
    (folder / "backups").mkdir()
    (folder / "backups" / "b.zip").write_text("b")
    return folder


def test_a_folder_moves_whole(tmp_path):
    folder = filled(tmp_path / "journal")
    (tmp_path / "stick").mkdir()
    before = moving.contents(folder)
    moved = moving.move_folder(folder, tmp_path / "stick")
    assert moving.contents(moved) == before
    assert not folder.exists()


def test_a_folder_that_holds_something_gets_the_journal_inside(tmp_path):
    folder, stick = filled(tmp_path / "journal"), filled(tmp_path / "stick")
    assert moving.move_folder(folder, stick) == stick / "journal"


def test_nothing_is_written_over(tmp_path):
    folder, stick = filled(tmp_path / "journal"), filled(tmp_path / "stick")
    filled(stick / "journal")
    with pytest.raises(FileExists):
        moving.move_folder(folder, stick)
    assert folder.exists()


def test_a_journal_does_not_move_into_itself(tmp_path):
    folder = filled(tmp_path / "journal")
    with pytest.raises(FileExists):
        moving.move_folder(folder, folder / "backups")


def test_a_copy_that_differs_keeps_the_old_one(tmp_path, monkeypatch):
    from journal.model.errors import FileUnwritable

    folder = filled(tmp_path / "journal")
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(moving.shutil, "copytree", lambda *given, **named: None)
    with pytest.raises(FileUnwritable):
        moving.move_folder(folder, tmp_path / "stick")
    assert folder.exists()


def test_escape_puts_away_the_passphrase_panel_but_never_a_new_code(place, qtbot):
    card = place.page.secrets
    card.try_code.click()
    qtbot.keyClick(card.panel, Qt.Key.Key_Escape)
    assert card.panel is None
    card.show_code("ABCD")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert card.panel is not None


def test_the_treatment_card_keeps_what_is_chosen_in_the_journal(place):
    card = place.page.treatment
    card.hours.pills[24].click()
    card._month.click()
    card._idle.click()
    kept = place.journal.store.settings.all()
    assert (kept["after_hours"], kept["monthly_look"], kept["session_idle_30"]) == ([24], False, True)
    assert card.hours.pills[24].isChecked()


def test_the_week_the_calendar_and_the_first_page(place):
    day = place.page.day
    assert (day._week.value, day._view.value, day._first_page.value) == ("-1", "month", "today")
    choose(day._week, "6")
    choose(day._view, "two_weeks")
    choose(day._first_page, "trends")
    kept = place.journal.store.settings.all()
    assert (kept["first_weekday"], kept["history_view"], kept["first_page"]) == (6, "two_weeks", "trends")
    assert (day._week.value, day._view.value, day._first_page.value) == ("6", "two_weeks", "trends")


def test_a_setting_that_is_none_shows_the_usual_one(place):
    place.journal.put_setting("first_weekday", "Tuesday")
    place.journal.put_setting("history_view", 7)
    place.page.entered()
    assert (place.page.day._week.value, place.page.day._view.value) == ("-1", "month")
    assert place.errors == []
