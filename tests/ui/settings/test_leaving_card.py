import pytest

from journal.host.resources import read_catalogue
from journal.host.settings_file import Settings, SettingsFile
from journal.texts.items import ItemWords
from journal.ui.settings.leaving_card import LeavingCard
from journal.ui.settings.state import JournalSettings, build_state, hide_choices
from journal.ui.settings.state import hide_words as note_of
from tests.support.windows import words_shown


def state(**settings):
    inside = JournalSettings((), 240, True, "auto", (), ())
    return build_state(Settings(**settings), inside, ItemWords(read_catalogue()), "en")


@pytest.fixture
def card(qtbot, theme):
    made = LeavingCard()
    qtbot.addWidget(made)
    made.show_possible(capture=True)
    made.render_state(state())
    made.resize(700, 500)
    made.show()
    return made


def choose(row, value):
    row.set_value(value)
    row._box.activated.emit(row._box.currentIndex())


def test_at_first_shift_hides_and_nothing_else_is_on(card):
    assert card._hide.value == "shift"
    assert not card._minimised.isChecked()
    assert not card._capture.isChecked()


@pytest.mark.parametrize("hide_by", [value for value, _words in hide_choices()])
def test_every_way_to_hide_is_shown_and_told_and_kept_by_the_settings_file(card, tmp_path, hide_by):
    told = []
    card.hide_by_chosen.connect(told.append)
    choose(card._hide, hide_by)
    SettingsFile(tmp_path / "settings.toml").change(hide_by=hide_by)
    assert told == [hide_by] == [SettingsFile(tmp_path / "settings.toml").settings.hide_by]


def test_the_note_says_when_shift_rests(card):
    assert "sticky keys" in " ".join(words_shown(card))
    choose(card._hide, "F9")
    assert "sticky keys" not in " ".join(words_shown(card))
    assert note_of("F9") == ""


def test_ticks_are_told(card):
    told = []
    card.minimised_ticked.connect(lambda on: told.append(("minimised", on)))
    card.no_capture_ticked.connect(lambda on: told.append(("capture", on)))
    card._minimised.click()
    card._capture.click()
    assert told == [("minimised", True), ("capture", True)]


def test_where_the_system_cannot_stop_pictures_the_card_says_so(card):
    card.show_possible(capture=False)
    card.render_state(state(no_capture=True))
    assert not card._capture.isEnabled()
    assert not card._capture.isChecked()
    assert "no such protection" in card._capture.accessibleDescription()
    assert any("no such protection" in words for words in words_shown(card))


def test_what_it_cannot_do_is_said_where_it_can_be_switched_on(card):
    assert any("cannot stop a camera" in words for words in words_shown(card))


def test_sleep_and_screen_lock_are_said(card):
    assert any("goes to sleep and when the screen is locked" in words for words in words_shown(card))
