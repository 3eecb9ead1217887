from dataclasses import replace

import pytest

from journal.app.open_plan import FILE, read_open_plan
from journal.host.settings_file import Settings, SettingsFile
from journal.ui.settings.calm_card import CalmCard
from journal.ui.settings.calm_presenter import build_calm
from tests.support.questionnaires import questionnaire_context
from tests.support.quiet_evening import heard, journal, opened
from tests.support.windows import button

__all__ = ["heard", "journal", "opened"]


@pytest.fixture
def context(theme, opened, heard, tmp_path):
    return replace(
        questionnaire_context(*opened, theme, heard), settings=SettingsFile(tmp_path / "here" / "settings.toml")
    )


@pytest.fixture
def card(qtbot, context):
    made = CalmCard(context)
    qtbot.addWidget(made)
    made.presenter.on_entered()
    made.resize(700, 500)
    made.show()
    return made


def choose(row, value):
    row.set_value(value)
    row._box.activated.emit(row._box.currentIndex())


def test_at_first_it_is_f9_and_a_gentle_pace(card):
    assert (card.key.value, card.breath_in.value, card.breath_out.value) == ("F9", "4", "6")
    assert card.moving.isChecked()
    assert card.place.text() == ""


def test_a_change_is_in_the_settings_file_at_once(card, context):
    choose(card.key, "F4")
    choose(card.breath_out, "8")
    card.moving.click()
    settings = SettingsFile(context.settings.path).settings
    assert (settings.calm_by, settings.breath_out_s, settings.less_motion) == ("F4", 8, True)


def test_place_words_are_kept_inside_the_journal_until_they_are_ticked(card, journal):
    card.place.setText("  I am   at home ")
    card.place.editingFinished.emit()
    assert journal.setting("place_words") == "I am at home"
    assert not (journal.folder / FILE).exists()
    card.place_open.click()
    assert read_open_plan(journal.folder).place == "I am at home"
    card.place_open.click()
    assert not (journal.folder / FILE).exists()


def test_leaving_the_page_changes_nothing_where_nothing_was_typed(card, journal):
    changes = []
    journal.listen(changes.append)
    card.flush()
    assert changes == []


def test_the_key_that_hides_is_not_offered():
    assert "F4" not in dict(build_calm(Settings(hide_by="F4"), "", opened=False).keys)
    assert build_calm(Settings(hide_by="F9"), "", opened=False).key == "off"


def test_where_others_use_the_computer_nothing_can_be_ticked(qtbot, context):
    context.settings.change(others_use=True)
    made = CalmCard(context)
    qtbot.addWidget(made)
    made.presenter.on_entered()
    made.show()
    assert not made.place_open.isVisible()


def test_the_plan_and_the_contacts_are_one_press_away(card, heard):
    button(card, "My plan").click()
    button(card, "My contacts").click()
    assert heard.went == [
        ("plan", {"part": "plan", "back_to": "settings"}),
        ("plan", {"part": "talk", "back_to": "settings"}),
    ]
