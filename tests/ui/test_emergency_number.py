import pytest

from journal.ui.emergency_number import emergency_words
from tests.support.journals import ZoneClock


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/Paris", "112"),
        ("America/Chicago", "911"),
        ("Etc/UTC", "112 or your local emergency number"),
        ("Asia/Kolkata", "112 or your local emergency number"),
    ],
)
def test_where_the_number_is_not_sure_another_may_be_the_right_one(monkeypatch, zone, words):
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    assert emergency_words(ZoneClock(0, zone)) == words
