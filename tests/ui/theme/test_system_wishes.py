"""What the system wants beside dark or light; the portal and the systems are stood in for."""

import pytest
from PySide6.QtCore import Qt

from journal.host.forced_colours import SystemColours
from journal.ui.theme import system_wishes
from journal.ui.theme.system_wishes import SystemWishes


@pytest.fixture
def asked(monkeypatch):
    """A portal that answers yes at once, and what it was asked."""
    keys = []

    def ask(parent, answer, key):
        keys.append(key)
        answer(True)

    monkeypatch.setattr(system_wishes.sys, "platform", "linux")
    monkeypatch.setattr(system_wishes, "ask_portal", ask)
    return keys


@pytest.fixture
def wishes(qapp, theme):
    yield SystemWishes(qapp, theme)
    theme.hear_contrast(False)
    theme.hear_motion(False)


def test_the_portals_word_is_taken(wishes, theme, asked):
    wishes.ask()
    assert asked == ["contrast", "reduced-motion"]
    assert theme.tokens.name == "contrast-light"
    assert theme.less_motion()


def test_it_is_asked_again_when_the_window_is_come_back_to(wishes, qapp, asked):
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert asked == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert set(asked) == {"contrast", "reduced-motion"}


def test_no_menu_or_list_slides_or_fades(qapp, theme):
    qapp.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, True)
    SystemWishes(qapp, theme)
    assert not [effect for effect in Qt.UIEffect if qapp.isEffectEnabled(effect)]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_asked_directly(wishes, theme, monkeypatch, platform):
    monkeypatch.setattr(system_wishes.sys, "platform", platform)
    monkeypatch.setattr("journal.host.high_contrast.high_contrast_wanted", lambda: True)
    monkeypatch.setattr("journal.host.forced_colours.system_colours", lambda: None)
    monkeypatch.setattr("journal.host.less_motion.less_motion_wanted", lambda: True)
    wishes.ask()
    assert theme.tokens.name == "contrast-light"
    assert theme.less_motion()


def test_the_colours_of_a_contrast_mode_are_used_and_let_go_of(qapp, theme):
    given = SystemColours("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B", "#8080FF")
    theme.hear_contrast(True, given)
    assert qapp.palette().window().color().name().upper() == given.paper
    assert qapp.palette().windowText().color().name().upper() == given.ink
    theme.hear_contrast(False, given)
    assert theme.tokens.name == "light"
