import os

from journal.ui.handed_on import CALM, STANDING, HandedOn, environment, taken_over


def test_what_is_handed_on_is_taken_over_once(monkeypatch):
    for name, value in environment(HandedOn("tray", "senses:2:0")).items():
        monkeypatch.setenv(name, value)
    assert taken_over() == HandedOn("tray", "senses:2:0")
    assert taken_over() == HandedOn()
    assert not {STANDING, CALM} & set(os.environ)


def test_what_was_told_before_is_not_told_again(monkeypatch):
    monkeypatch.setenv(CALM, "home:0:0")
    assert CALM not in environment(HandedOn("front"))
