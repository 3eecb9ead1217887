import pytest

from journal.ui.calm.place import CalmPlace, Part, read_place, told


@pytest.mark.parametrize("place", [CalmPlace(), CalmPlace(Part.SENSES, 3), CalmPlace(Part.BREATHING, running=True)])
def test_a_place_is_told_and_read_back(place):
    assert read_place(told(place)) == place


@pytest.mark.parametrize("text", ["", "cellar:0:0", "home", "home:x:0", "home:12:0", "senses:1:2", "home:0:0:0"])
def test_what_nobody_here_told_counts_for_nothing(text):
    assert read_place(text) is None
