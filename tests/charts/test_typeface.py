"""The face that charts are set in: Inter, or another one for as long as a block lasts."""

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from matplotlib.font_manager import findfont

from journal.charts.frames import Frames
from journal.charts.lettering import Style, word_stamp
from journal.charts.typeface import FACES, INTER, REGULAR, SEMIBOLD, family, font, lettered_in, text_width
from journal.host.resources import resource
from journal.host.settings_file import FONTS
from journal.host.themes import load_theme
from tests.support.trends_data import trends

LATIN = "AaÄäÖöÜüßÀàÂâÇçÉéÈèÊêËëÎîÏïÔôŒœÙùÛûÝýÿÑñÁáÍíÓóÚú¿¡«»„“”‚‘’–—…"
CYRILLIC = "АаБбВвГгҐґДдЕеЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЬьЮюЯяʼ"


def test_every_font_of_the_settings_has_a_face():
    assert tuple(FACES) == FONTS


@pytest.mark.parametrize("face", FACES.values())
@pytest.mark.parametrize("number", [1, 2])
def test_every_face_has_the_letters_of_our_five_languages(face, number):
    with TTFont(resource("fonts", face[number]), lazy=True) as read:
        known = read.getBestCmap()
    assert [letter for letter in LATIN + CYRILLIC if ord(letter) not in known] == []


def test_words_are_measured_and_set_in_the_face_of_the_block():
    inter = text_width("Nightmares", 14), findfont(font(14))
    with lettered_in("andika"):
        assert family() == "Andika"
        assert text_width("Nightmares", 14) != inter[0]
        assert findfont(font(14)).endswith("Andika-Regular.ttf")
        assert findfont(font(14, SEMIBOLD)).endswith("Andika-Bold.ttf")
    assert (text_width("Nightmares", 14), findfont(font(14))) == inter
    assert family() == INTER.family


def test_a_word_that_was_set_in_one_face_is_set_anew_in_another():
    style = Style("#000000", 14.0, REGULAR)
    in_inter = word_stamp("Nightmares", style, 72.0, family())
    with lettered_in("andika"):
        in_andika = word_stamp("Nightmares", style, 72.0, family())
    assert in_inter.advance != in_andika.advance
    assert word_stamp("Nightmares", style, 72.0, family()) is in_inter


def test_a_chart_of_the_window_is_drawn_in_the_chosen_font():
    frames = Frames(load_theme("light"), 14, "inter")
    frames.show_data(trends(2, 28))
    before = np.array(frames.draw(600, 800, 1.0, None)[0])
    frames.dress(load_theme("light"), 14, "andika")
    assert not np.array_equal(before, np.array(frames.draw(600, 800, 1.0, None)[0]))
    frames.dress(load_theme("light"), 14, "inter")
    assert np.array_equal(before, np.array(frames.draw(600, 800, 1.0, None)[0]))
