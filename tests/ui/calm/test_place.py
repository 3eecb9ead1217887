import pytest

from journal.ui.calm import VARIABLE, goes_on
from journal.ui.calm.place import CalmPlace, Part, hand_on, read_place, taken_over, told


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.mark.parametrize("place", [CalmPlace(), CalmPlace(Part.SENSES, 3), CalmPlace(Part.BREATHING, running=True)])
def test_a_place_is_told_and_read_back(place):
    assert read_place(told(place)) == place


@pytest.mark.parametrize("text", ["", "cellar:0:0", "home", "home:x:0", "home:12:0", "senses:1:2", "home:0:0:0"])
def test_what_nobody_here_told_counts_for_nothing(text):
    assert read_place(text) is None


def test_what_is_handed_on_is_taken_over_once():
    assert not goes_on()
    hand_on(CalmPlace(Part.TALK))
    assert goes_on()
    assert taken_over() == CalmPlace(Part.TALK)
    assert taken_over() is None
    assert not goes_on()
