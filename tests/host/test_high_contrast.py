import sys

from journal.host.high_contrast import high_contrast_wanted


def test_a_system_that_cannot_be_asked_wants_nothing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "plan9")
    assert high_contrast_wanted() is False
