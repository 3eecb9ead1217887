from datetime import UTC, datetime

import pytest

from journal.host.themes import load_theme
from journal.ui.theme.choice import ThemeChoice, ms_to_next_change, theme_name
from journal.ui.theme.stylesheet import build_stylesheet, scaled


def at(hour, minute=0):
    return datetime(2026, 11, 22, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "expected"), [(6, "dark"), (7, "light"), (19, "light"), (20, "dark"), (23, "dark")])
def test_the_evening_choice_is_dark_from_eight_to_seven(hour, expected):
    assert theme_name(ThemeChoice.EVENING, system_dark=False, hour=hour) == expected


@pytest.mark.parametrize("dark", [True, False])
def test_the_system_choice_follows_the_system(dark):
    assert theme_name(ThemeChoice.SYSTEM, system_dark=dark, hour=12) == ("dark" if dark else "light")


def test_a_chosen_theme_ignores_the_system_and_the_hour():
    assert theme_name(ThemeChoice.LIGHT, system_dark=True, hour=23) == "light"


@pytest.mark.parametrize("dark", [True, False])
def test_high_contrast_is_dark_or_light_as_the_system(dark):
    assert theme_name(ThemeChoice.CONTRAST, system_dark=dark, hour=12) == f"contrast-{'dark' if dark else 'light'}"


@pytest.mark.parametrize(("choice", "expected"), [("light", "contrast-light"), ("dark", "contrast-dark")])
def test_who_asks_the_system_for_high_contrast_has_it_in_every_theme(choice, expected):
    assert theme_name(ThemeChoice(choice), system_dark=False, hour=12, system_contrast=True) == expected


@pytest.mark.parametrize(("now", "hours"), [(at(6), 1), (at(7), 13), (at(20), 11), (at(23), 8)])
def test_the_next_change_is_at_the_next_seven_or_eight(now, hours):
    assert ms_to_next_change(now) == hours * 3_600_000 + 1


def test_the_stylesheet_has_no_hole_left():
    sheet = build_stylesheet(load_theme("dark"), 1.0)
    assert "$" not in sheet
    assert "sp;" not in sheet


def test_text_grows_with_the_text_size():
    assert scaled("font-size: 14sp; border: 1px", 2.0) == "font-size: 28px; border: 1px"


def test_the_window_takes_the_chosen_theme(qapp, theme):
    theme.choose(ThemeChoice.DARK)
    assert qapp.palette().window().color().name().upper() == load_theme("dark").paper


def test_a_change_of_theme_is_told(qtbot, theme):
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.EVENING)
    assert theme.tokens.dark


def test_the_portal_is_believed_where_the_system_is_unknown(theme):
    theme.choose(ThemeChoice.SYSTEM)
    if not theme.system_unknown:
        return
    theme.hear_portal(True)
    assert theme.tokens.dark


def test_high_contrast_is_heard_from_the_portal_and_let_go_of(theme):
    theme.choose(ThemeChoice.DARK)
    theme.hear_contrast(True)
    assert theme.tokens.name == "contrast-dark"
    theme.hear_contrast(False)
    assert theme.tokens.name == "dark"


def test_high_contrast_can_be_chosen(qapp, theme):
    theme.choose(ThemeChoice.CONTRAST)
    assert qapp.palette().window().color().name().upper() == load_theme("contrast-light").paper
